import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { buildFeature } from '../../src/app/build.ts';
import { readBuildRequest } from '../../src/actions/requests/read-request.ts';
import { createTerminalHost } from '../../src/host/terminal/terminal.ts';
import { readerOf } from '../actions/inputs-of.ts';
import { uploadServer } from '../oci/upload-server.ts';

const scratch = await mkdtemp(join(tmpdir(), 'nix-feature-right-'));
afterAll(() => rm(scratch, { recursive: true }));

test('who may not write to the registry hears of it before anything is built', async () => {
  const refusal = JSON.stringify({ errors: [{ code: 'DENIED', message: 'permission_denied: write_package' }] });
  const server = await uploadServer({ open: ({ response }) => void response.writeHead(403).end(refusal) });
  const folder = join(scratch, 'tools');
  await mkdir(folder);
  await writeFile(join(folder, 'devcontainer-feature.json'), '{ "id": "tools", "version": "1.0.0", "name": "Tools", "description": "Some tools" }\n');
  await writeFile(join(folder, 'flake.nix'), '{ outputs = _: { }; }\n');
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) };
  const host = createTerminalHost({ stdout: stderr, stderr, env: {}, signal: new AbortController().signal });
  const inputs = { feature: folder, 'base-image': 'none', 'build-in': 'host', test: 'false', registry: server.host, namespace: 'org', output: join(scratch, 'out') } as const;
  for (const push of ['layers', 'true']) {
    const request = readBuildRequest(readerOf({ ...inputs, push }), { folder: scratch, env: {}, platform: 'linux', arch: 'x64', cores: 1 });
    await assert.rejects(buildFeature(request, host), /^RegistryError: Nothing can be published as .*write_package/);
  }
  assert.doesNotMatch(said.join(''), /Using Nix|Build the flake/);
});
