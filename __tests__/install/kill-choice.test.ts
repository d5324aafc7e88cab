import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { KillChoice, type KillSelection } from './kill-choice.ts';

const STORE = '/x/root/nix/store/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const COMMANDS = [
  `mv ${STORE}-lib /x/root/trash/`,
  `mv ${STORE}-tool ${STORE}-lib /x/root/trash/`,
  'cp /x/one/manifest /x/root/var/lib/nix-feature/one/manifest.new',
  'cp /x/one/paths /x/root/var/lib/nix-feature/one/paths.new',
  'cp /x/one/pending /x/root/var/lib/nix-feature/one/owned.new',
  'nix-store --load-db',
  'rm -f /x/root/opt/nix-feature/one',
  'rm -f /x/root/opt/nix-feature/two',
];
const POINTS = COMMANDS.map((_, i) => ({ command: i + 1, when: 'after' }) as const);

function chosen(choice: KillChoice): number[] {
  const takes = choice.ofRun();
  return POINTS.filter((point) => takes(point, COMMANDS[point.command - 1] ?? '')).map(({ command }) => command);
}

test.each<readonly [what: string, selection: KillSelection, everything: boolean, expected: readonly number[]]>([
  ['each kind once, whatever paths and Features it handles, and some of the others', { stride: 1, sampled: { kinds: 'all', stride: 2 } }, false, [1, 2, 3, 5, 6, 7, 8]],
  ['the kinds of some commands', { stride: 1, sampled: { kinds: /^nix/, stride: 4 } }, false, [1, 5, 6]],
  ['no kinds, but one in so many', { stride: 1, sampled: { kinds: 'none', stride: 3 } }, false, [1, 4, 7]],
  ['every state', { stride: 1, sampled: { kinds: 'all', stride: 9 } }, true, [1, 2, 3, 4, 5, 6, 7, 8]],
])('chosen of the states of a run: %s', (_, selection, everything, expected) => {
  assert.deepEqual(chosen(new KillChoice(selection, ['/x', 'one', 'two'], everything)), expected);
});

test('a kind that an earlier run of the file left is not chosen again for its own sake', () => {
  const choice = new KillChoice({ stride: 1, sampled: { kinds: 'all', stride: 100 } }, ['/x', 'one', 'two'], false);
  assert.deepEqual([chosen(choice), chosen(choice)], [[1, 2, 3, 5, 6, 7], [1]]);
});
