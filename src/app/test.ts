import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { findEngine } from '../engine/find-engine.ts';
import { adviceOf, BaseError, SetupError, TestError } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Host, Job, Log } from '../kit/host.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { assemble, prepare } from '../layout/assemble.ts';
import { readBuiltLayout, type BuiltLayout } from '../layout/built-layout.ts';
import { writeFeatureLayer } from '../layout/feature-layer.ts';
import { fetchLayers } from '../layout/fetch-layers.ts';
import { Registries } from '../oci/pull/registries.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { hasFailed, type CheckResult, type TestReport } from '../report/parts/tests.ts';
import type { BuildRequest } from '../request/build.ts';
import type { TestSubject, TestPlace } from '../test/fresh-container.ts';
import { testInBase, testInPlainImage } from '../test/test-in-base.ts';

/**
 * Installs the build into a fresh container of each base, as it will be published and with the installer that ships, and tests it there. Layers come from the layout; those that were reused from a release are fetched into it.
 *
 * @param layout the folder of the layout
 * @param reader of the repository that has what the layout lacks; undefined if it lacks nothing
 * @returns one report for each platform and base; with `test: auto`, what can't be tested here is skipped and warned about
 * @throws TestError if something failed; with `test: true`, SetupError if there is no engine or no emulation
 */
export async function testFeature(layout: string, request: BuildRequest, host: Host, reader?: Registry): Promise<readonly TestReport[]> {
  if (request.test === 'false') return [];
  if (request.bases.length === 0 && request.testDev === undefined) return withoutBase(host);
  const engine = await engineFor(request, host);
  if (engine === undefined) return [];

  await using cleanup = new AsyncDisposableStack();
  const work = await makeTemporary('nix-feature-test');
  cleanup.defer(() => rm(work, { recursive: true, force: true }));
  const built = await readBuiltLayout(layout);
  if (reader !== undefined) await fetchLayers(built.platforms, reader, host);
  const subject = await subjectOf(built, request, work);
  const { containerOptions, remoteUser } = request;
  const tools = { engine, containerOptions, remoteUser, registries: new Registries(request, host), host };
  const isRequired = request.test === 'true';
  const reports: TestReport[] = [];
  for (const platform of subject.prepared.assembly.platforms) {
    for (const reference of request.bases) reports.push(await testOne(testInBase, { subject, platform, reference, tools }, isRequired));
    if (request.testDev !== undefined) reports.push(await testOne(testInPlainImage, { subject, platform, reference: request.testDev, tools }, isRequired));
  }
  const failed = reports.filter(hasFailed);
  if (failed.length > 0) throw failure(subject, failed, request.featureFolder);
  return reports;
}

function withoutBase(log: Log): readonly TestReport[] {
  log.info('The Feature is not tested: there is no base image to install it into.');
  return [];
}

async function engineFor({ engine, test }: Pick<BuildRequest, 'engine' | 'test'>, job: Job): Promise<Engine | undefined> {
  try {
    return await findEngine(engine, { signal: job.signal });
  } catch (error) {
    if (test === 'true' || !(error instanceof SetupError)) throw error;
    job.warning(`The Feature was built but not tested. ${error.message} Set "test: false" if you want no test.`);
    return undefined;
  }
}

/** The very bytes that `push` would send. */
async function subjectOf(layout: BuiltLayout, request: Pick<BuildRequest, 'delivery' | 'registry' | 'namespace'>, work: string): Promise<TestSubject> {
  const assembly = assemble([layout], []);
  const prepared = prepare(assembly, request.delivery);
  const { registry, namespace } = request;
  const repository = namespace === '' ? assembly.facts.feature.id : `${namespace}/${assembly.facts.feature.id}`;
  const { file } = await writeFeatureLayer(assembly, { metadata: prepared.metadata, delivery: prepared.delivery, registry, repository, work });
  return { prepared, tar: file };
}

async function testOne(run: typeof testInBase, place: TestPlace, isRequired: boolean): Promise<TestReport> {
  const { platform, reference: base, tools: { host } } = place;
  const began = performance.now();
  const about = { arch: platform.arch, base: base.text };
  const progress = host.stage(`Test for ${platform.arch} in ${base.text}`);
  try {
    const result = await run(place);
    const report = { ...about, ...result, duration: performance.now() - began };
    progress.end(verdict(report.checks));
    for (const check of report.checks) host.info(lineOf(check));
    return report;
  } catch (error) {
    progress.end('failed');
    if (!(error instanceof SetupError || error instanceof BaseError)) throw error;
    if (isRequired) throw untestable(error, place);
    host.warning(`The Feature was built but not tested for ${platform.arch} in ${base.text}. ${error.message}`);
    return { ...about, user: '', checks: [], skipped: error.message, duration: performance.now() - began };
  }
}

/** Of several bases and platforms, which one can't run the test. */
function untestable(error: SetupError | BaseError, { platform: { arch }, reference: base }: TestPlace): SetupError | BaseError {
  const details = { cause: error, ...adviceOf(error) };
  const text = `The Feature was built but can't be tested for ${arch} in ${base.text}: ${error.message}`;
  return error instanceof SetupError ? new SetupError(text, details) : new BaseError(text, details);
}

function verdict(checks: readonly CheckResult[]): string {
  const failed = checks.filter(({ outcome }) => outcome === 'failed').length;
  const passed = checks.filter(({ outcome }) => outcome === 'passed').length;
  return failed === 0 ? `${formatNumberOf(passed, 'check')} passed` : `${formatNumberOf(failed, 'check')} failed`;
}

const MARKS = { passed: '✔', failed: '✖', skipped: '–' } as const;

function lineOf({ title, outcome, detail }: CheckResult): string {
  return `  ${MARKS[outcome]} ${title}${detail === undefined ? '' : `: ${detail}`}`;
}

/** The failure as one message; the log is that of what failed first. */
function failure({ prepared }: TestSubject, reports: readonly TestReport[], featureFolder: string): TestError {
  const { id, version } = prepared.assembly.facts.feature;
  const faults = reports.flatMap((report) =>
    report.checks.filter(({ outcome }) => outcome === 'failed').map((check) => ({ report, check })),
  );
  const texts = faults.map(({ report, check }) => `"${check.title}" (${report.arch}, ${report.base}): ${check.detail ?? 'no'}`);
  const log = faults[0]?.check.log ?? [];
  const at = faults[0]?.check.at;
  return new TestError(`${id} ${version} failed ${formatNumberOf(faults.length, 'check')} in its base image. ${texts.join('. ')}.`, { log }, {
    hint: 'Nothing was published. docs/make/contract.md says what each check looks at.',
    inTerminal: 'Nothing was published. docs/make/contract.md says what each check looks at; nix-feature test runs them.',
    ...(at === undefined ? {} : { location: { ...at, file: join(featureFolder, at.file) } }),
  });
}
