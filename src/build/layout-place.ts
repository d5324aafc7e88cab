import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';

/** What a layout of ours may hold; a folder with anything else in it is not ours to replace. */
const OURS = /^(?:blobs|index\.json|oci-layout|delta(?:-[a-z0-9]+)?\.json|feature\.(?:json|tar))$/;

/**
 * Where the layout goes. Work is done beside it, on the same file system, and what is whole is moved there at the end:
 * whoever looks sees the earlier layout, or the new one, and a run that fails leaves what was there before.
 */
export class LayoutPlace implements AsyncDisposable {
  /** For work; removed in the end. */
  readonly work: string;
  readonly #output: string;
  readonly #temporary: boolean;
  #placed = false;

  private constructor(work: string, output: string, temporary: boolean) {
    this.work = work;
    this.#output = output;
    this.#temporary = temporary;
  }

  /**
   * @param output absolute; undefined: a temporary folder, which stays when the layout is in it
   * @throws InputError where the folder holds other things than an earlier layout
   */
  static async claim(output: string | undefined): Promise<LayoutPlace> {
    if (output === undefined) {
      const folder = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'nix-feature-'));
      return new LayoutPlace(join(folder, 'work'), join(folder, 'layout'), true);
    }
    await assertReplaceable(output);
    await mkdir(dirname(output), { recursive: true });
    return new LayoutPlace(await mkdtemp(join(dirname(output), '.nix-feature-')), output, false);
  }

  /** Moves a finished layout to its place. @returns where that is */
  async put(layout: string): Promise<string> {
    await assertReplaceable(this.#output);
    const earlier = join(this.work, 'earlier');
    const hadOne = await rename(this.#output, earlier).then(() => true, ignoreMissing);
    try {
      await rename(layout, this.#output);
    } catch (error) {
      if (hadOne) await rename(earlier, this.#output);
      throw error;
    }
    this.#placed = true;
    return this.#output;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const left = this.#temporary && !this.#placed ? dirname(this.work) : this.work;
    await rm(left, { recursive: true, force: true });
  }
}

async function assertReplaceable(output: string): Promise<void> {
  const entries = await readdir(output).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new InputError('output', `output: ${output} can't be used as a folder: ${cause.message}.`, { cause });
  });
  const foreign = entries.filter((name) => !OURS.test(name)).sort()[0];
  if (foreign === undefined) return;
  throw new InputError('output', `output: ${output} holds other things than an image layout, such as “${foreign}”.`, {
    hint: 'Name a new or empty folder, or one that holds an earlier layout.',
  });
}

function ignoreMissing(error: NodeJS.ErrnoException): false {
  if (error.code !== 'ENOENT') throw error;
  return false;
}
