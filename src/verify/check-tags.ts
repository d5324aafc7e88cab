import type { Digest } from '../oci/format/digest.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { PublishedFeature } from '../release/published.ts';
import { archTag, highestRelease, movingTags, parseVersion, type Version } from '../feature/metadata/versions.ts';
import type { Check } from '../report/runs/verify.ts';
import { Problems, noteFault } from './result/checks.ts';

/**
 * Checks the tag that a Feature was named by, and the tags of its version: each must name what it stands for. A missing tag is no fault,
 * because a copy need not have it.
 * @throws CancelledError
 */
export async function checkTags(registry: Registry, tag: string, published: PublishedFeature): Promise<Check> {
  const problems = new Problems();
  const version = parseVersion(published.version ?? '');
  if (version === undefined) problems.fail(`The manifest has no version to compare the tag ${tag} with`);
  else {
    checkOwnTag(tag, version, problems);
    await checkNamed(registry, published, version, problems);
    await checkMoving(registry, tag, version, problems);
  }
  return problems.toCheck('tags', `The tag ${tag} names version ${published.version ?? ''}`);
}

/** `1.2.0` names 1.2.0; a tag that is no version may name any. */
function checkOwnTag(tag: string, version: Version, problems: Problems): void {
  const isPart = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))?$/.test(tag);
  const isWrong = isPart ? !movingTags(version).some((moving) => moving.tag === tag) : parseVersion(tag) !== undefined && tag !== version.text;
  if (isWrong) problems.fail(`The tag ${tag} names version ${version.text}`);
}

async function checkNamed(registry: Registry, { digest, platforms }: PublishedFeature, version: Version, problems: Problems): Promise<void> {
  const named: (readonly [string, Digest])[] = [[version.text, digest], ...[...platforms].map(([arch, platform]) => [archTag(version.text, arch), platform.digest] as const)];
  await Promise.all(
    named.map(async ([tag, wanted]) => {
      try {
        const found = await registry.head(tag);
        if (found !== undefined && found.digest !== wanted) problems.fail(`The tag ${tag} names ${found.digest}, but for version ${version.text} it should name ${wanted}`);
      } catch (error) {
        noteFault(problems, error);
      }
    }),
  );
}

async function checkMoving(registry: Registry, tag: string, version: Version, problems: Problems): Promise<void> {
  const moving = movingTags(version).find((each) => each.tag === tag);
  if (moving === undefined) return;
  try {
    const highest = highestRelease(await registry.tags(), moving);
    if (highest !== undefined && highest.text !== version.text) problems.fail(`The tag ${tag} names version ${version.text}, but ${highest.text} is published too`);
  } catch (error) {
    noteFault(problems, error);
  }
}
