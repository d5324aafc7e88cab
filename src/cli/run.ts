import { explainedFileError } from '../actions/file-errors.ts';
import type { InputReader } from '../actions/inputs/inputs.ts';
import { secretsOf } from '../actions/inputs/redact.ts';
import { surroundingsOf, type Surroundings, requireNode } from '../actions/inputs/surroundings.ts';
import type { SignalListener } from '../host/ending.ts';
import { createTerminalHost, type TerminalHost } from '../host/terminal/terminal.ts';
import { InputError } from '../kit/errors.ts';
import { didYouMean } from '../kit/text.ts';
import { explain, failureBehind } from '../report/text/explain.ts';
import { VERSION } from '../version.ts';
import { runLine } from './commands/run.ts';
import { dispatch, type Commands } from './dispatch.ts';
import { exitCodeOf, terminalHint } from './failures.ts';
import { ALL_FLAGS, parseCommandLine, readerOf, type CommandLine } from './flags.ts';
import { commandModels, helpText, manText, usageText } from './help.ts';
import { completionScript, SHELLS } from './text/completion.ts';
import { helpWidth } from './text/reflow.ts';

/**
 * Runs the command line of this process.
 * @returns the exit code
 */
export async function runCommandLine(
  process: NodeJS.Process,
  signals: SignalListener,
  commands: Commands,
): Promise<number> {
  const { stdout, stderr, env } = process;
  let host = createTerminalHost({ stdout, stderr, env, signal: signals.signal });
  try {
    const commandLine = parseCommandLine(process.argv.slice(2));
    const text = textOf(commandLine, helpWidth(stdout.columns));
    if (text !== undefined) {
      host.result(text);
      return 0;
    }
    host = createTerminalHost({ stdout, stderr, env, signal: signals.signal, quiet: commandLine.quiet });
    return await codeOf(commandLine, host, process, commands);
  } catch (error) {
    host.close();
    const failure = signals.signal.aborted ? signals.signal.reason : explainedFileError(error, givenTo(process), currentFolder(process));
    return showFailure(failure, host, signals);
  }
}

/** Returns the text for a command line that only asks for text, such as help. @returns undefined if there is something to do */
function textOf({ command, topic, inputs, json, quiet }: CommandLine, width: number): string | undefined {
  if (command === 'help') return helpText(topic, width);
  if (command === 'version') return `nix-feature ${VERSION}\n`;
  if (command === 'usage') return usageText(width);
  if (command !== 'man' && command !== 'completion') return undefined;
  if (json || quiet) throw new InputError('command', `--${json ? 'json' : 'quiet'} has no meaning for nix-feature ${command}.`);
  if (command === 'man') return manText();
  const given = inputs.get('shell') ?? '';
  const shell = SHELLS.find((each) => each === given);
  if (shell === undefined) throw new InputError('shell', `"${given}" is not one of ${SHELLS.join(', ')}.${didYouMean(given, SHELLS)}`);
  return completionScript(shell, commandModels());
}

/** @returns the exit code of what went well, or found errors and has shown them */
async function codeOf(commandLine: CommandLine, host: TerminalHost, process: NodeJS.Process, commands: Commands): Promise<number> {
  const { command, words } = commandLine;
  if (command !== 'run' && command !== 'shell' && command !== 'eval') return (await dispatch({ commandLine, ...prepare(commandLine, host, process), host, commands })) ? 0 : exitCodeOf('input', undefined);
  const { read, surroundings } = prepare(commandLine, host, process);
  const terminal = process.stdin.isTTY && process.stdout.isTTY;
  return runLine({ command, words, read, surroundings, terminal }, host, await commands.run());
}

/** The flags that were given and the words, by their inputs' names; none if they can't be read. */
function givenTo(process: NodeJS.Process): Iterable<readonly [string, string]> {
  try {
    return parseCommandLine(process.argv.slice(2)).inputs;
  } catch {
    return []; // that was the failure, and has been shown
  }
}

/** Undefined if it is gone. */
function currentFolder(process: NodeJS.Process): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** What every command needs. */
function prepare(commandLine: CommandLine, host: TerminalHost, process: NodeJS.Process): { readonly read: InputReader; readonly surroundings: Surroundings } {
  requireNode(process.versions.node, 'terminal');
  const read = readerOf(commandLine.inputs, process.env);
  for (const secret of secretsOf(ALL_FLAGS, read, process.env['NIX_CONFIG'])) host.mask(secret);
  return { read, surroundings: surroundingsOf(process, process.cwd()) };
}

function showFailure(error: unknown, host: TerminalHost, signals: SignalListener): number {
  const explanation = explain(signals.exitCode() === undefined ? failureBehind(error) : error);
  const { kind, message, location, log, trace } = explanation;
  const hint = terminalHint(explanation);
  if (log.length > 0) host.error(`the end of the log:\n${log.map((line) => `  ${line}`).join('\n')}`);
  host.error(hint === undefined ? message : `${message}\n${hint}`, location);
  if (trace !== '') host.debug(trace);
  return exitCodeOf(kind, signals.exitCode());
}
