import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { readBuiltLayout, type BuiltLayout, type LayoutPlatform } from '../layout/built-layout.ts';
import type { Arch } from '../platform.ts';
import type { PublishedFeature } from '../release/published.ts';
import { ownDifference } from '../release/same-release.ts';
import type { Check } from '../report/runs/verify.ts';
import { readableMetadata } from './check-metadata.ts';
import { factsOfDocument, type ComparedFacts } from './platform-facts.ts';
import { Problems, unchecked, noteFault } from './result/checks.ts';

/** What was published, as far as it could be read. */
export interface Rebuilt {
  readonly published: PublishedFeature;
  readonly platforms: readonly { readonly arch: Arch; readonly document: DeltaDocument | undefined; readonly facts: ComparedFacts | undefined }[];
}

/**
 * Holds what somebody built again from the locked flake against what is published: the Feature's own files and metadata, and of each
 * platform the output and the NAR hash of every path that is shipped or relied upon. How they were packed may differ.
 * @param folders layouts that builds wrote
 * @throws CancelledError
 */
export async function checkRebuild(folders: readonly string[], { published, platforms }: Rebuilt): Promise<readonly Check[]> {
  if (folders.length === 0) return [];
  const problems = new Problems();
  const layouts: BuiltLayout[] = [];
  for (const folder of folders) {
    try {
      layouts.push(await readBuiltLayout(folder));
    } catch (error) {
      noteFault(problems, error);
    }
  }
  // What is wrong with a build is nothing that the Feature could help.
  if (problems.outcome !== 'passed') return [unchecked('rebuild', problems.toCheck('rebuild', '').says)];
  const documents = new Map(platforms.flatMap(({ arch, document }) => (document === undefined ? [] : [[arch, document] as const])));
  const built = new Map(layouts.flatMap((layout) => layout.platforms.map((platform) => [platform.arch, platform] as const)));
  return [
    documents.size < published.platforms.size || readableMetadata(published.metadata) === undefined
      ? unchecked('rebuild', 'Not all documents, or the metadata, could be read')
      : checkOwnPart(published, documents, layouts),
    ...platforms.map(({ arch, facts }) => checkPlatform(arch, facts, built.get(arch))),
  ];
}

function checkOwnPart(published: PublishedFeature, documents: ReadonlyMap<Arch, DeltaDocument>, layouts: readonly BuiltLayout[]): Check {
  const problems = new Problems();
  for (const { facts, files, folder } of layouts) {
    if (facts.feature.version !== published.version) problems.fail(`${folder} is a build of ${facts.feature.id} ${facts.feature.version}, but ${published.version ?? ''} is published`);
    else {
      const difference = ownDifference(published, documents, { id: facts.feature.id, metadata: facts.metadata, files, delivery: facts.delivery });
      if (difference !== undefined) problems.fail(`Of ${folder}, ${difference}`);
    }
  }
  return problems.toCheck('rebuild', 'The same metadata, files and delivery');
}

function checkPlatform(arch: Arch, facts: ComparedFacts | undefined, built: LayoutPlatform | undefined): Check {
  if (facts === undefined) return unchecked('rebuild', 'Its contents are unknown', arch);
  if (built === undefined) return unchecked('rebuild', 'It was not rebuilt', arch);
  const problems = new Problems();
  const again = factsOfDocument(built.document);
  if (again.storePath !== facts.storePath) problems.fail(`${facts.storePath} is published, but the build made ${again.storePath}`);
  for (const what of ['shipped', 'required'] as const) {
    for (const [path, { narHash }] of facts[what]) {
      const found = again[what].get(path)?.narHash;
      if (found === undefined) problems.fail(`${path} is ${what}, but not in the rebuild`);
      else if (found !== narHash) problems.fail(`${path} is published with ${narHash}, but was built with ${found}`);
    }
    for (const path of again[what].keys()) if (!facts[what].has(path)) problems.fail(`${path} would be ${what}, but is not published`);
  }
  return problems.toCheck('rebuild', `The same output and the same ${facts.shipped.size + facts.required.size} paths, by their NAR hashes`, arch);
}
