import { Failure } from '../../kit/errors.ts';
import { shellWord } from '../../kit/text.ts';
import type { System } from '../../platform.ts';
import { nixString } from '../flake/flake-text.ts';
import { STORE_DIR, storePathOfName, type StorePath } from '../store/store-path.ts';
import type { DevShell } from './dev-shell.ts';

/** Where a shell's package has what login shells read, relative to it. */
export const SHELL_PROFILE = 'share/nix-feature/profile.sh';

/** Lists of folders that are joined to what is outside, as `nix develop` does (nix/develop.cc). */
const JOINED: ReadonlySet<string> = new Set(['XDG_DATA_DIRS']);

/** Returns what of a shell every process of a container can have, as it is the same everywhere: no store path, no name of a platform, one line, nothing that is expanded. */
export function constantsOf({ variables }: DevShell): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(variables).filter(([name, value]) => !JOINED.has(name) && isConstant(value)));
}

function isConstant(value: string): boolean {
  return value.length <= 4096 && !/[^\P{Cc}\t]|\$|\/nix\/store\/|x86[_-]64|aarch64|amd64|arm64|i686/u.test(value);
}

/** Returns the script that login shells source: the variables that not every process can have. Values that are set already stay. */
export function profileText(shell: DevShell, hook: boolean): string {
  const constants = constantsOf(shell);
  const rest = Object.entries(shell.variables).filter(([name]) => !Object.hasOwn(constants, name));
  const lines = rest.map(([name, value]) =>
    JOINED.has(name) ? `case ":\${${name}:-}:" in *:${shellWord(value)}:*) ;; *) export ${name}=${shellWord(value)}"\${${name}:+:$${name}}" ;; esac` : `[ -n "\${${name}+set}" ] || export ${name}=${shellWord(value)}`,
  );
  // As one word: other shells also parse what is between "then" and "fi", and fail if it is not their language.
  const run = hook && shell.hook !== '' ? [`[ -z "\${BASH_VERSION:-}" ] || eval ${shellWord(shell.hook)}`] : [];
  return `${[...lines, ...run].join('\n')}\n`;
}

/** Links to the programs of all folders, the first of each name, and the script. Its last command is the shell's own: see below. */
const BUILD = `set -e
mkdir -p "$out/bin" "$out/\${profile%/*}"
printf '%s' "$(<"$textPath")" > "$out/$profile"; echo >> "$out/$profile"
while read -r folder; do
  links=()
  for file in "$folder"/*; do
    if [ -f "$file" ] && [ -x "$file" ] && [ ! -e "$out/bin/\${file##*/}" ]; then links+=("$file"); fi
  done
  if [ "\${#links[@]}" -gt 0 ]; then ln -s "\${links[@]}" "$out/bin/"; fi
done < "$foldersPath"
`;

/** The folder that nix-direnv, if it is among the shell's packages, shares: stdenv puts it into XDG_DATA_DIRS. */
const NIX_DIRENV = /^\/nix\/store\/[0-9a-z]{32}-nix-direnv(?:-[0-9][^/]*)?\/share$/;

/**
 * What direnv tells people to put into their bashrc, for shells that show a prompt (direnv's documentation, "Setup"). nix-direnv comes as a
 * direnvrc, which is direnv's configuration for whoever has none.
 */
function direnvHook({ variables }: DevShell): string {
  const shared = (variables['XDG_DATA_DIRS'] ?? '').split(':').find((folder) => NIX_DIRENV.test(folder));
  const configured = shared === undefined ? '' : `[ -n "\${DIRENV_CONFIG:-}" ] || [ -e "\${XDG_CONFIG_HOME:-\${HOME:-}/.config}/direnv" ] || export DIRENV_CONFIG=${shellWord(`${shared}/nix-direnv`)}; `;
  return `case $- in *i*) if [ -n "$BASH_VERSION" ] && command -v direnv > /dev/null; then ${configured}eval "$(direnv hook bash)"; fi ;; esac\n`;
}

const NEEDS_DIRENV = `[ -x "$out/bin/direnv" ] || { echo "direnv-hook: the shell has no direnv; add it to its packages" >&2; exit 1; }
`;

/** Of an argument (execve(2), MAX_ARG_STRLEN). */
const MOST_BYTES = 128 * 1024 - 1;

interface PackageParts {
  readonly shell: DevShell;
  /** With the shell's shellHook. */
  readonly hook: boolean;
  /** With direnv's hook. */
  readonly direnv?: boolean;
  /** The bash, absolute. */
  readonly builder: string;
}

/**
 * Returns code of a derivation that holds a shell: programs in \`bin\`, and what login shells read. It is built by the bash that the shell
 * itself names; of what built the shell's tools nothing is in it.
 * @throws Failure if the shell has more text than an argument can have
 */
export function shellPackage(name: string, system: System, { shell, hook, direnv = false, builder }: PackageParts): string {
  const text = profileText(shell, hook) + (direnv ? direnvHook(shell) : '');
  const folders = shell.path.filter((folder) => folder.startsWith(`${STORE_DIR}/`));
  const tools = shell.path.join(':');
  const code = `let
  known = builtins.listToAttrs (map (name: { inherit name; value = { path = true; }; }) [ ${storePathsIn([text, tools, builder].join('\n')).map(nixString).join(' ')} ]);
  with_ = text: builtins.appendContext text known;
in derivation {
  name = ${nixString(name)};
  system = ${nixString(system)};
  builder = with_ ${nixString(builder)};
  args = [ "-c" ${nixString(`${BUILD}${direnv ? NEEDS_DIRENV : ''}exit 0`)} ];
  PATH = ${nixString(`${tools}:/usr/bin:/bin`)};
  profile = ${nixString(SHELL_PROFILE)};
  text = with_ ${nixString(text)};
  folders = ${nixString(folders.map((folder) => `${folder}\n`).join(''))};
  passAsFile = [ "text" "folders" ];
}`;
  const bytes = Buffer.byteLength(code);
  if (bytes > MOST_BYTES) throw new Failure(`The variables of the shell take ${bytes} bytes; the limit is ${MOST_BYTES}.`, { hint: 'Put large values into a file of a package, and its name into the variable.' });
  return code;
}

/** Returns the store paths that a text names, sorted, each once. */
export function storePathsIn(text: string): readonly StorePath[] {
  const names = [...text.matchAll(/\/nix\/store\/([0-9a-z]{32}-[0-9a-zA-Z+\-._?=]+)/g)].map(([, name = '']) => storePathOfName(name));
  return [...new Set(names.filter((path) => path !== undefined))].sort();
}
