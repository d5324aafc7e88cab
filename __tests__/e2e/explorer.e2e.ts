import assert from 'node:assert/strict';
import { afterAll, describe, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { composeData } from '../../src/explorer/data/compose-data.ts';
import { explorerPage } from '../../src/explorer/html/explorer-page.ts';
import type { ExplorerData } from '../../src/explorer/model/explorer-data.ts';
import { packageMeta } from '../../src/nix/meta/package-meta.ts';
import { wideDocument } from '../explorer/wide-closure.ts';
import { CLOSURE, document, entry, pathOf } from '../report/sample.ts';
import { METAS } from '../sbom/facts.ts';
import { closeBrowser, openPage, seriousFindings } from './open-page.ts';

afterAll(closeBrowser);

const BEFORE: DeltaDocument = { ...document([...CLOSURE.filter(({ path }) => path !== pathOf('jq-1.7')), entry('jq-1.6', 300_000, 'delta', ['glibc-2.38'])]), feature: { id: 'my-tools', version: '1.1.0' }, layers: [] };

function sample(): ExplorerData {
  const own = { document: document(), metas: METAS, before: BEFORE };
  const other = { document: document(CLOSURE.filter(({ path }) => path !== pathOf('ripgrep-14')), 'arm64') };
  return composeData({ feature: { id: 'my-tools', version: '1.2.0' }, delivery: 'layers', platforms: [own, other] });
}

/** What a part of the page says, in one line. */
async function says(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (found) => (found.textContent ?? '').replaceAll(/\s+/g, ' ').trim());
}

async function rows(page: Page): Promise<readonly string[]> {
  return page.$$eval('.paths tbody th', (all) => all.map((each) => each.textContent ?? ''));
}

/** Presses the button that says so. */
async function press(page: Page, within: string, text: string): Promise<void> {
  const [found] = await page.$$(`${within} ::-p-text(${text})`);
  assert.ok(found !== undefined, `${within} has nothing that says ${text}`);
  await found.click();
}

