import { isObject } from '../../json/field.ts';
import { Failure, InputError } from '../../kit/errors.ts';
import { ARCHES, systemOf } from '../../platform.ts';

/** A fetched source as flake.lock writes it: `type`, `owner`, `rev`, `narHash` and so on. */
export type LockEntry = Readonly<Record<string, string | number | boolean>>;

/** What Nix code takes for a name as it is, if it is no word of the language (Nix manual, "Identifiers", "Keywords"). */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_'-]*$/;
const SYSTEMS = ARCHES.map(systemOf);
const KEYWORDS = new Set(['assert', 'else', 'if', 'in', 'inherit', 'let', 'or', 'rec', 'then', 'with']);

/** Tells whether a text is the path of an attribute of nixpkgs: `jq`, `python3Packages.requests`, `gtk+3`. */
export function isPackageName(text: string): boolean {
  return text.length <= 200 && text.split('.').every((part) => /^[A-Za-z0-9_][A-Za-z0-9_'+-]*$/.test(part));
}

/**
 * Tells whether a flake.nix declares inputs that may differ tomorrow if no lock file pins them. An input whose address
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
 * Returns a flake that offers an environment of packages of nixpkgs as its default, for every system that is built for.
 * Every name and value is quoted, so that none can be anything else.
 * @param nixpkgs as a flake.lock has it, or a flake reference; undefined: what Nix's registry of flakes knows by that name
 */
export function packagesFlake(name: string, packages: readonly string[], nixpkgs: LockEntry | string | undefined): string {
  const paths = packages.map((attribute) => `          ${selection(attribute)}`);
  return `{
  inputs.nixpkgs${typeof nixpkgs === 'object' ? ` = ${attributes(nixpkgs)}` : `.url = ${nixString(nixpkgs ?? 'flake:nixpkgs')}`};
  outputs = { self, nixpkgs }: {
    packages = builtins.listToAttrs (map (system: let pkgs = nixpkgs.legacyPackages.\${system}; in { name = system; value = {
      default = pkgs.buildEnv {
        name = ${nixString(name)};
        paths = [
${paths.join('\n')}
        ];
      };
    }; }) [ ${SYSTEMS.map(nixString).join(' ')} ]);
  };
}
`;
}

/**
 * Returns the nixpkgs that a flake.lock pins.
 * @returns undefined if it has none
 * @throws InputError if it can't be read
 */
export function pinnedNixpkgs(flakeLock: string, file: string): LockEntry | undefined {
  return pinnedInputs(flakeLock, file, { input: 'packages', hint: 'Create it again with "nix flake lock".' }).get('nixpkgs');
}

/** Returns what a lock file pins, by the names of the inputs of its root. @throws InputError if it can't be read */
export function pinnedInputs(lock: string, file: string, { input, hint }: { readonly input: string; readonly hint: string }): ReadonlyMap<string, LockEntry> {
  try {
    const { nodes, root } = JSON.parse(lock) as {
      nodes: Record<string, { inputs?: Record<string, unknown>; locked?: LockEntry }>;
      root: string;
    };
    return new Map(
      Object.entries(nodes[root]?.inputs ?? {}).flatMap(([name, node]) => {
        const locked = typeof node === 'string' ? nodes[node]?.locked : undefined;
        if (locked === undefined) return [];
        if (isLockedSource(locked)) return [[name, locked] as const];
        throw new TypeError('a locked input has invalid values');
      }),
    );
  } catch (cause) {
    throw new InputError(input, `${file} is not a lock file of Nix.`, { cause, hint, location: { file } });
  }
}

function isLockedSource(value: unknown): value is LockEntry {
  if (!isObject(value)) return false;
  return Object.values(value).every((each) => typeof each === 'string' || typeof each === 'boolean' || (Number.isSafeInteger(each) && Number(each) >= 0));
}

/** Returns the code that picks a package out of `pkgs`. @param attribute as `isPackageName` takes it */
export function selection(attribute: string): string {
  return ['pkgs', ...attribute.split('.').map((part) => (IDENTIFIER.test(part) && !KEYWORDS.has(part) ? part : nixString(part)))].join('.');
}

/** Returns a locked source as Nix code. */
export function attributes(source: LockEntry): string {
  const entries = Object.entries(source).filter(([name]) => name !== '__final');
  return `{ ${entries.map(([name, value]) => `${nixString(name)} = ${typeof value === 'string' ? nixString(value) : String(value)};`).join(' ')} }`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** Returns text as Nix code (Nix manual, "String"). @throws Failure for a NUL, which no string of Nix can hold */
export function nixString(text: string): string {
  if (text.includes('\0')) throw new Failure("A text that contains a NUL can't be written as Nix code.");
  return `"${text.replaceAll(/["\\]|\$(?=\{)|[\n\r\t]/g, (found) => ESCAPES[found] ?? `\\${found}`)}"`;
}
