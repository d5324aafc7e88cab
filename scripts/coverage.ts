/**
 *   node_modules/.bin/node scripts/coverage.ts [ARGUMENT OF JEST...]
 *
 * Runs unit tests and says which lines and functions of src they run, by V8's own counts. Types are stripped in place, so
 * V8's offsets are those of the files.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = path.join(import.meta.dirname, '..');
const LOWEST = 10;

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Script {
  readonly url: string;
  readonly functions: readonly { readonly functionName: string; readonly ranges: readonly Range[] }[];
}

/** What is known of one file: which of its characters ran in any process, and which of its functions. */
class Coverage {
  readonly text: string;
  readonly #ran: Uint8Array;
  readonly #functions = new Map<string, boolean>();

  constructor(text: string) {
    this.text = text;
    this.#ran = new Uint8Array(text.length);
  }

  /** Adds what one process ran. Inner ranges come after the outer ones, and say it more exactly. */
  add({ functions }: Script): void {
    const ran = new Uint8Array(this.text.length);
    for (const { functionName, ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
      const key = `${functionName}@${ranges[0]?.startOffset}`;
      if (functionName !== '') this.#functions.set(key, this.#functions.get(key) === true || (ranges[0]?.count ?? 0) > 0);
    }
    for (const [at, value] of ran.entries()) if (value === 1) this.#ran[at] = 1;
  }

  /** A line counts if it holds more than a comment; it ran if any of its characters did. */
  lines(): { readonly all: number; readonly ran: number } {
    let [all, ran, at] = [0, 0, 0];
    for (const line of this.text.split('\n')) {
      if (!/^\s*(?:$|\/\/|\/?\*)/.test(line)) {
        all++;
        const start = at + line.search(/\S/);
        if (this.#ran.subarray(start, at + line.length).includes(1)) ran++;
      }
      at += line.length + 1;
    }
    return { all, ran };
  }

  functions(): { readonly all: number; readonly ran: number } {
    return { all: this.#functions.size, ran: [...this.#functions.values()].filter(Boolean).length };
  }
}

function percent(ran: number, all: number): string {
  return `${((100 * ran) / Math.max(1, all)).toFixed(1)} %`;
}

const folder = mkdtempSync(path.join(tmpdir(), 'coverage-'));
try {
  const jest = path.join(PROJECT, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], { cwd: PROJECT, env: { ...process.env, NODE_V8_COVERAGE: folder }, stdio: 'inherit' });
  process.exitCode = status ?? 1;
  const files = new Map(globSync('src/**/*.ts', { cwd: PROJECT }).map((file) => [file, new Coverage(readFileSync(path.join(PROJECT, file), 'utf8'))]));
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { readonly result: readonly Script[] };
    for (const script of result) if (script.url.startsWith('file:')) files.get(path.relative(PROJECT, fileURLToPath(script.url)))?.add(script);
  }
  const rows = [...files].map(([file, coverage]) => ({ file, ...coverage.lines() }));
  const sum = rows.reduce((a, b) => ({ all: a.all + b.all, ran: a.ran + b.ran }), { all: 0, ran: 0 });
  const functions = [...files.values()].map((each) => each.functions()).reduce((a, b) => ({ all: a.all + b.all, ran: a.ran + b.ran }), { all: 0, ran: 0 });
  const least = rows.toSorted((a, b) => b.all - b.ran - (a.all - a.ran)).slice(0, LOWEST);
  for (const { file, all, ran } of least) process.stdout.write(`${String(all - ran).padStart(5)} of ${all} lines of ${file} never ran\n`);
  process.stdout.write(`src: ${percent(sum.ran, sum.all)} of ${sum.all} lines ran, ${percent(functions.ran, functions.all)} of the ${functions.all} named functions of files that were read\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
