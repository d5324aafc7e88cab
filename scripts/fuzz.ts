/**
 *   npm run fuzz                       a million inputs for each parser
 *   npm run fuzz -- 20000 NAR export   fewer, for some of them
 *
 * NIX_FEATURE_TEST_SEED tries other inputs. What breaks a parser is added to __tests__/fuzz/corpus, which the unit tests read
 * first.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { corpusFile } from '../__tests__/fuzz/corpus.ts';
import { isOurs } from '../__tests__/fuzz/ours.ts';
import { PARSERS, type Parser } from '../__tests__/fuzz/parsers.ts';
import { SEED } from '../__tests__/fuzz/seed.ts';

const args = process.argv.slice(2);
const numRuns = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1_000_000);
const names = args.filter((arg) => !/^\d+$/.test(arg));

/** @returns whether all inputs were read, or refused as they should be */
function fuzz(parser: Parser): boolean {
  const began = performance.now();
  const result = fc.check(fc.property(parser.input, (input) => isOurs(parser, input)), { numRuns, seed: SEED });
  const seconds = (performance.now() - began) / 1000;
  const rate = Math.round(result.numRuns / seconds);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  process.stdout.write(`${parser.name}: ${result.numRuns} inputs, ${rate} in a second, ${memory} MB\n`);
  if (!result.failed) return true;
  const [input] = result.counterexample ?? [];
  const why = result.errorInstance instanceof Error ? (result.errorInstance.stack ?? result.errorInstance.message) : String(result.errorInstance);
  process.stdout.write(`${parser.name} is broken by ${JSON.stringify(input?.toString('latin1'))}:\n${why}\n`);
  if (input !== undefined) {
    const file = corpusFile(parser.name);
    mkdirSync(path.dirname(file), { recursive: true });
    appendFileSync(file, `${input.toString('base64')}\n`);
  }
  return false;
}

process.stdout.write(`seed ${SEED}\n`);
const wanted = PARSERS.filter(({ name }) => names.length === 0 || names.includes(name));
const broken = wanted.filter((parser) => !fuzz(parser));
process.exitCode = broken.length === 0 ? 0 : 1;
