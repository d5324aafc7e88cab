import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { platformFilesOf } from '../../src/image/layer/feature-items.ts';
import { fishText, pathListText, profileFileText } from '../../src/image/layer/shell-files.ts';
import { document } from '../report/sample.ts';
import { newFolder } from './bases.ts';

const PARTS = path.join(import.meta.dirname, '../../install/parts');

/** What the install runtime itself writes. */
function runtimeText(call: string, env: DeltaDocument['env']): string {
  const data = newFolder();
  const files = new Map(platformFilesOf({ ...document(), env }));
  writeFileSync(path.join(data, 'environment'), files.get('environment') ?? '');
  const code = ['say', 'switch', 'shells'].map((part) => readFileSync(path.join(PARTS, `${part}.sh`), 'utf8')).join('');
  return execFileSync('sh', ['-c', `${code}\nnf_id=my-tools nf_data=${data} nf_root=\n${call}`], { encoding: 'utf8' });
}

const ENVIRONMENTS: readonly DeltaDocument['env'][] = [
  { PATH: ['bin'], variables: {} },
  { PATH: ['bin', 'share/x/bin'], variables: { B: 'plain', A: `it's "a" \\ $HOME \`x\``, PATH: 'no' }, profile: 'share/nix-feature/profile.sh' },
  { PATH: [], variables: { EMPTY: '', QUOTES: `''\\'` } },
];

test('what tells shells of a Feature is, byte for byte, what the install runtime writes', () => {
  for (const env of ENVIRONMENTS) {
    assert.equal(profileFileText('my-tools', env), runtimeText('nf_profile_text', env));
    assert.equal(fishText('my-tools', env), runtimeText('nf_fish_text', env));
  }
});

test('the list for PATH ends with the Feature that was installed last', () => {
  const [one, two] = [{ id: 'one', env: { PATH: ['bin', 'sbin'], variables: {} } }, { id: 'two', env: { PATH: ['bin'], variables: {} } }];
  assert.equal(pathListText(undefined, [one, two]), '/opt/nix-feature/one/sbin\n/opt/nix-feature/one/bin\n/opt/nix-feature/two/bin\n');
  assert.equal(pathListText('/opt/nix-feature/two/bin\n/opt/nix-feature/three/bin\n', [two]), '/opt/nix-feature/three/bin\n/opt/nix-feature/two/bin\n');
  assert.equal(pathListText(undefined, [{ id: 'x', env: { PATH: [], variables: {} } }]), '');
});
