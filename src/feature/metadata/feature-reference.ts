import type { JsoncDocument } from './jsonc.ts';

/** How the dev container tools would get a Feature that another one names (CLI, spec-configuration/containerFeaturesConfiguration.ts). */
export type FeatureReference =
  | { readonly kind: 'registry' | 'address' }
  /** It is found only beside the devcontainer.json of whoever uses the Feature. */
  | { readonly kind: 'local' }
  /** From a release on GitHub, the way before registries: it still works if there is such a release. */
  | { readonly kind: 'release' }
  | { readonly kind: 'fault'; readonly why: string };

/** Short names that the tools still write out. */
const SHORT = new Set(
  'aws-cli azure-cli common desktop-lite docker-from-docker docker-in-docker dotnet git git-lfs github-cli golang java kubectl-helm-minikube node powershell python ruby rust sshd terraform'.split(' '),
);
const PATH = /^[a-z0-9]+(?:[._-][a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-][a-z0-9]+)*)*$/;
const TAG = /^[a-z0-9_][a-z0-9._-]{0,127}$/;

/** Reads a name of `dependsOn` or `installsAfter`. Upper case is taken for lower case, as the tools do. */
export function readFeatureReference(written: string): FeatureReference {
  const text = written.toLowerCase();
  if (/^\.\.?\//.test(text)) return { kind: 'local' };
  if (text.startsWith('/')) return fault('is a path; local Features are named relative to the folder of devcontainer.json: ./my-feature');
  if (text.startsWith('https://')) return readAddress(text);
  if (!text.includes('/')) return SHORT.has(text) ? { kind: 'registry' } : fault('has no registry: write registry/namespace/id, such as ghcr.io/devcontainers/features/node');
  return readName(text);
}

function readAddress(text: string): FeatureReference {
  const file = URL.canParse(text) ? (new URL(text).pathname.split('/').at(-1) ?? '') : '';
  return /^devcontainer-feature-[\w-]+\.tgz$/.test(file) ? { kind: 'address' } : fault('is a URL whose file is not called devcontainer-feature-<id>.tgz');
}

function readName(text: string): FeatureReference {
  const [name = '', digest, ...more] = text.split('@');
  const registry = name.slice(0, name.indexOf('/'));
  if (!registry.includes('.') && !registry.startsWith('localhost')) {
    return /^[^/@]+\/[^/@]+\/[\w-]+(?:@[^@]+)?$/.test(text) ? { kind: 'release' } : fault(`begins with "${registry}", which is not a registry's host name`);
  }
  if (!URL.canParse(`https://${registry}`)) return fault(`begins with "${registry}", which is not a registry's host name`);
  if (more.length > 0 || (digest !== undefined && !/^sha256:[a-f0-9]{64}$/.test(digest))) return fault('has a digest that is not sha256: and 64 hexadecimal digits');
  const colon = digest === undefined ? name.indexOf(':', name.lastIndexOf('/') + 1) : -1;
  const tag = colon < 0 ? undefined : name.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return fault(`has the version "${tag}", which is not a valid tag`);
  const path = (colon < 0 ? name : name.slice(0, colon)).slice(registry.length + 1);
  return PATH.test(path) ? { kind: 'registry' } : fault(`has the path "${path}", which is not valid for a Feature`);
}

function fault(why: string): FeatureReference {
  return { kind: 'fault', why };
}

/**
 * What a Feature should come after: the one installs no Nix if /nix exists already, the other makes the user that links
 * are for. Not added to what is published: the dev container tools look each name up in its registry, and end if it can't
 * be reached. Forms that need no registry (`owner/repository/id`, an address of a tarball) match no Feature of a registry.
 */
export const COMES_AFTER = ['ghcr.io/devcontainers/features/nix', 'ghcr.io/devcontainers/features/common-utils'] as const;

/**
 * Says what metadata that leaves the order open should name. It is advice and no finding: whether another Feature comes along, only a
 * devcontainer.json knows.
 * @returns undefined if the order is given; `[]` is an order
 */
export function adviceOnOrder({ value }: Pick<JsoncDocument, 'value'>): string | undefined {
  if (value['installsAfter'] !== undefined) return undefined;
  return `"installsAfter" is missing, so the Features nix and common-utils may be installed after this one: the nix Feature then installs no Nix, and the user that common-utils creates does not exist yet.
Write "installsAfter": ${JSON.stringify(COMES_AFTER).replaceAll(',', ', ')}. The dev container tools look these names up in their registry. If your network can't reach it, write "installsAfter": [].`;
}
