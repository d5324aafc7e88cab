import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { marked } from 'marked';
import { launch, type Page, type ScreenshotOptions } from 'puppeteer-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../__tests__/rig/chromium.ts';

/** Pixels of CSS. */
const WIDTH = 900;

type Picture = `${string}.png` | `${string}.webp`;

/** What a tab of the machine's Chromium shows, as a file. */
export async function draw(file: Picture, show: (tab: Page) => Promise<ScreenshotOptions>): Promise<void> {
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

/** Markdown with GitHub's style. @param tallest pixels of CSS; what is below is cut off */
export async function drawMarkdown(file: Picture, markdown: string, tallest = Infinity): Promise<void> {
  const style = await readFile(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
  const body = await marked(markdown, { gfm: true });
  const page = `<!doctype html><meta charset="utf-8"><style>${style} body { margin: 0; padding: 24px; background: #fff; font-family: "Liberation Sans", sans-serif; }</style><body class="markdown-body">${body}`;
  await draw(file, async (tab) => {
    await tab.setViewport({ width: WIDTH, height: 100, deviceScaleFactor: 1.5 });
    await tab.setContent(page);
    const height = Math.min(tallest, Number(await tab.evaluate('document.documentElement.scrollHeight')));
    return { clip: { x: 0, y: 0, width: WIDTH, height }, captureBeyondViewport: true, ...(file.endsWith('.webp') ? { type: 'webp', quality: 80 } : {}) };
  });
}
