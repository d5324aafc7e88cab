const MIB = 1024 * 1024;

/** What is known of a registry by its host. The client reads these rows, and docs/contributing/reliability.md shows them. */
export interface HostQuirks {
  /** As people call it. */
  readonly registry: string;
  /** Of a host name, as references have it. */
  readonly host: RegExp;
  /** What differs, and what the client does about it; Markdown. */
  readonly differs: string;
  /** Where that is from; Markdown. */
  readonly source: string;
  /** Where its API answers, if not at the host itself. */
  readonly api?: string;
  /** The names that docker keeps its login under. */
  readonly logins?: readonly string[];
  /** Bytes; blobs of this size and more are sent in chunks from the beginning. */
  readonly onePutBelow?: number;
  /** Bytes of a chunk; 0: it takes no chunks at all. */
  readonly chunk?: number;
  /** How often a 403 without a word is tried again. */
  readonly bareDenialRetries?: number;
  /** It wants to know what kind of package it holds: an annotation of GitHub's. */
  readonly packageTypes?: true;
}

/** The first row that fits counts. */
export const HOST_QUIRKS: readonly HostQuirks[] = [
  {
    registry: 'GitHub (ghcr.io, containers.example.com)',
    host: /^(?:ghcr\.io|containers\..+)$/,
    differs: 'Sometimes it answers 403 without a message although the next attempt succeeds: such a request is tried again twice. Manifests get an annotation with the kind of package.',
    source: 'reported by users of other clients',
    bareDenialRetries: 2,
    packageTypes: true,
  },
  {
    registry: 'Docker Hub',
    host: /^docker\.io$/,
    differs: 'Its API is at registry-1.docker.io, and docker stores its login under other names.',
    source: 'the code of docker and of the distribution project',
    api: 'https://registry-1.docker.io/',
    logins: ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'],
  },
  {
    registry: 'Amazon ECR',
    host: /(?:^|\.)(?:dkr\.ecr[.-].*\.amazonaws\.com(?:\.cn)?|public\.ecr\.aws)$/,
    differs: 'Chunks must have at least 5 MB: chunks of 10 MiB are sent.',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UploadLayerPart.html',
    chunk: 10 * MIB,
  },
  {
    registry: 'Azure Container Registry',
    host: /\.azurecr\.(?:io|cn|us)$/,
    differs: 'Its front end rejects bodies over about 20 MB with 413: larger blobs are sent in chunks from the start.',
    source: 'reported by users of other clients',
    onePutBelow: 20_000_000,
  },
  {
    registry: 'Google Artifact Registry, Container Registry',
    host: /(?:^|[.-])(?:docker\.pkg\.dev|gcr\.io)$/,
    differs: 'It does not support chunked uploads: each blob is sent in one PUT.',
    source: 'reported by users of other clients',
    chunk: 0,
  },
];

/** Returns what is known of a registry. @param host as a reference has it: `ghcr.io` */
export function quirksOf(host: string): Partial<HostQuirks> {
  return HOST_QUIRKS.find((row) => row.host.test(host)) ?? {};
}
