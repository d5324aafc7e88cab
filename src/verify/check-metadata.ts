import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { completeMetadata } from '../feature/environment/complete-metadata.ts';
import { GENERATED_INSTALL } from '../feature/files/bundle.ts';
import type { Delivery } from '../release/content.ts';
import { keyMetadata, releaseKey } from '../release/release-key.ts';
import type { ShippedFile } from '../feature/files/shipped-files.ts';
import { membersOf, stringOf } from '../feature/metadata/written-json.ts';
import { JsonError, parseJson } from '../json/parse-json.ts';
import type { PublishedFeature } from '../release/published.ts';
import type { Check } from '../report/runs/verify.ts';
import { Problems } from './result/checks.ts';
import { keyedOf, type ComparedFacts } from './platform-facts.ts';
import type { FeatureTar } from './read-tar.ts';

/** Bytes. Metadata have at most 1 MiB in what we publish; a parser's tree takes many times as much. */
const MOST_METADATA = 4 * 1024 * 1024;

/** Returns metadata that can be parsed; undefined if it is not JSON, or nested too deep for a parser. */
export function readableMetadata(text: string | undefined): string | undefined {
  try {
    if (text !== undefined) parseJson(text, { bytes: MOST_METADATA });
    return text;
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

/** Compares the metadata of the annotation, of the tar, of the installer's facts and of the documents. */
export function checkMetadata(published: PublishedFeature, tar: FeatureTar, documents: readonly DeltaDocument[]): Check {
  const problems = new Problems();
  const { version } = published;
  const metadata = readableMetadata(published.metadata);
  const id = membersText(metadata, 'id');
  if (metadata === undefined) problems.fail('The manifest has no annotation with valid metadata');
  else if (metadata !== tar.metadata) problems.fail(tar.metadata === undefined ? "The Feature's tar has no metadata" : "The metadata of the manifest's annotation differs from the metadata in the Feature's tar");
  else if (id === undefined || membersText(metadata, 'version') !== version) problems.fail(`The metadata is not of the version ${version ?? '(none)'}`);
  const facts = new Set((tar.ours.get('feature.env')?.toString('utf8') ?? '').split('\n'));
  // What is wrong with the metadata of either makes no further problem of what the other says.
  const own = membersText(tar.metadata, 'id');
  if (!facts.has(`id=${own ?? ''}`) || !facts.has(`version=${membersText(tar.metadata, 'version') ?? ''}`)) {
    problems.fail("nix-feature/feature.env in the Feature's tar does not name the Feature and version of its metadata");
  }
  for (const document of documents) checkDocument(document, tar.metadata, problems);
  return problems.toCheck('metadata', `The same in the annotation, the tar and ${documents.length === 0 ? "the installer's facts" : 'each document'}: ${id ?? ''} ${version ?? ''}`);
}

function checkDocument({ feature, system, env }: DeltaDocument, metadata = '{}', problems: Problems): void {
  const [id, version] = [membersText(metadata, 'id'), membersText(metadata, 'version')];
  if (feature.id !== id || feature.version !== version) return problems.fail(`The delta document for ${system} is of ${feature.id} ${feature.version}, but the metadata is of ${id ?? '(none)'} ${version ?? '(none)'}`);
  const [own, completed] = [metadata, completeMetadata(metadata, feature.id, env)].map((json) => membersOf(json).get('containerEnv'));
  if (own !== completed) problems.fail(`containerEnv of the metadata lacks what the delta document for ${system} says of the environment`);
}

function membersText(json: string | undefined, name: string): string | undefined {
  return json === undefined ? undefined : stringOf(membersOf(json).get(name));
}

/** Makes the release key again, of the Feature's tar and of what its platforms hold. */
export function checkKey(published: PublishedFeature, tar: FeatureTar, platforms: readonly ComparedFacts[]): Check {
  const problems = new Problems();
  const { key } = published;
  const metadata = tar.metadata ?? '';
  const hasLayers = platforms.some(({ layers, complement = [] }) => layers.length + complement.length > 0);
  // Of a Feature without layers nothing tells.
  const deliveries: readonly Delivery[] = tar.embedded.size > 0 ? ['embed'] : hasLayers ? ['layers'] : ['embed', 'layers'];
  const keyed = platforms.map(keyedOf);
  // Earlier versions of this program took the metadata in its own order.
  const made = [keyMetadata(metadata), metadata].flatMap((text) => filesOf(tar).flatMap((files) => deliveries.map((delivery) => releaseKey({ metadata: text, files, delivery, documents: keyed }))));
  if (key === undefined || !made.includes(key)) problems.fail(`The release key is ${key ?? '(none)'}, but what is published gives ${made[0] ?? '(none)'}`);
  return problems.toCheck('key', `Recomputed: ${key ?? ''}`);
}

/** An author who wrote none got an install.sh; one who wrote the very same is to be told apart by the key alone. */
function filesOf({ files }: FeatureTar): readonly (readonly ShippedFile[])[] {
  return files.some(isGenerated) ? [files.filter((file) => !isGenerated(file)), files] : [files];
}

function isGenerated({ name, bytes }: ShippedFile): boolean {
  return name === 'install.sh' && bytes.equals(Buffer.from(GENERATED_INSTALL));
}
