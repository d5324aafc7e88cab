import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from '@jest/globals';
import { launch } from 'puppeteer-core';
import { deadLinks } from '../../scripts/site/dead-links.ts';
import { afterTest } from '../jest/after-test.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../rig/chromium.ts';
import { run } from '../rig/command.ts';
import { PROJECT } from '../rig/paths.ts';

const BASE = '/nix-feature-action/';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png', '.json': 'application/json' };

/** Serves a built site as GitHub Pages does, without file extensions. @returns its address */
async function serve(folder: string): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.startsWith(BASE) ? pathname.slice(BASE.length) || 'index' : 'none';
    const file = [name, `${name}.html`].map((each) => path.join(folder, each)).find((each) => existsSync(each) && path.extname(each) !== '');
    // Browsers ask each host for its icon by themselves.
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': TYPES[path.extname(file ?? '.html')] ?? 'application/octet-stream' });
    return response.end(readFileSync(file ?? path.join(folder, '404.html')));
  }).listen(0, '127.0.0.1');
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('the site is built without a dead link, lists the pages by reader, finds them, and asks nobody else for anything', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'site-'));
  afterTest(() => rm(folder, { recursive: true }));
  await run([process.execPath, 'scripts/site.ts', folder], { cwd: PROJECT });

  const origin = await serve(folder);
  const browser = await launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
  afterTest(() => browser.close());
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    const url = response.url();
    if (response.status() >= 400 || !(url.startsWith(origin) || url.startsWith('data:'))) complaints.push(`${response.status()} ${url}`);
  });

  await page.goto(`${origin}${BASE}`, { waitUntil: 'networkidle0' });
  const groups = await page.$$eval('.VPSidebar h2', (all) => all.map((each) => each.textContent));
  const index = readFileSync(path.join(PROJECT, 'docs/README.md'), 'utf8');
  assert.deepEqual(groups, [...index.matchAll(/^\| (\w[^|]*) \| \|$/gm)].map(([, group]) => group));
  assert.ok(groups.length >= 7);

  await page.click('#local-search button');
  await page.locator('#localsearch-input').fill('withdraw a version');
  const found = await page.waitForSelector('.VPLocalSearchBox .result');
  assert.match(await page.$eval('.VPLocalSearchBox .result', (each) => each.textContent ?? ''), /withdraw/i);
  await found?.click();
  await page.waitForFunction(`location.pathname === '${BASE}keep/retention'`);
  await page.waitForFunction("/withdraw/i.test(document.querySelector('h1')?.textContent ?? '')");

  // An expression of workflows is text, and a link that leaves the pages leads to the repository.
  await page.goto(`${origin}${BASE}reference/inputs`, { waitUntil: 'networkidle0' });
  assert.match(await page.$eval('main', (each) => each.textContent ?? ''), /\$\{\{ secrets\./);
  await page.goto(`${origin}${BASE}verify/security`, { waitUntil: 'networkidle0' });
  assert.match(await page.$$eval('main a', (all) => all.map((each) => each.getAttribute('href')).join(' ')), /https:\/\/github\.com\/org\/nix-feature-action\/blob\/v1\/__tests__\//);
  assert.deepEqual(complaints, []);

  assert.deepEqual(deadLinks(folder, BASE), []);
  await appendFile(path.join(folder, 'index.html'), `<a href="${BASE}use/run#gone">x</a><a class="y" href="${BASE}use/gone">x</a>`);
  assert.deepEqual(deadLinks(folder, BASE), [': use/run#gone', ': use/gone']);
});
