import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Field } from '../../json/field.ts';
import { parsedJson } from '../../json/parse-json.ts';
import { CommandError, Failure } from '../../kit/errors.ts';
import { redactUrls } from '../../kit/safe-text.ts';
import { makeTemporary } from '../../kit/temporary.ts';
import { placeOf, type NixSite } from '../run/site.ts';
import { sshComplaint } from '../run/ssh-access.ts';
import { isStorePath, STORE_DIR, type StorePath } from '../store/store-path.ts';
import type { SigningKey } from './signing-key.ts';

/** How a binary cache is reached, and whose signatures count there. */
export interface BinaryCacheSettings {
  /** `https://…`, `s3://…`, `ssh://…`, `ssh-ng://…`, `file:///…` */
  readonly url: string;
  /** For `trusted-public-keys`. */
  readonly publicKey?: string;
  /** What is uploaded is signed with it. */
  readonly secretKey?: SigningKey;
  /** The lowest is asked first. */
  readonly priority?: number;
}

/** A binary cache, whatever it is. */
export interface BinaryCache {
  /** Which of these paths it has. @throws Failure, CancelledError */
  exists(paths: readonly StorePath[]): Promise<ReadonlySet<StorePath>>;
  /** Uploads what it lacks of these paths and of all that they need. @returns those of `paths` that it lacked @throws Failure, CancelledError */
  upload(paths: readonly StorePath[]): Promise<readonly StorePath[]>;
  /** The lines of nix.conf by which Nix uses it. */
  configure(): readonly string[];
}

/** Arguments of one command; keeps a command line far below the system's limit. */
const LONGEST_RUN = 500;
const MOST_PATHS = 1_000_000;

/** A binary cache, or a store, that Nix itself speaks with. */
export class NixCache implements BinaryCache {
  readonly #site: NixSite;
  readonly #settings: BinaryCacheSettings;

  constructor(site: NixSite, settings: BinaryCacheSettings) {
    this.#site = site;
    this.#settings = settings;
  }

  async exists(paths: readonly StorePath[]): Promise<ReadonlySet<StorePath>> {
    const there = new Set<StorePath>();
    for (let at = 0; at < paths.length; at += LONGEST_RUN) {
      const run = paths.slice(at, at + LONGEST_RUN);
      for (const path of validPaths(await this.#pathInfo(run))) there.add(path);
    }
    return there;
  }

  async upload(paths: readonly StorePath[]): Promise<readonly StorePath[]> {
    const there = await this.exists(paths);
    const missing = paths.filter((path) => !there.has(path));
    if (missing.length === 0) return [];
    const { secretKey, url } = this.#settings;
    if (secretKey === undefined) await this.#copy(url, missing);
    else await withKeyFile(secretKey, (file) => this.#uploadSigned(file, missing));
    return missing;
  }

  configure(): readonly string[] {
    const { url, publicKey, priority } = this.#settings;
    return [
      `extra-substituters = ${priority === undefined ? url : withParameter(url, 'priority', String(priority))}`,
      ...(publicKey === undefined ? [] : [`extra-trusted-public-keys = ${publicKey}`]),
    ];
  }

  async #pathInfo(paths: readonly StorePath[]): Promise<string> {
    const ask = (...more: readonly string[]): Promise<string> => this.#run(['nix', 'path-info', '--json', ...more, '--store', this.#settings.url, ...paths]);
    try {
      return await ask();
    } catch (error) {
      // Nix 2.34 announces that it will want to be told the format; older ones don't know the flag.
      if (!(error instanceof CommandError && error.stderr.includes('--json-format'))) throw error;
      return ask('--json-format', '1');
    }
  }

  /** Nix does not say why it could not connect, ssh does. */
  async #run(argv: readonly string[]): Promise<string> {
    try {
      return await this.#site.capture(argv);
    } catch (cause) {
      const complaint = cause instanceof CommandError ? sshComplaint(cause.stderr) : undefined;
      if (complaint === undefined) throw cause;
      throw new Failure(`Nix ${placeOf(this.#site)} can't reach ${redactUrls(this.#settings.url)}: ${complaint.replace(/\.$/, '')}.`, { cause, hint: "ssh takes its keys and the hosts' keys from the agent and the configuration of the user whom Nix runs as." });
    }
  }

  /** A store that is reached by ssh takes what is signed; a binary cache is signed as it is written. */
  async #uploadSigned(file: string, paths: readonly StorePath[]): Promise<void> {
    const { url } = this.#settings;
    if (!/^ssh(?:-ng)?:/.test(url)) return this.#copy(withParameter(url, 'secret-key', file), paths);
    await this.#site.capture(['nix', 'store', 'sign', '--recursive', '--key-file', file, ...paths]);
    await this.#copy(url, paths);
  }

  async #copy(url: string, paths: readonly StorePath[]): Promise<void> {
    for (let at = 0; at < paths.length; at += LONGEST_RUN) await this.#run(['nix', 'copy', '--to', url, ...paths.slice(at, at + LONGEST_RUN)]);
  }
}

/** The key is in a file that only its owner reads, and only for as long as it is needed. */
async function withKeyFile(key: SigningKey, use: (file: string) => Promise<void>): Promise<void> {
  const folder = await makeTemporary('nix-feature-key');
  try {
    const file = join(folder, 'secret');
    await writeFile(file, key.secretText(), { mode: 0o600, flag: 'wx' });
    await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function withParameter(url: string, name: string, value: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}

/** Of a path that is not there, older Nixes say `valid: false`, and newer ones null. */
function validPaths(json: string): readonly StorePath[] {
  const parsed = parsedJson(json, refuse);
  const found: StorePath[] = [];
  const see = (text: string, value: unknown): void => {
    const path = text.startsWith('/') ? text : `${STORE_DIR}/${text}`;
    const isThere = typeof value === 'object' && value !== null && (value as { valid?: unknown }).valid !== false;
    if (isThere && isStorePath(path)) found.push(path);
  };
  if (Array.isArray(parsed)) Field.of(parsed, refuse).each(MOST_PATHS, (entry) => see(entry.get('path').text(), entry.value));
  else for (const [path, entry] of Field.of(parsed, refuse).members(MOST_PATHS)) see(path, entry.value);
  return found;
}

function refuse(why: string): never {
  throw new Failure(`"nix path-info --json" wrote something that can't be read: ${why}.`);
}
