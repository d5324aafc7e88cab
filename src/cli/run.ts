import { explainedFileError } from '../actions/file-errors.ts';
import { secretsOf } from '../actions/inputs/redact.ts';
import { surroundingsOf, type Surroundings } from '../actions/inputs/surroundings.ts';
import type { InputReader } from '../actions/inputs/inputs.ts';
import { checkPlan } from '../actions/plan.ts';
import { readInspectRequest } from '../actions/existing/read-inspect-request.ts';
import { readListRequest } from '../actions/existing/read-list-request.ts';
import { withCommit } from '../actions/requests/read-commit.ts';
import { readDiffRequest } from '../actions/requests/read-diff-request.ts';
import { readPlanRequest } from '../actions/requests/read-plan-request.ts';
import { readPublishRequest } from '../actions/requests/read-publish-request.ts';
import { readBuildRequest } from '../actions/requests/read-request.ts';
import { readServeRequest } from '../actions/requests/cache/read-serve-request.ts';
import { readSetupRequest } from '../actions/requests/read-setup-request.ts';
import { readVerifyRequest } from '../actions/requests/read-verify-request.ts';
import { requireNode } from '../actions/inputs/require-machine.ts';
import { checkVerification } from '../actions/verify.ts';
import type { SbomText } from '../app/sbom.ts';
import type { SignalListener } from '../host/signals.ts';
import { createTerminalHost } from '../host/terminal/terminal.ts';
import type { TerminalHost } from '../host/terminal/terminal.ts';
import type { ExplorerData } from '../explorer/model/explorer-data.ts';
import { InputError } from '../kit/errors.ts';
import type { Host, UseCase } from '../kit/host.ts';
import { didYouMean } from '../kit/suggest.ts';
import type { NamespaceList } from '../publish/list-namespace.ts';
import type { PublishTarget } from '../release/target.ts';
import type { BuildReport } from '../report/facts/facts.ts';
import type { InspectReport } from '../report/facts/inspect-facts.ts';
import type { DriftComparison } from '../report/facts/drift-facts.ts';
import type { PlanReport } from '../report/facts/plan-facts.ts';
import type { SetupReport } from '../report/facts/setup-facts.ts';
import type { VerifyReport } from '../report/facts/verify-facts.ts';
import { resultOf } from '../report/machine/outputs.ts';
import { inspectResult } from '../report/machine/inspect-result.ts';
import { planResultOf } from '../report/machine/plan-outputs.ts';
import { setupResultOf } from '../report/machine/setup-result.ts';
import { verifyResultOf } from '../report/machine/verify-result.ts';
import { renderTestReport } from '../report/markdown/tests-section.ts';
import { diffResult, renderDiff } from '../report/terminal/diff-report.ts';
import type { DiffReport } from '../report/terminal/diff-report.ts';
import { driftComparisonResult, renderDrift } from '../report/terminal/drift-report.ts';
import { renderTerminalInspection } from '../report/terminal/inspect-terminal.ts';
import { renderTerminalList } from '../report/terminal/list-terminal.ts';
import { renderTerminalPlan } from '../report/terminal/plan-terminal.ts';
import { renderShellLines } from '../report/terminal/setup-terminal.ts';
import { renderTerminalSummary } from '../report/terminal/terminal-summary.ts';
import { renderTerminalVerification } from '../report/terminal/verify-terminal.ts';
import { setupHeadline } from '../report/text/setup-text.ts';
import { explain, failureBehind } from '../report/text/explain.ts';
import type { ServedCache, ServeRequest } from '../serve/request.ts';
import type { BuildRequest, DiffRequest, ExploreRequest, PlanRequest, PortableRequest, PublishRequest, SbomRequest, SetupRequest } from '../request.ts';
import type { VerifyRequest } from '../verify/request.ts';
import { exitCodeOf } from './exit-code.ts';
import { ALL_FLAGS, parseCommandLine, readerOf } from './flags.ts';
import type { CommandLine } from './flags.ts';
import { commandModels, helpText, manText, usageText } from './help.ts';
import { init } from './init.ts';
import { carry, type PortableCommands } from './portable.ts';
import { lookAfter, type ReleaseCommands } from './releases.ts';
import { bump, type BumpCommands } from './commands/bump.ts';
import { explore } from './commands/explore.ts';
import { runLine, type RunCommands } from './commands/run.ts';
import { sbom } from './commands/sbom.ts';
import { servedText } from './commands/serve.ts';
import { wsl, type MakeTarball } from './commands/wsl.ts';
import { completionScript, SHELLS } from './text/completion.ts';
import { helpWidth } from './text/reflow.ts';
import { terminalHint } from './terminal-hint.ts';
import { buildAndTest } from './test.ts';
import { validate } from './validate.ts';
import { VERSION } from '../version.ts';

