import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { canonicalJson } from '../../oci/format/canonical-json.ts';
import { hexOf } from '../../oci/format/digest.ts';
import { archOf, type Arch } from '../../platform.ts';
import type { Origin, RunFacts } from '../../request/provenance.ts';
import { BUILD_TYPE, type Resource, type SlsaPredicate } from './slsa.ts';

export interface BuiltFeature {
  readonly feature: { readonly id: string; readonly version: string };
  readonly delivery: string;
  /** One for each platform. */
  readonly documents: readonly DeltaDocument[];
  readonly origin: Origin;
  /** Of each platform, as Nix itself says: `Nix 2.31.2`. Absent for a platform that this run did not build. */
  readonly nix: Readonly<Partial<Record<Arch, string>>>;
  readonly run: RunFacts;
  /** Of this program. */
  readonly version: string;
  /** This very content was published before the run: the run found it to be what it would publish. */
  readonly isPublishedBefore: boolean;
}

/** Composes the SLSA predicate of a Feature (docs/verify/provenance.md). */
export function composeSlsa({ feature, delivery, documents, origin, nix, run, version, isPublishedBefore }: BuiltFeature): SlsaPredicate {
  const { workflow, event, invocation, builder } = run;
  const [first] = documents;
  const internal = { ...(event === undefined ? {} : { event }), ...(Object.keys(nix).length === 0 ? {} : { nix }), ...(isPublishedBefore ? { publishedBefore: true } : {}) };
  return {
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: {
        feature: { id: feature.id, version: feature.version },
        flake: first?.source.flake ?? '',
        platforms: documents.map(({ system }) => `linux/${archOf(system)}`),
        baseImages: first?.bases.map(({ name }) => name) ?? [],
        delivery,
        complement: documents.some(({ complement = [] }) => complement.length > 0),
        ...(workflow === undefined ? {} : { workflow }),
      },
      ...(Object.keys(internal).length === 0 ? {} : { internalParameters: internal }),
      resolvedDependencies: dependenciesOf(documents, origin),
    },
    runDetails: {
      builder: { id: builder, version: { 'nix-feature': version } },
      ...(invocation === undefined ? {} : { metadata: { invocationId: invocation } }),
    },
  };
}

/** Source, base images and inputs of the flake; what several platforms have in common is there once. */
function dependenciesOf(documents: readonly DeltaDocument[], origin: Origin): readonly Resource[] {
  const all = [...sourceOf(origin), ...documents.flatMap((document) => [...basesOf(document), ...flakeOf(document)])];
  return [...new Map(all.map((resource) => [canonicalJson(resource), resource])).values()];
}

function sourceOf({ source, revision }: Origin): readonly Resource[] {
  if (source === undefined || revision === undefined) return [];
  return [{ name: 'source', uri: `git+${source}@${revision}`, ...(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(revision) ? { digest: { gitCommit: revision } } : {}) }];
}

function basesOf({ bases, system }: DeltaDocument): readonly Resource[] {
  return bases.map(({ name, digest }) => ({
    name: 'base',
    uri: name,
    ...(digest === undefined ? {} : { digest: { sha256: hexOf(digest) } }),
    annotations: { platform: `linux/${archOf(system)}` },
  }));
}

function flakeOf({ source }: DeltaDocument): readonly Resource[] {
  const own = source.narHash === undefined ? [] : [{ name: 'flake', uri: source.flake, ...digestsOf({ narHash: source.narHash }) }];
  const { locked } = source;
  if (typeof locked !== 'object' || locked === null) return own;
  return [...own, ...Object.entries(locked).map(([name, input]: [string, unknown]) => inputOf(name, input))];
}

/** A locked input of a flake (Nix manual, "Flakes", "Lock files"). */
function inputOf(name: string, input: unknown): Resource {
  const attributes = Object.fromEntries(Object.entries(Object(input) as object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const uri = addressOf(attributes);
  return { name: `input ${name}`, ...(uri === undefined ? {} : { uri }), ...digestsOf(attributes) };
}

function addressOf({ type, owner, repo, rev, url, host }: Readonly<Record<string, string>>): string | undefined {
  if (owner !== undefined && repo !== undefined) {
    return `${type ?? 'git'}:${owner}/${repo}${rev === undefined ? '' : `/${rev}`}${host === undefined ? '' : `?host=${host}`}`;
  }
  if (url === undefined) return undefined;
  return type === 'git' || type === 'hg' ? `${type}+${url}${rev === undefined ? '' : `@${rev}`}` : url;
}

/** `narSha256` is our own name, as SLSA has none for a folder's NAR. */
function digestsOf({ rev, narHash }: Readonly<Record<string, string>>): Pick<Resource, 'digest'> {
  const nar = /^sha256-([A-Za-z0-9+/]{43}=)$/.exec(narHash ?? '')?.[1];
  const digest = {
    ...(rev !== undefined && /^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(rev) ? { gitCommit: rev } : {}),
    ...(nar === undefined ? {} : { narSha256: Buffer.from(nar, 'base64').toString('hex') }),
  };
  return Object.keys(digest).length === 0 ? {} : { digest };
}
