import type { Engine, LocalImage } from '../../engine/engine.ts';
import type { Ended, ContainerQuestion } from '../../engine/questions.ts';
import { containerEnvironment, type GivenOptions } from '../../feature/environment/option-environment.ts';
import { membersOf } from '../../feature/metadata/written-json.ts';
import { BaseError, CommandError } from '../../kit/errors.ts';
import { placedTar } from './placed-feature.ts';
import { Session } from './session.ts';
import { builtinFile, FEATURES_FOLDER, toolFiles } from './tool-files.ts';
import { devUsers, type DevUsers } from './users.ts';

/** A Feature that is to be installed: ours, or one that it depends on. */
export interface Installable {
  readonly id: string;
  /** As it is published, as JSON. */
  readonly metadata: string;
  readonly options: GivenOptions;
  /** Tars of what is in its folder. */
  readonly tars: () => AsyncGenerator<AsyncIterable<Uint8Array>>;
}

export interface ContainerFacts {
  readonly engine: Engine;
  /** Of the container, which runs. */
  readonly name: string;
  readonly image: LocalImage;
  /** As the user wrote it. */
  readonly imageName: string;
  readonly remoteUser: string | undefined;
  /** To {@link firstQuestions}. */
  readonly answers: readonly Ended[];
}

const PASSWD: ContainerQuestion = { argv: ['/bin/sh', '-c', 'cat /etc/passwd 2>/dev/null || :'] };
const MAKE_FOLDER: ContainerQuestion = { argv: ['/bin/sh', '-c', 'mkdir -p "$1"', 'sh', FEATURES_FOLDER] };

/** Returns what must be asked of a container before Features can be put into it, and with which variables. */
export function firstQuestions(image: LocalImage): { readonly questions: readonly ContainerQuestion[]; readonly env: Readonly<Record<string, string>> } {
  return { questions: [PASSWD, MAKE_FOLDER], env: { PATH: environmentOf(image)['PATH'] ?? USUAL_PATH } };
}

/** The container's own start may have added to PATH. */
function environmentOf({ env }: LocalImage): Readonly<Record<string, string>> {
  const own = Object.fromEntries(env.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
  return { ...own, PATH: own['PATH'] ?? USUAL_PATH };
}

const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A container into which Features are put one after the other, as an image build of the dev container tools does. */
export class FeatureContainer {
  readonly users: DevUsers;
  readonly #facts: ContainerFacts;
  /** The image's variables, and what containerEnv of each Feature made of them. */
  #environment: Readonly<Record<string, string>>;
  readonly #declared = new Set(['PATH']);
  #count = 0;

  private constructor(facts: ContainerFacts, environment: Readonly<Record<string, string>>, users: DevUsers) {
    this.#facts = facts;
    this.#environment = environment;
    this.users = users;
  }

  /** @throws BaseError if the image has no such user */
  static async open(facts: ContainerFacts): Promise<FeatureContainer> {
    const environment = environmentOf(facts.image);
    const session = new Session({ ...sessionFacts(facts), env: firstQuestions(facts.image).env });
    const [passwd, folder] = facts.answers as readonly [Ended, Ended];
    const users = await session.good(PASSWD, passwd).catch((error: unknown) => Promise.reject(unusable(error, facts)));
    await session.good(MAKE_FOLDER, folder).catch((error: unknown) => Promise.reject(unusable(error, facts)));
    return new FeatureContainer(facts, environment, devUsers(facts.image, users, facts.remoteUser));
  }

  /** Commands with the environment that the Features have made so far. */
  get session(): Session {
    const env = Object.fromEntries([...this.#declared].flatMap((name) => (this.#environment[name] === undefined ? [] : [[name, this.#environment[name]]])));
    return new Session({ ...sessionFacts(this.#facts), env });
  }

  /**
   * Puts a Feature where the tools put it, and applies its containerEnv.
   * @returns its folder
   * @throws BaseError if the image has no means for that
   */
  async put(feature: Installable): Promise<string> {
    return this.#put(feature).catch((error: unknown) => Promise.reject(unusable(error, this.#facts)));
  }

  async #put({ id, metadata, options, tars }: Installable): Promise<string> {
    const place = `${id}_${this.#count}`;
    this.#count += 1;
    const declared = membersOf(membersOf(metadata).get('containerEnv'));
    this.#environment = containerEnvironment(declared, this.#environment);
    for (const name of declared.keys()) this.#declared.add(name);
    const { session } = this;
    await session.unpack(placedTar({ name: place, tars: tars(), files: toolFiles(metadata, options), beside: [builtinFile(this.users)] }), FEATURES_FOLDER);
    return `${FEATURES_FOLDER}/${place}`;
  }
}

/** An image that lacks what every install needs is no fault of the Feature. */
function unusable(error: unknown, { imageName }: ContainerFacts): unknown {
  if (!(error instanceof CommandError)) return error;
  return new BaseError(`${imageName} can't run a test: ${error.message}`, {
    cause: error,
    hint: 'Installing a Feature needs /bin/sh and the usual programs (mkdir, chmod, tar). Use "test: false", or leave this base image out.',
  });
}

function sessionFacts({ engine, name, imageName }: ContainerFacts): { engine: Engine; container: string; where: string } {
  return { engine, container: name, where: `a container of ${imageName}` };
}
