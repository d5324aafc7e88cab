import { CommandError, SetupError } from '../kit/errors.ts';
import { hasLineWith } from '../kit/text.ts';
import { ask, type AskOptions } from '../programs/ask.ts';
import { commandEnvironment } from '../programs/environment.ts';
import { newContainerName } from './container-name.ts';
import { Engine, type EngineName, type EngineOptions } from './engine.ts';

const ENGINES: readonly EngineName[] = ['docker', 'podman'];
const INSTALL = 'Install Docker or Podman.';

/**
 * Finds the requested engine, or else the first that is installed and answers.
 * @throws SetupError which says of each engine why it can't be used
 */
export async function findEngine(preferred: EngineName | undefined, options: EngineOptions = {}): Promise<Engine> {
  const reasons: SetupError[] = [];
  for (const name of preferred === undefined ? ENGINES : [preferred]) {
    try {
      return await probe(name, options);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      reasons.push(error);
    }
  }
  const [first] = reasons as [SetupError, ...SetupError[]];
  if (preferred !== undefined) throw await besideOther(first, preferred, options);
  throw new SetupError(`No usable container engine was found. ${reasons.map((reason) => reason.message).join(' ')}`, {
    cause: first,
    hint: `${first.hint ?? ''} Or use "build-in: host", which needs no container engine.`.trim(),
  });
}

/** Who asked for an engine that can't be used may have the other. */
async function besideOther(error: SetupError, preferred: EngineName, options: EngineOptions): Promise<SetupError> {
  const other = preferred === 'docker' ? 'podman' : 'docker';
  const works = await canBeUsed(other, options);
  if (!works) return error;
  const itself = error.hint === undefined || error.hint === INSTALL ? '' : `${error.hint} `;
  return new SetupError(error.message, { cause: error.cause, hint: `${itself}${title(other)} is installed and works: leave "container-engine" out.` });
}

async function canBeUsed(name: EngineName, options: EngineOptions): Promise<boolean> {
  try {
    await probe(name, options);
    return true;
  } catch (error) {
    if (error instanceof SetupError) return false;
    throw error;
  }
}

async function probe(name: EngineName, options: EngineOptions): Promise<Engine> {
  const asked = JSON.stringify([name, commandEnvironment({ purpose: 'engine', ...(options.env !== undefined && { baseEnv: options.env }) })]);
  const environment: AskOptions = { purpose: 'engine', signal: options.signal, ...(options.env !== undefined && { baseEnv: options.env }) };
  try {
    const { kind, program } = ANSWERED.get(asked) ?? (await knock(name, environment));
    ANSWERED.set(asked, { kind, program });
    return new Engine(kind, program, options);
  } catch (error) {
    throw explained(name, error);
  }
}

/** A program that answers, and which engine it is of. */
interface Answering {
  readonly kind: EngineName;
  readonly program: string;
}

/** What has answered already, by its name and the client's environment: a run asks once. */
const ANSWERED = new Map<string, Answering>();

async function knock(name: EngineName, environment: AskOptions): Promise<Answering> {
  if (name === 'podman') {
    // All that is opened to run a container is opened for this too; "podman info" asks the package manager as well, which takes seconds.
    await ask(['podman', 'ps', '--quiet', '--filter', `name=${newContainerName()}`], environment);
    return { kind: 'podman', program: 'podman' };
  }
  // Podman comes with a "docker" that is itself.
  const version = await ask(['docker', '--version'], environment);
  if (/podman/i.test(version)) return { kind: 'podman', program: 'docker' };
  await ask(['docker', 'version', '--format', '{{.Server.Version}}'], environment);
  return { kind: 'docker', program: 'docker' };
}

function explained(name: EngineName, error: unknown): unknown {
  if (error instanceof SetupError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    return new SetupError(`${title(name)} is not installed: there is no "${name}" in PATH.`, {
      cause: error,
      hint: INSTALL,
    });
  }
  if (!(error instanceof CommandError)) return error;
  if (/permission denied/i.test(error.stderr)) {
    return new SetupError(`${title(name)} refuses this user: permission denied on its socket.`, {
      cause: error,
      hint: `Run as a user who may use it (for Docker: one in the group "docker").`,
    });
  }
  if (saysNothingAnswers(error.stderr)) {
    return new SetupError(`${title(name)} is installed, but its daemon does not answer.`, {
      cause: error,
      hint: 'Start it, or set DOCKER_HOST to the address of a running one.',
    });
  }
  return new SetupError(`${title(name)} is installed, but does not work. ${error.message}`, {
    cause: error,
    hint: `Run "${name} info" to see why.`,
  });
}

function title(name: EngineName): string {
  return name === 'docker' ? 'Docker' : 'Podman';
}

function saysNothingAnswers(stderr: string): boolean {
  return /cannot connect|connection refused|is the docker daemon running|unable to connect/i.test(stderr) || hasLineWith(stderr, 'no such file or directory', '.sock');
}
