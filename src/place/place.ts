import type { Host, Job } from '../kit/host.ts';
import type { Stages } from '../kit/stages.ts';
import type { Registries } from '../oci/pull/registries.ts';
import type { Arch } from '../platform.ts';
import type { BuildRequest } from '../request/build.ts';
import type { NixSettings } from '../request/nix.ts';

/** Whose bases are read: for which platform, with which login, for whom. */
export interface BasePlace {
  readonly request: Pick<BuildRequest, 'engine'>;
  readonly registries: Registries;
  readonly arch: Arch;
  readonly host: Host;
  readonly stages: Stages;
}

/** For which platform Nix runs on the host, and how it is set up. */
export interface HostNixPlace {
  readonly nix: NixSettings;
  readonly arch: Arch;
  readonly job: Job;
  /** What is opened there goes when this does. */
  readonly cleanup: AsyncDisposableStack;
}

/** Where Nix runs for a platform. */
export interface NixPlace extends BasePlace {
  readonly request: Pick<BuildRequest, 'bases' | 'engine' | 'containerOptions' | 'nix'>;
  /** Absolute folders that a container sees under their own names, and may write to; none unless given. */
  readonly shared?: readonly string[];
  /** What is opened there goes when this does. */
  readonly cleanup: AsyncDisposableStack;
}
