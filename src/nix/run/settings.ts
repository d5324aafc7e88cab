import type { System } from '../../platform.ts';
import type { NixSettings } from '../../request/nix.ts';
import { DEFAULT_SUBSTITUTER, isDefaultSubstituter } from './nix-conf.ts';

/** What is known of the place where Nix will run. */
export interface SiteFacts {
  readonly place: 'host' | 'container';
  /** `--privileged` is among the container's options. */
  readonly privileged: boolean;
  /** The system that is built for runs there by emulation. */
  readonly emulated: System | undefined;
  /** NIX_CONFIG of our own environment: on the host it goes first, so that ours and the user's can override it. */
  readonly inherited: string;
  /** The host's Nix belongs to the user who runs it: builds run as that user, root too. */
  readonly singleUser?: boolean;
  /** The binary caches that the place's own nix.conf names; absent: Nix's default. */
  readonly named?: readonly string[];
}

/**
 * Returns the text of NIX_CONFIG. Nix reads it after its own files, and a later line wins.
 *
 * - `sandbox: auto` leaves the host's Nix as it was set up. In a container it is off, as building namespaces needs rights
 *   that an unprivileged container lacks; in a privileged one it is on.
 * - In a container builds run as the container's root: build users would need a daemon or a set-up that few images have.
 * - Of the binary caches that the place's own files name none is asked, unless the user wants it so: Nix's default goes first,
 *   unless those files take it away, and `substituters` are added to it. NIX_CONFIG of the job is the user's own. Who wants these and not even the default says
 *   `substituters =` in `nix-config`. Public keys are added to those of the place.
 * - A flake's own `nixConfig` is never accepted: it could name a binary cache, and so decide what is shipped.
 *
 * The settings were checked where they were read (actions/values/read-nix-settings.ts): no part of them can begin another line.
 */
export function nixConfig(settings: NixSettings, facts: SiteFacts): string {
  const lines = [
    ...(settings.configured === true ? [] : [`substituters = ${facts.named?.some(isDefaultSubstituter) === false ? '' : DEFAULT_SUBSTITUTER}`.trimEnd()]),
    ...(facts.place === 'host' && facts.inherited !== '' ? [facts.inherited] : []),
    'extra-experimental-features = nix-command flakes',
    'accept-flake-config = false',
    ...(facts.place === 'container' || facts.singleUser === true ? ['build-users-group ='] : []),
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

function sandboxLines(sandbox: NixSettings['sandbox'], { place, privileged }: SiteFacts): string[] {
  if (sandbox !== 'auto') return [`sandbox = ${sandbox}`];
  return place === 'host' ? [] : [`sandbox = ${String(privileged)}`];
}

/**
 * QEMU in user mode knows no seccomp filters, and Nix fails if it can't load its own. On the host Nix must be told
 * that it can build for the other system too; in an emulated container it is itself a program of that system.
 */
function emulationLines({ emulated, place }: SiteFacts): string[] {
  if (emulated === undefined) return [];
  return ['filter-syscalls = false', ...(place === 'host' ? [`extra-extra-platforms = ${emulated}`] : [])];
}

function list(name: string, values: readonly string[]): string[] {
  return values.length > 0 ? [`${name} = ${values.join(' ')}`] : [];
}
