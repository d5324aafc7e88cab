import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { loaderIn, programOf, textBeforeZero } from '../../src/test/checks/elf.ts';

test('a dynamic program names its loader, here as everywhere on this machine', () => {
  const bytes = readFileSync(process.execPath);
  const program = programOf(bytes.subarray(0, 4096));
  assert.equal(program.kind, 'dynamic');
  if (program.kind === 'dynamic') {
    assert.match(loaderIn(bytes, program) ?? '', /^\/lib(?:64)?\/ld-/);
    assert.equal(loaderIn(bytes.subarray(0, program.offset), program), undefined);
  }
});

test('a script names its interpreter', () => {
  assert.deepEqual(programOf(Buffer.from('#!/bin/sh -e\ntrue\n')), { kind: 'script', interpreter: '/bin/sh' });
  assert.deepEqual(programOf(Buffer.from('#! /usr/bin/env bash')), { kind: 'script', interpreter: '/usr/bin/env' });
});

test('what is neither, or cut, is left alone', () => {
  assert.deepEqual(programOf(Buffer.alloc(0)), { kind: 'other' });
  assert.deepEqual(programOf(Buffer.from('\u007FELF')), { kind: 'other' });
  assert.deepEqual(programOf(readFileSync(process.execPath).subarray(0, 80)), { kind: 'other' });
  const library = Buffer.alloc(64);
  library.writeUInt32BE(0x7f454c46, 0);
  library.set([2, 1], 4);
  assert.deepEqual(programOf(library), { kind: 'static' });
});

test('a name ends at its zero', () => {
  assert.equal(textBeforeZero(Buffer.from('/lib/ld.so\0\0x')), '/lib/ld.so');
  assert.equal(textBeforeZero(Buffer.from('/lib/ld.so')), '/lib/ld.so');
});
