import type { Ended, ContainerQuestion } from '../../engine/questions.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import type { ContainerUser } from '../container/session.ts';
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

/** Asks for the Feature's programs, by the names that PATH has them under. @param folders absolute, in the base */
export function toolsQuestion(folders: readonly string[]): ContainerQuestion {
  return { argv: ['/bin/sh', '-c', FIND_TOOLS, 'sh', ...folders] };
}

/** Asks which shells are there that a user may meet. */
export const shellsQuestion: ContainerQuestion = { argv: ['/bin/sh', '-c', `for shell in ${MORE_SHELLS.join(' ')}; do command -v $shell; done; :`] };

/** The programs of the Feature, and the shells that are to find them. */
export class PathCheck {
  readonly #tools: readonly string[];
  /** Each program, by its name. */
  readonly #expected: ReadonlyMap<string, string>;
  readonly #shells: readonly string[];

  /**
   * @param tools as {@link toolsQuestion} finds them
   * @param shells the answer to {@link shellsQuestion}
   */
  constructor(tools: readonly string[], shells: Ended) {
    this.#tools = tools;
    this.#expected = new Map(tools.map((tool) => [tool.slice(tool.lastIndexOf('/') + 1), tool]));
    this.#shells = ['/bin/sh', ...shells.lines.filter((line) => line.startsWith('/'))];
  }

  /** Asks each shell where it finds each program. To be asked as the user. */
  get questions(): readonly ContainerQuestion[] {
    if (this.#tools.length === 0) return [];
    return this.#runs().map(({ shell, flags }) => ({ argv: [shell, ...flags, ...lookUp(shell, [...this.#expected.keys()])] }));
  }

  /** Checks that every shell finds each program, and this Feature's first. @param answers to the questions */
  judge(user: ContainerUser, answers: readonly Ended[]): CheckResult {
    const runs = this.#runs();
    const faults = answers.flatMap(({ lines }, index) => {
      const { shell = '', mode = '' } = runs[index] ?? {};
      return faultsOf(lines, this.#expected, user).map((fault) => `${fault} in a ${mode} ${shell.slice(shell.lastIndexOf('/') + 1)}`);
    });
    return judged(PATH_TITLE, faults, `${formatNumberOf(this.#tools.length, 'program')}, ${formatNumberOf(runs.length, 'shell')}`);
  }

  #runs(): readonly { readonly shell: string; readonly mode: string; readonly flags: readonly string[] }[] {
    return this.#shells.flatMap((shell) => MODES.map(([mode, flags]) => ({ shell, mode, flags })));
  }
}

/** Arguments of a shell that say for each program where it is found. */
export function lookUp(shell: string, tools: readonly string[]): readonly string[] {
  return shell.endsWith('/fish') ? ['-c', FISH_LOOK_UP, ...tools] : ['-c', LOOK_UP, 'sh', ...tools];
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
