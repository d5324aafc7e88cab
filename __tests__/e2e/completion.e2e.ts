import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { attempt, run } from '../rig/command.ts';
import { nixFeature } from './publishing.ts';
import { scratchFolder } from './nix-feature.ts';

const scratch = await scratchFolder();
/** Nobody's settings. */
const env = { PATH: process.env['PATH'] ?? '', HOME: scratch, TERM: 'dumb' };

async function script(shell: string, name: string): Promise<string> {
  const { code, stdout } = await nixFeature(['completion', shell]);
  assert.equal(code, 0);
  const file = path.join(scratch, name);
  await writeFile(file, stdout);
  return file;
}

// A terminal that zsh believes in: what is typed there is completed at each tab, and then run.
const TYPED = String.raw`
zmodload zsh/zpty
zpty z zsh -f -i
until_said() { local out line n=0; while zpty -r -t z line || { sleep 0.05; (( ++n < 400 )) }; do out+=$line; [[ $out == *$1* ]] && break; done; print -r -- $out }
zpty -w z "fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; nix-feature() { print -r -- ran: \$* }; PS1=; echo LO''ADED"
until_said LOADED > /dev/null
zpty -w -n z $'nix-feature pru\t --ke\t5 --app\t; nix-feature build --compression zs\t; echo DO\'\'NE\n'
until_said DONE
`;

test('zsh completes commands, flags and values in a terminal', async () => {
  await script('zsh', '_nix-feature');
  const { stdout } = await attempt(['zsh', '-f', '-c', TYPED, 'zsh', scratch], { env });
  assert.match(stdout, /ran: prune --keep=5 --apply=?\s/);
  assert.match(stdout, /ran: build --compression zstd\s/);
});

test('fish completes commands, flags and values', async () => {
  const file = await script('fish', 'nix-feature.fish');
  const asked = ['nix-feature pru', 'nix-feature prune --ke', 'nix-feature build --compression zs', 'nix-feature completion z'];
  const offered = (await run(['fish', '--no-config', '-c', `source ${file}; ${asked.map((line) => `complete -C '${line}'`).join('; ')}`], { env })).split('\n').filter((line) => line !== '');
  assert.deepEqual(offered.map((line) => line.split('\t')[0]), ['prune', '--keep', 'zstd', 'zsh']);
});
