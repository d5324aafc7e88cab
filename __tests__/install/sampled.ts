import { createHash } from 'node:crypto';
import { it as test } from '@jest/globals';
import { SEED } from '../fuzz/seed.ts';
import { EVERYTHING } from '../jest/everything.ts';

let oneIn = 1;

/** From here on, of the scenarios of this folder only one in so many becomes a test, chosen by its name and the seed; in a run of everything, each. */
export function sample(rate: number): void {
  oneIn = EVERYTHING ? 1 : rate;
}

function isChosen(name: string): boolean {
  return oneIn === 1 || createHash('sha256').update(`${SEED} ${name}`).digest().readUInt32BE() % oneIn === 0;
}

type Body = () => Promise<void> | void;

function define(name: string, body: Body): void {
  if (isChosen(name)) test(name, body);
}

define.concurrent = (name: string, body: () => Promise<void>): void => {
  if (isChosen(name)) test.concurrent(name, body);
};

/** Defines a scenario's test. */
export const it = define;
