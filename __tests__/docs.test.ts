import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from '@jest/globals';
import { parse } from 'yaml';
import { INPUTS } from '../src/actions/inputs/main.ts';
import { EXIT_CODES } from '../src/cli/failures.ts';
import { parseCommandLine } from '../src/cli/flags.ts';

const PROJECT = path.join(import.meta.dirname, '..');
const PAGES = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md'], { cwd: PROJECT }).sort();

function text(file: string): string {
  return readFileSync(path.join(PROJECT, file), 'utf8');
}

/** Contents of the fenced blocks of a language. */
function blocks(page: string, language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);
}

function withoutBlocks(page: string): string {
  return page.replaceAll(/^```[\s\S]*?^```/gm, '');
}

/** As GitHub makes them of headings. */
function anchors(page: string): string[] {
  return [...withoutBlocks(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every link of the documentation leads to something that is there', () => {
  for (const page of PAGES) {
    for (const [, link = ''] of withoutBlocks(text(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(link)) continue;
      const [target = '', anchor] = link.split('#');
      const file = target === '' ? page : path.join(path.dirname(page), target);
      assert.ok(existsSync(path.join(PROJECT, file)), `${page} links to ${link}`);
      if (anchor !== undefined) assert.ok(anchors(text(file)).includes(anchor), `${page} links to ${link}`);
    }
  }
});

test('every page is in the index, and every page that messages and comments name is there', () => {
  const index = text('docs/README.md');
  for (const page of globSync('docs/*/*.md', { cwd: PROJECT })) assert.ok(index.includes(`](${page.slice('docs/'.length)})`), `docs/README.md lacks ${page}`);
  for (const file of globSync(['src/**/*.ts', 'install/**/*.sh', '.github/workflows/*.yml'], { cwd: PROJECT })) {
    for (const [page] of text(file).matchAll(/(?<![\w/.])docs\/[a-z/-]+\.md|(?<=nix-feature-action\/blob\/v1\/)[a-z/-]+\.md/g)) {
      assert.ok(existsSync(path.join(PROJECT, page)), `${file} names ${page}`);
    }
  }
});

test('every sentence that troubleshooting explains is one that we say', () => {
  const source = globSync('src/**/*.ts', { cwd: PROJECT }).map(text).join('\n').replaceAll(String.raw`\'`, "'");
  const rows = [...text('docs/reference/troubleshooting.md').matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell = '']) => cell);
  assert.ok(rows.length > 50);
  const sentences = rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, sentence = '']) => sentence));
  const pieces = sentences.flatMap((sentence) => sentence.split('…').map((piece) => piece.trim()));
  // Numbers stand where the source has variables.
  assert.deepEqual(pieces.filter((piece) => !/^\d*$/.test(piece) && !source.includes(piece.replace(/ \d+$/, ''))), []);
});

test('every command line of ours in the documentation can be read', () => {
  let read = 0;
  for (const page of PAGES) {
    for (const block of [...blocks(text(page), 'sh'), ...blocks(text(page), 'console')]) {
      for (const [, line = ''] of block.replaceAll('\\\n', ' ').matchAll(/^(?:\$ )?(?:nix-feature|node dist\/cli\/index\.js) (.*)$/gm)) {
        const argv = line.replace(/ +#.*$/, '').split(/ +/);
        assert.doesNotThrow(() => parseCommandLine(argv), `${page}: ${line}`);
        read++;
      }
    }
  }
  assert.ok(read > 5, `${read}`);
});

test('every step of ours in the documentation has inputs that exist', () => {
  const names = new Set<string>(INPUTS.map(({ name }) => name));
  for (const page of PAGES) {
    for (const block of blocks(text(page), 'yaml').filter((yaml) => yaml.startsWith('- uses: org/nix-feature-action@'))) {
      const [step] = parse(block) as { with?: Record<string, unknown> }[];
      assert.deepEqual(Object.keys(step?.with ?? {}).filter((name) => !names.has(name)), [], page);
    }
  }
});

test('the page of the command line has every exit code', () => {
  for (const { code } of EXIT_CODES) assert.match(text('docs/reference/cli.md'), new RegExp(`^\\| (?:\\d+, )?${code}\\b`, 'm'));
});

/** @throws where a row names no test, or one that is not there */
function assertTestsAreThere(rows: readonly string[]): void {
  assert.ok(rows.length > 5);
  for (const row of rows) {
    const named = [...row.matchAll(/\]\(\.\.\/\.\.\/(__tests__\/[^)]+)\): "([^"]+)"/g)];
    assert.ok(named.length > 0, row);
    for (const [, file = '', name = ''] of named) {
      const declared = ["'", '`', '"'].some((quote) => text(file).includes(`(${quote}${name}`));
      assert.ok(declared, `${file} has no test that begins with "${name}"`);
    }
  }
}

test('every row of the security model names a test that is there', () => {
  const [, ways = ''] = text('docs/verify/security.md').split('\n## Ways in\n');
  assertTestsAreThere(ways.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Way in|---)/.test(line)));
});

test('every row of the table of conditions names a test that is there', () => {
  const [, conditions = ''] = /\n## Conditions\n(.*?)\n## /s.exec(text('docs/reference/platforms.md')) ?? [];
  assertTestsAreThere(conditions.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Attempts|Events|Servers|Runners|---)/.test(line)));
});

test("no page names a folder of somebody's machine", () => {
  for (const page of PAGES) assert.doesNotMatch(text(page), /\/work\/|\/root\/|\/tmp\/[a-z]/, page);
});

test('every schema is listed on the page of JSON', () => {
  const page = text('docs/reference/json.md');
  const schemas = globSync('schemas/*.json', { cwd: PROJECT });
  assert.ok(schemas.length > 20);
  assert.deepEqual(schemas.filter((schema) => !page.includes(path.basename(schema))), []);
});
