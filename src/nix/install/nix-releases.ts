import { InputError } from '../../kit/errors.ts';
import type { System } from '../../platform.ts';
import type { NixRelease } from '../../request/nix.ts';

/** What a user says of the release. */
export interface WantedRelease {
  /** Undefined: {@link DEFAULT_NIX}. */
  readonly version: string | undefined;
  /** Hexadecimal. */
  readonly sha256: string | undefined;
  /** Where releases are: `https://releases.nixos.org/nix`, or a mirror of it. */
  readonly mirror: string;
}

/**
 * SHA-256 of `nix-<version>-<system>.tar.xz`, as the installer of each release has it
 * (`https://releases.nixos.org/nix/nix-<version>/install`). Each was found in a copy of that script and again in a pin of
 * somebody else; docs/use/setup.md says which, and how a row is added.
 */
const RELEASES: Readonly<Record<string, Readonly<Record<System, string>>>> = {
  '2.26.3': {
    'x86_64-linux': 'd378a057253fb98f05c3e7c431c1852cca6afae3376f5853a9fcb7ae423a05ad',
    'aarch64-linux': '8e52a0ff91b14a3fd7e5bdf5abe263c732b8655ecc67d7730844bb90e2203416',
  },
  '2.28.3': {
    'x86_64-linux': '85d1847d06d5d56167796d3f61cd992908de84584db3e700da031a782b59ea22',
    'aarch64-linux': '3dffb118772382e35526806fb97acc05df7ad6dc29dbe52b921b77e52e39f571',
  },
  '2.31.2': {
    'x86_64-linux': 'd1f67c86eed016214864ba08bfb9529c307aea7e8fafb74853f96fcc3bfd8a60',
    'aarch64-linux': '64db528412096d718b4bf8f78f85e5ac2b714b774e5005500dee37d23f560456',
  },
  '2.35.1': {
    'x86_64-linux': 'c3fe29778acaa93b5095ee66e36f11ec7c6a284c40970a24cc83ac4f04809db3',
    'aarch64-linux': '79b739996f1751573b4d2b56e4ae607855184c711f2cc1274fa0952a13d4bfc9',
  },
};

/** Within the range that this project is tested with; newer ones are there for those who ask for them. */
export const DEFAULT_NIX = '2.31.2';

/** Older ones lack what is used here (nix/run/version.ts). */
const OLDEST_MINOR = 8;

/**
 * Chooses what to install.
 * @throws InputError if the version can't be installed, or nothing says which hash it has
 */
export function chooseRelease({ version = DEFAULT_NIX, sha256, mirror }: WantedRelease, system: System): NixRelease {
  const known = Object.hasOwn(RELEASES, version) ? RELEASES[version]?.[system] : undefined;
  const hash = sha256 ?? known;
  if (hash === undefined) {
    throw new InputError('nix-sha256', `nix-version: the SHA-256 of Nix ${version} for ${system} is not known; nix-feature knows the hashes of ${Object.keys(RELEASES).join(', ')}.`, {
      hint: `Give it as "nix-sha256"; it is at https://releases.nixos.org/nix/nix-${version}/nix-${version}-${system}.tar.xz.sha256.`,
    });
  }
  return { version, system, sha256: hash, url: `${mirror}/nix-${version}/nix-${version}-${system}.tar.xz` };
}

/** Is it the version of a release that can be used here: three numbers, 2.8.0 or newer? */
export function isUsableVersion(text: string): boolean {
  const [, major = '', minor = ''] = /^(\d{1,4})\.(\d{1,4})\.\d{1,4}$/.exec(text) ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= OLDEST_MINOR);
}
