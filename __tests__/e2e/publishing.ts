import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemOf, type Arch } from '../../src/platform.ts';
import type { ImageManifest } from '../../src/oci/format/manifest.ts';
import type { CommandResult, Env } from '../rig/command.ts';
import { runCommandLineHere } from '../rig/command-line.ts';
import type { Registry } from '../rig/registry.ts';
import { assertFollows } from '../schemas.ts';
import { MACHINE } from './nix-feature.ts';

export type AnyRegistry = Pick<Registry, 'host' | 'credentials'>;

const ARCHES: readonly Arch[] = ['amd64', 'arm64'];

/** A Feature that builds at once, for both systems, by the machine's own shell. No folder of the checkout stands in it: that would be a finding. */
export async function writeSmallFeature(folder: string, id: string, version: string, content = 'hello'): Promise<string> {
  const script = `mkdir -p $out/bin; printf '#!/bin/sh\\necho ${content}\\n' > $out/bin/${id}; chmod +x $out/bin/${id}`;
  const derivation = (arch: Arch): string =>
    `packages.${systemOf(arch)}.default = derivation { name = "${id}"; system = "${systemOf(arch)}"; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; args = [ "-c" ''${script}'' ]; };`;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'flake.nix'), `{ outputs = _: {\n${ARCHES.map(derivation).join('\n')}\n}; }\n`);
  await writeFile(path.join(folder, 'devcontainer-feature.json'), JSON.stringify({ id, version, name: id, description: `The Feature ${id}` }));
  await writeFile(path.join(folder, 'test.sh'), `#!/bin/sh\ntest "$(${id})" = ${content}\n`);
  return folder;
}

/** A namespace of this run's own: the rig's registries may be older than it, and a published version never changes. */
export function ownNamespace(name: string): string {
  return `run-${process.pid}/${name}`;
}

/** Flags for a build on the host without a base; what is published is not looked through for paths, which takes three more questions to Nix 2.8 (reuse.e2e.ts). */
export const HOST_BUILD = ['--base-image=none', '--build-in=host', '--test=false', '--reuse=false'] as const;

export function targetFlags({ host, credentials }: AnyRegistry, namespace: string): string[] {
  return [`--registry=${host}`, `--namespace=${namespace}`, ...(credentials === undefined ? [] : [`--username=${credentials.username}`])];
}

/** Runs the command line in this process, with the password of a registry where it has one. */
export function nixFeature(argv: readonly string[], registry?: AnyRegistry, env: Env = {}): Promise<CommandResult> {
  const password = registry?.credentials?.password;
  return runCommandLineHere(argv, {
    env: { ...MACHINE, ...(password === undefined ? {} : { NIX_FEATURE_PASSWORD: password }), ...env },
  });
}

/** What `--json` prints, as far as tests look at it. */
export interface Result {
  readonly upToDate: boolean;
  readonly uploadedBytes: number;
  readonly reusedLayers: number;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly subject: { readonly name: string; readonly digest: string } | null;
  readonly warnings: readonly { readonly message: string }[];
  readonly history: readonly { readonly version: string; readonly newBytes: number | null }[];
  readonly platforms: readonly { readonly arch: Arch; readonly digest: string; readonly uploadedBytes: number; readonly layers: readonly { readonly digest: string }[]; readonly changes: { readonly since: string; readonly packages: readonly { readonly name: string }[] } | null }[];
}

/** @throws where it fails, with all that it said */
export async function published(argv: readonly string[], registry: AnyRegistry, env: Env = {}): Promise<Result> {
  const run = await nixFeature([...argv, '--json'], registry, env);
  if (run.code !== 0) throw new Error(`nix-feature ${argv.join(' ')} ended with ${run.code}:\n${run.stderr}`);
  assertFollows('build', JSON.parse(run.stdout));
  return JSON.parse(run.stdout) as Result;
}

/** A collection, as its readers parse it. */
interface PublishedCollection {
  readonly features: readonly Readonly<Record<string, unknown>>[];
}

/** Reads a registry as a client that knows nothing of ours. */
export class Reader {
  readonly #registry: AnyRegistry;

  constructor(registry: AnyRegistry) {
    this.#registry = registry;
  }

  /** But for those that stand in for a referrers API, which say what is attached to a manifest (OCI distribution specification, "Referrers Tag Schema"). */
  async tags(repository: string): Promise<string[]> {
    const answer = (await (await this.#get(repository, 'tags/list')).json()) as { tags?: string[] | null };
    return (answer.tags ?? []).filter((tag) => !/^sha256-[0-9a-f]{64}$/.test(tag)).sort();
  }

  /** The digest that a tag names; undefined where it names nothing. */
  async digest(repository: string, tag: string): Promise<string | undefined> {
    const answer = await this.#get(repository, `manifests/${tag}`);
    await answer.arrayBuffer();
    return answer.ok ? (answer.headers.get('docker-content-digest') ?? '') : undefined;
  }

  async manifest(repository: string, tag: string): Promise<ImageManifest> {
    return (await (await this.#get(repository, `manifests/${tag}`)).json()) as ImageManifest;
  }

  async collection(namespace: string): Promise<PublishedCollection> {
    const [file] = (await this.manifest(namespace, 'latest')).layers;
    return (await (await this.#get(namespace, `blobs/${file?.digest ?? ''}`)).json()) as PublishedCollection;
  }

  async #get(repository: string, what: string): Promise<Response> {
    const { host, credentials } = this.#registry;
    const login = credentials === undefined ? undefined : `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
    const headers = { accept: 'application/vnd.oci.image.manifest.v1+json' };
    const url = `http://${host}/v2/${repository}/${what}`;
    const answer = await fetch(url, { headers: { ...headers, ...(login === undefined ? {} : { authorization: login }) } });
    const challenge = /^Bearer realm="([^"]+)",service="([^"]+)"/.exec(answer.headers.get('www-authenticate') ?? '');
    if (challenge === null) return answer;
    await answer.arrayBuffer();
    const [, realm = '', service = ''] = challenge;
    const { token } = (await (await fetch(`${realm}?service=${service}&scope=repository:${repository}:pull`)).json()) as { token: string };
    return fetch(url, { headers: { ...headers, authorization: `Bearer ${token}` } });
  }
}
