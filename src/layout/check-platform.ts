import type { DeltaDocument, LayerEntry } from '../delta/document/delta-document.ts';
import { IntegrityError } from '../kit/errors.ts';
import { digestOf } from '../oci/format/digest.ts';
import type { Descriptor, ImageManifest } from '../oci/format/manifest.ts';
import { DELTA_ARTIFACT, DELTA_CONFIG, ENV_PATH } from '../oci/format/media-types.ts';
import type { LayoutFacts } from './layout-facts.ts';

/** What `oras pull` makes files of. */
const TITLE = 'org.opencontainers.image.title';
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/;

/**
 * Checks that a platform manifest agrees with its delta document and its layout. It is published as it is, so it must contain nothing else.
 * @param where for messages
 * @throws IntegrityError
 */
export function checkPlatform(manifest: ImageManifest, document: DeltaDocument, { feature }: LayoutFacts, where: string): void {
  const refuse = (why: string): never => {
    throw new IntegrityError(`${where} can't be used: ${why}.`, { hint: 'Nothing was sent. Build again, and publish what that build wrote.' });
  };
  const named = `${document.feature.id} ${document.feature.version}`;
  if (named !== `${feature.id} ${feature.version}`) refuse(`its delta document is of ${named}, and its layout of ${feature.id} ${feature.version}`);
  if (manifest.artifactType !== DELTA_ARTIFACT || manifest.config.mediaType !== DELTA_CONFIG) refuse('it is not the manifest of a delta');
  const wanted = [...document.layers, envPathOf(document), ...(document.complement ?? [])];
  for (const [index, layer] of wanted.entries()) {
    if (!isSame(manifest.layers[index], layer)) refuse(`its layer ${index + 1} is not ${layer.digest}, as in its delta document`);
  }
  if (manifest.layers.length > wanted.length) refuse(`it lists ${manifest.layers.length} layers, and its delta document has ${wanted.length}`);
  const title = manifest.layers.map(({ annotations }) => annotations?.[TITLE]).find((each) => each !== undefined && !FILE_NAME.test(each));
  if (title !== undefined) refuse(`${JSON.stringify(title.slice(0, 80))} is not a valid file name`);
}

type Listed = Pick<LayerEntry, 'digest' | 'size' | 'mediaType'>;

function envPathOf({ storePath }: DeltaDocument): Listed {
  const text = `${storePath}\n`;
  return { mediaType: ENV_PATH, digest: digestOf(text), size: text.length };
}

function isSame(found: Descriptor | undefined, { digest, size, mediaType }: Listed): boolean {
  return found?.digest === digest && found.size === size && found.mediaType === mediaType;
}
