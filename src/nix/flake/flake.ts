import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { isThere } from '../../kit/files.ts';
import { formatList, formatNumberOf } from '../../kit/format.ts';
import type { Job } from '../../kit/host.ts';
import type { System } from '../../platform.ts';
import type { FlakeSource, SaidBy } from '../../request/sources.ts';
import { devenvFlake, floatingInputs } from './devenv-flake.ts';
import { holdsLogin, NO_CONFIG, parseDevenvYaml } from './devenv-yaml.ts';
import { hasFloatingInputs, packagesFlake, pinnedInputs, pinnedNixpkgs } from './flake-text.ts';
import { SeenFolders, temporaryFolder, type SeenFolder } from './seen-folder.ts';

/** What Nix is told to build. */
export interface ResolvedFlake {
  /** A flake reference, without attribute. */
  readonly reference: string;
  /** May end in `^out,man` or `^*`. */
  readonly attribute: string;
  readonly system: System;
  /** For people and for the delta document: the same on every machine, without paths of this one. */
  readonly written: string;
  /** Absolute folders that Nix must see under their own names. */
  readonly mounts: readonly string[];
  /** Absolute: what of a local folder Nix sees, which may be a copy. Undefined if it is not a folder that `path:` names. */
  readonly seen: string | undefined;
  /** It is a development shell that is wanted, not a package; `hook`: with its shellHook; `direnv`: with direnv's hook. */
  readonly shell?: { readonly hook: boolean; readonly direnv?: true };
  /** Where the user's own files are, for annotations; undefined if the flake is not a folder of theirs. */
  readonly folder: string | undefined;
  /** The nixpkgs that takes the place of the flake's own: a flake reference. */
  readonly nixpkgs?: string;
  /** Of a flake that was generated for `packages`. */
  readonly generated?: GeneratedFlake;
}

export interface GeneratedFlake {
  /** Absolute: where its flake.nix lies, which may yet be written anew. */
  readonly place: string;
  /** Of its flake.nix. */
  readonly text: string;
  /** The text with this nixpkgs in it. */
  readonly withNixpkgs: (reference: string) => string;
  /** No lock file of the Feature's folder says which nixpkgs it is. */
  readonly isFloating: boolean;
}

/** Returns what every command that evaluates a flake is told. */
export function flakeArguments({ nixpkgs, generated }: Pick<ResolvedFlake, 'nixpkgs' | 'generated'>): readonly string[] {
  const override = nixpkgs === undefined || generated !== undefined ? [] : ['--override-input', 'nixpkgs', nixpkgs];
  return ['--no-write-lock-file', ...override];
}

/**
 * Returns the same flake with another nixpkgs than its own. Of a generated one, the file is written anew.
 * @param nixpkgs a flake reference
 */
export async function withNixpkgs(flake: ResolvedFlake, nixpkgs: string): Promise<ResolvedFlake> {
  const { generated } = flake;
  // Its folder alone no longer says what is built.
  const following = { ...flake, nixpkgs, seen: undefined };
  if (generated === undefined) return following;
  const text = generated.withNixpkgs(nixpkgs);
  await writeFile(path.join(generated.place, 'flake.nix'), text);
  return { ...following, generated: { ...generated, text, isFloating: false } };
}

export interface ResolveOptions {
  readonly system: System;
  /** Names the environment that is generated for `packages`. */
  readonly featureId: string;
  /** A flake.lock in it pins the nixpkgs of `packages`. */
  readonly featureFolder?: string;
  /** Files that Nix sees although git ignores them, or they look secret; relative to the Feature's folder. */
  readonly include?: readonly string[];
  /** A folder whose inputs float needs a lock file. */
  readonly requiresLock?: boolean;
  /** Nix runs in a container, which gets to see what is mounted: of a repository no configuration. */
  readonly inContainer?: boolean;
  /** For whoever resolves several flakes of the same folders. */
  readonly seenFolders?: SeenFolders;
  readonly job: Job;
  /** Temporary folders are removed with it. */
  readonly cleanup: AsyncDisposableStack;
}

/** Makes of a flake source what can be given to Nix. @throws InputError if a folder or its flake.nix is not there */
export async function resolveFlake(source: FlakeSource, options: ResolveOptions): Promise<ResolvedFlake> {
  switch (source.kind) {
    case 'folder':
      return folderFlake(source.folder, source.attribute, options);
    case 'reference':
      return referenceFlake(source, options);
    case 'shell':
      return shellFlake(source, options);
    case 'devenv':
      return generatedDevenv(source, options);
    default:
      return generatedFlake(source.packages, options);
  }
}

