import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import type { DeltaDocument } from '../../src/delta/document/delta-document.ts';
import type { ImageIndex, ImageManifest } from '../../src/oci/format/manifest.ts';
import { hexOf, type Digest } from '../../src/oci/format/digest.ts';
import type { Env } from '../rig/command.ts';
import { runCommandLineHere } from '../rig/command-line.ts';
import { engine, type Engine } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { CLI } from '../rig/programs.ts';
import { theRig } from '../rig/rig.ts';

const rig = await theRig();

/** A folder that is gone after the tests of the file. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'e2e-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the folder of a Feature: metadata, and the flake of another folder beside it. */
export async function writeFeature(folder: string, id: string, flakeFolder?: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (flakeFolder !== undefined) await cp(flakeFolder, folder, { recursive: true });
  await writeFile(path.join(folder, 'devcontainer-feature.json'), `${JSON.stringify({ id, version: '1.0.0', name: id }, null, 2)}\n`);
  return folder;
}

/** What is known of bases, which builds read again and again: of a whole run of scripts/test.ts, or of this file. */
const BASES = process.env['NIX_FEATURE_TEST_BASES'] ?? mkdtempSync(path.join(tmpdir(), 'e2e-bases-'));
if (process.env['NIX_FEATURE_TEST_BASES'] === undefined) {
  process.once('exit', () => {
    rmSync(BASES, { recursive: true, force: true });
  });
}

/** The environment of a machine with both engines and a Nix that is offline. */
export const MACHINE: Env = {
  ...NIX_ENV,
  ...rig.podman.env,
  ...rig.docker.env,
  // A summary without colours and a build without a clock.
  NO_COLOR: '1',
  NIX_FEATURE_CACHE: BASES,
};

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it left in its folder for temporary files. */
  readonly left: readonly string[];
}

/** A run that has begun; for tests that stop it. */
export interface RunningCommand {
  /** Resolves once standard error holds the text. @throws where the run ends without it */
  saw(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  readonly done: Promise<Run>;
}

/** Flags by their names; several values for one that may be repeated. */
export type Flags = Readonly<Record<string, string | readonly string[]>>;

export interface RunOptions {
  /** Over that of {@link MACHINE}. */
  readonly env?: Env;
  /** Where temporary files go, and are counted; a folder of its own without it. */
  readonly temporary?: string;
  readonly cwd?: string;
}

/** Starts `nix-feature build` as a process of its own; for tests that stop it. */
export async function startBuild(flags: Flags, options: RunOptions = {}): Promise<RunningCommand> {
  const { argv, temporary, cwd, env } = await preparedBuild(flags, options);
  const child = spawn(process.execPath, [CLI, ...argv], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk;
    });
  }
  const closed = new Promise<Pick<Run, 'code' | 'signal'>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  const finish = async (): Promise<Run> => {
    const end = await closed;
    return { ...end, ...said, left: await leftIn(temporary, options) };
  };
  return {
    done: finish(),
    kill: (signal) => child.kill(signal),
    saw: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (said.stderr.includes(text)) resolve();
        };
        look();
        child.stderr.on('data', look);
        child.on('close', () => {
          reject(new Error(`the run ended without saying "${text}":\n${said.stderr}`));
        });
      }),
  };
}

let here = false;

/** For a test file whose builds don't depend on a process of their own: they run in that of the tests, unless two run at a time. */
export function buildHere(): void {
  here = true;
}

/** Runs `nix-feature build` to its end, whatever that is. */
export async function attemptBuild(flags: Flags, options: RunOptions = {}): Promise<Run> {
  if (!here) return (await startBuild(flags, options)).done;
  const { argv, temporary, cwd, env } = await preparedBuild(flags, options);
  const { code, stdout, stderr } = await runCommandLineHere(argv, { cwd, env });
  return { code, signal: null, stdout, stderr, left: await leftIn(temporary, options) };
}

interface PreparedBuild {
  readonly argv: readonly string[];
  /** What its temporary files are below. */
  readonly temporary: string;
  readonly cwd: string;
  readonly env: Env;
}

/** What is built is not installed anywhere unless `test` says so. */
async function preparedBuild(flags: Flags, options: RunOptions): Promise<PreparedBuild> {
  const temporary = options.temporary ?? (await mkdtemp(path.join(tmpdir(), 'e2e-tmp-')));
  return {
    argv: ['build', ...flagArguments({ test: 'false', ...flags })],
    temporary,
    cwd: options.cwd ?? temporary,
    env: { ...MACHINE, ...options.env, TMPDIR: temporary },
  };
}

async function leftIn(temporary: string, options: RunOptions): Promise<string[]> {
  const left = await readdir(temporary);
  if (options.temporary === undefined) await rm(temporary, { recursive: true, force: true });
  return left;
}

/** What a build that went well has made. */
export interface Built extends Run {
  /** The folder of the layout. */
  readonly layout: string;
  readonly document: DeltaDocument;
}

/** Runs `nix-feature build` into a folder. @throws where it fails, with all that it said */
export async function build(output: string, flags: Flags, options: RunOptions = {}): Promise<Built> {
  const run = await attemptBuild({ ...flags, output }, options);
  if (run.code !== 0) throw new Error(`nix-feature build ended with ${run.code ?? run.signal}:\n${run.stdout}${run.stderr}`);
  const documents = (await readdir(output)).filter((name) => name.startsWith('delta')).sort();
  return { ...run, layout: output, document: await readDocument(output, documents[0]) };
}

export async function readDocument(layout: string, name = 'delta.json'): Promise<DeltaDocument> {
  return JSON.parse(await readFile(path.join(layout, name), 'utf8')) as DeltaDocument;
}

export function blobFile(layout: string, digest: Digest): string {
  return path.join(layout, 'blobs/sha256', hexOf(digest));
}

/** The manifests of a layout's platforms, as index.json lists them. */
export async function manifestsOf(layout: string): Promise<ImageManifest[]> {
  const index = JSON.parse(await readFile(path.join(layout, 'index.json'), 'utf8')) as ImageIndex;
  return Promise.all(index.manifests.map(async ({ digest }) => JSON.parse(await readFile(blobFile(layout, digest), 'utf8')) as ImageManifest));
}

/** Each file of a folder with its contents' SHA-256, to compare folders by. */
export async function fingerprint(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const hash = async (name: string): Promise<string> => createHash('sha256').update(await readFile(path.join(folder, name))).digest('hex');
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await hash(name)] as const)));
}

/** Names of delta paths without their hashes, sorted. */
export function added(document: DeltaDocument): string[] {
  return document.closure
    .filter((entry) => entry.in === 'delta')
    .map((entry) => entry.path.slice('/nix/store/'.length + 33))
    .sort();
}

/** For `container-options`: the containers of this test file, to tell them from those of files that run beside it. */
export const LABEL = `--label=e2e=${process.pid}`;

/** The containers that builds with that label have left, running or not. */
export async function containersLeft(by: Engine): Promise<string[]> {
  const names = await engine(by, 'ps', '--all', '--filter', `label=e2e=${process.pid}`, '--format', '{{.Names}}');
  return names.split('\n').filter((name) => name !== '');
}

function flagArguments(flags: Flags): string[] {
  return Object.entries(flags).flatMap(([name, value]) => [value].flat().map((each) => `--${name}=${each}`));
}
