import path from 'node:path';
import { BaseError, CommandError, SetupError, type Failure } from '../kit/errors.ts';
import { hasLineWith } from '../kit/text.ts';
import { archOfNode } from '../platform.ts';
import { complaint } from './complaint.ts';
import { ownerLabel, type Engine, type LocalImage } from './engine.ts';
import { isSameFolder } from './same-folder.ts';

export interface StartOptions {
  /** Of the container; chosen by the caller and written down before, so that it can be removed whatever happens. */
  readonly name: string;
  /** For messages: the image as the user named it. */
  readonly imageName: string;
  /** Absolute folders that are seen in the container under their own names, read-only. */
  readonly mounts: readonly string[];
  /** The same, to be written to: what comes about there is ours. */
  readonly shared?: readonly string[];
  /** The user's arguments for `run`, one a line of theirs. */
  readonly containerOptions: readonly string[];
}

/**
 * The longest that GitHub lets a job run, which is on a runner of one's own. A container that was forgotten is removed by
 * the post step, or by the next run; this is for one that nobody comes back to.
 */
const LIFETIME_S = 5 * 24 * 60 * 60;
/** Where Nix may be in an image that sets PATH in a login shell's profile only. */
const NIX_FOLDERS = ['/nix/var/nix/profiles/default/bin', '/root/.nix-profile/bin', '/run/current-system/sw/bin'];
const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** `sleep` if there is one; a shell alone waits for the end of an input that stays open. */
const WAIT = `sleep ${LIFETIME_S} || read -r _`;

/**
 * Starts a container that does nothing and lives until it is removed.
 * @throws SetupError (no emulation for its platform), BaseError (no shell in it), CommandError
 */
export async function startContainer(engine: Engine, image: LocalImage, options: StartOptions): Promise<void> {
  const inherit = askedVariables(options.containerOptions);
  try {
    await engine.run(runArguments(engine, image, options, options.mounts), { inherit });
  } catch (error) {
    if (!isMissingMount(error)) throw explained(error, image, options);
    // The engine runs on another machine, or we run in a container ourselves: our folders must be sent there.
    if (options.shared?.length !== undefined && options.shared.length > 0) throw notShared(options.shared, error);
    // The engine runs on another machine, or we run in a container ourselves: our folders have to be sent there.
    await engine.remove(options.name);
    await engine.run(runArguments(engine, image, options, []), { inherit });
    for (const folder of options.mounts) await copyInto(engine, options.name, folder);
    await checkAlive(engine, image, options);
    return;
  }
  await checkAlive(engine, image, options);
  await checkMounts(engine, image, options);
}

/**
 * A folder of that name on the engine's machine may be another one than ours: an older checkout, where the runner itself is
 * a container with the host's socket. Then ours are copied.
 */
async function checkMounts(engine: Engine, image: LocalImage, options: StartOptions): Promise<void> {
  for (const folder of options.shared ?? []) {
    if (!(await isSameFolder(engine, options.name, folder))) throw notShared([folder]);
  }
  for (const folder of options.mounts) {
    if (await isSameFolder(engine, options.name, folder)) continue;
    await engine.remove(options.name);
    await engine.run(runArguments(engine, image, options, []), { inherit: askedVariables(options.containerOptions) });
    for (const each of options.mounts) await copyInto(engine, options.name, each);
    await checkAlive(engine, image, options);
    return;
  }
}

/** Tells whether the user's options make the container privileged. */
export function isPrivileged(containerOptions: readonly string[]): boolean {
  return containerOptions.some((option) => /^--privileged(=true)?$/.test(option.trim()));
}

function runArguments(engine: Engine, image: LocalImage, options: StartOptions, mounts: readonly string[]): string[] {
  const { shared = [] } = options;
  return [
    'run',
    '--detach',
    // Keeps the input open that WAIT may wait for.
    '--interactive',
    '--rm',
    ...ownerLabel(),
    '--name',
    options.name,
    ...engine.platformOf(image),
    // The image may have an entrypoint, a user and a working directory of its own.
    '--entrypoint',
    '/bin/sh',
    '--user',
    '0:0',
    '--workdir',
    '/',
    // The first process of a container ignores SIGTERM; podman would wait ten seconds for it.
    '--stop-signal',
    'SIGKILL',
    '--env',
    `PATH=${pathOf(image)}`,
    ...mounts.flatMap((folder) => mountArguments(folder, 'readonly')),
    ...shared.flatMap((folder) => mountArguments(folder)),
    // SELinux would deny reading what is mounted, and relabelling the user's files is not ours to do.
    ...(mounts.length + shared.length > 0 ? ['--security-opt', 'label=disable'] : []),
    ...options.containerOptions.flatMap(splitOption),
    image.id,
    '-c',
    WAIT,
  ];
}

