import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { IntegrityError } from '../../src/kit/errors.ts';
import type { PathInfo } from '../../src/nix/store/closure.ts';
import { ExportParser, exportRuns, type ExportVisitor } from '../../src/nix/nar/export.ts';
import { closureOfTrees, exportOf, narOf, number, storePath, string, type TestPath } from './nar-builder.ts';

const A = storePath('a', 'a');
const B = storePath('b', 'b');
const C = storePath('c', 'c');
const PATHS: TestPath[] = [
  { path: A, tree: 'one' },
  { path: B, tree: { entries: { f: 'two' } }, references: [A, B] },
  { path: C, tree: { link: 'x' }, references: [B] },
];

class Recorder implements ExportVisitor {
  readonly events: string[] = [];
  beginPath(info: PathInfo): void {
    this.events.push(`begin ${info.path}`);
  }
  endPath(info: PathInfo): void {
    this.events.push(`end ${info.path}`);
  }
  directory(): void {}
  file(): void {}
  contents(): void {}
  fileEnd(): void {}
  symlink(): void {}
}

function parse(stream: Buffer, paths: readonly TestPath[], step = stream.length): string[] {
  const recorder = new Recorder();
  const parser = new ExportParser(closureOfTrees(paths).values(), recorder);
  for (let at = 0; at < stream.length; at += step) {
    const chunk = Buffer.from(stream.subarray(at, at + step));
    parser.write(chunk);
    // It is ours again: the parser must have kept nothing of it.
    chunk.fill(0xff);
  }
  parser.end();
  return recorder.events;
}

test('reads one export or several joined, in chunks of any size', () => {
  const one = exportOf(PATHS);
  const joined = Buffer.concat([exportOf(PATHS.slice(0, 1)), exportOf(PATHS.slice(1))]);
  const expected = [A, B, C].flatMap((path) => [`begin ${path}`, `end ${path}`]);
  for (const step of [1, 3, 8, 64, 4096]) {
    assert.deepEqual(parse(one, PATHS, step), expected);
    assert.deepEqual(parse(joined, PATHS, step), expected);
  }
});

test('contents that do not match the NAR hash are refused, and the path is named', () => {
  const stream = exportOf(PATHS);
  stream[stream.indexOf('two')] = 'T'.charCodeAt(0);
  assert.throws(() => parse(stream, PATHS), (error: unknown) => error instanceof IntegrityError && error.message.includes(B));
});

test('a path in the place of another, a missing path and one too many are refused', () => {
  const [a, b, c] = PATHS as [TestPath, TestPath, TestPath];
  assert.throws(() => parse(exportOf([b, a, c]), PATHS), IntegrityError);
  assert.throws(() => parse(exportOf([a, b]), PATHS), /ended early.*c-c is missing|ended early: .*c is missing/u);
  assert.throws(() => parse(exportOf([a, b, c]), [a, b]), /more paths than requested/u);
});

test('an export that is cut anywhere is refused', () => {
  const stream = exportOf(PATHS);
  for (let cut = 0; cut < stream.length - 8; cut += 11) {
    assert.throws(() => parse(stream.subarray(0, cut), PATHS), IntegrityError, `cut at ${cut}`);
  }
});

test('references that the database does not know are refused', () => {
  const [a, b, c] = PATHS as [TestPath, TestPath, TestPath];
  assert.throws(() => parse(exportOf([a, b, { ...c, references: [A] }]), [a, b, c]), /disagree on the references/u);
});

test('a run goes on while no path refers to a later one', () => {
  const paths: TestPath[] = [
    { path: A, tree: '', references: [C] },
    { path: B, tree: '', references: [A, B] },
    { path: C, tree: '' },
  ];
  assert.deepEqual(exportRuns([A, B, C], closureOfTrees(paths)), [[A, B], [C]]);
  assert.deepEqual(exportRuns([A, B, C], closureOfTrees(PATHS)), [[A, B, C]]);
  assert.deepEqual(exportRuns([], closureOfTrees(PATHS)), []);
});

test('a trailer that announces more than there can be is refused before it is waited for', () => {
  const info = closureOfTrees(PATHS.slice(0, 1));
  const start = [number(1), narOf('one'), number(0x4558494e)];
  const cases = [
    [Buffer.concat([...start, number(2 ** 40)]), /holds a text of 1099511627776 bytes, more than 1024/],
    [Buffer.concat([...start, string(A), number(2 ** 40)]), /disagree on the references of .* it has 1099511627776, more than 1/],
  ] as const;
  for (const [stream, why] of cases) assert.throws(() => new ExportParser(info.values(), new Recorder()).write(stream), (error) => error instanceof IntegrityError && why.test(error.message));
});