/** Its place is written out: a package may have the same name. */
async function shellFlake({ of, hook, direnv, said }: Extract<FlakeSource, { kind: 'shell' }>, options: ResolveOptions): Promise<ResolvedFlake> {
  if (said !== undefined) saySource(said, of, options.job);
  const attribute = `devShells.${options.system}.${of.attribute}`;
  const flake = await resolveFlake({ ...of, attribute }, options);
  const written = `${flake.written.replace(/#.*/, '')}#devShells.${of.attribute}${hook ? ' with its shellHook' : ''}${direnv ? " with direnv's hook" : ''}`;
  return { ...flake, written, shell: { hook, ...(direnv && { direnv }) } };
}

function saySource({ file, ignored }: SaidBy, { attribute }: Pick<ResolvedFlake, 'attribute'>, job: Job): void {
  const others = ignored.length === 0 ? '' : ` ${formatNumberOf(ignored.length, 'other line')} of it (${formatList(ignored.map(String))}) ${ignored.length === 1 ? 'is' : 'are'} ignored: only "use flake [reference]" is understood.`;
  job.info(`There is no flake.nix, and ${file} names a flake: its development shell "${attribute}" is built.${others}`);
}

async function referenceFlake({ reference, attribute, mount }: Extract<FlakeSource, { kind: 'reference' }>, options: ResolveOptions): Promise<ResolvedFlake> {
  const written = `${portable(reference, mount)}#${attribute}`;
  const flake = { attribute, system: options.system, written, folder: mount, seen: undefined };
  if (mount === undefined) return { ...flake, reference, mounts: [] };
  const query = reference.includes('?') ? reference.slice(reference.indexOf('?')) : '';
  if (reference.startsWith('git+file:') && options.inContainer === true) {
    const { job, cleanup, seenFolders = new SeenFolders(cleanup) } = options;
    const repository = await seenFolders.repository(mount, { signal: job.signal });
    if (repository !== undefined) return { ...flake, reference: `git+file://${repository.place}${query}`, mounts: repository.mounts };
  }
  if (!reference.startsWith('path:')) return { ...flake, reference, mounts: [mount] };
  const { place, mount: toMount } = await seen(mount, options);
  return { ...flake, reference: `path:${place}${query}`, mounts: [toMount] };
}

async function folderFlake(folder: string, attribute: string, options: ResolveOptions): Promise<ResolvedFlake> {
  const text = await readFlake(folder);
  if (hasFloatingInputs(text) && !(await isThere(path.join(folder, 'flake.lock')))) sayUnlocked(folder, options);
  const { place, mount } = await seen(folder, options);
  return {
    reference: `path:${place}`,
    attribute,
    system: options.system,
    written: `./${path.basename(folder)}#${attribute}`,
    mounts: [mount],
    seen: place,
    folder,
  };
}

function sayUnlocked(folder: string, { requiresLock = false, job }: ResolveOptions): void {
  const message = 'This flake has inputs but no flake.lock, so each build may use different versions of them.';
  const hint = 'Run "nix flake lock" and commit the file';
  const location = { file: path.join(folder, 'flake.nix') };
  if (requiresLock) throw new InputError('flake', message, { hint: `${hint}, or use "reproducible: off".`, location });
  job.warning(`${message} ${hint}.`, location);
}

async function readFlake(folder: string): Promise<string> {
  try {
    return await readFile(path.join(folder, 'flake.nix'), 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
    if (!(await isThere(folder))) {
      throw new InputError('flake', `The folder ${folder} does not exist.`, { cause, hint: 'Name a folder that holds a flake.nix.' });
    }
    throw new InputError('flake', `There is no flake.nix in ${folder}.`, {
      cause,
      hint: 'Write one, name another flake with "flake", or name packages of nixpkgs with "packages".',
    });
  }
}

async function seen(folder: string, { job, cleanup, seenFolders = new SeenFolders(cleanup), include = [], featureFolder }: ResolveOptions): Promise<SeenFolder> {
  const found = await seenFolders.of(folder, { include: folder === featureFolder ? include : [], signal: job.signal });
  const [first, ...others] = found.hidden;
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    job.info(`Nix does not see ${first}${more} in ${folder}: git ignores it, or its name suggests a secret.`);
  }
  return found;
}

