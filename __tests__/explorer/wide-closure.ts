import type { ClosureEntry, DeltaDocument } from '../../src/delta/document/delta-document.ts';
import { compareText, parseStorePath, type StorePath } from '../../src/nix/store/store-path.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { systemOf, type Arch } from '../../src/platform.ts';
import { generator } from '../rig/random.ts';

const LETTERS = '0123456789abcdfghijklmnpqrsvwxyz';
const WORDS = ['gtk', 'python3', 'perl', 'rust', 'core', 'net', 'tls', 'xml', 'image', 'font', 'audio', 'text', 'json', 'http', 'cache', 'proto'];

export interface Width {
  readonly paths: number;
  readonly arch?: Arch;
  readonly version?: string;
  /** Paths whose hash is another one, of each hundred. */
  readonly changed?: number;
}

/** A closure as nixpkgs makes them: about seven references for each path, most of them to what many need, and sizes of all orders. */
export function wideDocument({ paths, arch = 'amd64', version = '1.0.0', changed = 0 }: Width): DeltaDocument {
  const random = generator(7);
  const other = generator(11);
  const hash = (): string => Array.from({ length: 32 }, () => LETTERS[Math.floor(random() * 32)]).join('');
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const names = Array.from({ length: paths }, (_, at): StorePath => {
    const [first, label] = [hash(), at === 0 ? `wide-${version}` : `${word()}-${word()}${Math.floor(random() * 900)}-${Math.floor(random() * 9)}.${Math.floor(random() * 40)}.${Math.floor(random() * 9)}`];
    const isOther = other() * 100 < changed;
    return parseStorePath(`/nix/store/${isOther ? first.split('').toReversed().join('') : first}-${label}`);
  });
  const entries = names.map((path, at): ClosureEntry => {
    const needs = new Set<StorePath>();
    // Each is needed by one before it, so that all of them are reached.
    const few = Math.min(paths - at - 1, 1 + Math.floor(random() * 12));
    for (let i = 0; i < few; i++) {
      const ahead = at + 1 + Math.floor((paths - at - 1) * (i % 2 === 0 ? random() ** 3 : 1 - random() ** 4));
      needs.add(names[Math.min(ahead, paths - 1)] ?? path);
    }
    const next = names[at + 1];
    if (next !== undefined) needs.add(next);
    if (at % 5 === 0) needs.add(path);
    return { path, narHash: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', narSize: Math.floor(600 * 10 ** (random() * 4.5)), references: [...needs].toSorted(compareText), deriver: null, ca: null, in: at < paths * 0.6 ? 'delta' : 'base' };
  });
  const shipped = entries.filter((entry) => entry.in === 'delta');
  const most = Math.ceil(shipped.length / 40);
  const layers = Array.from({ length: Math.ceil(shipped.length / most) }, (_, at) => {
    const own = shipped.slice(at * most, (at + 1) * most);
    const held = own.map(({ path }) => path).toSorted(compareText);
    return { key: digestOf(`key ${held.join()}`), digest: digestOf(held.join()), diffId: digestOf(`tar ${held.join()}`), size: 1 + Math.floor(own.reduce((sum, { narSize }) => sum + narSize, 0) / 3), mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', paths: held };
  });
  return {
    schemaVersion: 1,
    feature: { id: 'wide', version },
    system: systemOf(arch),
    storePath: names[0] ?? parseStorePath(''),
    outputs: { out: names[0] ?? parseStorePath('') },
    bases: [{ name: 'ghcr.io/org/bedrock:latest', storePaths: 612 }],
    closure: entries.toSorted((a, b) => compareText(a.path, b.path)),
    layers,
    env: { PATH: ['bin'], variables: {} },
    source: { flake: 'path:.', locked: null },
  };
}
