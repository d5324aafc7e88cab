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
