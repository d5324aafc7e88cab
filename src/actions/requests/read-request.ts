import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { METADATA_FILE } from '../../feature/metadata/metadata.ts';
import { isFeatureId } from '../../identity.ts';
import { InputError } from '../../kit/errors.ts';
import { withoutTrailing, closest } from '../../kit/text.ts';
import { parseReference } from '../../oci/format/reference.ts';
import type { BuildRequest } from '../../request/build.ts';
import type { BaseReference } from '../../request/sources.ts';
import type { InputName, InputReader } from '../inputs/inputs.ts';
import { INPUTS } from '../inputs/main.ts';
import type { InputSpec } from '../inputs/rows/spec.ts';
import { shownValue } from '../inputs/redact.ts';
import { requireLinux, type Surroundings } from '../inputs/surroundings.ts';
import { parseBases, readTestDev } from '../values/base-reference.ts';
import { readArches } from '../values/read-arches.ts';
import { readFlake, readNixpkgs } from '../values/read-flake.ts';
import { readNixSettings } from '../values/read-nix-settings.ts';
import { readInstall } from '../values/read-nix-release.ts';
import { readNames, readPublishing } from '../values/read-publishing.ts';
import { booleanOf, choiceOf, countOf, linesOf, refuseDuplicates, refuseTogether, sizeOf, textOf, wordsOf } from '../values/values.ts';
import { readOrigin, readReleaseTag } from './read-origin.ts';
import { readPolicy, readLeaks } from '../values/read-rules.ts';
import { readProvenanceRequest } from './read-provenance.ts';

/**
 * Reads and checks every input, before any work. Touches nothing but the folders that the inputs name.
 * @throws InputError for the first input that can't be used; SetupError if we can't run at all
 */
export function readBuildRequest(read: InputReader, where: Surroundings): BuildRequest {
  requireLinux(where.platform);
  const featureFolder = readFeatureFolder(read, where.folder);
  const flake = readFlake(read, featureFolder, where.folder);
  const bases = parseBases(linesOf(read, 'base-image'), where.folder, parseReference);
  refuseDuplicates(
    'base-image',
    bases.map((base) => base.text),
  );
  const { registry, namespace, push, credentials } = readPublishing(read, where.env);
  return {
    featureFolder,
    flake,
    ...readNixpkgs(read, bases, where.folder),
    include: readInclude(read, featureFolder),
    bases,
    arches: readArches(read, where.arch),
    ...readPlace(read, bases),
    compression: choiceOf(read, 'compression', ['gzip', 'zstd', 'auto']),
    maxLayers: countOf(read, 'max-layers') ?? 16,
    delivery: choiceOf(read, 'delivery', ['auto', 'layers', 'embed']),
    push,
    registry,
    namespace,
    credentials,
    ...readNames(read),
    shareWith: readShareWith(read),
    ...readTests(read, { bases, featureFolder, folder: where.folder }),
    remoteUser: readRemoteUser(read),
    strict: booleanOf(read, 'strict'),
    reproducible: choiceOf(read, 'reproducible', ['off', 'locked', 'check'] as const),
    maxDeltaSize: sizeOf(read, 'max-delta-size'),
    nix: { ...readNixSettings(read), ...readInstall(read, where) },
    output: readOutput(read, where.folder),
    uploadArtifact: readUpload(read, where.env),
    retentionDays: countOf(read, 'retention-days'),
    ...readJudges(read, where),
    reuse: booleanOf(read, 'reuse'),
    sbom: choiceOf(read, 'sbom', ['cyclonedx', 'spdx', 'both', 'none'] as const),
    summary: booleanOf(read, 'summary'),
    ...readOrigin(where.env),
    ...readReleaseTag(where.env),
    ...readProvenanceRequest(read, where.env),
    created: readCreated(where.env),
    jobs: countOf(read, 'jobs') ?? where.cores,
    given: givenInputs(read),
  };
}

