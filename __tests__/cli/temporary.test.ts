import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { COMPILED } from '../jest/compiled.ts';
import { serve } from '../oci/serve.ts';
import { writeBuiltLayout } from '../publish/layouts.ts';
import { CLI } from '../rig/programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nix-feature-temporary-'));
const temporary = join(folder, 'tmp');
mkdirSync(temporary);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
mkdirSync(join(folder, 'tools'));
writeFileSync(join(folder, 'tools/devcontainer-feature.json'), '{ "id": "tools", "version": "1.0.0", "name": "Tools" }');
writeFileSync(join(folder, 'tools/flake.nix'), '{ outputs = _: { packages.x86_64-linux.default = 1; }; }\n');
const layout = await writeBuiltLayout({ arches: ['amd64'] });

function start(argv: readonly string[], place = temporary) {
  const env = { ...COMPILED, PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: place, NIX_FEATURE_CACHE: join(folder, 'cache') };
  return spawn(process.execPath, [CLI, ...argv], { cwd: folder, env, stdio: 'ignore' });
}

async function codeOf(child: ReturnType<typeof start>): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

const commandsFor = (nothing: string): readonly (readonly [number, ...string[]])[] => [
  [0, 'validate', 'tools'],
  [0, 'init', 'fresh', '--packages', 'jq'],
  [0, 'inspect', layout],
  [0, 'explore', layout, '--output', 'explorer.html'],
  [0, 'diff', layout, layout],
  [0, 'sbom', layout, '--output', 'sboms'],
  [0, 'bundle', layout, '--output', 'tools.tar'],
  [1, 'bundle', `${nothing}/org/features/tools`, '--output', 'none.tar'],
  [1, 'build', 'tools', '--base-image', `${nothing}/org/bedrock:1`, '--build-in', 'host'],
];

test('no command leaves a folder among the temporary files, whether it does its work or fails', async () => {
  const { host } = await serve((_, response) => void response.writeHead(404).end('{}'));
  const ran = commandsFor(host).map(async ([wanted, ...argv], index) => {
    const own = join(temporary, String(index));
    mkdirSync(own);
    assert.equal(await codeOf(start(argv, own)), wanted, argv.join(' '));
    assert.deepEqual(readdirSync(own), [], argv.join(' '));
    rmSync(own, { recursive: true });
  });
  await Promise.all(ran);
});

test('a command that is interrupted leaves none either', async () => {
  // A registry that takes its time.
  const asked = Promise.withResolvers<void>();
  const { host } = await serve(() => asked.resolve());
  const child = start(['bundle', `${host}/org/features/tools`, '--output', 'slow.tar']);
  await asked.promise;
  child.kill('SIGINT');
  assert.equal(await codeOf(child), 130);
  assert.deepEqual(readdirSync(temporary), []);
  assert.ok(!readdirSync(folder).some((name) => name.includes('slow.tar')));
});
