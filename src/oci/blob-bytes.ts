import { IntegrityError } from '../errors.ts';
import { MANIFEST_LIMIT, type ImageSource } from './image-source.ts';
import type { Descriptor } from './manifest.ts';

/** A small blob, whole and verified: a config. @throws IntegrityError also where it is over 8 MiB */
export async function blobBytes(source: ImageSource, descriptor: Descriptor): Promise<Buffer> {
  if (descriptor.size > MANIFEST_LIMIT) {
    throw new IntegrityError(`The blob ${descriptor.digest} of ${source.name} has ${descriptor.size} bytes, too many for a config.`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of source.blob(descriptor)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
