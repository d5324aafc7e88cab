import { Failure, RegistryError } from '../../kit/errors.ts';
import type { ImageSource } from '../format/image-source.ts';
import { Registry } from './registry.ts';

/** Explains a name that was looked for on Docker Hub: a mistyped name of a folder looks like one. @returns the hint to give; undefined if it can't be one */
export function takenForHub(name: string, source: ImageSource): string | undefined {
  if (!(source instanceof Registry) || !source.repository.startsWith('docker.io/') || name.startsWith('docker.io/')) return undefined;
  return `There is no file or folder "${name}" here, so it was looked for on Docker Hub: check the name, or write the registry in front of it.`;
}

/** Returns the problem of a source's first answer, as a verb. */
export function problemOf({ status }: RegistryError): string {
  if (status === 404) return 'does not exist';
  return status === 401 || status === 403 ? 'is refused' : "can't be read";
}

/** Reads a source for the first time: if that fails, a name that was only taken for one of Docker Hub's is said to be. */
export async function orTakenForHub<T>(name: string, source: ImageSource, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    const hint = takenForHub(name, source);
    if (hint === undefined) throw error;
    throw new Failure(`${name} ${problemOf(error)}: ${error.message}`, { cause: error, hint });
  }
}
