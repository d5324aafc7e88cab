import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../kit/errors.ts';
import { didYouMean } from '../../kit/text.ts';
import type { Arch } from '../../platform.ts';
import { NEVER_SKIPPED, WSL_CHECKS, type WslCheckName } from '../../report/runs/wsl.ts';
import type { FlakeSource } from '../../request/sources.ts';
import type { WslBuildRequest, WslCheckRequest, WslKeepRequest, WslRequest } from '../../wsl/request.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { WSL_INPUTS } from '../inputs/wsl.ts';
import { requireLinux, type Surroundings } from '../inputs/surroundings.ts';
import { parseFlake } from '../values/flake-reference.ts';
import { readArches } from '../values/read-arches.ts';
import { readLeaks } from '../values/read-rules.ts';
import { readInstall } from '../values/read-nix-release.ts';
import { readNixSettings } from '../values/read-nix-settings.ts';
import { booleanOf, choiceOf, countOf, linesOf, refuseTogether, sizeOf, textOf, wordsOf } from '../values/values.ts';
import { readOrigin, readReleaseTag } from './read-origin.ts';
import { readProvenanceRequest } from './read-provenance.ts';
import { givenInputs } from './read-request.ts';

/**
 * Reads and checks every input of the wsl action, before any work.
 * @throws InputError for the first input that can't be used; SetupError if nothing can be built
 */
export function readWslRequest(read: InputReader, where: Surroundings): WslRequest {
  const checks = readChecks(read, where);
  const rest = { summary: booleanOf(read, 'summary'), given: givenInputs(read, WSL_INPUTS) };
  const [tarball, configuration] = [textOf(read, 'tarball'), textOf(read, 'configuration')];
  if (tarball !== '' && configuration !== '') refuseTogether('tarball', ['configuration'], 'an existing tarball is not built.', 'Leave one of them out.');
  if (tarball !== '') return { ...checks, ...rest, task: { kind: 'check', tarball: resolve(where.folder, tarball) } };
  requireLinux(where.platform);
  return { ...checks, ...rest, task: { kind: 'build', build: readBuild(configuration, read, where), keep: readKeep(read, where) } };
}

function readChecks(read: InputReader, where: Surroundings): WslCheckRequest {
  // The search is one of the checks: what it finds fails, unless `skip-checks` says otherwise.
  const leaks = readLeaks((name) => (name === 'leaks' ? 'fail' : read(name)), where);
  return { arch: readArch(read, where), leaks, maxSize: sizeOf(read, 'max-size'), skipped: readSkipped(read) };
}

function readBuild(configuration: string, read: InputReader, where: Surroundings): WslBuildRequest {
  if (configuration === '') throw new InputError('configuration', 'configuration: is missing.', { hint: 'Name one of the flake\'s nixosConfigurations: "configuration: dev-team".', inTerminal: 'nix-feature wsl build <configuration>' });
  if (!/^[A-Za-z_][\w-]{0,99}$/.test(configuration)) throw new InputError('configuration', `configuration: "${configuration}" is not a name of letters, digits, dashes and underscores.`);
  return {
    flake: readFlakeOf(configuration, read, where.folder),
    configuration,
    extraFiles: readExtraFiles(read, where.folder),
    chown: readChown(read),
    compression: choiceOf(read, 'compression', ['gzip', 'xz']),
    nix: { ...readNixSettings(read), ...readInstall(read, where) },
  };
}

function readFlakeOf(configuration: string, read: InputReader, here: string): FlakeSource {
  const text = textOf(read, 'flake');
  const source = parseFlake(text === '' ? '.' : text, { feature: here, here });
  const isFlake = source.kind === 'folder' || source.kind === 'reference';
  if (!isFlake || source.attribute !== 'default') throw new InputError('flake', `flake: "${text}" names an attribute, but "configuration" says what is built.`, { hint: 'Leave out the # and what follows it.' });
  return { ...source, attribute: `nixosConfigurations.${configuration}.config.system.build.tarballBuilder` };
}

function readExtraFiles(read: InputReader, here: string): string | undefined {
  const text = textOf(read, 'extra-files');
  if (text === '') return undefined;
  const folder = resolve(here, text);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new InputError('extra-files', `extra-files: the folder ${folder} does not exist.`);
}

function readChown(read: InputReader): WslBuildRequest['chown'] {
  return linesOf(read, 'chown').map((line) => {
    const [, path = '', owner = ''] = /^(\/?[^\s/][^\s]*)\s+(\d{1,10}:\d{1,10})$/.exec(line) ?? [];
    if (path === '' || path.split('/').includes('..')) throw new InputError('chown', `chown: "${line}" is not a path of the machine and its owner.`, { hint: 'Write /home/nixos 1000:100.' });
    return { path: path.replace(/^\//, ''), owner };
  });
}

function readKeep(read: InputReader, where: Surroundings): WslKeepRequest {
  const output = textOf(read, 'output');
  const release = choiceOf(read, 'release', ['tag', 'off']);
  return {
    output: resolve(where.folder, output === '' ? 'wsl' : output),
    sbom: choiceOf(read, 'sbom', ['cyclonedx', 'spdx', 'both', 'none'] as const),
    ...readProvenanceRequest(read, where.env),
    origin: readOrigin(where.env).origin,
    uploadArtifact: read('upload-artifact').trim() !== 'false',
    retentionDays: countOf(read, 'retention-days'),
    releaseTag: release === 'tag' ? readReleaseTag(where.env).releaseTag : undefined,
  };
}

function readArch(read: InputReader, where: Surroundings): Arch {
  const [arch, ...others] = readArches(read, where.arch);
  if (arch !== undefined && others.length === 0) return arch;
  throw new InputError('arches', 'arches: a tarball is for one platform.', { hint: 'Name one: amd64 or arm64.' });
}

function readSkipped(read: InputReader): readonly WslCheckName[] {
  const names = WSL_CHECKS.map(({ name }) => name).filter((name) => !NEVER_SKIPPED.includes(name));
  return wordsOf(read, 'skip-checks', ',').map((word) => {
    const found = names.find((name) => name === word);
    if (found !== undefined) return found;
    const why = NEVER_SKIPPED.some((name) => name === word) ? "can't be left out: without it nothing else is known" : `is not a check.${didYouMean(word, names)}`;
    throw new InputError('skip-checks', `skip-checks: "${word}" ${why}`, { hint: 'docs/team/wsl.md lists the checks.' });
  });
}
