import { createHash } from 'node:crypto';
import { Agent, get } from 'node:http';
import type { ClosureEntry, DeltaDocument } from '../src/delta/document/delta-document.ts';
import { SigningKey } from '../src/nix/cache/signing-key.ts';
import { NIX32_ALPHABET } from '../src/nix/store/nix32.ts';
import { hashPartOf, parseStorePath } from '../src/nix/store/store-path.ts';
import type { ImageSource } from '../src/oci/format/image-source.ts';
import { Catalogue } from '../src/serve/catalogue.ts';
import { FeatureSource } from '../src/serve/feature-source.ts';
import { serveLoopback } from '../src/serve/loopback-server.ts';
import { NarStock } from '../src/serve/nar-stock.ts';
import { Substituter } from '../src/serve/substituter.ts';
import { table } from './measure.ts';

const PATHS = 20_000;
const ASKED = 3000;

/** What a narinfo costs that is asked for the first time, and again: over HTTP, one after the other. @returns Markdown */
export async function benchCache(say: (line: string) => void): Promise<string> {
  say(`asking for ${ASKED} of ${PATHS} narinfos`);
  const closure = madeUpClosure();
  const catalogue = new Catalogue();
  catalogue.add({ closure, layers: [{ paths: closure.map(({ path }) => path) }] } as unknown as DeltaDocument, {} as ImageSource);
  const stock = new NarStock({ folder: '/nowhere', signal: new AbortController().signal }, { debug: say, warning: say });
  const substituter = new Substituter([new FeatureSource(catalogue, stock)], SigningKey.generate('bench-1'), 10);
  const server = await serveLoopback((path) => substituter.answer(path), 0, say);
  const agent = new Agent({ keepAlive: true });
  try {
    const wanted = closure.slice(0, ASKED).map(({ path }) => `${server.url}/${hashPartOf(path)}.narinfo`);
    const [first, again] = [await timesOf(wanted, agent), await timesOf(wanted, agent)];
    const row = (name: string, times: readonly number[]): string[] => [name, `${at(times, 0.5)} ms`, `${at(times, 0.95)} ms`];
    return table(['a narinfo', 'half of them within', '95 % within'], [row('asked for the first time', first), row('asked for again', again)]);
  } finally {
    agent.destroy();
    await server.close();
  }
}

function madeUpClosure(): readonly ClosureEntry[] {
  const paths = Array.from({ length: PATHS }, (_, index) => {
    const digits = [...createHash('sha256').update(String(index)).digest()].map((byte) => NIX32_ALPHABET.charAt(byte % 32)).join('');
    return parseStorePath(`/nix/store/${digits}-package-1.0`);
  });
  const narHash = `sha256-${Buffer.alloc(32, 1).toString('base64')}`;
  return paths.map((path, index) => ({ path, narHash, narSize: 1, references: paths.slice(Math.max(0, index - 10), index), deriver: null, ca: null, in: 'delta' }));
}

async function timesOf(urls: readonly string[], agent: Agent): Promise<readonly number[]> {
  const times: number[] = [];
  for (const url of urls) {
    const began = performance.now();
    await new Promise<void>((resolve, reject) => {
      get(url, { agent }, (response) => response.resume().on('end', resolve)).on('error', reject);
    });
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b);
}

function at(times: readonly number[], share: number): string {
  return (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
}
