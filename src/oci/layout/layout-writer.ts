import { chmod, copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IntegrityError } from '../../kit/errors.ts';
import { canonicalJson } from '../format/canonical-json.ts';
import { digestOf, hexOf } from '../format/digest.ts';
import type { Descriptor } from '../format/manifest.ts';
import { IMAGE_INDEX } from '../format/media-types.ts';

const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;
const UNFINISHED = '.unfinished';

/**
 * Writes an OCI image layout (image-layout.md): the same bytes and modes for the same input, whatever the umask. It is
 * a layout only once `finish` was called; until then there is no `oci-layout` that would call it one.
 */
export class LayoutWriter {
  readonly folder: string;
  #files = 0;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** @param folder new or empty */
  static async create(folder: string): Promise<LayoutWriter> {
    await mkdir(folder, { recursive: true });
    const writer = new LayoutWriter(folder);
    const folders = [folder, join(folder, 'blobs'), writer.blobsFolder, join(folder, UNFINISHED)];
    for (const path of folders) {
      await mkdir(path, { recursive: true });
      await chmod(path, FOLDER_MODE);
    }
    return writer;
  }

  get blobsFolder(): string {
    return join(this.folder, 'blobs', 'sha256');
  }

  /** Where a blob may be written to by a stream, on the file system that it will stay on. Then hand it to `adoptFile`. */
  newBlobFile(): string {
    this.#files += 1;
    return join(this.folder, UNFINISHED, String(this.#files));
  }

  /** Adds a blob that is in memory. @returns its descriptor, to be put into a manifest */
  async addBytes(
    bytes: Uint8Array,
    mediaType: string,
    annotations?: Readonly<Record<string, string>>,
  ): Promise<Descriptor> {
    const path = this.newBlobFile();
    await writeFile(path, bytes);
    const descriptor: Descriptor = {
      mediaType,
      digest: digestOf(bytes),
      size: bytes.length,
      ...(annotations === undefined ? {} : { annotations }),
    };
    await this.adoptFile(path, descriptor);
    return descriptor;
  }

  /**
   * Moves a file in as a blob. The digest is taken as given: whoever wrote the file computed it on the way.
   * @throws IntegrityError if the file has another size
   */
  async adoptFile(path: string, descriptor: Pick<Descriptor, 'digest' | 'size'>): Promise<void> {
    const { size } = await stat(path);
    if (size !== descriptor.size) {
      throw new IntegrityError(`${path} has ${size} bytes, but the blob ${descriptor.digest} has ${descriptor.size}.`);
    }
    await chmod(path, FILE_MODE);
    await move(path, join(this.blobsFolder, hexOf(descriptor.digest)), () => this.newBlobFile());
  }

  /** Writes index.json and oci-layout. Nothing may be added any more. */
  async finish(manifests: readonly Descriptor[], annotations?: Readonly<Record<string, string>>): Promise<void> {
    await rm(join(this.folder, UNFINISHED), { recursive: true, force: true });
    const index = { schemaVersion: 2, mediaType: IMAGE_INDEX, manifests, annotations };
    await this.#write('index.json', canonicalJson(index));
    await this.#write('oci-layout', canonicalJson({ imageLayoutVersion: '1.0.0' }));
  }

  async #write(name: string, text: string): Promise<void> {
    const path = join(this.folder, name);
    await writeFile(path, text);
    await chmod(path, FILE_MODE);
  }
}

async function move(from: string, to: string, temporary: () => string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    // From another file system: copied first, so that a blob's name never stands for half of it.
    const copy = temporary();
    await copyFile(from, copy);
    await chmod(copy, FILE_MODE);
    await rename(copy, to);
    await rm(from);
  }
}
