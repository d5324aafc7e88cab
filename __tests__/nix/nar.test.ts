import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from '@jest/globals';
import { IntegrityError } from '../../src/kit/errors.ts';
import { NarParser, type NarVisitor } from '../../src/nix/nar/nar.ts';
import { narOf, number, string, type Tree } from './nar-builder.ts';

class Recorder implements NarVisitor {
  readonly events: string[] = [];
  #contents: Buffer[] = [];
  directory(path: string): void {
    this.events.push(`dir ${path}`);
  }
  file(path: string, executable: boolean, size: number): void {
    this.events.push(`file ${path}${executable ? '*' : ''} ${size}`);
    this.#contents = [];
  }
  contents(bytes: Buffer): void {
    this.#contents.push(bytes);
  }
  fileEnd(): void {
    this.events.push(`= ${Buffer.concat(this.#contents).toString('latin1')}`);
  }
  symlink(path: string, target: string): void {
    this.events.push(`link ${path} -> ${target}`);
  }
}

function parse(nar: Buffer, step = nar.length): { events: string[]; used: number; done: boolean } {
  const recorder = new Recorder();
  const parser = new NarParser(recorder);
  let used = 0;
  for (let at = 0; at < nar.length && !parser.done; at += step) used += parser.write(nar.subarray(at, at + step));
  return { events: recorder.events, used, done: parser.done };
}

const TREE: Tree = {
  entries: {
    bin: { entries: { tool: { executable: '#!/bin/sh\n' }, alias: { link: 'tool' } } },
    empty: '',
    'exactly-8': '12345678',
    'h\xe9 \x80': 'bytes that are no UTF-8',
    none: { entries: {} },
  },
};

test('a file may be larger than what 32 bits can say', () => {
  const header = [...['nix-archive-1', '(', 'type', 'regular', 'contents'].map(string), number(4_400_000_000)];
  assert.deepEqual(parse(Buffer.concat(header)), { events: ['file  4400000000'], used: 96, done: false });
});

test('tells what an archive holds, in its order, whatever the chunks are', () => {
  const nar = narOf(TREE);
  const whole = parse(nar);
  assert.deepEqual(whole.events, [
    'dir ',
    'dir bin',
    'link bin/alias -> tool',
    'file bin/tool* 10',
    '= #!/bin/sh\n',
    'file empty 0',
    '= ',
    'file exactly-8 8',
    '= 12345678',
    'file h\xe9 \x80 23',
    '= bytes that are no UTF-8',
    'dir none',
  ]);
  for (let step = 1; step < 80; step++) assert.deepEqual(parse(nar, step), whole, `in steps of ${step}`);
  assert.equal(whole.used, nar.length);
});

test('a store path may be a single file or a link', () => {
  assert.deepEqual(parse(narOf('text')).events, ['file  4', '= text']);
  assert.deepEqual(parse(narOf({ link: '/nix/store/x' })).events, ['link  -> /nix/store/x']);
});

test('takes the bytes of the archive and leaves those that follow', () => {
  const nar = narOf(TREE);
  const stream = Buffer.concat([nar, Buffer.from('what follows')]);
  for (const step of [1, 7, 8, 64, stream.length]) {
    const { used, done } = parse(stream, step);
    assert.equal(done, true);
    assert.equal(used, nar.length);
  }
});

test('writes what Nix writes: the hash of a known archive', () => {
  // printf hello > f; nix-hash --type sha256 f (there in base 16)
  const hash = createHash('sha256').update(narOf('hello')).digest('base64');
  assert.equal(hash, 'CkMIecJm+LV/QJKg+TXPP6zUi7zN5XYNR0jKQFFx6Wk=');
});

test('refuses what Nix would not have written', () => {
  const bad: Record<string, Buffer> = {
    'another magic': Buffer.concat([string('nix-archive-2')]),
    'entries out of order': outOfOrder('b', 'a'),
    'one name twice': outOfOrder('a', 'a'),
    'a name with a slash': outOfOrder('a', 'b/c'),
    'a name of two dots': outOfOrder('..', 'a'),
    'an empty name': outOfOrder('', 'a'),
    'padding that is not zero': (() => {
      const nar = narOf('x');
      nar[nar.lastIndexOf('x') + 1] = 1;
      return nar;
    })(),
    'an unknown type': Buffer.concat(['nix-archive-1', '(', 'type', 'socket'].map((text) => string(text))),
    'a string without end': Buffer.concat([string('nix-archive-1'), Buffer.from([255, 255, 255, 255, 0, 0, 0, 0])]),
  };
  for (const [what, nar] of Object.entries(bad)) assert.throws(() => parse(nar), IntegrityError, what);
});

function outOfOrder(...names: string[]): Buffer {
  const file = ['(', 'type', 'regular', 'contents', '', ')'];
  const entries = names.flatMap((name) => ['entry', '(', 'name', name, 'node', ...file, ')']);
  return Buffer.concat(['nix-archive-1', '(', 'type', 'directory', ...entries, ')'].map((text) => string(text)));
}

test('an archive that is cut is not done', () => {
  const nar = narOf(TREE);
  for (let cut = 0; cut < nar.length; cut += 13) assert.equal(parse(nar.subarray(0, cut)).done, false);
});

test('names and depths that no file system takes are refused, with the figure', () => {
  const folder = Buffer.concat(['(', 'type', 'directory', 'entry', '(', 'name', 'd', 'node'].map(string));
  const deep = Buffer.concat([string('nix-archive-1'), ...Array.from({ length: 16_385 }, () => folder)]);
  const cases = [
    [narOf({ entries: { ['n'.repeat(256)]: '' } }), /a name of 256 bytes, more than 255/],
    [deep, /directories nested more than 16384 deep/],
  ] as const;
  const nothing = { directory: () => {}, file: () => {}, contents: () => {}, fileEnd: () => {}, symlink: () => {} };
  for (const [nar, why] of cases) assert.throws(() => new NarParser(nothing).write(nar), (error) => error instanceof IntegrityError && why.test(error.message));
});
