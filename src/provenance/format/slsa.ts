import { Field } from '../../json/field.ts';

/** SLSA provenance, version 1: the predicate's type. */
export const SLSA_PROVENANCE = 'https://slsa.dev/provenance/v1';
/** What our predicate's members mean: docs/verify/provenance.md. */
export const BUILD_TYPE = 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#feature-v1';

/** The same of a WSL tarball. */
export const WSL_BUILD_TYPE = 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#wsl-v1';

/** SLSA provenance v1, "ResourceDescriptor". */
export interface Resource {
  readonly name?: string;
  readonly uri?: string;
  readonly digest?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/** SLSA provenance v1, as far as it is written here. */
export interface SlsaPredicate {
  readonly buildDefinition: {
    readonly buildType: string;
    readonly externalParameters: Readonly<Record<string, unknown>>;
    readonly internalParameters?: Readonly<Record<string, unknown>>;
    readonly resolvedDependencies: readonly Resource[];
  };
  readonly runDetails: {
    readonly builder: { readonly id: string; readonly version?: Readonly<Record<string, string>> };
    readonly metadata?: { readonly invocationId?: string };
  };
}

/** What a reader of somebody's provenance asks for. */
export interface Provenance {
  readonly buildType: string;
  readonly builder: string;
  /** The repository's address, without a revision. */
  readonly source: string | undefined;
  readonly revision: string | undefined;
  readonly dependencies: readonly Resource[];
}

const MOST_DEPENDENCIES = 10_000;
const MOST_DIGESTS = 16;

/**
 * Reads a predicate of SLSA provenance v1: ours, or that of GitHub's own attestations.
 * @param refuse throws; it is given the end of a sentence
 */
export function readProvenance(predicate: unknown, refuse: (why: string) => never): Provenance {
  const document = Field.of(predicate, refuse);
  const definition = document.get('buildDefinition');
  const dependencies: Resource[] = [];
  definition.get('resolvedDependencies').optional((list) => list.each(MOST_DEPENDENCIES, (each) => dependencies.push(readResource(each))));
  const source = dependencies.find(({ uri, digest }) => uri?.startsWith('git+') === true && digest?.['gitCommit'] !== undefined);
  return {
    buildType: definition.get('buildType').text(),
    builder: document.get('runDetails').get('builder').get('id').text(),
    source: source?.uri?.replace(/^git\+/, '').replace(/@(?:refs\/.*|[0-9a-f]{40,64})$/, ''),
    revision: source?.digest?.['gitCommit'],
    dependencies,
  };
}

function readResource(resource: Field): Resource {
  const name = resource.get('name').optional((field) => field.text());
  const uri = resource.get('uri').optional((field) => field.text());
  const digests = resource.get('digest').optional((field) => field.members(MOST_DIGESTS).map(([algorithm, digest]) => [algorithm, digest.text()] as const));
  return { ...(name === undefined ? {} : { name }), ...(uri === undefined ? {} : { uri }), ...(digests === undefined ? {} : { digest: Object.fromEntries(digests) }) };
}
