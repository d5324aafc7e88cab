import path from 'node:path';
import { BaseError, CommandError, SetupError, type Failure } from '../kit/errors.ts';
import { hasLineWith } from '../kit/text.ts';
import { archOfNode } from '../platform.ts';
import { complaint } from './complaint.ts';
import { askTogether, type Attempt } from './attempt.ts';
import { ownerLabel, type Engine, type LocalImage } from './engine.ts';
import type { ContainerQuestion } from './questions.ts';
import { inodesQuestion, isSameFolder } from './same-folder.ts';

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
  /** What is to be asked as soon as it runs, with these variables. */
  readonly first?: { readonly questions: readonly ContainerQuestion[]; readonly env?: Readonly<Record<string, string>> };
}

/**
 * The longest that GitHub lets a job run, which is on a runner of one's own. A container that was forgotten is removed by
 * the post step, or by the next run; this is for one that nobody comes back to.
 */
const LIFETIME_S = 5 * 24 * 60 * 60;
/** Where Nix may be in an image that sets PATH in a login shell's profile only. */
const NIX_FOLDERS = ['/nix/var/nix/profiles/default/bin', '/root/.nix-profile/bin', '/run/current-system/sw/bin'];
const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const ALIVE: ContainerQuestion = { argv: ['/bin/sh', '-c', ':'] };
/** `sleep` if there is one; a shell alone waits for the end of an input that stays open. */
const WAIT = `sleep ${LIFETIME_S} || read -r _`;

/**
 * Starts a container that does nothing and lives until it is removed.
 * @returns the answers to the questions that were to be asked first
 * @throws SetupError (no emulation for its platform), BaseError (no shell in it), CommandError
 */
export async function startContainer(engine: Engine, image: LocalImage, options: StartOptions): Promise<readonly Attempt[]> {
  const { mounts, shared = [] } = options;
  try {
    await engine.run(runArguments(engine, image, options, mounts), { inherit: askedVariables(options.containerOptions) });
  } catch (error) {
    if (!isMissingMount(error)) throw explained(error, image, options);
    // What a command writes there would never come back.
    if (shared.length > 0) throw notShared(shared, error);
    return startWithCopies(engine, image, options);
  }
  const { folders, answers } = await lookAround(engine, image, options, [...shared, ...mounts]);
  for (const [index, folder] of shared.entries()) {
    if (!(await isSameFolder(folder, folders[index] as Attempt))) throw notShared([folder]);
  }
  for (const [index, folder] of mounts.entries()) {
    // One of that name on the engine's machine may be another than ours: an older checkout, where the runner itself is a container with the host's socket.
    if (!(await isSameFolder(folder, folders[shared.length + index] as Attempt))) return startWithCopies(engine, image, options);
  }
  return answers;
}

/** The engine runs on another machine, or we run in a container ourselves: our folders have to be sent there. */
async function startWithCopies(engine: Engine, image: LocalImage, options: StartOptions): Promise<readonly Attempt[]> {
  await engine.remove(options.name);
  await engine.run(runArguments(engine, image, options, []), { inherit: askedVariables(options.containerOptions) });
  for (const folder of options.mounts) await copyInto(engine, options.name, folder);
  return (await lookAround(engine, image, options, [])).answers;
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

/** What was found in a container as soon as it ran. */
interface FirstLook {
  readonly folders: readonly Attempt[];
  readonly answers: readonly Attempt[];
}

/**
 * Asks whether it lives, which folders it sees, and what is to be asked first. A container whose first program can't be run is
 * gone before anyone can read what it said: it is run once more to hear it.
 */
async function lookAround(engine: Engine, image: LocalImage, options: StartOptions, folders: readonly string[]): Promise<FirstLook> {
  const { name, imageName, first: { questions, env } = { questions: [] } } = options;
  const place = { engine, container: name, where: `a container of ${imageName}` };
  try {
    const [alive, ...answers] = await askTogether(place, [ALIVE, ...folders.map(inodesQuestion), ...questions], env === undefined ? {} : { env });
    if (alive?.error !== undefined) throw alive.error;
    return { folders: answers.slice(0, folders.length), answers: answers.slice(folders.length) };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await engine.remove(name);
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
