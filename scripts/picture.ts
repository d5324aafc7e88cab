/**
 * Draws the pictures of docs/images/, as a browser shows them with GitHub's style: the job summaries of a release (summary), of one in
 * which nothing changed (no-op), of a failed one (failure) and of a plan, and the comment on a pull request; and the explorer of the release.
 * All of it is built, tested and published for real: `dist/`, a Bedrock, a Docker engine and a registry of the rig.
 *
 *   scripts/setup.sh test; node_modules/.bin/node scripts/picture.ts [summary] [no-op] [failure] [comment] [plan] [explorer]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT } from '../__tests__/rig/paths.ts';
import { startRig, type Rig } from '../__tests__/rig/rig.ts';
import { readExploreRequest } from '../src/actions/requests/read-portable.ts';
import { exploreFeature } from '../src/app/explore.ts';
import { explorerPage } from '../src/explorer/html/explorer-page.ts';
import { createTerminalHost } from '../src/host/terminal/terminal.ts';
import { draw, drawMarkdown } from './picture/draw.ts';
import { ID, REPOSITORY, Team } from './picture/team.ts';

const IMAGES = `${PROJECT}/docs/images` as const;

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
    await draw(`${IMAGES}/explorer.png`, async (tab) => {
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
  await using team = await Team.begin(running.rig);
  const summary = await team.release();
  if (isWanted('summary')) await drawMarkdown(`${IMAGES}/summary.png`, summary);
  if (isWanted('explorer')) await drawExplorer(running.rig);
  if (isWanted('no-op')) await drawMarkdown(`${IMAGES}/no-op.webp`, await team.again(), 900);
  if (isWanted('plan')) await drawMarkdown(`${IMAGES}/plan.webp`, await team.plan(), 900);
  if (isWanted('comment')) await drawMarkdown(`${IMAGES}/comment.webp`, await team.comment(), 900);
  if (isWanted('failure')) await drawMarkdown(`${IMAGES}/failure.webp`, await team.failure(), 900);
  say(summary);
} finally {
  await running.stop();
}
