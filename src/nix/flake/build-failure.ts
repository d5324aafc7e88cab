import { existsSync } from 'node:fs';
import path from 'node:path';
import { BuildError, CommandError, Failure, SetupError, type SourceLocation } from '../../kit/errors.ts';
import { withoutSequences } from '../../kit/safe-text.ts';
import { hasLineWith } from '../../kit/text.ts';
import { placeOf, type NixSite } from '../run/site.ts';
import { diagnose, type Diagnosis, type SourcePosition } from './diagnose.ts';
import type { ResolvedFlake } from './flake.ts';
import { splitChoice } from './split-choice.ts';

/** Lines of a failing derivation's log that are worth showing. */
const LOG_LINES = 40;

/** Turns a failed `nix build` into an error that says what failed, and what to do. */
export async function failureOf(error: CommandError, site: NixSite, flake: ResolvedFlake): Promise<Failure> {
  const diagnosis = diagnose(error.stderr);
  switch (diagnosis.kind) {
    case 'builder':
      return builderFailure(diagnosis, error, site);
    case 'attribute':
      return (await outputFailure(error, site, flake)) ?? attributeFailure(error, site, flake);
    case 'output':
      return (await outputFailure(error, site, flake)) ?? otherFailure({ kind: 'other', message: `it has no output "${diagnosis.output}"`, building: false, at: [] }, error, flake);
    case 'outside':
      return outsideFailure(diagnosis.message, error, flake);
    case 'platform':
      return platformFailure(diagnosis, error, site);
    case 'remote':
      return remoteFailure(diagnosis, error, site);
    case 'hash':
      return hashFailure(diagnosis, error);
    case 'other':
      return otherFailure(diagnosis, error, flake, unseenPath(diagnosis.message, site) ?? missingAttribute(diagnosis.message));
    case 'disk':
      return new SetupError(`The disk is full: Nix ${placeOf(site)} has no space left for ${flake.written}.`, {
        cause: Object.assign(new Error('No space left on device', { cause: error }), { code: 'ENOSPC' }),
        hint: 'Free some space before this step, or use a machine with a larger disk.',
      });
    case 'network':
      return new Failure(`Nix ${placeOf(site)} could not download ${diagnosis.url}: ${diagnosis.reason}`, {
        cause: error,
        hint: 'Check that this machine has a network and can reach that host. A private repository needs "access-tokens" in "nix-config".',
      });
    default:
      return new SetupError(`Nix ${placeOf(site)} needs the program "${diagnosis.program}", which is not installed there.`, {
        cause: error,
        hint: `Add ${diagnosis.program} to the base image, use "build-in: host", or name the flake in another way that does not need it.`,
      });
  }
}

function remoteFailure({ machine, reason }: Extract<Diagnosis, { kind: 'remote' }>, cause: CommandError, site: NixSite): SetupError {
  const hint = /host key/i.test(reason)
    ? 'The server has another host key than "known-hosts" says, or none is known for it. Ask whoever runs it which is right.'
    : /permission denied|load key/i.test(reason)
      ? 'Check that "ssh-key" is the whole private key, without a passphrase, and that the server accepts it for that user.'
      : 'Check the address in "builders", and that the server can be reached from where Nix runs; that needs the program ssh.';
  return new SetupError(`Nix ${placeOf(site)} can't use the builder ${machine}: ${reason.replace(/\.$/, '')}.`, { cause, hint });
}

function hashFailure({ derivation, got, specified }: Extract<Diagnosis, { kind: 'hash' }>, error: CommandError): BuildError {
  return new BuildError(
    `${titleOf(derivation)} downloaded unexpected contents: their hash is ${got}, but the flake says ${specified}.`,
    { derivation },
    { cause: error, hint: 'If the new contents are right, put the new hash into the flake.' },
  );
}

