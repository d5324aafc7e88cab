import { withCommitTime } from '../actions/commit-time.ts';
import { readPublishRequest } from '../actions/read-publish-request.ts';
import { readBuildRequest } from '../actions/read-request.ts';
import { surroundingsOf } from '../actions/surroundings.ts';
import { createTerminalHost } from '../host/terminal.ts';
import { explain } from '../report/explain.ts';
import { resultOf } from '../report/outputs.ts';
import { renderTerminalSummary } from '../report/terminal-summary.ts';
import { VERSION } from '../version.ts';
import { exitCodeOf } from './exit-code.ts';
import { parseCommandLine, readerOf } from './flags.ts';
import { helpText } from './help.ts';
import { requireNode } from './require-node.ts';
import type { SignalListener } from '../host/signals.ts';
import type { Host } from '../host/host.ts';
import type { TerminalHost } from '../host/terminal.ts';
import type { BuildReport } from '../report/facts.ts';
import type { BuildRequest, PublishRequest } from '../request.ts';
import type { CommandLine } from './flags.ts';

/** The use-cases, fetched when they are needed, so that `--help` is quick. */
export interface Commands {
  build(): Promise<(request: BuildRequest, host: Host) => Promise<BuildReport>>;
  publish(): Promise<(request: PublishRequest, host: Host) => Promise<BuildReport>>;
}

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
    if (commandLine.command === 'help') host.result(helpText());
    if (commandLine.command === 'version') host.result(`nix-feature ${VERSION}\n`);
    if (commandLine.command !== 'build' && commandLine.command !== 'publish') return 0;
    host = createTerminalHost({ stdout, stderr, env, signal: signals.signal, quiet: commandLine.quiet });
    await runCommand(commandLine, host, process, commands);
    return 0;
  } catch (error) {
    host.close();
    return showFailure(signals.signal.aborted ? signals.signal.reason : error, host, signals);
  }
}

async function runCommand(commandLine: CommandLine, host: TerminalHost, process: NodeJS.Process, commands: Commands): Promise<void> {
  requireNode(process.versions.node);
  const read = readerOf(commandLine.inputs, process.env);
  host.mask(read('password'));
  const surroundings = surroundingsOf(process, process.cwd());
  if (commandLine.command === 'publish') {
    const request = readPublishRequest(read, surroundings);
    await show(await (await commands.publish())(request, host), request.summary, commandLine, host);
    return;
  }
  const request = readBuildRequest(read, surroundings);
  const build = await commands.build();
  await show(await build(await withCommitTime(request, host.signal), host), request.summary, commandLine, host);
}

async function show(report: BuildReport, summary: boolean, { json }: CommandLine, host: TerminalHost): Promise<void> {
  if (json) host.result(`${JSON.stringify(resultOf(report), undefined, 2)}\n`);
  else if (summary) await host.summary(renderTerminalSummary(report, host.palette));
}

function showFailure(error: unknown, host: TerminalHost, signals: SignalListener): number {
  const { kind, message, hint, location, log, trace } = explain(error);
  if (log.length > 0) host.error(`the end of the log:\n${log.map((line) => `  ${line}`).join('\n')}`);
  host.error(hint === undefined ? message : `${message}\n${hint}`, location);
  if (trace !== '') host.debug(trace);
  return exitCodeOf(kind, signals.exitCode());
}
