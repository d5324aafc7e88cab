import { InputError } from '../errors.ts';
import type { System } from '../platform.ts';

/** A fetched source as flake.lock writes it: `type`, `owner`, `rev`, `narHash` and so on. */
export type LockedSource = Readonly<Record<string, string | number | boolean>>;

/** nixpkgs attribute paths: `jq`, `python3Packages.requests`, `gtk+3`. Nothing in them can end a Nix string. */
const PACKAGE = /^[A-Za-z0-9_][A-Za-z0-9_'.+-]*$/;

/**
 * Does a flake.nix declare inputs that may be others tomorrow, where no lock file says which? An input whose address
 * names a revision, or whose attributes do, is none. Comments are left out of account; strings are not, which at worst warns once too often.
 */
export function hasFloatingInputs(flakeNix: string): boolean {
  const code = flakeNix.replaceAll(/#.*$/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  if (!/(?:^|[\s{;])inputs\s*(?:=\s*\{\s*[^\s}]|\.)/.test(code)) return false;
  // Inputs as attributes: { type = "github"; owner = "NixOS"; repo = "nixpkgs"; rev = "…"; }
  const sources = code.match(/\{[^{}]*\btype\s*=\s*"[^{}]*\}/g) ?? [];
  if (sources.some((source) => !/\b(?:rev\s*=\s*"[0-9a-f]{40}"|narHash\s*=\s*"sha256-)/.test(source))) return true;
  const rest = sources.reduce((text, source) => text.replace(source, ''), code);
  const urls = [...rest.matchAll(/\burl\s*=\s*"([^"]*)"/g)].map((match) => match[1] ?? '');
  return urls.length + sources.length === 0 || urls.some((url) => !/\b[0-9a-f]{40}\b|[?&]narHash=sha256-/.test(url));
}

/**
 * A flake that offers an environment of packages of nixpkgs as its default.
 * @param nixpkgs undefined: what Nix's registry of flakes knows by that name
 * @throws InputError where a name is none
 */
export function packagesFlake(name: string, packages: readonly string[], system: System, nixpkgs: LockedSource | undefined): string {
  const paths = packages.map((attribute) => `        ${selection(attribute)}`);
  return `{
  inputs.nixpkgs${nixpkgs === undefined ? '.url = "flake:nixpkgs"' : ` = ${attributes(nixpkgs)}`};
  outputs = { self, nixpkgs }: let pkgs = nixpkgs.legacyPackages.${system}; in {
    packages.${system}.default = pkgs.buildEnv {
      name = ${nixString(name)};
      paths = [
${paths.join('\n')}
      ];
    };
  };
}
`;
}

/**
 * The nixpkgs that a flake.lock pins.
 * @returns undefined where it has none
 * @throws InputError where it can't be read
 */
export function pinnedNixpkgs(flakeLock: string, file: string): LockedSource | undefined {
  try {
    const { nodes, root } = JSON.parse(flakeLock) as {
      nodes: Record<string, { inputs?: Record<string, unknown>; locked?: LockedSource }>;
      root: string;
    };
    const node = nodes[root]?.inputs?.['nixpkgs'];
    return typeof node === 'string' ? nodes[node]?.locked : undefined;
  } catch (cause) {
    throw new InputError('packages', `${file} is not a lock file of Nix.`, { cause, hint: 'Write it anew with “nix flake lock”.', location: { file } });
  }
}

function selection(attribute: string): string {
  const parts = attribute.split('.');
  if (!PACKAGE.test(attribute) || parts.includes('')) {
    throw new InputError('packages', `“${attribute}” is not the name of a package in nixpkgs, such as jq or python3Packages.requests.`);
  }
  return ['pkgs', ...parts.map(nixString)].join('.');
}

function attributes(source: LockedSource): string {
  const entries = Object.entries(source).filter(([name]) => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) && name !== '__final');
  return `{ ${entries.map(([name, value]) => `${name} = ${typeof value === 'string' ? nixString(value) : String(value)};`).join(' ')} }`;
}

/** Text as Nix code. */
export function nixString(text: string): string {
  return `"${text.replaceAll(/["\\]|\$(?=\{)/g, String.raw`\$&`)}"`;
}
