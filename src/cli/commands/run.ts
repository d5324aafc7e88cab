import type { InputReader } from '../../actions/inputs/inputs.ts';
import type { Surroundings } from '../../actions/inputs/surroundings.ts';
import { readEvalRequest, readRunRequest } from '../../actions/requests/read-run-request.ts';
import type { TerminalHost } from '../../host/terminal/terminal.ts';
import { InputError } from '../../kit/errors.ts';
import type { UseCase } from '../../kit/host.ts';
import { jsonText } from '../../kit/text.ts';
import type { RunReport } from '../../report/runs/run.ts';
import type { EvalRequest, RunRequest } from '../../shell/request.ts';

export interface RunCommands {
  readonly runCommand: UseCase<RunRequest, RunReport>;
  readonly evaluateQuestion: UseCase<EvalRequest, unknown>;
}

export interface RunLine {
  readonly command: 'run' | 'shell' | 'eval';
  /** What stands behind the command. */
  readonly words: readonly string[];
  readonly read: InputReader;
  readonly surroundings: Surroundings;
  /** Somebody sits at a terminal. */
  readonly terminal: boolean;
}

/** Runs `nix-feature run`, `shell` and `eval`. @returns the exit code: that of the command, if one was run */
export async function runLine({ command, words, read, surroundings, terminal }: RunLine, host: TerminalHost, commands: RunCommands): Promise<number> {
  if (command === 'eval') {
    const [text = '', extra] = words;
    if (extra !== undefined) throw new InputError('flake', `"${extra}" is one word too many for nix-feature eval.`, { hint: "nix-feature eval '.#lib.version', or nix-feature eval --expr '1 + 1'." });
    host.result(jsonText(await commands.evaluateQuestion(readEvalRequest(text, read, surroundings), host)));
    return 0;
  }
  if (command === 'run' && words.length === 0) throw new InputError('command', 'nix-feature run needs a command.', { hint: 'nix-feature run --packages jq -- jq . package.json' });
  if (command === 'shell' && words.length > 0) throw new InputError('command', `nix-feature shell takes no command, and "${words[0] ?? ''}" is given.`, { hint: 'nix-feature run -- <command>' });
  const request = readRunRequest(read, surroundings, command === 'run' ? { kind: 'program', argv: words } : { kind: 'terminal' });
  const report = await commands.runCommand({ ...request, terminal }, host);
  return report.exitCode;
}
