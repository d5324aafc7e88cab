import { Field, grammar } from '../../json/field.ts';
import { parseYaml } from '../../json/yaml.ts';
import { InputError } from '../../kit/errors.ts';
import { hasLogin } from '../../kit/safe-text.ts';

/** An input of `devenv.yaml` (devenv's documentation, "devenv.yaml"). */
export interface DevenvInput {
  readonly name: string;
  /** A flake reference. */
  readonly url?: string;
  /** Another input, maybe one of its own: `base/nixpkgs`. */
  readonly follows?: string;
  /** False: a folder without a flake. */
  readonly flake: boolean;
  /** Inputs that replace those of its own flake. */
  readonly inputs: readonly DevenvInput[];
  /** Names of its overlays that nixpkgs gets. */
  readonly overlays: readonly string[];
}

/** What a `devenv.yaml` says, as far as a flake can say it. */
export interface DevenvConfig {
  readonly inputs: readonly DevenvInput[];
  readonly allowUnfree: boolean;
  readonly allowBroken: boolean;
  readonly insecurePackages: readonly string[];
  /** Names of settings that say nothing to a flake. */
  readonly ignored: readonly string[];
}

export const NO_CONFIG: DevenvConfig = { inputs: [], allowUnfree: false, allowBroken: false, insecurePackages: [], ignored: [] };

/** Bytes of a `devenv.yaml`. */
export const DEVENV_LIMIT = 256 * 1024;
const MOST = 200;
/** Inputs of inputs of inputs. */
const DEPTH = 3;

const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;
const FOLLOWS = grammar('the name of an input, or of one of its own (base/nixpkgs)', (text) => text.length <= 500 && text.split('/').every((part) => NAME.test(part)));
const OVERLAY = grammar('the name of an overlay', (text) => NAME.test(text));
const PACKAGE = grammar('the name of a package with its version (openssl-1.1.1w)', (text) => /^[A-Za-z0-9][A-Za-z0-9._+?=-]{0,199}$/.test(text));
const REFERENCE = grammar('a flake reference (github:NixOS/nixpkgs/nixos-25.11)', (text) => /^[\x21-\x7E]{1,1000}$/.test(text));

/** Reads the text of a `devenv.yaml`. @param file for messages @throws InputError */
export function parseDevenvYaml(text: string, file: string): DevenvConfig {
  const refuseAt = (why: string, line?: number): never => {
    throw new InputError('feature', `devenv.yaml can't be used: ${why}.`, {
      hint: 'docs/make/dev-shell.md lists the settings of devenv.yaml that are supported.',
      location: { file, ...(line === undefined ? {} : { line }) },
    });
  };
  const yaml = parseYaml(text, { bytes: DEVENV_LIMIT }, refuseAt);
  const whole = Field.of(yaml.value ?? {}, (why) => refuseAt(why, yaml.lineOf(why)));
  whole.get('imports').optional((imports) => imports.each(0, () => undefined));
  if (whole.get('impure').optional(flag) === true) whole.get('impure').refuse('is true, but builds here are pure');
  const nixpkgs = whole.get('nixpkgs').optional((field) => field);
  const settings = nixpkgs === undefined ? [whole] : [whole, nixpkgs];
  const isSet = (...names: readonly string[]): boolean => settings.some((field) => names.some((name) => field.get(name).optional(flag) === true));
  nixpkgs?.members(MOST).forEach(([name, field]) => NIXPKGS.includes(name) || field.refuse('is not supported here'));
  return {
    inputs: whole.get('inputs').optional((field) => readInputs(field, 1)) ?? [],
    allowUnfree: isSet('allowUnfree', 'allow_unfree'),
    allowBroken: isSet('allowBroken', 'allow_broken'),
    insecurePackages: settings.flatMap((field) => ['permittedInsecurePackages', 'permitted_insecure_packages'].flatMap((name) => listOf(field.get(name), (item) => item.as(PACKAGE)))),
    ignored: whole.members(MOST).flatMap(([name]) => ([...NIXPKGS, 'inputs', 'imports', 'impure', 'nixpkgs'].includes(name) ? [] : [name])),
  };
}

const NIXPKGS = ['allowUnfree', 'allow_unfree', 'allowBroken', 'allow_broken', 'permittedInsecurePackages', 'permitted_insecure_packages'];

function readInputs(field: Field, depth: number): readonly DevenvInput[] {
  if (depth > DEPTH) field.refuse(`is more than ${DEPTH} inputs deep`);
  return field.members(MOST).map(([name, input]) => {
    if (!NAME.test(name) || name === 'self') input.refuse('is not a name for an input: letters, digits, dashes and underscores');
    const url = input.get('url').optional((each) => each.as(REFERENCE));
    if (url !== undefined && holdsLogin(url)) input.get('url').refuse('contains a login or a token, which everybody who gets the result would see');
    const follows = input.get('follows').optional((each) => each.as(FOLLOWS));
    const inputs = input.get('inputs').optional((each) => readInputs(each, depth + 1)) ?? [];
    if (url !== undefined && follows !== undefined) input.refuse('has both "url" and "follows"');
    return {
      name,
      ...(url === undefined ? {} : { url }),
      ...(follows === undefined ? {} : { follows }),
      flake: input.get('flake').optional(flag) ?? true,
      inputs,
      overlays: listOf(input.get('overlays'), (item) => item.as(OVERLAY)),
    };
  });
}

/** Tells whether an address contains a login: the generated flake is shown, and so is each address in it. */
export function holdsLogin(text: string): boolean {
  return hasLogin(text.replace(/^(?:git|hg|tarball|file)\+/, '')) || /[?&](?:\w*token|\w*password|private_key)=/i.test(text);
}

function listOf<T>(field: Field, read: (item: Field) => T): readonly T[] {
  const items: T[] = [];
  field.optional((list) => list.each(MOST, (item) => items.push(read(item))));
  return items;
}

function flag(field: Field): boolean {
  return field.value === true || field.value === false ? field.value : field.refuseValue('true or false');
}
