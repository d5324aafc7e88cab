import type { System } from '../platform.ts';

/** A release of Nix that may be installed: nothing of it is unpacked or run before it has this hash. */
export interface NixRelease {
  /** `2.31.2` */
  readonly version: string;
  readonly system: System;
  /** Of the tarball; hexadecimal. */
  readonly sha256: string;
  readonly url: string;
}

/** How builders are reached by ssh. */
export interface SshAccess {
  /** The private key's own text; undefined: the user's own keys. */
  readonly key: string | undefined;
  /** Lines of a known_hosts file; undefined: the user's own. */
  readonly knownHosts: string | undefined;
}

export interface NixSettings {
  /** What is installed on a host that has no Nix; undefined: nothing. */
  readonly install?: NixRelease;
  /** Those that are asked besides Nix's default. */
  readonly substituters: readonly string[];
  /** Those that the nix.conf of the place names are asked too. */
  readonly configured?: boolean;
  readonly trustedPublicKeys: readonly string[];
  readonly builders: readonly string[];
  /** Undefined: as the user's own ssh is set up. */
  readonly ssh?: SshAccess;
  /** Further lines of nix.conf, as given. */
  readonly config: string;
  readonly sandbox: 'auto' | 'true' | 'false';
}
