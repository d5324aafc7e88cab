import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputReader } from '../actions/inputs/inputs.ts';
import type { Surroundings } from '../actions/inputs/surroundings.ts';
import { checkPlan } from '../actions/plan.ts';
import { readServeRequest } from '../actions/requests/read-cache-request.ts';
import { readDiffRequest } from '../actions/requests/read-diff-request.ts';
import { withCommit } from '../actions/requests/read-origin.ts';
import { readPlanRequest } from '../actions/requests/read-plan-request.ts';
import { readInspectRequest } from '../actions/requests/read-portable.ts';
import { readPublishRequest } from '../actions/requests/read-publish-request.ts';
import { readListRequest } from '../actions/requests/read-releases.ts';
import { readBuildRequest } from '../actions/requests/read-request.ts';
import { readSetupRequest } from '../actions/requests/read-setup-request.ts';
import { readVerifyRequest } from '../actions/requests/read-verify-request.ts';
import { checkVerification } from '../actions/verify.ts';
import type { SbomText } from '../app/sbom.ts';
import type { ExplorerData } from '../explorer/model/explorer-data.ts';
import type { TerminalHost } from '../host/terminal/terminal.ts';
import type { Host, UseCase } from '../kit/host.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { jsonText } from '../kit/text.ts';
import type { NamespaceList } from '../publish/list-namespace.ts';
import type { PublishTarget } from '../release/target.ts';
import type { BuildReport } from '../report/build/facts.ts';
import { resultOf } from '../report/build/outputs.ts';
import { renderTerminalSummary } from '../report/build/terminal.ts';
import { type DriftComparison, driftComparisonResult, renderDrift } from '../report/parts/drift.ts';
import { renderTestReport } from '../report/parts/tests.ts';
import { servedText } from '../report/runs/cache.ts';
import { diffResult, renderDiff, type DiffReport } from '../report/runs/diff.ts';
import { type InspectReport, inspectResult, renderTerminalInspection } from '../report/runs/inspect.ts';
import { renderTerminalList } from '../report/runs/namespace.ts';
import { type PlanReport, planResultOf, renderTerminalPlan } from '../report/runs/plan.ts';
import { type SetupReport, setupHeadline, setupResultOf, renderShellLines } from '../report/runs/setup.ts';
import { type VerifyReport, verifyResultOf, renderTerminalVerification } from '../report/runs/verify.ts';
import type { BuildRequest, PlanRequest, PublishRequest, SetupRequest } from '../request/build.ts';
import type { DiffRequest, ExploreRequest, PortableRequest, SbomRequest } from '../request/existing.ts';
import type { ServedCache, ServeRequest } from '../serve/request.ts';
import type { VerifyRequest } from '../verify/request.ts';
import { bump, type BumpCommands } from './commands/bump.ts';
import { explore } from './commands/explore.ts';
import { image, type MakeImage } from './commands/image.ts';
import type { RunCommands } from './commands/run.ts';
import { sbom } from './commands/sbom.ts';
import { wsl, type MakeTarball } from './commands/wsl.ts';
import type { CommandLine } from './flags.ts';
import { init } from './init.ts';
import { carry, type PortableCommands } from './portable.ts';
import { lookAfter, type ReleaseCommands } from './releases.ts';
import { validate } from './validate.ts';

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
  image(): Promise<MakeImage>;
  wsl(): Promise<MakeTarball>;
  diff(): Promise<UseCase<DiffRequest, DiffReport>>;
  drift(): Promise<UseCase<DiffRequest, DriftComparison>>;
}

/** A command that runs: its request, what runs it, and where it writes its result. */
export interface CommandRun {
  readonly commandLine: CommandLine;
  readonly read: InputReader;
  readonly surroundings: Surroundings;
  readonly host: TerminalHost;
  readonly commands: Commands;
}

type Runner = (run: CommandRun) => Promise<unknown>;

/** What runs each command; `build` and `test` are what is left. A check that has found errors and shown them hands out false. */
const RUNNERS: Partial<Record<CommandLine['command'], Runner>> = {
  validate: ({ commandLine, read, surroundings, host }) => validate(read, surroundings.folder, host, commandLine.json),
  init: ({ commandLine, read, surroundings, host }) => init(commandLine, read, surroundings.folder, host),
  diff: runDiff,
  drift: runDrift,
  plan: runPlan,
  bump: runBump,
  sbom: runSbom,
  list: runList,
  inspect: runInspect,
  explore: runExplore,
  serve: runServe,
  verify: runVerify,
  setup: runSetup,
  image: runImage,
  wsl: runWsl,
  export: (run) => runCarry(run, 'export'),
  bundle: (run) => runCarry(run, 'bundle'),
  load: (run) => runCarry(run, 'load'),
  withdraw: (run) => runRelease(run, 'withdraw'),
  prune: (run) => runRelease(run, 'prune'),
  check: (run) => runRelease(run, 'check'),
  publish: runPublish,
};

/**
 * Runs any command that has no exit code of its own, as run, shell and eval have.
 * @returns false if a check has found errors and shown them; anything else that is wrong is thrown
 */
export async function dispatch(run: CommandRun): Promise<boolean> {
  const runner = RUNNERS[run.commandLine.command] ?? runBuild;
  return (await runner(run)) !== false;
}

/** Prints a result: for programs with `--json`, else for people. */
function print({ commandLine, host }: CommandRun, result: () => unknown, text: () => string): void {
  host.result(commandLine.json ? jsonText(result()) : text());
}

async function runDiff(run: CommandRun): Promise<void> {
  const report = await (await run.commands.diff())(readSides(run), run.host);
  print(run, () => diffResult(report), () => renderDiff(report, run.host.palette));
}

