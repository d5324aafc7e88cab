import type { DeltaDocument } from '../delta/document/delta-document.ts';
import { DOCUMENT_LIMIT, parseDeltaDocument } from '../delta/document/parse-document.ts';
import { blobBytes } from '../oci/format/blob-bytes.ts';
import type { ImageSource } from '../oci/format/image-source.ts';
import type { Descriptor } from '../oci/format/manifest.ts';

/**
 * Reads a delta document out of a registry or a layout.
 * @param where for messages
 * @throws IntegrityError if it is none, or too large; RegistryError, CancelledError
 */
export async function readDocument(source: ImageSource, config: Pick<Descriptor, 'digest' | 'size'>, where: string): Promise<DeltaDocument> {
  return parseDeltaDocument(await blobBytes(source, config, DOCUMENT_LIMIT), where);
}
