import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterTest } from '../jest/after-test.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../rig/chromium.ts';

let browser: Promise<Browser> | undefined;

/** Ends the browser that the file's tests share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

export interface OpenPage {
  readonly page: Page;
  /** What the page complained about, and what it asked for besides itself. */
  readonly complaints: string[];
}

/** Opens an HTML document as a file, as from a downloaded artifact. @param hash of the address, with its # */
export async function openPage(html: string, hash = ''): Promise<OpenPage> {
  browser ??= launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
  const folder = await mkdtemp(path.join(tmpdir(), 'page-'));
  afterTest(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'explorer.html');
  await writeFile(file, html);
  const page = await (await browser).newPage();
  afterTest(() => page.close());
  await page.setViewport({ width: 1280, height: 900 });
  const complaints: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) complaints.push(`request: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${url}${hash}`);
  await page.waitForSelector('#status');
  return { page, complaints };
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds that keeps somebody out: its serious and critical findings. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResult;
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' ')}`);
}
