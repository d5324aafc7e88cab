import { createReadStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { linkOf } from '../feature/environment/complete-metadata.ts';
import type { GivenOptions } from '../feature/environment/option-environment.ts';
import { layerFileName } from '../feature/files/bundle.ts';
import { featureTar } from '../feature/files/feature-tar.ts';
import { BaseError } from '../kit/errors.ts';
import type { CheckResult } from '../report/parts/tests.ts';
import { judged, skipped } from './checks/checks.ts';
import { foreignQuestion, judgeHome, judgeLeftovers, temporaryQuestion } from './checks/cleanup-check.ts';
import { install, installAgain, INSTALL_TITLE } from './checks/install.ts';
import { checkLibraries, headsQuestion } from './checks/library-check.ts';
import { judgeLinks, judgeStore, linksQuestion, verifyQuestion } from './checks/store-check.ts';
import { PathCheck, shellsQuestion, toolsQuestion } from './checks/path-check.ts';
import { judgeRequired, requiredQuestion } from './checks/required-check.ts';
import type { FeatureContainer, Installable } from './container/feature-container.ts';
import { failingLine, traced } from './failing-line.ts';
import { inFreshContainer, type TestPlace } from './fresh-container.ts';
import { readScenarios, type Scenario } from './scenarios.ts';
import { TEST_LIB, TEST_LIB_NAME } from './test-lib.ts';

export interface BaseResult {
  readonly user: string;
  readonly checks: readonly CheckResult[];
}

const TEST_TITLE = 'test.sh passes';

/**
 * Installs the Feature into a fresh container of a base and checks what came of it; then once more into another one for
 * each of its scenarios.
 * @throws SetupError, BaseError if no container could be had
 */
export async function testInBase(place: TestPlace): Promise<BaseResult> {
  const result = await inFreshContainer(place, place.tools.remoteUser, async (container, dependencies) => {
    const folder = await container.put(ownFeature(place, {}));
    return { user: container.users.remote.name, checks: [...dependencies, ...(await runChecks({ ...place, container, folder }))] };
  });
  const scenarios = await testScenarios(place);
  return { ...result, checks: [...result.checks, ...scenarios] };
}

/**
 * Installs the Feature into a fresh container of an image that is no base of it, the way that its author has it for other
 * systems, and runs test.sh there.
 * @throws SetupError, BaseError if no container could be had
 */
export async function testInPlainImage(place: TestPlace): Promise<BaseResult> {
  return inFreshContainer(place, undefined, async (container, dependencies) => {
    const folder = await container.put(ownFeature(place, { mode: 'dev' }, { complement: true }));
    const { remote } = container.users;
    const installed = await runInstall({ ...place, container, folder });
    const passed = installed.outcome === 'passed' ? [await runScript({ ...place, container, folder }, 'test.sh', TEST_TITLE)] : [];
    return { user: remote.name, checks: [...dependencies, { ...installed, title: DEV_TITLE }, ...passed] };
  });
}

const DEV_TITLE = 'the Feature installs in development mode';

async function testScenarios(place: TestPlace): Promise<readonly CheckResult[]> {
  const { subject, platform, tools } = place;
  const checks: CheckResult[] = [];
  for (const { name, options, remoteUser = tools.remoteUser, script, fault } of readScenarios(platform.document.feature.id, subject.prepared.assembly.files)) {
    const title = `scenario ${name}`;
    if (fault !== undefined) checks.push(judged(title, [fault]));
    else checks.push(await testScenario(place, { title, options, remoteUser, script }));
  }
  return checks;
}

async function testScenario(
  place: TestPlace,
  { title, options, remoteUser, script }: Omit<Scenario, 'name' | 'fault'> & { readonly title: string },
): Promise<CheckResult> {
  try {
    return await inFreshContainer(place, remoteUser, async (container) => {
      const run = { ...place, container, folder: await container.put(ownFeature(place, options)) };
      const installed = await runInstall(run);
      return installed.outcome === 'passed' ? runScript(run, script, title) : { ...installed, title };
    });
  } catch (error) {
    // The image could be used before, so it is what the scenario asks of it: a user that it has not.
    if (error instanceof BaseError) return judged(title, [error.message]);
    throw error;
  }
}

/** The bytes that will be published; layers that would come from a registry lie in its `dist`. */
function ownFeature({ subject: { prepared, tar }, platform }: TestPlace, options: GivenOptions, { complement = false } = {}): Installable {
  // A base that has what is relied upon asks for none of the complement's layers.
  const layers = [...platform.layers, ...(complement ? platform.complement : [])];
  return {
    id: platform.document.feature.id,
    metadata: prepared.metadata,
    options,
    tars: async function* tars() {
      yield createReadStream(tar) as AsyncIterable<Uint8Array>;
      if (prepared.delivery === 'layers') yield featureTar(layers.map((layer) => ({ name: `dist/${layerFileName(layer)}`, file: platform.fileOf(layer) })));
    },
  };
}

interface Run extends TestPlace {
  readonly container: FeatureContainer;
  /** Of the Feature, in the container. */
  readonly folder: string;
}

async function runChecks(run: Run): Promise<readonly CheckResult[]> {
  const { container, platform, folder } = run;
  const { session, users } = container;
  const { document } = platform;
  const around = [temporaryQuestion, foreignQuestion(users.remote)] as const;
  const [temporaryBefore, foreignBefore, requiredFiles] = await session.ask([...around, requiredQuestion(document)]);
  const required = judgeRequired(document, requiredFiles);
  const installed = await runInstall(run);
  if (installed.outcome === 'failed') return [installed, required];
  const link = linkOf(document.feature.id);
  const finding = toolsQuestion(document.env.PATH.map((part) => `${link}/${part}`));
  const [temporary, foreign, found] = await session.ask([...around, finding]);
  const tools = await session.good(finding, found);
  const tested = await runScript(run, 'test.sh', TEST_TITLE);
  const again = await installAgain(session, () => install(session, folder));
  const [shells, verified, ...files] = await session.ask([shellsQuestion, verifyQuestion(document), ...again.questions]);
  const path = new PathCheck(tools, shells);
  // These only look.
  const [as, beginning] = [session.as(users.remote), headsQuestion(tools)];
  const [links, heads, ...shellsSay] = await session.ask([linksQuestion(document.storePath), beginning, ...path.questions], as);
  return [
    installed,
    required,
    judgeLeftovers(temporaryBefore, temporary),
    judgeHome(users.remote, foreignBefore, foreign),
    tested,
    again.judge(files),
    path.judge(users.remote, shellsSay),
    judgeLinks(links),
    await checkLibraries(session, users.remote, await session.good(beginning, heads, as)),
    judgeStore(document, verified),
  ];
}

async function runInstall({ container: { session }, folder, tools: { host } }: Run): Promise<CheckResult> {
  const { exitCode, lines } = await host.group('install.sh', () => install(session, folder, (line) => host.info(line)));
  if (exitCode === 0) return judged(INSTALL_TITLE, []);
  return { ...judged(INSTALL_TITLE, [`it ended with ${exitCode}`]), log: lines.slice(-40) };
}

/** @param name of the script, in the Feature's folder; it runs in the folder that it is in */
async function runScript({ container: { session, users }, folder, subject, tools: { host } }: Run, name: string, title: string): Promise<CheckResult> {
  const script = subject.prepared.assembly.files.find((file) => file.name === name);
  if (script === undefined) return skipped(title, `there is no ${name}`);
  const place = dirname(`${folder}/${name}`);
  if (script.bytes.includes(TEST_LIB_NAME)) await session.unpack(featureTar([{ name: TEST_LIB_NAME, bytes: TEST_LIB }]), place);
  const { remote } = users;
  const as = { ...session.as(remote), folder: place };
  const file = `./${basename(name)}`;
  const { exitCode, lines } = await host.group(`${name} as ${remote.name}`, () => session.attempt(['/bin/sh', '-c', 'exec "$1" 2>&1', 'sh', file], as, (line) => host.info(line)));
  if (exitCode === 0) return judged(title, [], `as ${remote.name}`);
  const command = traced(script.bytes, file);
  const again = command === undefined ? undefined : await session.attempt(command, as);
  const line = again?.exitCode === exitCode ? failingLine(again.lines, file, lines) : undefined;
  const where = line === undefined ? '' : ` at line ${line}`;
  return { ...judged(title, [`it ended with ${exitCode}${where}, run by ${remote.name}`]), log: lines.slice(-40), at: { file: name, ...(line === undefined ? {} : { line }) } };
}
