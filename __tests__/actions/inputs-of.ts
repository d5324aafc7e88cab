import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { InputError } from '../../src/kit/errors.ts';
import { readBuildRequest } from '../../src/actions/requests/read-request.ts';
import type { InputName, InputReader } from '../../src/actions/inputs/inputs.ts';
import type { BuildRequest } from '../../src/request/build.ts';

/** A folder that goes away after the tests of the file, with one Feature in `tools`. */
export const HERE = mkdtempSync(join(tmpdir(), 'nix-feature-inputs-'));
afterAll(() => {
  rmSync(HERE, { recursive: true, force: true });
});
mkdirSync(join(HERE, 'tools/lib'), { recursive: true });
mkdirSync(join(HERE, 'empty'));
mkdirSync(join(HERE, 'layout'));
mkdirSync(join(HERE, 'nixpkgs'));
mkdirSync(join(HERE, 'with flake'));
writeFileSync(join(HERE, 'a file'), '');
writeFileSync(join(HERE, 'tools', 'devcontainer-feature.json'), '{ "id": "tools", "version": "1.0.0" }');
writeFileSync(join(HERE, 'with flake', 'devcontainer-feature.json'), '{}');
writeFileSync(join(HERE, 'with flake', 'flake.nix'), '{}');

export type Given = Partial<Record<InputName, string>>;

export function readerOf(given: Given): InputReader {
  return (name) => given[name] ?? '';
}

/** What the inputs come to on an amd64 Linux machine, with a base and a feature unless others are given. */
export function read(given: Given, env: Record<string, string> = {}, place: { platform?: string; arch?: string } = {}): BuildRequest {
  return readBuildRequest(readerOf({ feature: 'tools', 'base-image': 'ghcr.io/org/bedrock:latest', ...given }), {
    folder: HERE,
    env,
    platform: place.platform ?? 'linux',
    arch: place.arch ?? 'x64',
    cores: 4,
  });
}

/** The error that the inputs give, as one text. */
export function refusal(given: Given, env: Record<string, string> = {}): string {
  try {
    read(given, env);
  } catch (error) {
    if (error instanceof InputError) return `${error.input} | ${error.message} | ${error.hint ?? ''}`;
    throw error;
  }
  throw new Error(`nothing was refused in ${JSON.stringify(given)}`);
}