/** What is looked for, and what is demanded. @throws InputError if a policy demands a search that is off: it would hold without having been checked */
function readJudges(read: InputReader, where: Surroundings): Pick<BuildRequest, 'policy' | 'leaks'> {
  const [{ policy }, leaks] = [readPolicy(read, where.folder), readLeaks(read, where)];
  if (policy?.leaks !== undefined && leaks.mode === 'off') {
    throw new InputError('leaks', `leaks: is off, but the policy ${policy.file} requires that nothing leaks.`, { hint: 'Leave "leaks" out, or take leaks out of the policy.' });
  }
  return { leaks, policy };
}

/** Returns what the user gave and the defaults don't say, in the order of the table; nothing secret. */
export function givenInputs(read: InputReader, inputs: readonly InputSpec[] = INPUTS): BuildRequest['given'] {
  return inputs
    .map((spec) => ({ spec, value: read(spec.name as InputName).trim() }))
    .filter(({ spec, value }) => spec.name !== 'github-token' && !['', spec.default].includes(value))
    .map(({ spec, value }) => [spec.name, shownValue(spec, value)] as const);
}

/** What a pull request builds, people look at, and nobody publishes: layers would fill the storage for nothing. */
function readUpload(read: InputReader, env: Surroundings['env']): BuildRequest['uploadArtifact'] {
  const upload = choiceOf(read, 'upload-artifact', ['auto', 'true', 'false']);
  if (upload === 'false') return 'none';
  return upload === 'auto' && /^(?:pull_request|merge_group)/.test(env['GITHUB_EVENT_NAME'] ?? '') ? 'metadata' : 'all';
}

/** Nothing can be installed into no base; to find that out after a build would be late. */
function readTests(
  read: InputReader,
  { bases, featureFolder, folder }: Pick<BuildRequest, 'bases' | 'featureFolder'> & { readonly folder: string },
): Pick<BuildRequest, 'test' | 'testDev' | 'complement'> {
  const test = readTest(read, bases);
  const complement = booleanOf(read, 'complement');
  return { test, complement, ...readTestDev(read, folder, { featureFolder, complement, test }) };
}

function readTest(read: InputReader, bases: BuildRequest['bases']): BuildRequest['test'] {
  const test = choiceOf(read, 'test', ['auto', 'true', 'false']);
  if (test === 'true' && bases.length === 0) {
    throw new InputError('test', 'test: true installs the Feature into its base image, but base-image is none.', {
      hint: 'Name a base image, or leave "test" out.',
    });
  }
  return test;
}

/** A folder of a Feature beside the one that was named, with almost its name. */
function folderAlike(folder: string): string | undefined {
  const features = readFolder(dirname(folder)).filter((name) => statSync(join(dirname(folder), name, METADATA_FILE), { throwIfNoEntry: false })?.isFile() === true);
  return closest(basename(folder), features);
}

/** @returns nothing if it can't be read */
function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Reads the absolute folder of the Feature. @throws InputError if it is not there, or holds no Feature */
export function readFeatureFolder(read: InputReader, here: string): string {
  const text = textOf(read, 'feature');
  const folder = resolve(here, text);
  const kind = statSync(folder, { throwIfNoEntry: false });
  if (kind === undefined) {
    const alike = folderAlike(folder);
    const message = `feature: "${text}" names the folder ${folder}, which does not exist.`;
    if (alike !== undefined) throw new InputError('feature', message, { hint: `Did you mean ${join(dirname(text), alike)}?` });
    throw new InputError('feature', message, {
      hint: 'In a workflow, check the repository out before this step (actions/checkout).',
      inTerminal: 'Name a folder that is there. To write a new Feature: nix-feature init <folder> --packages jq,ripgrep',
    });
  }
  if (!kind.isDirectory()) throw new InputError('feature', `feature: "${text}" is not a folder.`, { hint: `Name the folder that holds ${METADATA_FILE}.` });
  if (statSync(join(folder, METADATA_FILE), { throwIfNoEntry: false })?.isFile() !== true) {
    throw new InputError('feature', `feature: ${folder} has no ${METADATA_FILE}.`, {
      hint: `Name the folder of the Feature; a Feature is described by a ${METADATA_FILE} with at least "id" and "version".`,
      inTerminal: `Name the folder of the Feature, which has a ${METADATA_FILE} with at least "id" and "version". nix-feature init <folder> writes a new one.`,
    });
  }
  return folder;
}

