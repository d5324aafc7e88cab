import type { StrictMember, StrictTarVisitor } from '../../archive/strict-tar.ts';
import { Failure, messageOf } from '../../kit/errors.ts';
import { NarHasher } from '../../nix/nar/nar-hasher.ts';
import type { NarFacts } from '../../nix/nar/nar-hasher.ts';
import { baseNameOf, STORE_DIR, type StorePath } from '../../nix/store/store-path.ts';
import { Problems } from '../result/checks.ts';
import type { Spool } from '../../archive/spool.ts';

/** What a layer must hold. */
export interface WantedPaths {
  /** In their order. */
  readonly paths: readonly StorePath[];
  readonly nars: ReadonlyMap<StorePath, NarFacts>;
}

/** Each takes memory for as long as its layer is read. */
const MOST_MEMBERS = 2_000_000;

/** Of a name in a message. */
const LONGEST_SHOWN = 200;

const FOLDERS = ['nix/', 'nix/store/'];
const SPECIAL_BITS = 0o7000;

/** The store path whose members come right now. */
interface OpenPath {
  readonly path: StorePath;
  readonly hasher: NarHasher;
  /** The hash can't be made: why was said. */
  isBroken: boolean;
}

/**
 * Looks at each member of a layer: whole store paths of its list, in their order, as `TarWriter` writes them, and nothing
 * else. The NAR of every path is made again on the way.
 */
export class LayerMembers implements StrictTarVisitor {
  /** Of members. */
  readonly problems = new Problems();
  /** Of NAR hashes. */
  readonly narProblems = new Problems();
  readonly #wanted: WantedPaths;
  readonly #spool: Spool;
  readonly #places: ReadonlyMap<string, number>;
  #count = 0;
  /** How many of the list have begun, or were passed over. */
  #begun = 0;
  #open: OpenPath | undefined;
  /** The store name whose members are skipped, because it should not be there. */
  #foreign = '';
  #isFile = false;

  constructor(wanted: WantedPaths, spool: Spool) {
    this.#wanted = wanted;
    this.#spool = spool;
    this.#places = new Map(wanted.paths.map((path, index) => [baseNameOf(path), index]));
  }

