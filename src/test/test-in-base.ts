import { createReadStream } from 'node:fs';
import { containerState, fetchImage } from '../build/site.ts';
import { newContainerName } from '../engine/container-name.ts';
import type { Engine, LocalImage } from '../engine/engine.ts';
import { startContainer } from '../engine/start-container.ts';
import { BaseError, CommandError } from '../errors.ts';
import { layerFileName } from '../feature/bundle.ts';
import { linkOf } from '../feature/complete-metadata.ts';
import { featureTar } from '../feature/feature-tar.ts';
import { containerEnvironment } from '../feature/option-environment.ts';
import { membersOf } from '../feature/written-json.ts';
import type { Host } from '../host/host.ts';
import type { BuiltPlatform } from '../publish/built-layout.ts';
import type { Prepared } from '../publish/publish-assembly.ts';
import type { CheckResult } from '../report/test-facts.ts';
import type { BaseReference, BuildRequest } from '../request.ts';
import { judged, skipped } from './checks.ts';
import { checkHome, checkLeftovers, listForeign, listTemporary } from './cleanup-check.ts';
import { checkSecondInstall, install, INSTALL_TITLE } from './install.ts';
import { checkLibraries } from './library-check.ts';
import { checkLinks } from './link-check.ts';
import { checkPath, findTools } from './path-check.ts';
import { checkRequired } from './required-check.ts';
import { Session, type ContainerUser } from './session.ts';
import { checkStore } from './store-check.ts';
import { TEST_LIB, TEST_LIB_NAME } from './test-lib.ts';
import { devUsers, type DevUsers } from './users.ts';

/** The Feature, as it will be published. */
export interface Subject {
  readonly prepared: Prepared;
  /** `layers[0]`, as a file. */
  readonly tar: string;
}

export interface TestTools {
  readonly engine: Engine;
  readonly host: Host;
}

export interface BaseResult {
  readonly user: string;
  readonly checks: readonly CheckResult[];
}

/** Where the dev container tools put a Feature while they install it. */
const FOLDER = '/tmp/dev-container-features';
const TEST_TITLE = 'test.sh passes';
const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Installs the Feature into a fresh container of a base and checks what came of it. The container is gone afterwards.
 * @throws SetupError, BaseError where no container could be had
 */
export async function testInBase(
  subject: Subject,
  platform: BuiltPlatform,
  reference: BaseReference,
  request: BuildRequest,
  { engine, host }: TestTools,
): Promise<BaseResult> {
  const { image } = await fetchImage(engine, reference, request, platform.arch, host, (line) => host.debug(line));
  const name = newContainerName();
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => engine.remove(name));
  host.saveState(`${containerState(platform.arch)}-${name}`, `${engine.name} ${name}`);
  await startContainer(engine, image, { name, imageName: reference.text, mounts: [], containerOptions: request.containerOptions });
  const session = new Session({ engine, container: name, where: `a container of ${reference.text}`, env: environmentOf(subject, image) });
  const { users, folder } = await preparation(session, subject, platform, image, request).catch((error: unknown) => Promise.reject(unusable(error, reference)));
  return { user: users.remote.name, checks: await runChecks({ session, subject, platform, users, folder, host }) };
}

async function preparation(session: Session, subject: Subject, platform: BuiltPlatform, image: LocalImage, { remoteUser }: BuildRequest): Promise<{ users: DevUsers; folder: string }> {
  const passwd = await session.output(['/bin/sh', '-c', 'cat /etc/passwd 2>/dev/null || :']);
  return { users: devUsers(image, passwd, remoteUser), folder: await putFeature(session, subject, platform) };
}

/** A base that lacks what every install needs is no fault of the Feature. */
function unusable(error: unknown, { text }: BaseReference): unknown {
  if (!(error instanceof CommandError)) return error;
  return new BaseError(`${text} can’t run a test: ${error.message}`, {
    cause: error,
    hint: 'Installing a Feature takes /bin/sh and the usual programs (mkdir, chmod, tar). Say test: false, or leave this base image out.',
  });
}

