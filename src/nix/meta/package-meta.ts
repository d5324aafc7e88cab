import deprecatedIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import currentIds from 'spdx-license-ids/index.json' with { type: 'json' };
import { firstUnfit } from '../../kit/safe-text.ts';
import type { StorePath } from '../store/store-path.ts';

/** A licence of the SPDX list by its identifier, any other by the name that its author gave it. */
export type Licence = { readonly id: string } | { readonly name: string };

/** What a flake says of one of its packages; whatever it does not say, or says in a shape of its own, is absent. */
export interface PackageMeta {
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
  /** An address that begins with http or https. */
  readonly homepage?: string;
  /** CPE 2.3, as the flake has it. */
  readonly cpe?: string;
  /** In the order of the flake; none if it names none. */
  readonly licences: readonly Licence[];
  /** `Name <mail>` */
  readonly maintainers: readonly string[];
  /** The repository that the package is defined in: `NixOS/nixpkgs`. */
  readonly namespace?: string;
}

/** By the store paths of all outputs. */
export type PackageMetas = ReadonlyMap<StorePath, PackageMeta>;

/** Characters of a text that is kept. */
const LONGEST = 500;
const MOST_LICENCES = 20;
const MOST_MAINTAINERS = 50;

const IDS: ReadonlyMap<string, string> = new Map([...currentIds, ...deprecatedIds].map((id) => [id.toLowerCase(), id]));

/** NIST IR 7695, 6.2: the formatted string. Other characters than these are escaped with a backslash. */
const CPE = /^cpe:2\.3:[aho*-](?::(?:[A-Za-z0-9_.*?-]|\\[!-/:-@[-`{-~]){1,200}){10}$/;
const NAMESPACE = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;

/** What a flake or an SBOM says of a package, before it is looked at. */
export interface RawMeta {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly description?: unknown;
  readonly homepage?: unknown;
  readonly cpe?: unknown;
  readonly licences?: unknown;
  readonly maintainers?: unknown;
  readonly namespace?: unknown;
}

/** Keeps what has the shape that it should have, and leaves out the rest. */
export function packageMeta(raw: RawMeta): PackageMeta {
  const one = {
    name: textOf(raw.name),
    version: textOf(raw.version),
    description: textOf(raw.description),
    homepage: homepageOf(raw.homepage),
    cpe: matching(raw.cpe, CPE),
    namespace: matching(raw.namespace, NAMESPACE),
  };
  const known = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
  return { ...known, licences: licencesOf(raw.licences), maintainers: maintainersOf(raw.maintainers) };
}

/** Finds a licence by its name or identifier. @returns undefined for what names none */
export function licenceOf(text: unknown): Licence | undefined {
  const name = textOf(text);
  if (name === undefined) return undefined;
  const id = IDS.get(name.toLowerCase());
  return id === undefined ? { name } : { id };
}

function licencesOf(value: unknown): readonly Licence[] {
  const found = listOf(value, MOST_LICENCES).flatMap((each) => licenceOf(each) ?? []);
  return [...new Map(found.map((licence) => ['id' in licence ? licence.id : ` ${licence.name}`, licence])).values()];
}

function maintainersOf(value: unknown): readonly string[] {
  return [...new Set(listOf(value, MOST_MAINTAINERS).flatMap((each) => textOf(each) ?? []))];
}

function listOf(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text.length > LONGEST || firstUnfit(text) !== undefined ? undefined : text;
}

function matching(value: unknown, grammar: RegExp): string | undefined {
  return typeof value === 'string' && grammar.test(value) ? value : undefined;
}

/** An address with a login in it is nobody's homepage. */
function homepageOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || !/^https?:\/\/[!-~]+$/.test(text) || !URL.canParse(text)) return undefined;
  const { username, password } = new URL(text);
  return username === '' && password === '' && !/["<>\\^`{|}]/.test(text) ? text : undefined;
}
