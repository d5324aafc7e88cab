import { IntegrityError } from '../../kit/errors.ts';
import { MANIFEST_LIMIT, type ImageSource } from './image-source.ts';
import type { Descriptor } from './manifest.ts';

/**
 * Returns a small blob, whole and verified: a config, a document.
 * @param limit bytes
 * @throws IntegrityError also if it has more; nothing of it is read then
 */
export async function blobBytes(source: Pick<ImageSource, 'name' | 'blob'>, descriptor: Pick<Descriptor, 'digest' | 'size'>, limit = MANIFEST_LIMIT): Promise<Buffer> {
  if (descriptor.size > limit) {
    throw new IntegrityError(`The blob ${descriptor.digest} of ${source.name} has ${descriptor.size} bytes, and no more than ${limit} are read of such a blob.`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of source.blob(descriptor)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
