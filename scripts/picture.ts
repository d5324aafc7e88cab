/**
 * Draws docs/images/summary.png: the job summary of a release, as a browser shows it with GitHub's style; and docs/images/explorer.png, the
 * explorer of that release. Two releases of one
 * Feature are built, tested and published for real: `dist/`, a Bedrock, a Docker engine and a registry of the rig. Only the registry's
 * name is replaced by the one that a team would see.
 *
 *   scripts/setup.sh test; node_modules/.bin/node scripts/picture.ts [summary] [explorer]
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { launch, type Page, type ScreenshotOptions } from 'puppeteer-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../__tests__/rig/chromium.ts';
import { buildFlake, makeFlake, machineArch } from '../__tests__/rig/flakes.ts';
import { startGitHubServices } from '../__tests__/rig/github-services.ts';
import { pushLayout } from '../__tests__/rig/image-layout.ts';
import { bedrockLayout } from '../__tests__/rig/images.ts';
import { NIX_ENV } from '../__tests__/rig/nix-env.ts';
import { PROJECT } from '../__tests__/rig/paths.ts';
import { startRig, type Rig } from '../__tests__/rig/rig.ts';
import { runAction } from '../__tests__/rig/runner.ts';
import { readExploreRequest } from '../src/actions/existing/read-explore-request.ts';
import { exploreFeature } from '../src/app/explore.ts';
import { explorerPage } from '../src/explorer/html/explorer-page.ts';
import { createTerminalHost } from '../src/host/terminal/terminal.ts';

const SUMMARY = `${PROJECT}/docs/images/summary.png` as const;
const EXPLORER = `${PROJECT}/docs/images/explorer.png` as const;
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

/** What a tab of the machine's Chromium shows, as a file. */
async function draw(file: `${string}.png`, show: (tab: Page) => Promise<ScreenshotOptions>): Promise<void> {
  const browser = await launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
  try {
    const tab = await browser.newPage();
    const options = await show(tab);
    await mkdir(path.dirname(file), { recursive: true });
    await tab.screenshot({ path: file, ...options });
  } finally {
    await browser.close();
  }
}

async function drawSummary(markdown: string): Promise<void> {
  const style = await readFile(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
  const body = await marked(markdown, { gfm: true });
  const page = `<!doctype html><meta charset="utf-8"><style>${style} body { margin: 0; padding: 24px; background: #fff; font-family: "Liberation Sans", sans-serif; }</style><body class="markdown-body">${body}`;
  await draw(SUMMARY, async (tab) => {
    await tab.setViewport({ width: WIDTH, height: 600, deviceScaleFactor: 1.5 });
    await tab.setContent(page);
    return { fullPage: true };
  });
}

/** The explorer of the last release, with one of its libraries selected. */
async function drawExplorer(rig: Rig): Promise<void> {
  const { host: registry } = rig.registries.none;
  const folder = await mkdtemp(path.join(tmpdir(), 'nix-feature-picture-'));
  try {
    const { stdout, stderr } = process;
    const host = createTerminalHost({ stdout, stderr, env: {}, signal: new AbortController().signal });
    const request = readExploreRequest(`${registry}/${REPOSITORY}/features/${ID}`, (name) => (name === 'registry' ? registry : ''), { folder, env: {}, platform: 'linux', arch: process.arch, cores: 1 });
    const data = await exploreFeature(request, host);
    host.close();
    const shown = JSON.parse(JSON.stringify(data).replaceAll(registry, 'ghcr.io').replaceAll(REPOSITORY, 'org')) as typeof data;
    const file = path.join(folder, 'explorer.html');
    await writeFile(file, explorerPage(shown));
    const selected = shown.platforms[0]?.names.find((name) => /-libonig|-oniguruma|-libjq/.test(name)) ?? '';
    await draw(EXPLORER, async (tab) => {
      await tab.setViewport({ width: 1200, height: 1150, deviceScaleFactor: 1.5 });
      await tab.goto(`${pathToFileURL(file).href}#path=${encodeURIComponent(selected)}`);
      await tab.waitForSelector('#status');
      return {};
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const asked = process.argv.slice(2);
const isWanted = (name: string): boolean => asked.length === 0 || asked.includes(name);
const running = await startRig(say);
try {
  const summary = await summaryOfReleases(running.rig);
  if (isWanted('summary')) await drawSummary(summary);
  if (isWanted('explorer')) await drawExplorer(running.rig);
  say(summary);
} finally {
  await running.stop();
}
