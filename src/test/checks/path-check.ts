import { formatNumberOf } from '../../kit/format.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import type { ContainerUser, Session } from '../container/session.ts';
import { judged } from './checks.ts';

const PATH_TITLE = 'programs on PATH in plain, login and interactive shells';

const MODES = [
  ['plain', []],
  ['login', ['-l']],
  ['interactive', ['-i']],
] as const;
/** Marks our lines: a profile may print its own. */
const MARK = 'nix-feature-tool';
const FIND_TOOLS = `for folder do for tool in "$folder"/*; do [ -d "$tool" ] || { [ -e "$tool" ] || [ -L "$tool" ]; } && printf '%s\\n' "$tool"; done; done; :`;
const LOOK_UP = `for tool do printf '${MARK}\\t%s\\t%s\\n' "$tool" "$(command -v "$tool" 2>/dev/null)"; done`;
/** fish has a language of its own, and no name of the script before its arguments. */
const FISH_LOOK_UP = `for tool in $argv; printf '${MARK}\\t%s\\t%s\\n' $tool (command -v $tool 2>/dev/null); end`;
/** Looked at if the base has them; /bin/sh is there always. */
const MORE_SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Finds the Feature's programs, by the names that PATH has them under. @param folders absolute, in the base */
export async function findTools(session: Session, folders: readonly string[]): Promise<readonly string[]> {
  if (folders.length === 0) return [];
  return session.output(['/bin/sh', '-c', FIND_TOOLS, 'sh', ...folders]);
}

/** Checks that every shell that a user meets finds each program, and this Feature's first. @param tools as {@link findTools} has them */
export async function checkPath(session: Session, user: ContainerUser, tools: readonly string[]): Promise<CheckResult> {
  const expected = new Map(tools.map((tool) => [tool.slice(tool.lastIndexOf('/') + 1), tool]));
  const faults: string[] = [];
  const shells = ['/bin/sh', ...(await moreShells(session))];
  for (const shell of tools.length === 0 ? [] : shells) {
    for (const [mode, flags] of MODES) {
      const { lines } = await session.attempt([shell, ...flags, ...lookUp(shell, [...expected.keys()])], session.as(user));
      faults.push(...faultsOf(lines, expected, user).map((fault) => `${fault} in a ${mode} ${shell.slice(shell.lastIndexOf('/') + 1)}`));
    }
  }
  return judged(PATH_TITLE, faults, `${formatNumberOf(tools.length, 'program')}, ${formatNumberOf(shells.length * MODES.length, 'shell')}`);
}

/** Arguments of a shell that say for each program where it is found. */
export function lookUp(shell: string, tools: readonly string[]): readonly string[] {
  return shell.endsWith('/fish') ? ['-c', FISH_LOOK_UP, ...tools] : ['-c', LOOK_UP, 'sh', ...tools];
}

async function moreShells(session: Session): Promise<readonly string[]> {
  const { lines } = await session.attempt(['/bin/sh', '-c', `for shell in ${MORE_SHELLS.join(' ')}; do command -v $shell; done; :`]);
  return lines.filter((line) => line.startsWith('/'));
}

function faultsOf(lines: readonly string[], expected: ReadonlyMap<string, string>, user: ContainerUser): string[] {
  const found = new Map(lines.filter((line) => line.startsWith(`${MARK}\t`)).map((line) => line.split('\t').slice(1) as [string, string]));
  return [...expected].flatMap(([name, tool]) => {
    const place = found.get(name) ?? '';
    if (place === '') return [`${name} is not found`];
    // What has no slash is the shell's own: a builtin or an alias.
    const ours = !place.startsWith('/') || place === tool || place === `${user.home}/.local/bin/${name}`;
    return ours ? [] : [`${name} is ${place}, not the Feature's`];
  });
}
