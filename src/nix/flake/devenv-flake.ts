import { ARCHES, systemOf } from '../../platform.ts';
import type { DevenvConfig, DevenvInput } from './devenv-yaml.ts';
import { attributes, nixString, type LockEntry } from './flake-text.ts';

/** What devenv takes if devenv.yaml names none (devenv's documentation, "Inputs"). */
const DEFAULTS: Readonly<Record<string, string>> = { nixpkgs: 'github:cachix/devenv-nixpkgs/rolling', devenv: 'github:cachix/devenv' };

/** The folder that devenv.nix is told it is in: where dev containers have their workspaces. */
const ROOT = '/workspaces';

/** What a folder of devenv says. */
export interface DevenvFolder {
  readonly config: DevenvConfig;
  /** What devenv.lock pins, by the names of the inputs. */
  readonly locked: ReadonlyMap<string, LockEntry>;
}

/** An input as the flake has it. */
interface FlakeInput extends DevenvInput {
  readonly pin: LockEntry | undefined;
}

/**
 * Returns a flake that offers what devenv makes of the devenv.nix beside it as its shell `default`, by devenv's own library (its documentation, "Using
 * devenv with Nix Flakes"). Every name and value is quoted, so that none can be anything else.
 * @param nixpkgs a flake reference that takes the place of the input of this name
 */
export function devenvFlake(folder: DevenvFolder, nixpkgs?: string): string {
  const { allowUnfree, allowBroken, insecurePackages } = folder.config;
  const inputs = inputsOf(folder, nixpkgs);
  const overlays = inputs.flatMap(({ name, overlays: own }) => own.map((overlay) => `inputs.${nixString(name)}.overlays.${nixString(overlay)}`));
  return `{
${inputs.flatMap((input) => inputLines(`inputs.${nixString(input.name)}`, input)).join('\n')}
  outputs = inputs: {
    devShells = builtins.listToAttrs (map (system: let
      pkgs = import inputs.nixpkgs {
        inherit system;
        config = { allowUnfree = ${allowUnfree}; allowBroken = ${allowBroken}; permittedInsecurePackages = [ ${insecurePackages.map(nixString).join(' ')} ]; };
        overlays = [ ${overlays.join(' ')} ];
      };
    in { name = system; value.default = inputs.devenv.lib.mkShell {
      inherit inputs pkgs;
      modules = [ ({ lib, ... }: { devenv.root = lib.mkOverride 900 ${nixString(ROOT)}; }) ./devenv.nix ];
    }; }) [ ${ARCHES.map(systemOf).map(nixString).join(' ')} ]);
  };
}
`;
}

/** Returns the names of inputs that may be others tomorrow. */
export function floatingInputs(folder: DevenvFolder): readonly string[] {
  return inputsOf(folder, undefined).flatMap(({ name, url = '', follows, pin }) => {
    const isPinned = pin === undefined ? /\b[0-9a-f]{40}\b|[?&]narHash=sha256-/.test(url) : pin['rev'] !== undefined || pin['narHash'] !== undefined;
    return follows !== undefined || isPinned ? [] : [name];
  });
}

function inputsOf({ config, locked }: DevenvFolder, nixpkgs: string | undefined): readonly FlakeInput[] {
  const missing = Object.keys(DEFAULTS).filter((name) => config.inputs.every((input) => input.name !== name));
  const all: readonly DevenvInput[] = [...missing.map((name) => ({ name, flake: true, inputs: [], overlays: [] })), ...config.inputs];
  return all.map((input) => {
    const { name, follows: _followed, ...rest } = input;
    if (name === 'nixpkgs' && nixpkgs !== undefined) return { ...rest, name, url: nixpkgs, pin: undefined };
    const url = input.url ?? (input.follows === undefined ? DEFAULTS[name] : undefined);
    const pin = locked.get(name);
    return { ...input, ...(url === undefined ? {} : { url: name === 'devenv' ? url.replace(MODULES, '') : url }), pin: pin === undefined || name !== 'devenv' ? pin : wholeOf(pin) };
  });
}

function inputLines(place: string, { url, follows, flake, inputs, pin }: FlakeInput): readonly string[] {
  if (follows !== undefined) return [`  ${place}.follows = ${nixString(follows)};`];
  const source = pin === undefined ? (url === undefined ? [] : [`  ${place}.url = ${nixString(url)};`]) : [`  ${place} = ${attributes(pin)};`];
  const own = inputs.flatMap((input) => inputLines(`${place}.inputs.${nixString(input.name)}`, { ...input, pin: undefined }));
  return [...source, ...(flake ? [] : [`  ${place}.flake = false;`]), ...own];
}

/** devenv's command takes the folder of its modules; its library is in the flake of the whole repository. */
const MODULES = /\?dir=src\/modules$/;

function wholeOf(pin: LockEntry): LockEntry {
  return pin['dir'] === 'src/modules' ? Object.fromEntries(Object.entries(pin).filter(([key]) => key !== 'dir')) : pin;
}
