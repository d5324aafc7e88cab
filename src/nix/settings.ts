import { InputError } from '../errors.ts';
import type { System } from '../platform.ts';
import type { NixSettings } from '../request.ts';

/** What is known of the place where Nix will run. */
export interface SiteFacts {
  readonly place: 'host' | 'container';
  /** `--privileged` is among the container's options. */
  readonly privileged: boolean;
  /** The system that is built for runs there by emulation. */
  readonly emulated: System | undefined;
  /** NIX_CONFIG of our own environment: on the host it goes first, so that ours and the user's can override it. */
  readonly inherited: string;
}

/**
 * The text of NIX_CONFIG. Nix reads it after its own files, and a later line wins.
 *
 * - `sandbox: auto` leaves the host's Nix as it was set up. In a container it is off, as building namespaces needs rights
 *   that an unprivileged container lacks; in a privileged one it is on.
 * - In a container builds run as the container's root: build users would need a daemon or a set-up that few images have.
 * - `substituters` and `trusted-public-keys` are added to those of the place. Who wants these and no others says
 *   `substituters =` in `nix-config`.
 * - A flake's own `nixConfig` is never accepted: it could name a binary cache, and so decide what is shipped.
 *
 * @throws InputError where a value can't be what it should be
 */
export function nixConfig(settings: NixSettings, facts: SiteFacts): string {
  checkNixSettings(settings);
  const lines = [
    ...(facts.place === 'host' && facts.inherited !== '' ? [facts.inherited] : []),
    'extra-experimental-features = nix-command flakes',
    'accept-flake-config = false',
    ...(facts.place === 'container' ? ['build-users-group ='] : []),
    ...sandboxLines(settings.sandbox, facts),
    ...emulationLines(facts),
    ...(settings.builders.length > 0 ? [`builders = ${settings.builders.join(' ; ')}`] : []),
    ...settings.config.split(/\r?\n/).filter((line) => line.trim() !== ''),
    // Behind the user's lines: `substituters =` there takes away what came before it.
    ...list('extra-substituters', settings.substituters),
    ...list('extra-trusted-public-keys', settings.trustedPublicKeys),
  ];
  return `${lines.join('\n')}\n`;
}

/** @throws InputError, naming the input, the value, and what would be right */
export function checkNixSettings(settings: NixSettings): void {
  for (const url of settings.substituters) {
    if (!/^[^\s#]+$/.test(url)) {
      throw new InputError('substituters', `“${url}” is not the address of a binary cache: one URL without blanks is expected.`);
    }
  }
  for (const key of settings.trustedPublicKeys) {
    if (!/^[^\s:#]+:[A-Za-z0-9+/]+={0,2}$/.test(key)) {
      throw new InputError('trusted-public-keys', `“${key}” is not a public key: expected <name>:<base64>.`);
    }
  }
  for (const builder of settings.builders) {
    if (builder.trim() === '' || /[\r\n#]/.test(builder)) {
      throw new InputError('builders', `“${builder}” is not a remote builder: expected one line, such as ssh://host x86_64-linux.`);
    }
  }
  for (const line of settings.config.split(/\r?\n/)) checkConfigLine(line);
}

function checkConfigLine(line: string): void {
  const text = line.replace(/#.*/, '').trim();
  if (text === '' || /^!?include\s+\S/.test(text)) return;
  const name = /^([a-z0-9][a-z0-9-]*)\s*=(?:\s|$)/.exec(text)?.[1];
  if (name === undefined) {
    throw new InputError('nix-config', `“${line.trim()}” is not a line of nix.conf: expected name = value, with blanks around the sign.`);
  }
  if (name === 'accept-flake-config') {
    throw new InputError('nix-config', 'It sets accept-flake-config, but the nixConfig of a flake is never accepted here.', {
      hint: 'Give the binary caches as “substituters” and “trusted-public-keys”.',
    });
  }
}

function sandboxLines(sandbox: NixSettings['sandbox'], { place, privileged }: SiteFacts): string[] {
  if (sandbox !== 'auto') return [`sandbox = ${sandbox}`];
  return place === 'host' ? [] : [`sandbox = ${String(privileged)}`];
}

/**
 * QEMU in user mode knows no seccomp filters, and Nix fails where it can't load its own. On the host Nix must be told
 * that it can build for the other system too; in an emulated container it is itself a program of that system.
 */
function emulationLines({ emulated, place }: SiteFacts): string[] {
  if (emulated === undefined) return [];
  return ['filter-syscalls = false', ...(place === 'host' ? [`extra-extra-platforms = ${emulated}`] : [])];
}

function list(name: string, values: readonly string[]): string[] {
  return values.length > 0 ? [`${name} = ${values.join(' ')}`] : [];
}
