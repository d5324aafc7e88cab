import { Field } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { Failure } from '../../kit/errors.ts';
import { compareText } from '../store/store-path.ts';

/** What `nix develop` gives, without its functions. */
export interface DevShell {
  /** Folders of PATH, before those that are there already. */
  readonly path: readonly string[];
  /** The other variables that it exports, by name; nothing that only says how a derivation is built. */
  readonly variables: Readonly<Record<string, string>>;
  /** What the shell wants to be run when it is entered; empty if there is nothing. */
  readonly hook: string;
  /** The bash that would build it. */
  readonly builder: string;
}

const MOST_VARIABLES = 100_000;

/** Variables that `nix develop` leaves as they are outside (nix/develop.cc), and those of every shell. */
const OUTSIDE = /^(?:BASHOPTS|HOME|NIX_BUILD_TOP|NIX_ENFORCE_PURITY|NIX_LOG_FD|NIX_REMOTE|PPID|SHELL|SHELLOPTS|SSL_CERT_FILE|TEMP|TEMPDIR|TERM|TMP|TMPDIR|TZ|UID|OLDPWD|PWD|SHLVL|_)$/;

/**
 * What a derivation says of how it is built (Nix manual, "Derivations"; nixpkgs manual, "The Standard Environment"). A shell is
 * never built, and the compiler of all its tools would be named in these. docs/make/dev-shell.md lists them.
 */
const BUILDING = new RegExp(
  `^(?:${[
    'builder|system|name|pname|version|args|out|outputs|output(?:Bin|Dev|Doc|Man|Info|Lib|Devdoc|Devman|s)|shell|stdenv|src|srcs|sourceRoot|phases|passAsFile|shellHook',
    '__\\w+|dontAddDisableDepTrack|strictDeps|preferLocalBuild|allowSubstitutes|enableParallel\\w+|initialPath',
    '(?:native)?[bB]uildInputs|(?:default|propagated)(?:Native)?BuildInputs|deps(?:Build|Host|Target)\\w+|pkgs(?:Build|Host|Target)\\w+',
    'configure(?:Flags|Script)|(?:cmake|meson|make|build|install|check)Flags|patches|(?:pre|post)Phases',
    '(?:pre|post)?(?:[uU]npack|[pP]atch|[cC]onfigure|[bB]uild|[cC]heck|[iI]nstall|[fF]ixup|[iI]nstallCheck|[dD]ist)Phase|do(?:Install)?Check|doDist|(?:dis)?allowed(?:References|Requisites)',
    'hardening(?:Enable|Disable)|separateDebugInfo|outputHash\\w*|impureEnvVars|exportReferencesGraph|requiredSystemFeatures|NIX_STORE|NIX_BUILD_CORES|NIX_GCROOT',
  ].join('|')})$`,
);

/** What Nix sets PATH to in a build that says nothing of it. */
const NO_PATH = '/path-not-set';

/**
 * Reads the answer of `nix print-dev-env --json`.
 * @throws Failure if it can't be read
 */
export function parseDevShell(json: string): DevShell {
  const exported = exportedVariables(json);
  const path = (exported.get('PATH') ?? '').split(':').filter((folder) => folder.startsWith('/') && folder !== NO_PATH);
  const hook = exported.get('shellHook') ?? '';
  const variables = [...exported].filter(([name]) => isOfShell(name)).sort(([a], [b]) => compareText(a, b));
  return { path: [...new Set(path)], variables: Object.fromEntries(variables), hook: hook.trim() === '' ? '' : hook, builder: exported.get('builder') ?? '/bin/bash' };
}

/** Variables of bash that it does not export, lists among them, stay in the shell. */
function exportedVariables(json: string): ReadonlyMap<string, string> {
  const variables = Field.of(parsedJson(json, refuse), refuse).get('variables').members(MOST_VARIABLES);
  return new Map(
    variables.flatMap(([name, variable]) => {
      if (variable.get('type').text() !== 'exported' && name !== 'shellHook') return [];
      const { value } = variable.get('value');
      return typeof value === 'string' && !value.includes('\0') ? [[name, value] as const] : [];
    }),
  );
}

function isOfShell(name: string): boolean {
  return name !== 'PATH' && !OUTSIDE.test(name) && !BUILDING.test(name) && /^[A-Za-z_][A-Za-z0-9_]{0,255}$/.test(name);
}

function refuse(why: string): never {
  throw new Failure(`"nix print-dev-env --json" wrote something that can't be read: ${why}.`);
}