function otherFailure(
  { message, building, at }: Extract<Diagnosis, { kind: 'other' }>,
  error: CommandError,
  flake: ResolvedFlake,
  hint?: string,
): BuildError {
  const location = locationOf(at, flake);
  return new BuildError(
    `The flake ${flake.written} can't be ${building ? 'built' : 'evaluated'}: ${message}`,
    {},
    { cause: error, ...(hint !== undefined && { hint }), ...(location && { location }) },
  );
}

/** An input that is a folder of the machine is not there in a container. Outside of the store, nothing else can be meant. */
function unseenPath(message: string, site: NixSite): string | undefined {
  if (site.storeIsHere || !/^(?:path|getting status of) '(?!\/*nix\/store\/)\/[^']*'(?: does not exist|: No such file or directory)/.test(message)) return undefined;
  return `The container does not see this folder of the machine. If an input of the flake names it, put it into the flake's folder, or use "build-in: host".`;
}

function missingAttribute(message: string): string | undefined {
  return /^attribute '[^']*' missing$/.test(message) ? 'Check the name. Those of packages in nixpkgs can be looked up: https://search.nixos.org/packages.' : undefined;
}

async function builderFailure(
  { derivation, how }: Extract<Diagnosis, { kind: 'builder' }>,
  error: CommandError,
  site: NixSite,
): Promise<Failure> {
  const log = await logOf(derivation, error.stderr, site);
  if (log.some(saysForeignProgram)) return foreignProgram(site, error);
  const diskFull = log.some((line) => line.includes('No space left on device'));
  return new BuildError(
    `The build of ${titleOf(derivation)} ${placeOf(site)} ${how}.`,
    { derivation, log },
    { cause: error, ...(diskFull && { hint: 'The disk is full. Free some space before this step.' }) },
  );
}

/** `execve: Exec format error` of a shell, or the words alone. */
function saysForeignProgram(line: string): boolean {
  return line.endsWith('Exec format error') || hasLineWith(line, 'exec', 'Exec format error');
}

/** From Nix's own log; if it keeps none, from what was printed with the derivation's name before each line. */
async function logOf(derivation: string, stderr: string, site: NixSite): Promise<string[]> {
  const prefix = `${titleOf(derivation)}> `;
  const printed = stderr.split('\n').filter((line) => line.startsWith(prefix));
  const lines = await site.capture(['nix', 'log', derivation]).then(
    (text) => text.trimEnd().split('\n'),
    () => printed.map((line) => line.slice(prefix.length)),
  );
  return lines.slice(-LOG_LINES).map(plainText);
}

async function attributeFailure(error: CommandError, site: NixSite, flake: ResolvedFlake): Promise<Failure> {
  const offered = await offeredAttributes(site, flake);
  const hint =
    offered.length > 0
      ? `For ${flake.system} it offers: ${offered.join(', ')}.`
      : `It offers no packages for ${flake.system}. Add packages.${flake.system}.default to it, or leave this platform out of "arches".`;
  const file = flake.folder === undefined ? undefined : path.join(flake.folder, 'flake.nix');
  return new BuildError(
    `The flake ${flake.written.replace(/#.*/, '')} has no package "${flake.attribute.replace(/\^.*/, '')}" for ${flake.system}.`,
    {},
    { cause: error, hint, ...(file !== undefined && existsSync(file) && { location: { file } }) },
  );
}

/** @returns undefined if no outputs were chosen, or nothing tells which there are */
async function outputFailure(cause: CommandError, site: NixSite, flake: ResolvedFlake): Promise<BuildError | undefined> {
  const { path: attribute, choice } = splitChoice(flake.attribute);
  if (choice === undefined || choice === '*') return undefined;
  const there = await outputsThere(site, flake, attribute);
  const missing = choice.filter((name) => !there.includes(name));
  if (there.length === 0 || missing.length === 0) return undefined;
  return new BuildError(
    `The package "${attribute}" of the flake ${flake.written.replace(/#.*/, '')} has no output "${missing.join('", "')}".`,
    {},
    { cause, hint: `It has: ${there.join(', ')}. Leave out ^ and what follows it to get the default outputs.` },
  );
}

/** A derivation that names no outputs has one. */
const OUTPUTS = 'value: if (value.type or "") == "derivation" then value.outputs or [ "out" ] else [ ]';

