import type { SignBytes } from '../feature/files/signed-files.ts';
import { Failure } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Digest } from '../oci/format/digest.ts';
import { ARCHES, type Arch } from '../platform.ts';
import { agreedFacts, type Delivery } from '../release/content.ts';
import { deliveryOf, keyOf, publishedMetadata, type Content } from '../release/same-release.ts';
import type { BuiltLayout, LayoutPlatform } from './built-layout.ts';
import type { LayoutFacts } from './layout-facts.ts';

/** What belongs together: one Feature, with each of its platforms once, in the order of ARCHES. */
export interface Assembly {
  readonly facts: LayoutFacts;
  readonly files: BuiltLayout['files'];
  readonly platforms: readonly LayoutPlatform[];
}

/**
 * Puts what several jobs built together.
 * @param arches the platforms that must be there; empty: those that are
 * @throws Failure if they are not of one Feature, version, revision and base, or a platform is missing or there twice
 */
export function assemble(layouts: readonly BuiltLayout[], arches: readonly Arch[]): Assembly {
  const [first, ...others] = layouts;
  if (first === undefined) throw new Failure('There is nothing to publish: no layout is given.');
  for (const other of others) {
    for (const [what, of] of SAME) refuseDifference(what, [first, other], of);
    refuseMovedBase(first, other);
  }
  const platforms = layouts.flatMap((layout) => layout.platforms.map((platform) => ({ layout, platform })));
  for (const arch of ARCHES) {
    const same = platforms.filter(({ platform }) => platform.arch === arch);
    if (same.length > 1) throw new Failure(`Several layouts are for ${arch}: ${formatList(same.map(({ layout }) => layout.folder))}.`);
  }
  const missing = arches.filter((arch) => !platforms.some(({ platform }) => platform.arch === arch));
  if (missing.length > 0) {
    throw new Failure(
      `${first.facts.feature.id} ${first.facts.feature.version} is not published: ${formatList(missing)} is missing. ` +
        `Only ${formatList(platforms.map(({ platform }) => platform.arch))} was built.`,
      { hint: 'Check whether the job that builds it failed or did not run. No tag was written.' },
    );
  }
  const ordered = ARCHES.flatMap((arch) => platforms.filter(({ platform }) => platform.arch === arch)).map(({ platform }) => platform);
  checkBases(ordered);
  return { facts: first.facts, files: first.files, platforms: ordered };
}

/** Whose release it is, and all content that is not each platform's own. */
const SAME: readonly (readonly [what: string, of: (layout: BuiltLayout) => unknown])[] = [
  ['Feature', ({ facts }) => facts.feature.id],
  ['version', ({ facts }) => facts.feature.version],
  ['revision', ({ facts }) => facts.origin.revision ?? 'none'],
  ['repository of the source', ({ facts }) => facts.origin.source ?? 'none'],
  ...agreedFacts().map(({ what, of }) => [what, ({ facts }: BuiltLayout) => of(facts)] as const),
];

function refuseDifference(what: string, [a, b]: readonly [BuiltLayout, BuiltLayout], of: (layout: BuiltLayout) => unknown): void {
  const [left, right] = [String(of(a)), String(of(b))];
  if (left === right) return;
  const values = [left, right].every((text) => text.length <= 80) ? `: ${left} and ${right}` : '';
  throw new Failure(`${a.folder} and ${b.folder} don't belong together: their ${what} differs${values}.`, {
    hint: 'Publish only layouts that the jobs of one run built from one commit.',
  });
}

/** A tag that was moved between two jobs gave each of them another base. */
function refuseMovedBase(a: BuiltLayout, b: BuiltLayout): void {
  for (const { name, digest } of a.facts.bases ?? []) {
    const other = b.facts.bases?.find((base) => base.name === name);
    if (other === undefined || other.digest === digest) continue;
    const [left, right] = [a, b].map(({ platforms }) => formatList(platforms.map(({ arch }) => arch)));
    throw new Failure(`${left} and ${right} don't belong together: the base image ${name} was ${digest} for one, and ${other.digest} for the other.`, {
      hint: 'It was pushed between the two jobs. Build all platforms again ("Re-run all jobs"), or name the base by digest.',
    });
  }
}

/** The platforms of one image have digests of their own, and images that lie on a job's machine names of their own. */
function checkBases(platforms: readonly LayoutPlatform[]): void {
  const [first, ...others] = platforms.map((platform) => ({ arch: platform.arch, names: baseNames(platform) }));
  const other = others.find(({ names }) => names !== first?.names);
  if (first === undefined || other === undefined) return;
  throw new Failure(
    `${first.arch} and ${other.arch} don't belong together: they were built for different base images, ${first.names} and ${other.names}.`,
    { hint: 'Set the same base-image in each job of the matrix.' },
  );
}

function baseNames({ document }: LayoutPlatform): string {
  const names = document.bases.map(({ name }) => name.replace(/^(oci|daemon):.*/s, '$1:…'));
  return names.join(', ') || 'none';
}

/** The assembled Feature, before anything is sent. */
export interface Prepared {
  readonly assembly: Assembly;
  readonly content: Content;
  /** The completed metadata, as JSON. */
  readonly metadata: string;
  readonly delivery: Delivery;
  readonly key: Digest;
  /** Shows in the Feature itself who made its files. The key is the same without. */
  readonly sign?: SignBytes;
}

export function prepare(assembly: Assembly, wanted: Assembly['facts']['delivery'], sign?: SignBytes): Prepared {
  const { facts, files, platforms } = assembly;
  const documents = platforms.map(({ document }) => document);
  const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
  const metadata = publishedMetadata(content);
  return { assembly, content, metadata, delivery: deliveryOf(content), key: keyOf(content), ...(sign === undefined ? {} : { sign }) };
}
