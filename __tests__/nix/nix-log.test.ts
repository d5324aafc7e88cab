import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { CommandError } from '../../src/kit/errors.ts';
import { captureInRuns } from '../../src/nix/run/capture-in-runs.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import { NixLog } from '../../src/nix/run/nix-log.ts';

const HELLO = '/nix/store/4a9zbcnhi88xsh54bvfv2srd5vbl9sds-hello-1.0.drv';

/** A line as Nix writes it. */
const said = (event: object): string => `@nix ${JSON.stringify(event)}`;

// As Nix 2.8 writes them, and later ones.
const BUILD = [
  said({ action: 'start', id: 1, level: 0, text: '', type: 102 }),
  said({ action: 'start', id: 2, level: 0, text: '', type: 104 }),
  said({ action: 'result', fields: [0, 2, 0, 0], id: 2, type: 105 }),
  said({ action: 'result', fields: [101, 5000], id: 1, type: 106 }),
  said({ action: 'start', id: 3, level: 6, text: 'querying info about missing paths', type: 0 }),
  said({ action: 'stop', id: 3 }),
  said({ action: 'start', fields: ['https://cache.example/nar/x.nar'], id: 4, level: 4, text: "downloading 'https://cache.example/nar/x.nar'", type: 101 }),
  said({ action: 'result', fields: [2000, 5000, 0, 0], id: 4, type: 105 }),
  said({ action: 'start', fields: [HELLO, '', 1, 1], id: 5, level: 3, text: `building '${HELLO}'`, type: 105 }),
  said({ action: 'result', fields: ['\u001B[1mone\u001B[0m'], id: 5, type: 101 }),
];

function logged(lines: readonly string[]): { readonly log: NixLog; readonly shown: readonly string[] } {
  const log = new NixLog();
  return { log, shown: lines.flatMap((line) => log.take(line)) };
}

test('what Nix says in JSON is shown as it says it to a person, with the name before each line of a log', () => {
  const { log, shown } = logged([...BUILD, "warning: something that is no JSON", said({ action: 'msg', level: 0, msg: `\u001B[31;1merror:\u001B[0m builder for '${HELLO}' failed with exit code 3\nnext line`, raw_msg: '' }), said({ action: 'msg', level: 5, msg: 'a detail' })]);
  assert.deepEqual(shown, [`building '${HELLO}'...`, 'hello-1.0> one', 'warning: something that is no JSON', `error: builder for '${HELLO}' failed with exit code 3`, 'next line']);
  assert.equal(log.said, `${shown.join('\n')}\n`);
});

test('it is known how many derivations are built, how many bytes are fetched, and what is built right now', () => {
  const { log } = logged(BUILD);
  assert.deepEqual(log.progress, { built: 0, toBuild: 2, fetched: 2000, toFetch: 5000, building: 'hello-1.0' });
  for (const event of [{ action: 'result', fields: [5000, 5000, 0, 0], id: 4, type: 105 }, { action: 'stop', id: 4 }, { action: 'result', fields: [1, 2, 0, 0], id: 2, type: 105 }, { action: 'stop', id: 5 }]) log.take(said(event));
  assert.deepEqual(log.progress, { built: 1, toBuild: 2, fetched: 5000, toFetch: 5000, building: undefined });
});

test('whatever comes is text or nothing: no line breaks it, and no number is made of what is none', () => {
  const odd = ['@nix ', '@nix {', '@nix []', '@nix null', `@nix ${'['.repeat(100)}`, said({}), said({ action: 'start' }), said({ action: 'start', id: 'x' }), said({ action: 'start', id: 1, type: 'x', fields: 7, text: 9, level: 'x' }), said({ action: 'result', id: 1, type: 105, fields: [-1, 1e99] }), said({ action: 'result', id: 1, type: 101, fields: [{}] }), said({ action: 'msg', level: 0, msg: 5 })];
  const { log } = logged(odd);
  assert.deepEqual(log.progress, { built: 0, toBuild: 0, fetched: 0, toFetch: 0, building: undefined });
  const value = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.array(fc.oneof(fc.integer(), fc.string())));
  const event = fc.record({ action: fc.constantFrom('start', 'stop', 'result', 'msg', 'x'), id: fc.oneof(fc.nat(3), value), type: fc.oneof(fc.constantFrom(100, 101, 104, 105, 106), value), level: value, text: value, msg: value, fields: value }, { requiredKeys: ['action'] });
  fc.assert(fc.property(fc.array(fc.oneof(event.map(said), fc.string())), (lines) => {
    const { built, toBuild, fetched, toFetch } = logged(lines).log.progress;
    assert.ok(built <= toBuild && fetched <= toFetch && [built, toBuild, fetched, toFetch].every((number) => Number.isFinite(number) && number >= 0));
  }), { numRuns: 300, seed: 16 });
});

test('of a long build the end is kept', () => {
  const { log } = logged([...BUILD, ...Array.from({ length: 5000 }, (_, index) => said({ action: 'result', fields: [`line ${index} ${'x'.repeat(50)}`], id: 5, type: 101 }))]);
  assert.ok(log.said.length <= 64 * 1024);
  assert.match(log.said, /line 4999 x+\n$/);
});

const SITE = new HostSite({ system: 'x86_64-linux' });
const paths = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `/nix/store/${String(index).padStart(32, '0')}-${'name'.repeat(20)}`);

test('a question about more store paths than a command line can hold is answered as one about few', async () => {
  for (const count of [0, 1, 500, 501, 30_000]) {
    const asked = paths(count);
    assert.equal(await captureInRuns(SITE, ['printf', '%s\\n'], asked), asked.map((path) => `${path}\n`).join(''), String(count));
  }
  await assert.rejects(captureInRuns(SITE, ['sh', '-c', 'case "$*" in *0000700*) exit 3 ;; esac', 'sh'], paths(1000)), CommandError);
});