describe('explorer.html in a browser', () => {
  it('shows what ships and why: counts, sizes, chains, parents, a search, both platforms, links that lead back', async () => {
    const { page, complaints } = await openPage(explorerPage(sample()));
    assert.equal(await says(page, '#status'), '6 of 6 paths, 36.4 MB');
    assert.match(await says(page, '#overview'), /Closure6 paths, 36\.4 MB.*Shipped4 paths, 6\.00 MB; 2\.35 MB compressed, in 1 layer.*In the base2 paths, 30\.4 MB \(83%\).*Sent since 1\.1\.01 layer of 1, 2\.35 MB of 2\.35 MB/);
    assert.match(await says(page, '#changes'), /jqupgraded1\.61\.7400 kB300 kB/);
    assert.match(await says(page, '#licences'), /MIT2/);
    assert.deepEqual(await rows(page), ['glibc', 'ripgrep', 'oniguruma', 'jq', 'libidn2', 'my-tools']);

    await page.click('#sort-name');
    assert.deepEqual(await rows(page), ['glibc', 'jq', 'libidn2', 'my-tools', 'oniguruma', 'ripgrep']);
    assert.equal(await page.$eval('th:has(#sort-name)', (each) => each.getAttribute('aria-sort')), 'ascending');

    await press(page, '.paths', 'oniguruma');
    const detail = await says(page, '#detail');
    assert.match(detail, /oniguruma 6\.9.*Where ?shipped, in layer 1.*Own ?600 kB.*Closure ?31\.0 MB.*Retained ?600 kB.*my-toolsjq 1\.7oniguruma 6\.9.*Every way leads through jq 1\.7.*3 paths are built again, 3 of them shipped\. A next release sends 1 of 1 layer again: 2\.35 MB of 2\.35 MB.*Needed by \(1\)jq 1\.7/);
    assert.equal(await page.evaluate('document.activeElement.id'), 'detail-title');
    const link = String(await page.evaluate('location.hash'));
    await press(page, '#detail', 'jq 1.7');
    assert.match(await says(page, '#detail'), /^jq 1\.7.*Licence ?MIT, CC-BY-3\.0/);
    await page.goBack();
    assert.match(await says(page, '#detail'), /^oniguruma/);
    await page.keyboard.press('Escape');
    assert.match(await says(page, '#detail'), /^Select a path/);

    await page.type('#query', 'MIT');
    assert.equal(await says(page, '#status'), '2 of 6 paths, 5.40 MB');
    assert.deepEqual(await rows(page), ['jq', 'ripgrep']);
    await page.select('#shown', 'new');
    assert.deepEqual(await rows(page), ['jq']);
    await press(page, '#changes', 'jq');
    await page.select('#weighed', 'shipped');
    assert.equal(await says(page, '#status'), '1 of 6 paths, 400 kB shipped');

    await page.click('#arch-arm64');
    assert.match(await says(page, '#overview'), /Closure5 paths/);
    assert.equal(await page.$('#changes'), null);
    const other = await openPage(explorerPage(sample()), link);
    assert.match(await says(other.page, '#detail'), /^oniguruma/);
    assert.deepEqual(await rows(other.page), ['glibc', 'jq', 'libidn2', 'my-tools', 'oniguruma', 'ripgrep']);
    assert.deepEqual([...complaints, ...other.complaints], []);
  });

  it('is used with the keyboard alone, and keeps nobody out: light, dark, narrow and printed', async () => {
    const { page, complaints } = await openPage(explorerPage(sample()));
    const areas = await page.$$eval('.tile > title', (all) => all.map((each) => each.textContent ?? ''));
    assert.equal(areas.length, 6);
    assert.ok(areas.includes('jq 1.7, 400 kB, shipped, new') && areas.includes('glibc 2.38, 30.0 MB, in the base'));
    for (const [grouping, headings] of [['layer', 2], ['package', 6], ['place', 2]] as const) {
      await page.select('#grouping', grouping);
      assert.equal((await page.$$('.heap')).length, headings, grouping);
    }
    await page.evaluate(`document.querySelector('.tile[tabindex="0"]').focus()`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    const label = String(await page.evaluate("document.activeElement.querySelector('title').textContent"));
    await page.keyboard.press('Enter');
    assert.ok(label !== '' && (await says(page, '#detail')).startsWith(label.split(',')[0] ?? ''), label);

    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), scheme === 'dark' ? 'rgb(13, 17, 23)' : 'rgb(255, 255, 255)');
      assert.deepEqual(await seriousFindings(page), [], scheme);
    }
    await page.setViewport({ width: 360, height: 700 });
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= 360'), 'the page is as wide as the screen');
    assert.deepEqual(await seriousFindings(page), [], 'narrow');
    await page.emulateMediaType('print');
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('.controls')).display"), 'none');
    assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)', 'printed black on white, whatever the screen');
    assert.ok((await page.pdf()).length > 10_000);
    assert.deepEqual(complaints, []);
  });

  it('shows hostile names as the text that they are', async () => {
    const hostile = ['</script><script>alert(1)</script>', '"><img src=x onerror=alert(2)>', '\u202Egnp.exe', "'; alert(3); //", '<!--', '&lt;b&gt;', '__proto__'];
    const [own, other] = sample().platforms;
    assert.ok(own?.licences !== undefined && other !== undefined && own.since !== undefined);
    const names = own.names.map((name, at) => `${name.slice(0, 33)}${hostile[at] ?? name.slice(33)}`);
    const packages = own.since.packages.map((change) => ({ ...change, name: hostile[0] ?? '', before: hostile, after: hostile }));
    const platform = { ...own, names, bases: hostile, licences: { names: hostile, of: own.names.map((_, at) => [at]) }, since: { ...own.since, version: hostile[1] ?? '', packages } };
    const { page, complaints } = await openPage(explorerPage({ ...sample(), feature: { id: hostile[0] ?? '', version: hostile[1] ?? '' }, platforms: [platform, other] }));
    const text = await page.$eval('body', (body) => body.innerText);
    for (const name of hostile.slice(0, 6)) assert.ok(text.includes(name), name);
    for (const name of await page.$$('.paths tbody button')) {
      await name.click();
      assert.match(await says(page, '#detail'), /Why it is there/);
    }
    assert.equal((await page.$$('img, iframe, a, main script')).length, 0);
    assert.deepEqual(await seriousFindings(page), []);
    assert.deepEqual(complaints, []);
  });

  it('stays small on the screen with 20,000 paths: a search finds one, and a click explains it', async () => {
    const [now, before] = [wideDocument({ paths: 20_000, version: '1.1.0', changed: 2 }), wideDocument({ paths: 20_000 })];
    const metas = new Map(now.closure.map(({ path }) => [path, packageMeta({ licences: ['MIT'] })]));
    const { page, complaints } = await openPage(explorerPage(composeData({ feature: now.feature, delivery: 'layers', platforms: [{ document: now, before, metas }] })));
    assert.match(await says(page, '#status'), /^20,000 of 20,000 paths/);
    for (const grouping of ['package', 'layer', 'place']) {
      await page.select('#grouping', grouping);
      assert.ok(Number(await page.evaluate("document.querySelectorAll('*').length")) < 10_000, grouping);
    }
    const wanted = now.closure[12_345]?.path ?? '';
    await page.type('#query', wanted.slice('/nix/store/'.length, '/nix/store/'.length + 32));
    assert.equal((await rows(page)).length, 1);
    await page.click('.paths tbody button');
    assert.ok((await says(page, '#detail')).includes(wanted));
    await page.$eval('#query', (query) => {
      (query as unknown as { value: string }).value = '';
      query.dispatchEvent(new Event('input'));
    });
    await press(page, '#paths', 'Show more');
    assert.equal((await rows(page)).length, 400);
    assert.deepEqual(complaints, []);
  });
});
