import type { LocalImage } from '../../engine/engine.ts';
import { BaseError } from '../../kit/errors.ts';
import type { ContainerUser } from './session.ts';

/** Whom a dev container of an image works as. */
export interface DevUsers {
  /** `_REMOTE_USER`: what tools and terminals run as. */
  readonly remote: ContainerUser;
  /** `_CONTAINER_USER`: what the container itself runs as. */
  readonly container: ContainerUser;
}

/**
 * Returns the users that the dev container tools would take (containers.dev, "Image metadata", "remoteUser", "containerUser"):
 * the last that the image's label names, then the image's own.
 * @param passwd lines of /etc/passwd; an image may have none
 * @param asked the user's own choice of the remote user
 * @throws BaseError if the image has no such user
 */
export function devUsers(image: LocalImage, passwd: readonly string[], asked: string | undefined): DevUsers {
  const labels = labelEntries(image.labels['devcontainer.metadata'] ?? '');
  const last = (name: string): string | undefined => labels.findLast((entry) => typeof entry[name] === 'string')?.[name] as string | undefined;
  const container = last('containerUser') ?? (image.user.split(':', 1)[0] || 'root');
  return { container: findUser(passwd, container), remote: findUser(passwd, asked ?? last('remoteUser') ?? container) };
}

function findUser(passwd: readonly string[], wanted: string): ContainerUser {
  for (const line of passwd) {
    const [name = '', , id = '', , , home = ''] = line.split(':');
    if (name === wanted || id === wanted) return { name, id, home: home || '/' };
  }
  if (wanted === 'root' || /^\d+$/.test(wanted)) return { name: wanted, id: wanted === 'root' ? '0' : wanted, home: wanted === 'root' ? '/root' : '/' };
  throw new BaseError(`The base image has no user "${wanted}", which would use the Feature.`, {
    hint: 'Set "remote-user" to a user in its /etc/passwd.',
  });
}

/** One object, or a list of them. What can't be read is what tools ignore as well. */
function labelEntries(label: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const parsed: unknown = JSON.parse(label);
    return [parsed].flat().filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null);
  } catch {
    return [];
  }
}
