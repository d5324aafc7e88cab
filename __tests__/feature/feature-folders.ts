import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

const scratch = await mkdtemp(path.join(tmpdir(), 'features-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));
let count = 0;

/** A Feature's folder that the contract has nothing to say about. */
export const GOOD = {
  'devcontainer-feature.json': `{
  // Comments are allowed.
  "id": "tools",
  "version": "1.2.0",
  "name": "Tools",
  "options": {
    "mode": { "type": "string", "enum": ["auto", "secure", "dev"], "default": "auto" }
  },
  "containerEnv": { "PATH": "/opt/nix-feature/tools/bin:\${PATH}" }
}
`,
  'flake.nix': '{ outputs = { self }: { packages.x86_64-linux.default = 1; packages.aarch64-linux.default = 2; }; }\n',
  'test.sh': '#!/bin/sh\nset -eu\ntrue\n',
  'README.md': '# Tools\n',
} as const;

/** Writes a folder called `id`; files that are undefined are left away, scripts are executable unless named in `plain`. */
export async function featureFolder(
  files: Readonly<Record<string, string | undefined>>,
  options: { readonly id?: string; readonly plain?: readonly string[] } = {},
): Promise<string> {
  const folder = path.join(scratch, String(++count), options.id ?? 'tools');
  for (const [name, text] of Object.entries({ ...GOOD, ...files })) {
    if (text === undefined) continue;
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    await chmod(file, name.endsWith('.sh') && options.plain?.includes(name) !== true ? 0o755 : 0o644);
  }
  return folder;
}

/** The good metadata with some properties changed; undefined leaves one away. */
export function metadata(changes: Readonly<Record<string, unknown>>): string {
  const good = {
    id: 'tools',
    version: '1.2.0',
    name: 'Tools',
    options: { mode: { type: 'string', enum: ['auto', 'secure', 'dev'], default: 'auto' } },
    containerEnv: { PATH: '/opt/nix-feature/tools/bin:${PATH}' },
  };
  return JSON.stringify({ ...good, ...changes }, null, 2);
}