/** The use-cases, fetched when they are needed, so that `--help` is quick. */
export interface Commands {
  build(): Promise<UseCase<BuildRequest, BuildReport>>;
  plan(): Promise<UseCase<PlanRequest, PlanReport>>;
  bump(): Promise<BumpCommands['bumpNamed']>;
  publish(): Promise<UseCase<PublishRequest, BuildReport>>;
  portable(): Promise<Omit<PortableCommands, 'build'>>;
  releases(): Promise<ReleaseCommands>;
  run(): Promise<RunCommands>;
  verify(): Promise<UseCase<VerifyRequest, VerifyReport>>;
  sbom(): Promise<UseCase<SbomRequest, readonly SbomText[]>>;
  list(): Promise<UseCase<PublishTarget, NamespaceList>>;
  inspect(): Promise<UseCase<PortableRequest, InspectReport>>;
  explore(): Promise<UseCase<ExploreRequest, ExplorerData>>;
  serve(): Promise<(request: ServeRequest, host: Host, told: (served: ServedCache, settings: readonly string[]) => void) => Promise<void>>;
  setup(): Promise<UseCase<SetupRequest, SetupReport>>;
  wsl(): Promise<MakeTarball>;
  diff(): Promise<UseCase<DiffRequest, DiffReport>>;
  drift(): Promise<UseCase<DiffRequest, DriftComparison>>;
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

/** What is asked for where only text is. @returns undefined if there is something to do */
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
  if (command !== 'run' && command !== 'shell' && command !== 'eval') return (await runCommand(commandLine, host, process, commands)) ? 0 : exitCodeOf('input', undefined);
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

/** @returns false if a check has found errors and shown them; anything else that is wrong is thrown */
async function runCommand(commandLine: CommandLine, host: TerminalHost, process: NodeJS.Process, commands: Commands): Promise<boolean> {
  const { read, surroundings } = prepare(commandLine, host, process);
  switch (commandLine.command) {
    case 'init':
      await init(commandLine, read, surroundings.folder, host);
      return true;
    case 'validate':
      return validate(read, surroundings.folder, host, commandLine.json);
    case 'diff': {
      const { before = '', after = '' } = Object.fromEntries(commandLine.inputs);
      const report = await (await commands.diff())(readDiffRequest({ before, after }, read, surroundings), host);
      host.result(commandLine.json ? `${JSON.stringify(diffResult(report), undefined, 2)}\n` : renderDiff(report, host.palette));
      return true;
    }
    case 'drift': {
      const { before = '', after = '' } = Object.fromEntries(commandLine.inputs);
      const found = await (await commands.drift())(readDiffRequest({ before, after }, read, surroundings), host);
      host.result(commandLine.json ? `${JSON.stringify(driftComparisonResult(found), undefined, 2)}\n` : renderDrift(found, host.palette));
      return true;
    }
    case 'plan': {
      const request = readPlanRequest(read, surroundings);
      const report = await (await commands.plan())(request, host);
      if (commandLine.json) host.result(`${JSON.stringify(planResultOf(report), undefined, 2)}\n`);
      else if (request.summary) host.result(renderTerminalPlan(report, host.palette));
      checkPlan(report);
      return true;
    }
    case 'bump':
      await bump({ words: commandLine.words, json: commandLine.json, read, surroundings }, host, { plan: () => commands.plan(), bumpNamed: await commands.bump() });
      return true;
    case 'sbom':
      await sbom({ source: commandLine.inputs.get('source') ?? '', read, surroundings }, host, await commands.sbom());
      return true;
    case 'list': {
      const list = await (await commands.list())(readListRequest(commandLine.inputs.get('id') ?? '', read, surroundings), host);
      host.result(commandLine.json ? `${JSON.stringify(list, undefined, 2)}\n` : renderTerminalList(list));
      return true;
    }
    case 'inspect': {
      const request = readInspectRequest(commandLine.inputs.get('source') ?? '', read, surroundings);
      const report = await (await commands.inspect())(request, host);
      host.result(commandLine.json ? `${JSON.stringify(inspectResult(report), undefined, 2)}\n` : renderTerminalInspection(report, host.palette));
      return true;
    }
    case 'explore':
      await explore({ source: commandLine.inputs.get('source') ?? '', json: commandLine.json, read, surroundings }, host, await commands.explore());
      return true;
    case 'serve': {
      const { json } = commandLine;
      await (await commands.serve())(readServeRequest(read, surroundings), host, (served, settings) => host.result(servedText(served, settings, json)));
      return true;
    }
    case 'verify': {
      const request = readVerifyRequest(read, surroundings);
      const report = await (await commands.verify())(request, host);
      if (commandLine.json) host.result(`${JSON.stringify(verifyResultOf(report), undefined, 2)}\n`);
      else if (request.summary) host.result(renderTerminalVerification(report, host.palette));
      checkVerification(report);
      return true;
    }
    case 'setup': {
      const report = await (await commands.setup())(readSetupRequest(read, surroundings), host);
      host.info(`${setupHeadline(report)}.`);
      host.result(commandLine.json ? `${JSON.stringify(setupResultOf(report), undefined, 2)}\n` : renderShellLines(report));
      return true;
    }
    case 'wsl': {
      const { inputs, json } = commandLine;
      await wsl({ task: inputs.get('task') ?? '', json, read, surroundings }, host, await commands.wsl());
      return true;
    }
    case 'export':
    case 'bundle':
    case 'load':
      await carry({ commandLine: { ...commandLine, command: commandLine.command }, read, surroundings }, host, { build: () => commands.build(), ...(await commands.portable()) });
      return true;
    case 'withdraw':
    case 'prune':
    case 'check':
      await lookAfter({ commandLine: { ...commandLine, command: commandLine.command }, read, surroundings }, host, await commands.releases());
      return true;
    case 'publish': {
      const request = readPublishRequest(read, surroundings);
      await show(await (await commands.publish())(request, host), request.summary, commandLine, host);
      return true;
    }
    default:
      await runBuild(commandLine, await withCommit(readBuildRequest(read, surroundings), host), host, commands);
      return true;
  }
}

async function runBuild(commandLine: CommandLine, request: BuildRequest, host: TerminalHost, commands: Commands): Promise<void> {
  const build = await commands.build();
  if (commandLine.command !== 'test') return show(await build(request, host), request.summary, commandLine, host);
  const report = await buildAndTest(request, host, build);
  if (commandLine.json) await show(report, false, commandLine, host);
  else host.result(renderTestReport(report, host.palette));
}

async function show(report: BuildReport, summary: boolean, { json }: CommandLine, host: TerminalHost): Promise<void> {
  if (json) host.result(`${JSON.stringify(resultOf(report), undefined, 2)}\n`);
  else if (summary) await host.summary(renderTerminalSummary(report, host.palette));
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
