import type { Host } from '../kit/host.ts';
import type { Stages } from '../kit/stages.ts';
import type { Arch } from '../platform.ts';
import type { BuildRequest } from '../request.ts';

/** Whose bases are read: for which platform, with which login, for whom. */
export interface BasePlace {
  readonly request: Pick<BuildRequest, 'registry' | 'credentials' | 'engine'>;
  readonly arch: Arch;
  readonly host: Host;
  readonly stages: Stages;
}

/** Where Nix runs for a platform. */
export interface NixPlace extends BasePlace {
  readonly request: Pick<BuildRequest, 'bases' | 'engine' | 'containerOptions' | 'nix' | 'registry' | 'credentials'>;
  /** Absolute folders that a container sees under their own names, and may write to; none unless given. */
  readonly shared?: readonly string[];
  /** What is opened there goes when this does. */
  readonly cleanup: AsyncDisposableStack;
}
