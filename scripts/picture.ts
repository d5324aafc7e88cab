/**
 * Draws docs/images/summary.png: the job summary of a release, as a browser shows it with GitHub's style. Two releases of one
 * Feature are built, tested and published for real: `dist/`, a Bedrock, a Docker engine and a registry of the rig. Only the registry's
 * name is replaced by the one that a team would see.
 *
 *   scripts/setup.sh test; apt-get install chromium; node_modules/.bin/node scripts/picture.ts
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marked } from 'marked';
import { launch } from 'puppeteer-core';
import { buildFlake, makeFlake, machineArch } from '../__tests__/rig/flakes.ts';
import { startGitHubServices } from '../__tests__/rig/github-services.ts';
import { pushLayout } from '../__tests__/rig/image-layout.ts';
import { bedrockLayout } from '../__tests__/rig/images.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT } from '../__tests__/rig/paths.ts';
import { startRig, type Rig } from '../__tests__/rig/rig.ts';
import { runAction } from '../__tests__/rig/runner.ts';

const PICTURE = `${PROJECT}/docs/images/summary.png` as const;
/** Pixels of CSS; the file has one and a half times as many. */
const WIDTH = 900;
const REPOSITORY = `picture-${process.pid}`;
const ID = 'my-tools';

interface Release {
  readonly version: string;
  readonly packages: readonly string[];
}

const RELEASES: readonly Release[] = [
  { version: '1.0.0', packages: ['jq', 'curl', 'sqlite3'] },
  { version: '1.1.0', packages: ['jq', 'curl', 'sqlite3', 'ripgrep'] },
];

/** Pushes the base image: a Debian with Nix, and a store that has a part of what the Feature needs. */
async function pushBase(rig: Rig): Promise<void> {
  const { out } = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
  const layout = await bedrockLayout([{ arch: machineArch(), paths: [out], database: true }]);
  await pushLayout(layout, `${rig.registries.none.host}/${REPOSITORY}/bedrock:1.4.0`);
}

/** Writes the Feature's folder, and its flake beside it: it has Debian's packages in it, which are no part of the Feature. */
async function writeRelease(workspace: string, { version, packages }: Release): Promise<void> {
  const folder = path.join(workspace, ID);
  const flake = path.join(workspace, 'flake');
  for (const each of [folder, flake]) await rm(each, { recursive: true, force: true });
  await mkdir(folder);
  await cp(await makeFlake(ID, packages), flake, { recursive: true });
  const metadata = {
    id: ID,
    version,
    name: 'My tools',
    description: packages.join(', '),
    options: { mode: { type: 'string', enum: ['auto', 'secure', 'dev', 'build'], default: 'auto', description: 'How it is installed' } },
    containerEnv: { PATH: `/opt/nix-feature/${ID}/bin:\${PATH}` },
  };
  await writeFile(path.join(folder, 'README.md'), `# My tools\n\n${packages.join(', ')}. The option \`mode\` says how they are installed.\n`);
  await writeFile(path.join(folder, 'devcontainer-feature.json'), `${JSON.stringify(metadata, null, 2)}\n`);
  await writeFile(path.join(folder, 'test.sh'), '#!/bin/sh\nset -eu\njq --version\n', { mode: 0o755 });
}

/** @returns the job summary of the last release, Markdown */
async function summaryOfReleases(rig: Rig): Promise<string> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'nix-feature-picture-'));
  const temporary = path.join(workspace, '.temp');
  await mkdir(temporary);
  try {
    await pushBase(rig);
    let summary = '';
    for (const release of RELEASES) {
      await writeRelease(workspace, release);
      // Each release is a run of its own, with its own artifacts.
      const services = await startGitHubServices();
      const result = await runAction({
        workspace,
        env: { ...NIX_ENV, ...rig.docker.env, ...services.env, RUNNER_TEMP: temporary, TMPDIR: temporary },
        inputs: {
          feature: ID,
          flake: './flake',
          'base-image': `${rig.registries.none.host}/${REPOSITORY}/bedrock:1.4.0`,
          'build-in': 'host',
          push: 'true',
          registry: rig.registries.none.host,
          namespace: `${REPOSITORY}/features`,
        },
      });
      await services.stop();
      if (result.code !== 0) throw new Error(result.log);
      summary = result.summary;
    }
    return summary.replaceAll(rig.registries.none.host, 'ghcr.io').replaceAll(REPOSITORY, 'org');
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function draw(markdown: string): Promise<void> {
  const style = await readFile(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
  const body = await marked(markdown, { gfm: true });
  const page = `<!doctype html><meta charset="utf-8"><style>${style} body { margin: 0; padding: 24px; background: #fff; font-family: "Liberation Sans", sans-serif; }</style><body class="markdown-body">${body}`;
  const browser = await launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: WIDTH, height: 600, deviceScaleFactor: 1.5 });
    await tab.setContent(page);
    await mkdir(path.dirname(PICTURE), { recursive: true });
    await tab.screenshot({ path: PICTURE, fullPage: true });
  } finally {
    await browser.close();
  }
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const running = await startRig(say);
try {
  const summary = await summaryOfReleases(running.rig);
  await draw(summary);
  say(summary);
  say(`drawn: ${path.relative(PROJECT, PICTURE)}`);
} finally {
  await running.stop();
}
