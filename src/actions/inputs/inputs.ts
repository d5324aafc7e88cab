import { CACHE_ONLY } from './cache.ts';
import { IMAGE_ONLY } from './image.ts';
import { INPUTS } from './main.ts';
import { PLAN_ONLY } from './plan.ts';
import { PUBLISH_ONLY } from './publish.ts';
import { RUN_ONLY } from './run.ts';
import { findRow, type InputSpec } from './rows/spec.ts';
import { TERMINAL_ONLY } from './terminal.ts';
import { VERIFY_ONLY } from './verify.ts';
import { WSL_ONLY } from './wsl.ts';

/**
 * All inputs of all actions, and the flags that only a terminal has. Reading them, the flags, `--help`, each action.yml and
 * docs/reference/inputs.md come from these tables. Names are a contract: add, never rename.
 */
const ALL = [...INPUTS, ...PUBLISH_ONLY, ...PLAN_ONLY, ...VERIFY_ONLY, ...CACHE_ONLY, ...RUN_ONLY, ...WSL_ONLY, ...IMAGE_ONLY, ...TERMINAL_ONLY] as const;

export type InputName = (typeof ALL)[number]['name'];

/** Hands out the raw text of an input; empty if it was not given. */
export type InputReader = (name: InputName) => string;

/** Returns the row of any input. */
export function specOf(name: InputName): InputSpec {
  return findRow(ALL, name);
}
