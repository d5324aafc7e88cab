import { parseVersion } from '../../feature/metadata/versions.ts';
import { Failure, ifThere } from '../../kit/errors.ts';
import { Limiter } from '../../kit/parallel.ts';
import type { Digest } from '../../oci/format/digest.ts';
import { parseManifest, type RawManifest } from '../../oci/format/parse-manifest.ts';
import { parseReferrer } from '../../oci/format/referrer.ts';
import type { Registry } from '../../oci/pull/registry.ts';
import { publishedAs } from '../../release/published.ts';
import { isOwnTag, type AttachedManifest, type KnownManifest, type KnownRelease, type RepositoryContent } from './decide-prune.ts';

/** Manifests that are read at once. */
const TOGETHER = 6;

/** Reads all that the tags of a repository name: manifests, and those that they name. @throws Failure if a tag's manifest can't be had; RegistryError, IntegrityError if one can't be parsed, CancelledError */
export async function readRepository(reader: Registry): Promise<RepositoryContent> {
  const limiter = new Limiter(TOGETHER);
  const tags = new Map<string, Digest>();
  const listed = await reader.tags();
  await Promise.all(listed.map((tag) => limiter.run(async () => {
    // What HEAD does not find would need nothing, and what it names could be deleted: so GET is asked as well.
    const digest = (await reader.head(tag))?.digest ?? (await ifThere(reader.resolve(tag)))?.descriptor.digest;
    if (digest !== undefined) tags.set(tag, digest);
  })));

  const manifests = new Map<Digest, KnownManifest>();
  const raws = new Map<Digest, RawManifest>();
  const read = async (digest: Digest): Promise<void> => {
    if (manifests.has(digest)) return;
    manifests.set(digest, { size: 0, names: [], blobs: [] });
    const raw = await ifThere(limiter.run(() => reader.manifest(digest)));
    if (raw === undefined) return;
    raws.set(digest, raw);
    const known = knownManifest(raw, reader.repository);
    manifests.set(digest, known);
    await Promise.all(known.names.map(read));
  };
  await Promise.all([...tags.values()].map(read));
  const [unread] = [...tags].find(([, digest]) => !raws.has(digest)) ?? [];
  if (unread !== undefined) throw new Failure(`${reader.repository}:${unread} is there, but its manifest can't be read, so it is not known what it needs. Nothing was deleted.`, { hint: "Run nix-feature prune again. If that does not help, delete this tag first, with the registry's own tools." });

  const versions = [...tags].filter(([tag]) => parseVersion(tag) !== undefined);
  const releases = versions.flatMap(([version, digest]) => releaseOf(version, raws.get(digest), reader.repository));
  const foreign = versions.filter(([tag, digest]) => !releases.some((release) => isOwnTag(tag, digest, release))).map(([version]) => version);
  return { releases, foreign, tags, manifests };
}

/** Returns what is attached to a manifest. @throws RegistryError, IntegrityError, CancelledError */
export async function referrersOf(reader: Registry, subject: Digest): Promise<readonly AttachedManifest[]> {
  const { list } = await reader.referrers(subject);
  return list.map(({ digest, size, artifactType, layers }) => ({ digest, artifactType, known: { size, names: [subject], blobs: layers } }));
}

function releaseOf(version: string, raw: RawManifest | undefined, where: string): readonly KnownRelease[] {
  const published = raw === undefined ? undefined : publishedAs(`${where}:${version}`, raw);
  return published?.version === version ? [{ version, digest: published.digest, platforms: [...published.platforms.values()].map(({ digest }) => digest) }] : [];
}

/** @throws IntegrityError for what can't be parsed: it may need what would be deleted */
function knownManifest(raw: RawManifest, where: string): KnownManifest {
  const size = raw.bytes.length;
  const parsed = parseManifest(raw, where);
  const { subject } = parseReferrer(raw, where);
  const about = subject === undefined ? [] : [subject];
  if (parsed.kind === 'index') return { size, names: [...parsed.index.manifests.map(({ digest }) => digest), ...about], blobs: [] };
  const platforms = [...publishedAs(where, raw).platforms.values()].map(({ digest }) => digest);
  return { size, names: [...platforms, ...about], blobs: [parsed.manifest.config, ...parsed.manifest.layers] };
}
