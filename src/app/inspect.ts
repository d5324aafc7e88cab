import { movingTags, parseVersion } from '../feature/metadata/versions.ts';
import { Failure, IntegrityError, RegistryError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Host } from '../kit/host.ts';
import { describeLayout, describePublished } from '../layout/described-feature.ts';
import type { Digest } from '../oci/format/digest.ts';
import { parseReference } from '../oci/format/reference.ts';
import { Registries } from '../oci/pull/registries.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { InspectReport } from '../report/runs/inspect.ts';
import type { PortableRequest } from '../request/existing.ts';

/**
 * Gathers what is known of a published Feature or of the layout of a build, without reading its layers.
 * @throws Failure if there is no such Feature or platform; RegistryError, IntegrityError, CancelledError
 */
export async function inspectFeature(request: PortableRequest, host: Host): Promise<InspectReport> {
  const { source, arches } = request;
  const report = source.kind === 'path' ? await ofLayout(source) : await ofPublished(source.text, new Registries(request, host));
  const there = report.platforms.map(({ arch }) => arch);
  const missing = arches.filter((arch) => !there.includes(arch));
  if (missing.length > 0) throw new Failure(`${source.text} has no platform ${formatList(missing)}; it has ${formatList(there)}.`);
  return arches.length === 0 ? report : { ...report, platforms: report.platforms.filter(({ arch }) => arches.includes(arch)) };
}

async function ofLayout({ text, path }: { readonly text: string; readonly path: string }): Promise<InspectReport> {
  return { ...(await describeLayout(path)), name: text, tags: undefined, referrers: undefined };
}

async function ofPublished(name: string, registries: Registries): Promise<InspectReport> {
  const reader = registries.open(parseReference(name));
  try {
    const feature = await describePublished(reader, name);
    const { digest, platforms } = feature;
    if (digest === undefined) return { ...feature, name, tags: undefined, referrers: undefined };
    const referrers = await reader.referrers(digest).then(({ list }) => list, noneIfRefused);
    return { ...feature, name, tags: await tagsOf(reader, digest, platforms[0]?.document.feature.version ?? ''), referrers };
  } finally {
    reader.close();
  }
}

/** Of the tags that a version may have, those that name this manifest. */
async function tagsOf(reader: Registry, digest: Digest, text: string): Promise<readonly string[]> {
  const version = parseVersion(text);
  const possible = version === undefined ? [] : [text, ...movingTags(version).map(({ tag }) => tag)];
  const named = await Promise.all(possible.map(async (tag) => ((await reader.head(tag).catch(noneIfRefused))?.digest === digest ? [tag] : [])));
  return named.flat();
}

/** A registry that does not say costs a row. */
function noneIfRefused(error: unknown): undefined {
  if (error instanceof RegistryError || error instanceof IntegrityError) return undefined;
  throw error;
}
