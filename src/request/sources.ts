/** A manifest or index of a registry, read. */
export interface PinnedManifest {
  readonly mediaType: string;
  readonly digest: string;
  readonly bytes: Buffer;
}

/** Where a base image is, as the user wrote it. Which of these it is decides how it is read and run. */
export type BaseReference =
  /** `registry/repo[:tag][@digest]`; `text` is what the user wrote, `root` what it named when the run began */
  | { readonly kind: 'registry'; readonly text: string; readonly root?: PinnedManifest }
  /** `oci:<folder>[:<ref name>]`; `folder` is absolute */
  | { readonly kind: 'layout'; readonly text: string; readonly folder: string; readonly ref: string | undefined }
  /** `daemon:<image>`: an image of the container engine */
  | { readonly kind: 'daemon'; readonly text: string; readonly image: string };

/** A file that names a flake in place of an input. */
export interface SaidBy {
  /** Absolute. */
  readonly file: string;
  /** Numbers of its lines that are not understood. */
  readonly ignored: readonly number[];
}

/** Which flake output is built. */
export type FlakeSource =
  /** A folder that holds a flake.nix; it is used as `path:`, so that no git is needed where Nix runs. `folder` is absolute. */
  | { readonly kind: 'folder'; readonly folder: string; readonly attribute: string }
  /** Any other flake reference, honoured as given. `mount` is the local folder that a `path:` or `git+file:` reference is about. */
  | { readonly kind: 'reference'; readonly reference: string; readonly attribute: string; readonly mount?: string }
  /** A folder that devenv.nix makes a shell of, for which a flake is generated. `folder` is absolute */
  | { readonly kind: 'devenv'; readonly folder: string; readonly attribute: string }
  /** A development shell of another source, whose attribute is the shell's name; `hook`: with its shellHook; `direnv`: with direnv's hook; `said`: by a file, no input. */
  | { readonly kind: 'shell'; readonly of: Exclude<FlakeSource, { readonly kind: 'shell' | 'packages' }>; readonly hook: boolean; readonly direnv?: true; readonly said?: SaidBy }
  /** Attribute names of nixpkgs, for which a flake is generated. */
  | { readonly kind: 'packages'; readonly packages: readonly string[] };

/** A nixpkgs that somebody named. */
export interface NixpkgsChoice {
  /** A flake reference. */
  readonly reference: string;
  /** Absolute: a local folder that it is. */
  readonly mount?: string;
}
