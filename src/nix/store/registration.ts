import { IntegrityError } from '../../kit/errors.ts';
import { isStorePath, parseStorePath, type StorePath } from './store-path.ts';

/** What registering a store path takes: what a build would have written into the database. */
export interface Registration {
  readonly path: StorePath;
  /** SHA-256 of the NAR, hexadecimal. */
  readonly narHash: string;
  /** Bytes. */
  readonly narSize: number;
  readonly references: readonly StorePath[];
}

/** Returns the input of `nix-store --load-db`: per path its name, hash, size, deriver (none), and references with their number. */
export function loadDbText(registrations: readonly Registration[]): string {
  return registrations
    .map(({ path, narHash, narSize, references }) =>
      [path, narHash, narSize, '', references.length, ...references].map((line) => `${line}\n`).join(''),
    )
    .join('');
}

const HASH = /^[0-9a-f]{64}$/;
const COUNT = /^(?:0|[1-9]\d{0,14})$/;

/**
 * Reads what `nix-store --dump-db` prints, which is what `--load-db` reads.
 * @param where for messages: "in a container of ghcr.io/org/bedrock:latest"
 * @throws IntegrityError with the line that is wrong
 */
export function parseDumpedDb(text: string, where: string): Registration[] {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const registrations: Registration[] = [];
  let at = 0;
  const next = (what: string, isRight: (line: string) => boolean): string => {
    const line = lines[at++];
    if (line !== undefined && isRight(line)) return line;
    throw new IntegrityError(`The answer of "nix-store --dump-db" ${where} has ${line === undefined ? 'no' : `${JSON.stringify(line.slice(0, 100))} for a`} ${what} in line ${at}.`);
  };
  while (at < lines.length) {
    const path = parseStorePath(next('store path', isStorePath));
    const narHash = next('SHA-256', (line) => HASH.test(line));
    const narSize = Number(next('size', (line) => COUNT.test(line)));
    next('deriver', (line) => line === '' || isStorePath(line));
    const count = Number(next('number of references', (line) => COUNT.test(line)));
    const references: StorePath[] = [];
    while (references.length < count) references.push(parseStorePath(next('reference', isStorePath)));
    registrations.push({ path, narHash, narSize, references });
  }
  return registrations;
}