/** Best effort. */
async function outputsThere(site: NixSite, { reference, system }: ResolvedFlake, attribute: string): Promise<readonly string[]> {
  for (const place of [`packages.${system}.${attribute}`, `legacyPackages.${system}.${attribute}`, attribute]) {
    const json = await site.capture(['nix', 'eval', '--json', '--no-write-lock-file', `${reference}#${place}`, '--apply', OUTPUTS]).catch(() => '[]');
    const names = JSON.parse(json) as unknown;
    if (Array.isArray(names) && names.length > 0) return names.map(String);
  }
  return [];
}

/** Of a folder, Nix sees a copy: what is beside it is not there. */
function outsideFailure(message: string, cause: CommandError, { folder, written, attribute }: ResolvedFlake): BuildError {
  const root = folder === undefined ? undefined : repositoryAbove(folder);
  const hint =
    root === undefined || folder === undefined
      ? 'Nix sees only the folder of the flake: put what it needs into that folder.'
      : 'Nix sees only the folder of the flake. Name the repository, and the folder in it: ' +
        `flake: git+file:${path.relative(process.cwd(), root) || '.'}?dir=${path.relative(root, folder)}#${attribute} (only files that git tracks are seen).`;
  return new BuildError(`The flake ${written} refers to files outside of its folder: ${message}.`, {}, { cause, hint });
}

/** The folder above that is a git repository; undefined if there is none, or it is the folder itself. */
function repositoryAbove(folder: string): string | undefined {
  if (existsSync(path.join(folder, '.git'))) return undefined;
  for (let above = path.dirname(folder); above !== path.dirname(above); above = path.dirname(above)) {
    if (existsSync(path.join(above, '.git'))) return above;
  }
  return undefined;
}

/** Builders colour their output, and old Nix puts its own messages in a binary envelope. */
function plainText(line: string): string {
  return withoutSequences(line).replaceAll(/[^\P{Cc}\t]/gu, '');
}

/** Best effort: a flake without packages for this system, or one that fails here too, offers nothing. */
async function offeredAttributes(site: NixSite, { reference, system }: ResolvedFlake): Promise<string[]> {
  const command = ['nix', 'eval', '--json', '--no-write-lock-file', `${reference}#packages.${system}`, '--apply', 'builtins.attrNames'];
  return site.capture(command).then(
    (json) => JSON.parse(json) as string[],
    () => [],
  );
}

function platformFailure(
  { required, features, derivation }: Extract<Diagnosis, { kind: 'platform' }>,
  error: CommandError,
  site: NixSite,
): Failure {
  if (required !== '' && required !== site.system) return foreignProgram(site, error, required);
  if (required === site.system && features.trim() === '') return foreignProgram(site, error, required);
  return new BuildError(`${titleOf(derivation)} needs a builder with the features {${features}}, which Nix ${placeOf(site)} does not have.`, { derivation }, {
    cause: error,
    hint: 'Name a builder that has them with "builders", or set "system-features" in "nix-config".',
  });
}

function foreignProgram(site: NixSite, cause: CommandError, system: string = site.system): SetupError {
  return new SetupError(`Nix ${placeOf(site)} can't build for ${system}: no emulator is set up for it, and no builder was named.`, {
    cause,
    hint: `Add a step with docker/setup-qemu-action before this one (elsewhere: install qemu-user-static), build in a job on a native ${system} runner, or name a machine with "builders".`,
  });
}

/** The innermost place that is in the user's own files; most of a trace is about nixpkgs. */
function locationOf(at: readonly SourcePosition[], { folder }: ResolvedFlake): SourceLocation | undefined {
  if (folder === undefined) return undefined;
  const position = at.findLast(({ file }) => existsSync(path.join(folder, file)));
  return position && { file: path.join(folder, position.file), line: position.line, column: position.column };
}

function titleOf(derivation: string): string {
  return derivation.slice('/nix/store/'.length + 33).replace(/\.drv$/, '');
}
