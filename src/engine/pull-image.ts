import { BaseError, CommandError } from '../kit/errors.ts';
import type { Arch } from '../platform.ts';
import type { Credentials } from '../request/build.ts';
import { complaint } from './complaint.ts';
import type { Engine, LocalImage } from './engine.ts';
import { withRegistryAuth } from './registry-auth.ts';

export interface PullOptions {
  readonly arch: Arch;
  readonly credentials?: Credentials | undefined;
  /** Called with what the engine says while it pulls. */
  readonly onProgress?: (line: string) => void;
}

/**
 * Pulls an image for a platform, unless the engine holds it already.
 * @param reference `registry/repo@sha256:…`; a digest, so that what is there needs no second look
 * @throws BaseError if it can't be pulled, or is for another platform
 */
export async function pullImage(engine: Engine, reference: string, options: PullOptions): Promise<LocalImage> {
  const there = await engine.inspectImage(reference);
  if (there?.architecture === options.arch) return there;
  await pull(engine, reference, options);
  const image = await engine.inspectImage(reference);
  if (image === undefined) throw new BaseError(`${reference} was pulled, but ${engine.name} can't find it.`);
  checkArch(image, reference, options.arch);
  return image;
}

/** @throws BaseError if the image is for another platform than is asked for */
export function checkArch(image: LocalImage, name: string, arch: Arch): void {
  if (image.architecture === arch && image.os === 'linux') return;
  throw new BaseError(`The base image ${name} is for ${image.os}/${image.architecture}, not for linux/${arch}.`, {
    hint: `Name an image that has linux/${arch}, or leave ${arch} out of "arches".`,
  });
}

async function pull(engine: Engine, reference: string, { arch, credentials, onProgress }: PullOptions): Promise<void> {
  const registry = reference.slice(0, reference.indexOf('/'));
  const platform = engine.name === 'docker' ? ['--platform', `linux/${arch}`] : ['--os', 'linux', '--arch', arch];
  // Docker speaks plain http to a registry on loopback unasked.
  const plain = engine.name === 'podman' && isLoopback(registry) ? ['--tls-verify=false'] : [];
  try {
    await withRegistryAuth(engine, registry, credentials, ({ before, after }) =>
      engine.run([...before, 'pull', ...platform, ...plain, ...after, reference], {
        mayLogIn: credentials === undefined,
        ...(onProgress !== undefined && { onStderr: onProgress }),
      }),
    );
  } catch (error) {
    throw error instanceof CommandError ? explained(error, reference, arch) : error;
  }
}

function isLoopback(registry: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(registry);
}

function explained(error: CommandError, reference: string, arch: Arch): BaseError {
  const said = error.stderr;
  if (/no matching manifest|no image found in (manifest list|image index)|does not match the specified platform/i.test(said)) {
    return new BaseError(`The base image ${reference} has no linux/${arch}.`, {
      cause: error,
      hint: `Name an image that has it, or leave ${arch} out of "arches".`,
    });
  }
  if (/manifest unknown|not found|name unknown/i.test(said)) {
    return new BaseError(`The base image ${reference} does not exist.`, { cause: error, hint: 'Check its name and tag.' });
  }
  if (/unauthorized|denied|forbidden|authentication required|no basic auth credentials/i.test(said)) {
    return new BaseError(`The registry denied access to the base image ${reference}: ${complaint(said)}`, {
      cause: error,
      hint: 'Set "username" and "password" of an account that may read it, or log in first.',
    });
  }
  return new BaseError(`The base image ${reference} could not be pulled: ${complaint(said)}`, { cause: error });
}
