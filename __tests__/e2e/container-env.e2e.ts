import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, test } from '@jest/globals';
import { ENV_BEFORE, ENV_VALUES } from '../feature/env-words.ts';
import { attempt } from '../rig/command.ts';
import { engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { scratchFolder } from './nix-feature.ts';

/* What we say that engines make of containerEnv, asked of BuildKit itself. */
const { docker } = await theRig();
const scratch = await scratchFolder();
const IMAGE = `localhost/container-env-${process.pid}:1`;
afterAll(async () => engine(docker, 'image', 'rm', '--force', IMAGE).catch(() => undefined));

/** As the dev container CLI writes it. */
function line(name: string, value: string): string {
  return `ENV ${name}="${value.replaceAll(/(?=["\\])/g, '\\')}"`;
}

async function build(values: readonly string[]): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const before = Object.entries(ENV_BEFORE).map(([name, value]) => line(name, value));
  const file = path.join(scratch, 'Dockerfile');
  await writeFile(file, ['FROM scratch', ...before, ...values.map((value, index) => line(`V${index}`, value)), ''].join('\n'));
  return attempt(['docker', 'build', '--tag', IMAGE, '--file', file, scratch], { env: { ...process.env, ...docker.env } });
}

test('BuildKit expands values of containerEnv as we do', async () => {
  const taken = ENV_VALUES.filter(([, becomes]) => becomes !== undefined);
  const { code, stderr } = await build(taken.map(([value]) => value));
  assert.equal(code, 0, stderr);
  const { stdout } = await attempt(['docker', 'image', 'inspect', '--format', '{{json .Config.Env}}', IMAGE], { env: { ...process.env, ...docker.env } });
  const env = new Map((JSON.parse(stdout) as string[]).map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
  assert.deepEqual(taken.map(([value], index) => [value, env.get(`V${index}`)]), taken);
});

test('BuildKit refuses the values that we refuse', async () => {
  for (const [value, becomes] of ENV_VALUES) {
    if (becomes !== undefined) continue;
    const { code, stderr } = await build([value]);
    assert.notEqual(code, 0, `${value}\n${stderr}`);
  }
});
