import type { DeltaDocument, LayerEntry } from '../delta/document/delta-document.ts';
import { layerKey } from '../delta/layers/known-layers.ts';
import type { Check } from '../report/runs/verify.ts';
import { IntegrityError } from '../kit/errors.ts';
import { BUNDLE_FOLDER, bundleFiles } from '../feature/files/bundle.ts';
import type { PublishedPlatform } from '../feature/manifest/feature-manifest.ts';
import { blobBytes } from '../oci/format/blob-bytes.ts';
import { digestOf } from '../oci/format/digest.ts';
import type { Descriptor, ImageManifest } from '../oci/format/manifest.ts';
import { DELTA_ARTIFACT, DELTA_CONFIG, ENV_PATH } from '../oci/format/media-types.ts';
import { parseManifest } from '../oci/format/parse-manifest.ts';
import { archOf, type Arch } from '../platform.ts';
import { readDocument } from '../release/published.ts';
import { Problems, isGone, noteFault } from './result/checks.ts';
import type { Subject } from './open-subject.ts';
import { factsOfDocument, factLines, type ComparedFacts } from './platform-facts.ts';
import { factsOfTar } from './tar-facts.ts';
import type { FeatureTar } from './read-tar.ts';

/** What was found of one platform. */
export interface ReadPlatform {
  readonly arch: Arch;
  readonly checks: readonly Check[];
  /** Undefined if it could not be read. */
  readonly document: DeltaDocument | undefined;
  /** What its layers are held against; undefined if nothing says it. */
  readonly facts: ComparedFacts | undefined;
}

/** Files of the installer that say what no other list says. */
const RECORDS = ['registration', 'requires-registration', 'environment'] as const;

const COPIED = 'a copy may lack it, because copying tools follow no annotations (docs/verify/verifying.md, "Copies")';

/**
 * Reads a platform's manifest and delta document, and compares them with each other and with the lists in the Feature's tar,
 * which the installer goes by. If the document is wrong, its layers are compared with the tar alone.
 * @throws CancelledError
 */
export async function readPlatform(subject: Subject, { arch, platform }: { readonly arch: Arch; readonly platform: PublishedPlatform }, tar: FeatureTar | undefined): Promise<ReadPlatform> {
  const [own, documentProblems] = [new Problems(), new Problems()];
  const manifest = await readManifest(subject, platform, own);
  const config = platform.document ?? manifest?.config;
  const document = await readConfig(subject, { arch, config, isCopy: manifest === undefined }, documentProblems);
  if (manifest !== undefined && platform.document !== undefined && manifest.config.digest !== platform.document.digest) {
    documentProblems.fail(`The platform manifest has the document ${manifest.config.digest}, but the Feature's manifest says ${platform.document.digest}`);
  }
  const inTar = tar === undefined ? undefined : tarFacts(tar, arch, documentProblems);
  if (document !== undefined) checkDocument(document, tar, inTar, documentProblems);
  const facts = document !== undefined && documentProblems.outcome === 'passed' ? factsOfDocument(document) : (inTar ?? (document === undefined ? undefined : factsOfDocument(document)));
  if (manifest !== undefined && facts !== undefined) await checkManifest(subject, manifest, facts, own);
  return {
    arch,
    document,
    facts,
    checks: [
      own.toCheck('platform', `${platform.digest}, with the layers of its document`, arch),
      documentProblems.toCheck('document', `${config?.digest ?? ''}, and the installer's lists say the same`, arch),
    ],
  };
}

async function readManifest({ source, holds, name }: Subject, { digest }: PublishedPlatform, problems: Problems): Promise<ImageManifest | undefined> {
  try {
    if (!holds(digest)) throw new IntegrityError('', { cause: { code: 'ENOENT' } });
    const parsed = parseManifest(await source.manifest(digest), name);
    if (parsed.kind === 'manifest' && parsed.manifest.artifactType === DELTA_ARTIFACT && parsed.manifest.config.mediaType === DELTA_CONFIG) return parsed.manifest;
    problems.fail(`${digest} is not the manifest of a delta`);
  } catch (error) {
    if (isGone(error)) problems.skip(`The platform manifest ${digest} is missing: ${COPIED}`);
    else noteFault(problems, error);
  }
  return undefined;
}

