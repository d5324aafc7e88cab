import { InputError, SetupError } from '../../kit/errors.ts';
import { hasLogin, redactUrls } from '../../kit/safe-text.ts';
import { withoutTrailing } from '../../kit/text.ts';
import { chooseRelease, DEFAULT_NIX, isUsableVersion } from '../../nix/install/nix-releases.ts';
import { archOfNode, systemOf } from '../../platform.ts';
import type { NixRelease, NixSettings } from '../../request/nix.ts';
import type { InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { textOf } from './values.ts';

/**
 * Reads which release of Nix is to be installed if there is none.
 * @throws InputError; SetupError on a machine that has no release
 */
export function readNixRelease(read: InputReader, { arch: nodeArch }: Pick<Surroundings, 'arch'>): NixRelease {
  const arch = archOfNode(nodeArch);
  if (arch === undefined) throw new SetupError(`Nix is installed on x64 and arm64 only, and this machine is ${nodeArch}.`);
  return chooseRelease({ version: readVersion(read), sha256: readHash(read), mirror: readMirror(read) }, systemOf(arch));
}

/** Reads the same for a build, which installs none unless it is told which. @throws InputError */
export function readInstall(read: InputReader, where: Pick<Surroundings, 'arch'>): Pick<NixSettings, 'install'> {
  const given = (['nix-version', 'nix-sha256'] as const).find((name) => textOf(read, name) !== '');
  if (given === undefined) return {};
  if (textOf(read, 'build-in') !== 'host') {
    throw new InputError(given, `${given}: is about the Nix of the machine, and "build-in: container" runs the Nix of the base image.`, { hint: `Use "build-in: host", or leave "${given}" out.` });
  }
  if (given === 'nix-sha256') throw new InputError('nix-sha256', 'nix-sha256: is given, but no release is named.', { hint: 'Name the release with "nix-version".' });
  return { install: readNixRelease(read, where) };
}

function readVersion(read: InputReader): string | undefined {
  const text = textOf(read, 'nix-version');
  if (text === '') return undefined;
  if (isUsableVersion(text)) return text;
  throw new InputError('nix-version', `nix-version: "${text}" is not the version of a release that can be used.`, { hint: `Expected three numbers, 2.8.0 or newer, such as ${DEFAULT_NIX}.` });
}

function readHash(read: InputReader): string | undefined {
  const text = textOf(read, 'nix-sha256').toLowerCase().replace(/^sha256:/, '');
  if (text === '' || /^[0-9a-f]{64}$/.test(text)) return text === '' ? undefined : text;
  throw new InputError('nix-sha256', `nix-sha256: "${text}" is not a SHA-256.`, { hint: 'Expected 64 hexadecimal digits, as in the file "….tar.xz.sha256" beside the release.' });
}

function readMirror(read: InputReader): string {
  const text = textOf(read, 'nix-mirror');
  // Its address goes to another program as an argument.
  if (hasLogin(text)) throw new InputError('nix-mirror', `nix-mirror: "${redactUrls(text)}" contains a login, which process lists would show and which is not sent.`, { hint: 'Name a mirror that can be read without one.' });
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '') && !/[?#\s]/.test(text)) return withoutTrailing(text, '/');
  throw new InputError('nix-mirror', `nix-mirror: "${redactUrls(text)}" is not the address of a server.`, { hint: 'Expected one such as https://releases.nixos.org/nix.' });
}
