import { createHash } from 'node:crypto';
import { Agent, get } from 'node:http';
import type { ClosureEntry, DeltaDocument } from '../src/delta/document/delta-document.ts';
import { SigningKey } from '../src/nix/cache/signing-key.ts';
import { NIX32_ALPHABET } from '../src/nix/store/nix32.ts';
import { hashPartOf, parseStorePath } from '../src/nix/store/store-path.ts';
import type { ImageSource } from '../src/oci/format/image-source.ts';
import { Catalogue, FeatureSource } from '../src/serve/catalogue.ts';
import { serveLoopback } from '../src/serve/loopback-server.ts';
import { NarStock } from '../src/serve/nar-stock.ts';
import { Substituter } from '../src/serve/substituter.ts';
import { table } from './measure.ts';

const PATHS = 20_000;
const ASKED = 3000;

/**
 * What a narinfo costs that is asked for the first time, and again: over HTTP, one after the other, beside a server that answers a
 * constant text. All three are asked in turn, so that a slow moment of the machine meets all of them.
 * @returns Markdown
 */
export async function benchCache(say: (line: string) => void): Promise<string> {
  say(`asking for ${ASKED} of ${PATHS} narinfos`);
  const closure = madeUpClosure();
  const catalogue = new Catalogue();
  catalogue.add({ closure, layers: [{ paths: closure.map(({ path }) => path) }] } as unknown as DeltaDocument, {} as ImageSource);
  const stock = new NarStock({ folder: '/nowhere', signal: new AbortController().signal }, { debug: say, warning: say });
  const substituter = new Substituter([new FeatureSource(catalogue, stock)], SigningKey.generate('bench-1'), 10);
  const server = await serveLoopback((path) => substituter.answer(path), 0, say);
  const constant = await serveLoopback(() => Promise.resolve({ text: 'x'.repeat(800), type: 'text/plain' }), 0, say);
  const agent = new Agent({ keepAlive: true });
  const times = { bare: [] as number[], first: [] as number[], again: [] as number[] };
  try {
    for (const { path } of closure.slice(0, ASKED)) {
      const url = `/${hashPartOf(path)}.narinfo`;
      times.bare.push(await timeOf(`${constant.url}${url}`, agent));
      times.first.push(await timeOf(`${server.url}${url}`, agent));
      times.again.push(await timeOf(`${server.url}${url}`, agent));
    }
  } finally {
    agent.destroy();
    await server.close();
    await constant.close();
  }
  const row = (name: string, of: number[]): string[] => {
    const sorted = of.toSorted((x, y) => x - y);
    const bare = times.bare.toSorted((x, y) => x - y);
    return [name, `${at(sorted, 0.5)} ms`, `${at(sorted, 0.9)} ms`, `${at(sorted, 0.95)} ms`, (quantile(sorted, 0.5) / quantile(bare, 0.5)).toFixed(1)];
  };
  return table(['', 'half within', '90 % within', '95 % within', 'half ÷ constant'], [row('a constant text', times.bare), row('a narinfo, asked for the first time', times.first), row('a narinfo, asked for again', times.again)]);
}

function madeUpClosure(): readonly ClosureEntry[] {
  const paths = Array.from({ length: PATHS }, (_, index) => {
    const digits = [...createHash('sha256').update(String(index)).digest()].map((byte) => NIX32_ALPHABET.charAt(byte % 32)).join('');
    return parseStorePath(`/nix/store/${digits}-package-1.0`);
  });
  const narHash = `sha256-${Buffer.alloc(32, 1).toString('base64')}`;
  return paths.map((path, index) => ({ path, narHash, narSize: 1, references: paths.slice(Math.max(0, index - 10), index), deriver: null, ca: null, in: 'delta' }));
}

async function timeOf(url: string, agent: Agent): Promise<number> {
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    get(url, { agent }, (response) => response.resume().on('end', resolve)).on('error', reject);
  });
  return performance.now() - began;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

function at(sorted: readonly number[], share: number): string {
  return quantile(sorted, share).toFixed(1);
}