async function runDrift(run: CommandRun): Promise<void> {
  const found = await (await run.commands.drift())(readSides(run), run.host);
  print(run, () => driftComparisonResult(found), () => renderDrift(found, run.host.palette));
}

function readSides({ commandLine, read, surroundings }: CommandRun): DiffRequest {
  const { before = '', after = '' } = Object.fromEntries(commandLine.inputs);
  return readDiffRequest({ before, after }, read, surroundings);
}

async function runList(run: CommandRun): Promise<void> {
  const { commandLine, read, surroundings, host, commands } = run;
  const list = await (await commands.list())(readListRequest(commandLine.inputs.get('id') ?? '', read, surroundings), host);
  print(run, () => list, () => renderTerminalList(list));
}

async function runInspect(run: CommandRun): Promise<void> {
  const { read, surroundings, host, commands } = run;
  const request = readInspectRequest(sourceOf(run), read, surroundings);
  const report = await (await commands.inspect())(request, host);
  print(run, () => inspectResult(report), () => renderTerminalInspection(report, host.palette));
}

async function runSetup(run: CommandRun): Promise<void> {
  const { read, surroundings, host, commands } = run;
  const report = await (await commands.setup())(readSetupRequest(read, surroundings), host);
  host.info(`${setupHeadline(report)}.`);
  print(run, () => setupResultOf(report), () => renderShellLines(report));
}

/** The Feature that the command line names. */
function sourceOf({ commandLine }: CommandRun): string {
  return commandLine.inputs.get('source') ?? '';
}

async function runSbom(run: CommandRun): Promise<void> {
  const { read, surroundings, host, commands } = run;
  await sbom({ source: sourceOf(run), read, surroundings }, host, await commands.sbom());
}

async function runExplore(run: CommandRun): Promise<void> {
  const { commandLine, read, surroundings, host, commands } = run;
  await explore({ source: sourceOf(run), json: commandLine.json, read, surroundings }, host, await commands.explore());
}

async function runServe({ commandLine, read, surroundings, host, commands }: CommandRun): Promise<void> {
  const serve = await commands.serve();
  await serve(readServeRequest(read, surroundings), host, (served, settings) => host.result(servedText(served, settings, commandLine.json)));
}

async function runImage({ commandLine, read, surroundings, host, commands }: CommandRun): Promise<void> {
  await image({ json: commandLine.json, read, surroundings }, host, await commands.image());
}

async function runWsl({ commandLine, read, surroundings, host, commands }: CommandRun): Promise<void> {
  const { inputs, json } = commandLine;
  await wsl({ task: inputs.get('task') ?? '', json, read, surroundings }, host, await commands.wsl());
}

async function runBump({ commandLine, read, surroundings, host, commands }: CommandRun): Promise<void> {
  const { words, json } = commandLine;
  await bump({ words, json, read, surroundings }, host, { plan: () => commands.plan(), bumpNamed: await commands.bump() });
}

async function runCarry({ commandLine, read, surroundings, host, commands }: CommandRun, command: 'export' | 'bundle' | 'load'): Promise<void> {
  await carry({ commandLine: { ...commandLine, command }, read, surroundings }, host, { build: () => commands.build(), ...(await commands.portable()) });
}

async function runRelease({ commandLine, read, surroundings, host, commands }: CommandRun, command: 'withdraw' | 'prune' | 'check'): Promise<void> {
  await lookAfter({ commandLine: { ...commandLine, command }, read, surroundings }, host, await commands.releases());
}

/** @throws Failure once the plan is shown, if a folder breaks the contract */
async function runPlan({ commandLine, read, surroundings, host, commands }: CommandRun): Promise<void> {
  const request = readPlanRequest(read, surroundings);
  const report = await (await commands.plan())(request, host);
  if (commandLine.json) host.result(jsonText(planResultOf(report)));
  else if (request.summary) host.result(renderTerminalPlan(report, host.palette));
  checkPlan(report);
}

/** @throws Failure once the table is shown, if a check failed */
async function runVerify({ commandLine, read, surroundings, host, commands }: CommandRun): Promise<void> {
  const request = readVerifyRequest(read, surroundings);
  const report = await (await commands.verify())(request, host);
  if (commandLine.json) host.result(jsonText(verifyResultOf(report)));
  else if (request.summary) host.result(renderTerminalVerification(report, host.palette));
  checkVerification(report);
}

async function runPublish(run: CommandRun): Promise<void> {
  const { read, surroundings, host, commands } = run;
  const request = readPublishRequest(read, surroundings);
  await showReport(run, await (await commands.publish())(request, host), request.summary);
}

/** `nix-feature build` and `test`. */
async function runBuild(run: CommandRun): Promise<void> {
  const { commandLine, read, surroundings, host, commands } = run;
  const request = await withCommit(readBuildRequest(read, surroundings), host);
  const build = await commands.build();
  if (commandLine.command !== 'test') return showReport(run, await build(request, host), request.summary);
  const report = await buildAndTest(request, host, build);
  print(run, () => resultOf(report), () => renderTestReport(report, host.palette));
}

async function showReport({ commandLine, host }: CommandRun, report: BuildReport, summary: boolean): Promise<void> {
  if (commandLine.json) host.result(jsonText(resultOf(report)));
  else if (summary) await host.summary(renderTerminalSummary(report, host.palette));
}

/**
 * Runs `nix-feature test`: builds a Feature, installs it into its bases and tests it there. Nothing of it is kept.
 * @throws TestError
 */
async function buildAndTest(
  request: BuildRequest,
  host: Host,
  build: UseCase<BuildRequest, BuildReport>,
): Promise<BuildReport> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await makeTemporary('nix-feature-test');
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const report = await build({ ...request, test: 'true', push: 'false', output: join(folder, 'layout') }, host);
  return { ...report, layout: undefined };
}
