import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { BuildError } from '../../src/kit/errors.ts';
import type { Evaluation } from '../../src/nix/flake/evaluate.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import type { Arch } from '../../src/platform.ts';
import type { Facts, LastRelease, Released } from '../../src/plan/facts.ts';
import type { PublishedFeature } from '../../src/release/published.ts';
import { document, pathOf } from '../report/sample.ts';

export const ARCHES: readonly Arch[] = ['amd64', 'arm64'];

/** What our program has published, for both platforms unless told. */
export function published(version: string, arches: readonly Arch[] = ARCHES): PublishedFeature {
  return {
    name: `r/o/my-tools:${version}`,
    version,
    key: digestOf(`key of ${version}`),
    metadata: undefined,
    digest: digestOf(version),
    bytes: Buffer.alloc(0),
    mediaType: 'x',
    platforms: new Map(arches.map((arch) => [arch, { digest: digestOf(`${version} ${arch}`), document: undefined }])),
  };
}

/** What something else has published. */
export function foreign(version: string): PublishedFeature {
  return { ...published(version, []), version: undefined, key: undefined };
}

export function released(arch: Arch, change: Partial<Released> = {}): Released {
  const { system, outputs, storePath, bases, closure, source }: DeltaDocument = document(undefined, arch);
  return { system, outputs, storePath, bases, closure, hasComplement: false, source, parts: ['jq-1.7', 'ripgrep-14'], ...change };
}

export function release(change: Partial<Released> = {}, isOwnPart: boolean | undefined = true): LastRelease {
  return { platforms: new Map(ARCHES.map((arch) => [arch, released(arch, change)])), isOwnPart, metadata: [] };
}

export const SAME: Evaluation = { kind: 'outputs', outputs: { out: pathOf('my-tools') }, storePath: pathOf('my-tools') };
export const OTHER: Evaluation = { kind: 'outputs', outputs: { out: pathOf('my-tools-2') }, storePath: pathOf('my-tools-2') };
export const UNKNOWN: Evaluation = { kind: 'unknown', why: 'it is content-addressed' };
export const FAILED: Evaluation = { kind: 'failed', error: new BuildError('Evaluating ./my-tools#default failed: no semicolon.', {}) };

/** Version 1.2.0 is published, and nothing has changed since. */
export function facts(change: Partial<Facts> = {}, evaluations: Partial<Record<Arch, Evaluation>> = {}): Facts {
  const same = published('1.2.0');
  return {
    id: 'my-tools',
    version: '1.2.0',
    standing: { same, latest: same },
    last: release(),
    evaluations: new Map(ARCHES.map((arch) => [arch, evaluations[arch] ?? SAME])),
    bases: new Map(ARCHES.map((arch) => [arch, [{ digest: digestOf('bedrock') }]])),
    ...change,
  };
}
