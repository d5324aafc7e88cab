import { randomBytes } from 'node:crypto';
import { CommandError } from '../kit/errors.ts';
import { answerOf } from '../programs/process.ts';
import { LineReader } from '../programs/process-output.ts';
import type { Engine, ExecOptions } from './engine.ts';
import { answersIn, askingAll, type Ended, type ContainerQuestion } from './questions.ts';

/** A container that runs. */
export interface RunningContainer {
  readonly engine: Engine;
  /** Its name. */
  readonly container: string;
  /** For messages: "a container of ...". */
  readonly where: string;
}

/** How a command ended, and the error that it is for those who count on it. */
export type Attempt = Ended & { readonly error?: CommandError };

/** Characters of questions that are asked together; the system takes some millions, with the environment. */
const MOST_ASKED = 500_000;
/** And words: the script has some ten characters for each, and the system takes 128 KiB for one argument. */
const MOST_WORDS = 8000;
/** Characters of standard error that are kept of what answers several questions: more than any base says. */
const MOST_SAID = 16 * 1024 * 1024;

/**
 * Runs a command in a container, whatever its exit code.
 * @param onLine called with each line of standard output as it comes
 * @throws CommandError if a signal ended it; SetupError, CancelledError
 */
export async function attempt(place: RunningContainer, argv: readonly string[], options: ExecOptions = {}, onLine?: (line: string) => void): Promise<Attempt> {
  const lines: string[] = [];
  const reader = new LineReader((line) => {
    lines.push(line);
    onLine?.(line);
  });
  const error = await run(place, argv, options, (chunk) => reader.push(chunk));
  reader.end();
  return error === undefined ? { exitCode: 0, lines, stderr: '' } : { exitCode: error.exitCode ?? 1, lines, stderr: error.stderr, error };
}

/**
 * Asks several questions by one command: starting one in a container takes an engine longer than answering most of them. A
 * question that no answer came to, as no shell is there or it was killed, is asked alone.
 * @returns the answers, in the order of the questions
 * @throws as {@link attempt}
 */
export async function askTogether<const Questions extends readonly ContainerQuestion[]>(
  place: RunningContainer,
  questions: Questions,
  options: Omit<ExecOptions, 'input' | 'onStderr'> = {},
): Promise<{ readonly [Index in keyof Questions]: Attempt }> {
  const answers: Attempt[] = [];
  for (const some of runsOf(questions)) {
    const together = some.length === 1 ? [] : await askRun(place, some, options);
    answers.push(...together.slice(0, some.length));
    for (const { argv, input } of some.slice(together.length)) answers.push(await attempt(place, argv, { ...options, ...(input !== undefined && { input }) }));
  }
  return answers as { [Index in keyof Questions]: Attempt };
}

async function askRun(place: RunningContainer, questions: readonly ContainerQuestion[], options: ExecOptions): Promise<readonly Ended[]> {
  const mark = randomBytes(16).toString('hex');
  const chunks: Buffer[] = [];
  const said: string[] = [];
  let room = MOST_SAID;
  const hear = (line: string): void => {
    room -= line.length + 1;
    if (room >= 0) said.push(line);
  };
  const input = questions.find((question) => question.input !== undefined)?.input;
  await run(place, askingAll(questions, mark), { ...options, ...(input !== undefined && { input }), onStderr: hear }, (chunk) => void chunks.push(chunk));
  return answersIn(Buffer.concat(chunks), said, mark);
}

/** As many as one command line holds. */
function runsOf(questions: readonly ContainerQuestion[]): readonly (readonly ContainerQuestion[])[] {
  const runs: ContainerQuestion[][] = [];
  let [characters, words] = [0, 0];
  for (const question of questions) {
    const size = question.argv.reduce((sum, word) => sum + word.length + 1, 0);
    if (runs.length === 0 || characters + size > MOST_ASKED || words + question.argv.length > MOST_WORDS) {
      runs.push([]);
      [characters, words] = [0, 0];
    }
    runs.at(-1)?.push(question);
    characters += size;
    words += question.argv.length;
  }
  return runs;
}

/** @returns the error of a command that ended with another exit code than 0 */
async function run({ engine, container, where }: RunningContainer, argv: readonly string[], options: ExecOptions, onChunk: (chunk: Buffer) => void): Promise<CommandError | undefined> {
  const { stdout, done } = engine.exec(container, argv, where, options);
  try {
    for await (const chunk of answerOf(stdout, `A command in ${where}`)) onChunk(chunk);
    await done;
    return undefined;
  } catch (error) {
    if (!(error instanceof CommandError) || error.exitCode === null) throw error;
    return error;
  }
}
