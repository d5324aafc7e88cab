import { FEATURE_ROWS } from './rows/feature.ts';
import { NIX_ROWS } from './rows/nix.ts';
import { PUBLISHING_ROWS } from './rows/publishing.ts';
import { RESULTS_ROWS } from './rows/results.ts';
import { TESTING_ROWS } from './rows/testing.ts';
import { findRow, type InputSpec } from './rows/spec.ts';

/** Every input of action.yml, in its order. Other actions take rows from here, with their own words where those differ. */
export const INPUTS = [...FEATURE_ROWS, ...PUBLISHING_ROWS, ...TESTING_ROWS, ...NIX_ROWS, ...RESULTS_ROWS] as const;

export type MainInput = (typeof INPUTS)[number]['name'];

/** Returns a row of the main action, for another action or for a message. */
export function mainRow(name: MainInput): InputSpec {
  return findRow(INPUTS, name);
}