async function readConfig(
  { source, name }: Subject,
  { arch, config, isCopy }: { readonly arch: Arch; readonly config: Pick<Descriptor, 'digest' | 'size'> | undefined; readonly isCopy: boolean },
  problems: Problems,
): Promise<DeltaDocument | undefined> {
  if (config === undefined) {
    problems.skip('Its digest is unknown');
    return undefined;
  }
  try {
    const document = await readDocument(source, config, `The delta document of ${name} for ${arch}`);
    if (archOf(document.system) === arch) return document;
    problems.fail(`The delta document for ${arch} is for ${document.system}`);
  } catch (error) {
    if (isCopy && isGone(error)) problems.skip(`The delta document ${config.digest} is missing: ${COPIED}`);
    else noteFault(problems, error);
  }
  return undefined;
}

function tarFacts(tar: FeatureTar, arch: Arch, problems: Problems): ComparedFacts | undefined {
  try {
    return factsOfTar(tar, arch);
  } catch (error) {
    noteFault(problems, error);
    return undefined;
  }
}

function checkDocument(document: DeltaDocument, tar: FeatureTar | undefined, inTar: ComparedFacts | undefined, problems: Problems): void {
  const nars = new Map(document.closure.map(({ path, narHash }) => [path, { narHash }]));
  for (const { key, digest, paths } of [...document.layers, ...(document.complement ?? [])] satisfies readonly LayerEntry[]) {
    if (layerKey(paths, nars) !== key) problems.fail(`The key of the layer ${digest} does not match its paths`);
  }
  if (tar === undefined || inTar === undefined) return problems.skip("The Feature's tar can't be used, so its lists were not compared");
  const [said, listed] = [factLines(factsOfDocument(document)), factLines(inTar)];
  const [known, inLists] = [new Set(said), new Set(listed)];
  for (const line of said) if (!inLists.has(line)) problems.fail(`The document says "${line}", but the lists in the Feature's tar don't`);
  for (const line of listed) if (!known.has(line)) problems.fail(`The lists in the Feature's tar say "${line}", but the document doesn't`);
  checkRecords(document, tar, problems);
}

/** The registry and the options are no platform's. */
function checkRecords(document: DeltaDocument, { ours }: FeatureTar, problems: Problems): void {
  const made = new Map(bundleFiles({ registry: '', repository: '', userLinks: false, options: [] }, [{ document }]).map(({ name, text }) => [name.slice(BUNDLE_FOLDER.length + 1), text]));
  for (const record of RECORDS) {
    const name = `${document.system}/${record}`;
    if (ours.get(name)?.toString('utf8') !== made.get(name)) problems.fail(`nix-feature/${name} in the Feature's tar does not match the document`);
  }
}

/** It lists the delta's layers, the store path, and the complement's layers, and nothing else. */
async function checkManifest({ source }: Subject, { layers }: ImageManifest, { storePath, layers: own, complement = [] }: ComparedFacts, problems: Problems): Promise<void> {
  const text = `${storePath}\n`;
  const envPath = { mediaType: ENV_PATH, digest: digestOf(text), size: text.length };
  const wanted = [...own, envPath, ...complement];
  const differs = wanted.findIndex(({ digest, size, mediaType }, index) => layers[index]?.digest !== digest || layers[index].size !== size || layers[index].mediaType !== mediaType);
  if (differs >= 0) problems.fail(`The layer ${differs + 1} of the platform manifest is ${layers[differs]?.digest ?? '(none)'} and should be ${wanted[differs]?.digest ?? ''}`);
  else if (layers.length > wanted.length) problems.fail(`The platform manifest lists ${layers.length} layers, but its platform has ${wanted.length}`);
  else await blobBytes(source, envPath).catch((error: unknown) => noteFault(problems, error));
}