/** @param featureFolder where the files must be; undefined if there are several @throws InputError */
export function readInclude(read: InputReader, featureFolder: string | undefined): readonly string[] {
  return linesOf(read, 'include').map((line) => {
    const name = withoutTrailing(line.replace(/^(?:\.\/+)+/, ''), '/');
    if (/^(?:\/|\.{1,2}$|\.\.\/)|\/\.\.(?:\/|$)/.test(name) || name === '') {
      throw new InputError('include', `include: "${line}" is not a file or folder below the Feature's folder.`, { hint: 'Write its path relative to that folder: lib/generated.sh.' });
    }
    if (name.split('/').includes('.git')) throw new InputError('include', `include: "${line}" is in a .git folder, which never ships.`);
    if (featureFolder === undefined || statSync(join(featureFolder, name), { throwIfNoEntry: false }) !== undefined) return name;
    throw new InputError('include', `include: "${line}" does not exist in ${featureFolder}.`);
  });
}

/** Reads where Nix runs. @throws InputError */
export function readPlace(read: InputReader, bases: readonly BaseReference[]): Pick<BuildRequest, 'buildIn' | 'engine' | 'containerOptions'> {
  return { buildIn: readBuildIn(read, bases), engine: readEngine(read), containerOptions: readContainerOptions(read) };
}

/** Each becomes a part of a repository's name. */
function readShareWith(read: InputReader): readonly string[] {
  const ids = wordsOf(read, 'share-with', ',');
  const wrong = ids.find((id) => !isFeatureId(id));
  if (wrong === undefined) return [...new Set(ids)];
  throw new InputError('share-with', `share-with: "${wrong}" is not the id of a Feature.`, {
    hint: 'Name Features of the same namespace by their ids, as in devcontainer-feature.json.',
  });
}

function readBuildIn(read: InputReader, bases: readonly BaseReference[]): 'container' | 'host' {
  const buildIn = choiceOf(read, 'build-in', ['container', 'host']);
  if (buildIn === 'container' && bases.length === 0) {
    if (read('build-in').trim() === '') {
      throw new InputError('build-in', 'build-in: is container by default, which runs Nix in the base image, but base-image is none.', {
        hint: 'Use "build-in: host", or name a base image.',
      });
    }
    refuseTogether(
      'build-in',
      ['base-image'],
      'build-in: container runs Nix in the base image, but base-image is none.',
      'Use "build-in: host", or name a base image.',
    );
  }
  return buildIn;
}

function readEngine(read: InputReader): BuildRequest['engine'] {
  if (textOf(read, 'container-engine') === '') return undefined;
  return choiceOf(read, 'container-engine', ['docker', 'podman'] as const);
}

/** The names of adduser, and numbers. */
function readRemoteUser(read: InputReader): string | undefined {
  const text = textOf(read, 'remote-user');
  if (text === '') return undefined;
  if (/^[a-z0-9_][a-z0-9_.-]*$/i.test(text)) return text;
  throw new InputError('remote-user', `remote-user: "${text}" is not the name of a user.`);
}

function readContainerOptions(read: InputReader): readonly string[] {
  const lines = linesOf(read, 'container-options');
  const [first] = lines;
  if (first === undefined || first.startsWith('-')) return lines;
  throw new InputError('container-options', `container-options: "${first}" is not an option: it must begin with a dash.`);
}

function readOutput(read: InputReader, here: string): string | undefined {
  const text = textOf(read, 'output');
  if (text === '') return undefined;
  const folder = resolve(here, text);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new InputError('output', `output: ${folder} exists and is not a folder.`);
  }
  return folder;
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
export function readCreated(env: Surroundings['env']): number | undefined {
  const text = env['SOURCE_DATE_EPOCH'] ?? '';
  if (text === '') return undefined;
  if (/^\d{1,11}$/.test(text)) return Number(text);
  throw new InputError('SOURCE_DATE_EPOCH', `SOURCE_DATE_EPOCH: "${text}" is not a number of seconds since 1970.`);
}