  member(member: StrictMember): void {
    this.#count += 1;
    this.#isFile = false;
    if (this.#count > MOST_MEMBERS) throw new Error(`has more than ${MOST_MEMBERS} members`);
    const folder = FOLDERS[this.#count - 1];
    if (folder !== undefined) return this.#seeFolder(member, folder);
    const place = this.#placeOf(member.name, member.type === 'directory');
    if (place === undefined) return this.problems.fail(`${shown(member.name)} is not in a store path`);
    this.#seeHeader(member);
    const open = this.#pathOf(place.root);
    if (open === undefined || open.isBroken) return;
    try {
      this.#hash(open.hasher, place.path, member);
    } catch (error) {
      if (error instanceof Failure) throw error;
      this.#break(open, `${shown(member.name)} ${messageOf(error)}`);
    }
  }

  contents(bytes: Buffer): void {
    if (!this.#isFile) return;
    this.#spool.write(bytes);
    if (this.#open?.isBroken === false) this.#open.hasher.contents(bytes);
  }

  memberEnd(): void {
    if (!this.#isFile) return;
    this.#spool.endFile();
    if (this.#open?.isBroken === false) this.#open.hasher.fileEnd();
  }

  /** To be called when the tar is read to its end. */
  end(): void {
    this.#endPath();
    this.#passOver(this.#wanted.paths.length);
  }

  #seeFolder(member: StrictMember, wanted: string): void {
    const { name, type, mode, oddity } = member;
    if (name !== wanted || type !== 'directory') throw new Error(`begins with ${shown(name)} instead of ${FOLDERS.join(' and ')}`);
    if (mode !== 0o755) return this.problems.fail(`${wanted} has the mode ${octal(mode)} instead of 0755`);
    if (oddity !== undefined) this.problems.fail(`${wanted} ${oddity}`);
  }

  /** `nix/store/<root>/<path>`; undefined for all else. */
  #placeOf(name: string, isDirectory: boolean): { readonly root: string; readonly path: string } | undefined {
    if (!name.startsWith('nix/store/') || name.endsWith('/') !== isDirectory) return undefined;
    const [root = '', ...parts] = (isDirectory ? name.slice(0, -1) : name).slice('nix/store/'.length).split('/');
    const isPlain = [root, ...parts].every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
    return isPlain ? { root, path: parts.join('/') } : undefined;
  }

  /** Of several things that are wrong with a member, the worst is said. */
  #seeHeader(member: StrictMember): void {
    const wrong = headerProblem(member);
    if (wrong !== undefined) this.problems.fail(`${shown(member.name)} ${wrong}`);
  }

  /** @returns undefined for a path that should not be there */
  #pathOf(root: string): OpenPath | undefined {
    if (this.#open !== undefined && baseNameOf(this.#open.path) === root) return this.#open;
    if (this.#foreign === root) return undefined;
    this.#endPath();
    const place = this.#places.get(root);
    const path = this.#wanted.paths[place ?? -1];
    if (place === undefined || path === undefined || place < this.#begun) {
      this.#foreign = root;
      this.problems.fail(`${shown(`${STORE_DIR}/${root}`)} is in the layer ${place === undefined ? 'and not in its list' : 'in a place that is not its own'}`);
      return undefined;
    }
    this.#passOver(place);
    this.#begun = place + 1;
    this.#open = { path, hasher: new NarHasher(), isBroken: false };
    return this.#open;
  }

  #passOver(end: number): void {
    for (const path of this.#wanted.paths.slice(this.#begun, end)) this.problems.fail(`${path} is in the list of its layer but not in the layer`);
  }

  #hash(hasher: NarHasher, path: string, { name, type, mode, size, target }: StrictMember): void {
    switch (type) {
      case 'directory':
        return hasher.directory(path);
      case 'symlink':
        return hasher.symlink(path, target);
      case 'file':
        hasher.file(path, isExecutable(mode), size);
        this.#spool.begin(name, isExecutable(mode), size);
        this.#isFile = true;
        return;
      case 'link':
        return this.#hashLinked(hasher, path, { mode, target });
      default:
        throw new Error('can be in no store path');
    }
  }

  #hashLinked(hasher: NarHasher, path: string, { mode, target }: Pick<StrictMember, 'mode' | 'target'>): void {
    const kept = this.#spool.find(target);
    if (kept === undefined) throw new Error(`is a hard link to ${shown(target)}, which is not a file before it`);
    if (kept.executable !== isExecutable(mode)) throw new Error(`has a different mode than ${shown(target)}, to which it is a hard link`);
    hasher.file(path, kept.executable, kept.size);
    for (const bytes of this.#spool.contents(kept)) hasher.contents(bytes);
    hasher.fileEnd();
  }

  /** Its hash can't be made any more. */
  #break(open: OpenPath, why: string): void {
    open.isBroken = true;
    this.problems.fail(why);
    this.narProblems.skip(`${open.path} was not hashed, because its members are not in order`);
  }

  #endPath(): void {
    const open = this.#open;
    this.#open = undefined;
    this.#foreign = '';
    if (open === undefined || open.isBroken) return;
    const { narHash, narSize } = open.hasher.end();
    const wanted = this.#wanted.nars.get(open.path);
    if (wanted === undefined) this.narProblems.fail(`The expected hash of ${open.path} is unknown`);
    else if (wanted.narHash !== narHash || wanted.narSize !== narSize) {
      this.narProblems.fail(`${open.path} hashes to ${narHash} (${narSize} bytes) and should hash to ${wanted.narHash} (${wanted.narSize} bytes)`);
    }
  }
}

/** The end of a sentence; undefined if the header is as we write it. */
function headerProblem({ name, type, mode, oddity }: StrictMember): string | undefined {
  if (type === 'device' || type === 'fifo' || type === 'other') return `is a ${type === 'other' ? 'file of a kind that no store has' : type}`;
  if (lastPart(name).startsWith('.wh.')) return 'would remove a file: container engines read it as a whiteout';
  if ((mode & SPECIAL_BITS) !== 0) return `has the mode ${octal(mode)}: it is ${specialBits(mode)}`;
  const modes = type === 'symlink' ? [0o777] : type === 'directory' ? [0o555] : [0o444, 0o555];
  if (!modes.includes(mode)) return `has the mode ${octal(mode)} instead of ${modes.map(octal).join(' or ')}`;
  return oddity;
}

function specialBits(mode: number): string {
  const bits = [[0o4000, 'set-uid'], [0o2000, 'set-gid'], [0o1000, 'sticky']] as const;
  return bits.filter(([bit]) => (mode & bit) !== 0).map(([, word]) => word).join(' and ');
}

/** The owner's bit alone counts, as in Nix. */
function isExecutable(mode: number): boolean {
  return (mode & 0o100) !== 0;
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

function lastPart(name: string): string {
  return name.replace(/\/$/, '').split('/').at(-1) ?? '';
}

function shown(name: string): string {
  return JSON.stringify(name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}...` : name);
}
