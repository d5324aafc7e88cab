import assert from 'node:assert/strict';
import { Failure } from '../../src/kit/errors.ts';
import type { Parser } from './parsers.ts';

/** Milliseconds, with much to spare for a machine that is busy. */
const HANG = 5_000;

/** Reads an input. @throws AssertionError where that is a bug: an error of another kind, or no end */
export function isOurs({ read, plainErrors = false }: Parser, input: Buffer): void {
  const began = performance.now();
  try {
    read(input);
  } catch (error) {
    const plain = plainErrors && error instanceof Error && error.constructor === Error;
    assert.ok(error instanceof Failure || plain, error instanceof Error ? error.stack : String(error));
  }
  assert.ok(performance.now() - began < HANG, 'it took seconds');
}