function pathOf(image: LocalImage): string {
  const own = image.env.find((entry) => entry.startsWith('PATH='))?.slice('PATH='.length) ?? USUAL_PATH;
  return [own, ...NIX_FOLDERS.filter((folder) => !own.split(':').includes(folder))].join(':');
}

/** The value is a line of CSV, where a comma or a quote wants quotes around it. */
function mountArguments(folder: string, ...more: readonly string[]): string[] {
  return ['--mount', ['type=bind', csvField(`source=${folder}`), csvField(`target=${folder}`), ...more].join(',')];
}

/** What a command writes there would never come back. */
function notShared(folders: readonly string[], cause?: unknown): SetupError {
  return new SetupError(`The container engine can't share ${folders.join(', ')}: it does not see this machine's folders.`, {
    ...(cause !== undefined && { cause }),
    hint: 'This happens if the engine runs on another machine, or if this job itself runs in a container. Run the job on the machine itself, or use "build-in: host".',
  });
}

function csvField(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `--volume /a:/b` on one line is an option and its value. */
function splitOption(line: string): string[] {
  const match = /^(--?[a-zA-Z][\w-]*)\s+(\S.*)$/.exec(line.trim());
  return match === null ? [line.trim()] : [match[1] as string, match[2] as string];
}

/** Returns the variables that `--env NAME` passes on: the user wants the client to see them. */
export function askedVariables(containerOptions: readonly string[]): readonly string[] {
  const words = containerOptions.flatMap(splitOption);
  return words.flatMap((word, index) => {
    const [, name] = /^--env=(\w+)$/.exec(word) ?? (/^(?:-e|--env)$/.test(words[index - 1] ?? '') ? /^(\w+)$/.exec(word) : null) ?? [];
    return name === undefined ? [] : [name];
  });
}

function isMissingMount(error: unknown): boolean {
  if (!(error instanceof CommandError)) return false;
  return /bind source path does not exist/i.test(error.stderr) || hasLineWith(error.stderr, 'statfs ', ': no such file or directory');
}

async function copyInto(engine: Engine, container: string, folder: string): Promise<void> {
  await engine.run(['exec', container, '/bin/sh', '-c', 'mkdir -p -- "$1"', 'sh', path.dirname(folder)]);
  await engine.run(['cp', folder, `${container}:${path.dirname(folder)}/`]);
}

/** A container whose first program can't be run is gone before anyone can read what it said: run it once more to hear it. */
async function checkAlive(engine: Engine, image: LocalImage, options: StartOptions): Promise<void> {
  try {
    await engine.run(['exec', options.name, '/bin/sh', '-c', ':']);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await engine.remove(options.name);
    try {
      await engine.run(['run', '--rm', ...engine.platformOf(image), '--entrypoint', '/bin/sh', image.id, '-c', ':']);
    } catch (reason) {
      throw explained(reason, image, options);
    }
    throw explained(error, image, options);
  }
}

function explained(error: unknown, image: LocalImage, { imageName }: StartOptions): unknown {
  if (!(error instanceof CommandError)) return error;
  if (/exec format error/i.test(error.stderr)) return noEmulation(image, imageName, error);
  if (/\/bin\/sh["`:' ].*(no such file|not found)/i.test(error.stderr)) {
    return new BaseError(`The base image ${imageName} has no /bin/sh, so nothing can be built in it.`, {
      cause: error,
      hint: 'Use "build-in: host", which reads the store paths of the base and runs nothing in it.',
    });
  }
  return new BaseError(`A container of the base image ${imageName} could not be started: ${complaint(error.stderr)}`, {
    cause: error,
    hint: 'If you set "container-options", check them first.',
  });
}

function noEmulation({ architecture }: LocalImage, imageName: string, cause: CommandError): Failure {
  if (architecture === archOfNode(process.arch)) {
    return new BaseError(`The base image ${imageName} is labelled ${architecture}, but its /bin/sh is for another platform.`, { cause });
  }
  return new SetupError(
    `This machine (${archOfNode(process.arch) ?? process.arch}) can't run ${architecture} programs: no emulator is set up for them.`,
    {
      cause,
      hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), or build ${architecture} in a job on a native ${architecture} runner.`,
    },
  );
}
