import type { BuildRequest } from '../../request.ts';

/** What a set-up came to. */
export interface SetupReport {
  /** `Nix 2.31.2` */
  readonly nix: string;
  /** The release that was asked for. */
  readonly wanted: string;
  /** Where it comes from. */
  readonly from: 'here' | 'cached' | 'downloaded';
  /** The folder that has to go before PATH; undefined: `nix` is in PATH. */
  readonly bin: string | undefined;
  /** Variables for whatever runs Nix afterwards. */
  readonly variables: Readonly<Record<string, string>>;
  readonly given: BuildRequest['given'];
  /** ms */
  readonly duration: number;
}