async function generatedFlake(packages: readonly string[], options: ResolveOptions): Promise<ResolvedFlake> {
  const { featureFolder, featureId, system } = options;
  const nixpkgs = featureFolder === undefined ? undefined : await lockedNixpkgs(path.join(featureFolder, 'flake.lock'));
  const folder = await temporaryFolder(options.cleanup);
  const text = packagesFlake(featureId, packages, nixpkgs);
  await writeFile(path.join(folder, 'flake.nix'), text);
  return {
    reference: `path:${folder}`,
    attribute: 'default',
    system,
    written: packages.map((name) => `nixpkgs#${name}`).join(' '),
    mounts: [folder],
    seen: undefined,
    folder: undefined,
    generated: { place: folder, text, withNixpkgs: (reference) => packagesFlake(featureId, packages, reference), isFloating: nixpkgs === undefined },
  };
}

/** A copy of the folder, with a flake beside its devenv.nix. */
async function generatedDevenv({ folder, attribute }: Extract<FlakeSource, { kind: 'devenv' }>, options: ResolveOptions): Promise<ResolvedFlake> {
  const { requiresLock = false, job, system } = options;
  const read = (name: string): Promise<string | undefined> => readFile(path.join(folder, name), 'utf8').catch(() => undefined);
  const [yaml, lock] = [await read('devenv.yaml'), await read('devenv.lock')];
  const config = yaml === undefined ? NO_CONFIG : parseDevenvYaml(yaml, path.join(folder, 'devenv.yaml'));
  const locked = lock === undefined ? new Map<string, never>() : pinnedInputs(lock, path.join(folder, 'devenv.lock'), { input: 'feature', hint: 'Create it again with "devenv update".' });
  const secret = [...locked].find(([, pin]) => Object.values<unknown>(pin).some((value) => typeof value === 'string' && holdsLogin(value)));
  if (secret !== undefined) {
    throw new InputError('feature', `devenv.lock: the address of "${secret[0]}" contains a login or a token, which everybody who gets the result would see.`, { hint: 'Nix takes logins from /etc/nix/netrc.', location: { file: path.join(folder, 'devenv.lock') } });
  }
  const floating = floatingInputs({ config, locked });
  if (floating.length > 0) {
    const message = `No devenv.lock pins ${formatList(floating.map((name) => `"${name}"`))}, so each build may use different versions of ${floating.length === 1 ? 'it' : 'them'}.`;
    const hint = 'Run "devenv update" and commit devenv.lock';
    const location = { file: path.join(folder, yaml === undefined ? 'devenv.nix' : 'devenv.yaml') };
    if (requiresLock) throw new InputError('feature', message, { hint: `${hint}, or use "reproducible: off".`, location });
    job.warning(`${message} ${hint}.`, location);
  }
  if (config.ignored.length > 0) job.info(`devenv.yaml: ${formatList(config.ignored)} ${config.ignored.length === 1 ? 'is' : 'are'} ignored: a shell in a container has no use for ${config.ignored.length === 1 ? 'it' : 'them'}.`);
  const place = await temporaryFolder(options.cleanup);
  const { place: from } = await seen(folder, options);
  await cp(from, place, { recursive: true, verbatimSymlinks: true, filter: (file) => !['.devenv', '.direnv', 'flake.lock'].includes(path.relative(from, file)) });
  const textOf = (nixpkgs?: string): string => devenvFlake({ config, locked }, nixpkgs);
  await writeFile(path.join(place, 'flake.nix'), textOf());
  return {
    reference: `path:${place}`,
    attribute,
    system,
    written: `./${path.basename(folder)}#${attribute}`,
    mounts: [place],
    seen: undefined,
    folder: undefined,
    generated: { place, text: textOf(), withNixpkgs: textOf, isFloating: false },
  };
}

async function lockedNixpkgs(file: string): Promise<ReturnType<typeof pinnedNixpkgs>> {
  if (!(await isThere(file))) return undefined;
  return pinnedNixpkgs(await readFile(file, 'utf8'), file);
}

/** A local reference names a folder of this machine, which is nobody else's business. Query strings may hold tokens. */
function portable(reference: string, mount: string | undefined): string {
  if (mount === undefined) return /^[a-z+]*https?:/.test(reference) ? reference.replace(/\/\/[^/@]*@/, '//').replace(/\?.*/, '') : reference;
  const [scheme] = reference.split(':');
  const query = reference.includes('?') ? reference.slice(reference.indexOf('?')) : '';
  return `${scheme ?? 'path'}:./${path.basename(mount)}${query}`;
}
