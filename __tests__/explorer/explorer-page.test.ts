import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from '@jest/globals';
import { composeData } from '../../src/explorer/data/compose-data.ts';
import { explorerPage } from '../../src/explorer/html/explorer-page.ts';
import type { ExplorerData } from '../../src/explorer/model/explorer-data.ts';
import { document } from '../report/sample.ts';
import { METAS } from '../sbom/facts.ts';
import { dataOfPage } from './read-page.ts';
import { wideDocument } from './wide-closure.ts';

const PROJECT = path.join(import.meta.dirname, '../..');

function sample(): ExplorerData {
  return composeData({ feature: { id: 'my-tools', version: '1.2.0' }, delivery: 'embed', platforms: [{ document: document(), metas: METAS }, { document: document(undefined, 'arm64') }] });
}

function textOf(page: string, tag: RegExp): string {
  const [, text = ''] = tag.exec(page) ?? [];
  return text;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const SCRIPT = /<script>([\s\S]*)<\/script>/;

describe('explorer.html', () => {
  it('holds the data, and none of its texts as markup', () => {
    const name = '</script><img src=x onerror=alert(1)> "quotes" \u202E right to left';
    const hostile: ExplorerData = { ...sample(), feature: { id: '<b>', version: '1.0.0', name } };
    const page = explorerPage(hostile);
    assert.deepEqual(dataOfPage(page), hostile);
    assert.ok(!page.includes('onerror') && !page.includes('<b>'));
    assert.match(page, /<h1>&lt;b&gt; 1\.0\.0<\/h1>/);
  });

  it('allows its own script and style by their hashes, and nothing else', () => {
    const page = explorerPage(sample());
    const policy = textOf(page, /Content-Security-Policy" content="([^"]*)"/);
    const [script, style] = [textOf(page, SCRIPT), textOf(page, /<style>([\s\S]*)<\/style>/)];
    assert.ok(script.length > 10_000 && style.length > 1000);
    assert.equal(policy, `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`);
    assert.ok(!/\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|fetch|XMLHttpRequest)\b/.test(script), 'the script makes no markup and asks nobody');
  });

  it('has the same bytes for the same Feature', () => {
    assert.equal(explorerPage(sample()), explorerPage(sample()));
  });

  it('takes less than 300 kB for 3,000 paths', () => {
    const [now, before] = [wideDocument({ paths: 3000, version: '1.1.0', changed: 2 }), wideDocument({ paths: 3000 })];
    const page = explorerPage(composeData({ feature: now.feature, delivery: 'layers', platforms: [{ document: now, before }] }));
    assert.ok(page.length < 300_000, `${page.length} bytes`);
  });

  it('has the script and the style that its sources say', async () => {
    await promisify(execFile)(process.execPath, [path.join(PROJECT, 'scripts/explorer.ts'), '--check'], { cwd: PROJECT });
  });
});
