import { randomUUID } from 'node:crypto';
import { CommandError } from '../../kit/errors.ts';
import { withoutSequences } from '../../kit/safe-text.ts';
import type { NixSite } from '../run/site.ts';
import { ANSWERS, type Answer } from './evaluate-expression.ts';
import type { OutputChoice } from './split-choice.ts';

export interface Question {
  /** Any number that no other question has. */
  readonly id: number;
  /** A flake reference that pure evaluation takes: with its hash. */
  readonly reference: string;
  readonly choice: OutputChoice;
  /** Where the value may be in the flake's outputs. */
  readonly paths: readonly (readonly string[])[];
}

/** Linux takes 128 KiB in one argument (execve(2), MAX_ARG_STRLEN), and by default 2 MiB in all, environment included. */
const PART_BYTES = 100_000;
const PARTS = 10;

/**
 * Evaluates many flakes in one Nix process. If one of them breaks it, another process goes on behind that one.
 * Evaluation is as pure as that of `nix build`, which is why all references must be locked.
 * @returns answers by id; those that got none must be asked alone, to hear why
 * @throws SetupError, CancelledError
 */
export async function evaluateTogether(site: NixSite, questions: readonly Question[]): Promise<ReadonlyMap<number, Answer>> {
  const answers = new Map<number, Answer>();
  // A flake is evaluated once for all that is asked of it in a row.
  let left = [...Map.groupBy(questions, ({ reference }) => reference).values()].flat();
  while (left.length > 0) {
    const { parts, taken } = partsOf(left);
    const broken = await ask(site, parts, answers);
    const next = broken ? left.findIndex(({ id }) => !answers.has(id)) + 1 : 0;
    left = left.slice(next > 0 ? next : taken);
  }
  return answers;
}

/** @returns whether the process broke, before the first question without an answer was dealt with */
async function ask(site: NixSite, parts: readonly string[], answers: Map<number, Answer>): Promise<boolean> {
  const mark = `${randomUUID()} `;
  const data = { mark, ...Object.fromEntries(parts.map((part, n) => [`part${n}`, part])) };
  const given = Object.entries(data).flatMap(([name, value]) => ['--argstr', name, value]);
  try {
    await site.capture(['nix', 'eval', '--json', ...given, '--expr', ANSWERS, 'answers'], {
      onStderr: (line) => {
        const at = line.indexOf(mark);
        if (at >= 0) note(withoutSequences(line.slice(at + mark.length)), answers);
      },
    });
    return false;
  } catch (error) {
    if (error instanceof CommandError) return true;
    throw error;
  }
}

function note(json: string, answers: Map<number, Answer>): void {
  const read = parsed(json);
  if (read === undefined) return;
  const { id, ...answer } = read;
  answers.set(id, answer);
}

/** @returns undefined for a line that was cut, as very long ones are: no answer */
function parsed(json: string): (Answer & { readonly id: number }) | undefined {
  try {
    return JSON.parse(json) as Answer & { readonly id: number };
  } catch {
    return undefined;
  }
}

/** As many of the questions as one process takes, as JSON by flake, cut into arguments of a size that the system takes. */
function partsOf(questions: readonly Question[]): { parts: string[]; taken: number } {
  const parts: string[] = [];
  let taken = 0;
  while (taken < questions.length && parts.length < PARTS) {
    const from = taken;
    let bytes = 0;
    while (taken < questions.length && (taken === from || bytes < PART_BYTES)) {
      bytes += Buffer.byteLength(JSON.stringify(questions[taken]));
      taken++;
    }
    parts.push(partOf(questions.slice(from, taken)));
  }
  return { parts, taken };
}

function partOf(questions: readonly Question[]): string {
  const flakes = Map.groupBy(questions, ({ reference }) => reference);
  const asked = ({ id, choice, paths }: Question): object => ({ id, choice: choice ?? null, paths });
  return JSON.stringify([...flakes].map(([reference, own]) => ({ reference, questions: own.map(asked) })));
}
