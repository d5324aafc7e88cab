import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, test } from '@jest/globals';
import { RULES } from '../../src/leaks/literals.ts';
import { Matcher } from '../../src/leaks/matcher.ts';
import { scanBytes } from '../../src/leaks/scanner.ts';
import { sampleOf } from '../leaks/samples.ts';
import { gitleaks, hasGitleaks } from '../rig/gitleaks.ts';
import { theRig } from '../rig/rig.ts';

/* The same planted secrets, searched by gitleaks of Debian's newest suite and by us. */
await theRig();
const scratch = await mkdtemp(path.join(tmpdir(), 'gitleaks-'));
afterAll(() => rm(scratch, { recursive: true }));

/** What a secret is put into. A program has a text of its own between bytes that mean nothing as text. */
const CARRIERS: Readonly<Record<string, (secret: string) => Buffer>> = {
  text: (secret) => Buffer.from(`# settings\ntoken = "${secret}"\n`),
  program: (secret) => Buffer.concat([Buffer.from('\u007fELF\u0002\u0001\u0001\0', 'latin1'), randomBytes(20_000), Buffer.from(`\0${secret}\0`), randomBytes(20_000)]),
  compressed: (secret) => gzipSync(`# settings\ntoken = "${secret}"\n`),
};

async function foundByUs(folder: string): Promise<ReadonlySet<string>> {
  const matcher = new Matcher({ values: [], identifiers: [], folders: [], packages: [] });
  const found = new Set<string>();
  for (const name of await readdir(folder)) if (scanBytes(matcher, await readFile(path.join(folder, name))).hits.length > 0) found.add(name);
  return found;
}

/** How many of these files are of a carrier. */
function countOf(files: ReadonlySet<string>, carrier: string): number {
  return [...files].filter((file) => file.endsWith(`.${carrier}`)).length;
}

test('what gitleaks finds of a secret of each rule, in texts, programs and compressed files, is found, and more', async () => {
  const folder = await mkdtemp(path.join(scratch, 'planted-'));
  for (const [index, rule] of RULES.entries()) {
    for (const [carrier, put] of Object.entries(CARRIERS)) await writeFile(path.join(folder, `${rule.id}.${carrier}`), put(sampleOf(rule, index + 1)));
  }
  const ours = await foundByUs(folder);
  for (const carrier of Object.keys(CARRIERS)) assert.equal(countOf(ours, carrier), RULES.length, carrier);
  if (!hasGitleaks) return;
  const theirs = await gitleaks(folder, path.join(scratch, 'report.json'));
  assert.deepEqual([...theirs].filter((file) => !ours.has(file)), []);
  const counts = Object.keys(CARRIERS).map((carrier) => `${carrier} ${countOf(theirs, carrier)}`);
  process.stdout.write(`of ${RULES.length} kinds gitleaks finds: ${counts.join(', ')}\n`);
  assert.ok(countOf(theirs, 'text') > RULES.length / 3, 'gitleaks did search');
  assert.ok(countOf(theirs, 'program') < countOf(theirs, 'text'), 'it finds in programs what it finds in texts: say so in docs/contributing/leaks.md');
});