/** `containerEnv` on top of the image's PATH, which the container's own start has added to. */
function environmentOf({ prepared }: Subject, image: LocalImage): Readonly<Record<string, string>> {
  const own = Object.fromEntries(image.env.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
  const declared = membersOf(membersOf(prepared.metadata).get('containerEnv'));
  const all = containerEnvironment(declared, { ...own, PATH: own['PATH'] ?? USUAL_PATH });
  return Object.fromEntries(['PATH', ...declared.keys()].flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}

/** The bytes that will be published; layers that would come from a registry lie in its `dist`. */
async function putFeature(session: Session, { prepared, tar }: Subject, platform: BuiltPlatform): Promise<string> {
  const folder = `${FOLDER}/${platform.document.feature.id}_0`;
  await session.output(['/bin/sh', '-c', 'mkdir -p "$1"', 'sh', folder]);
  await session.unpack(createReadStream(tar), folder);
  if (prepared.delivery === 'layers') {
    // Not the complement's: a base that has what is relied upon asks for none of them.
    const files = platform.layers.map((layer) => ({ name: `dist/${layerFileName(layer)}`, file: platform.fileOf(layer) }));
    await session.unpack(featureTar(files), folder);
  }
  await session.output(['/bin/sh', '-c', 'chmod -R 0755 "$1"', 'sh', FOLDER]);
  return folder;
}

interface Run {
  readonly session: Session;
  readonly subject: Subject;
  readonly platform: BuiltPlatform;
  readonly users: DevUsers;
  readonly folder: string;
  readonly host: Host;
}

async function runChecks(run: Run): Promise<readonly CheckResult[]> {
  const { session, subject, platform, users, folder, host } = run;
  const { document } = platform;
  const temporary = await listTemporary(session);
  const foreign = await listForeign(session, users.remote);
  const required = await checkRequired(session, document);
  const installed = await host.group('install.sh', () => install(session, folder, subject.prepared.metadata, users, (line) => host.info(line)));
  if (installed.exitCode !== 0) return [{ ...judged(INSTALL_TITLE, [`it ended with ${installed.exitCode}`]), log: installed.lines.slice(-40) }, required];
  const link = linkOf(document.feature.id);
  const tools = await findTools(session, document.env.PATH.map((part) => `${link}/${part}`));
  const changing = [
    judged(INSTALL_TITLE, []),
    required,
    await checkLeftovers(session, temporary),
    await checkHome(session, users.remote, foreign),
    await runTest(run, users.remote),
    await checkSecondInstall(session, () => install(session, folder, subject.prepared.metadata, users)),
  ];
  // These only look.
  const looking = await Promise.all([
    checkPath(session, users.remote, tools),
    checkLinks(session, users.remote, document.storePath),
    checkLibraries(session, users.remote, tools),
    checkStore(session, document),
  ]);
  return [...changing, ...looking];
}

async function runTest({ session, folder, subject, host }: Run, user: ContainerUser): Promise<CheckResult> {
  const script = subject.prepared.assembly.files.find(({ name }) => name === 'test.sh');
  if (script === undefined) return skipped(TEST_TITLE, 'there is no test.sh');
  if (script.bytes.includes(TEST_LIB_NAME)) await session.unpack(featureTar([{ name: TEST_LIB_NAME, bytes: TEST_LIB }]), folder);
  const { exitCode, lines } = await host.group(`test.sh as ${user.name}`, () =>
    session.attempt(['/bin/sh', '-c', 'exec ./test.sh 2>&1'], { ...session.as(user), folder }, (line) => host.info(line)),
  );
  if (exitCode === 0) return judged(TEST_TITLE, [], `as ${user.name}`);
  return { ...judged(TEST_TITLE, [`it ended with ${exitCode}, run by ${user.name}`]), log: lines.slice(-40) };
}
