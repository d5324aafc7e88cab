import { readdir, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { InputReader } from '../actions/inputs/inputs.ts';
import { parseBases } from '../actions/values/base-reference.ts';
import { packageNames } from '../actions/values/read-flake.ts';
import { booleanOf, linesOf } from '../actions/values/values.ts';
import { METADATA_FILE, readMetadataFile } from '../feature/metadata/metadata.ts';
import { ENVRC, scaffold, type ScaffoldOptions } from '../feature/scaffold/scaffold.ts';
import type { TerminalHost } from '../host/terminal/terminal.ts';
import { isFeatureId } from '../identity.ts';
import { isObject } from '../json/field.ts';
import { fileReason, InputError } from '../kit/errors.ts';
import { makeFolders } from '../kit/files.ts';
import { parseReference } from '../oci/format/reference.ts';
import type { CommandLine } from './flags.ts';
import { moveFolder, movedText } from './init-from.ts';
import { addWorkflow, githubRepositoryOf, workflowText, type Workflow } from './init-workflow.ts';

/** Stands for an image that the user has yet to name. */
const SOME_BASE = 'ghcr.io/org/bedrock:1.0.0';

/** What a Feature begins with whose packages are yet to be named. */
const SOME_PACKAGES = ['hello'];

/**
 * Runs `nix-feature init`: writes the folder of a new Feature and a workflow for it. Nothing that is there is changed.
 * @param commandLine its id may be a path that ends in the id
 * @param here where relative folders start from
 * @throws InputError
 */
export async function init(commandLine: CommandLine, read: InputReader, here: string, host: TerminalHost): Promise<void> {
  refuseSilence(commandLine);
  const folder = resolve(here, commandLine.inputs.get('id') ?? '');
  if (booleanOf(read, 'workflow-only')) return onlyWorkflow(folder, read, here, host);
  const id = basename(folder);
  if (!isFeatureId(id)) {
    throw new InputError('id', `"${id}" can't be the id of a Feature.`, {
      hint: 'Use lower case letters and digits, with single dashes, underscores or dots between them.',
    });
  }
  await refuseFull(folder);
  const packages = packageNames(read);
  const root = githubRepositoryOf(here) ?? here;
  const options: ScaffoldOptions = {
    id,
    packages: packages.length === 0 ? SOME_PACKAGES : packages,
    baseImage: baseImageOf(read, here),
    place: relative(root, folder) || '.',
    direnv: booleanOf(read, 'direnv'),
  };
  const from = commandLine.inputs.get('from');
  if (from === undefined) {
    await writeFeature(folder, options);
    host.result(nextText(folder, here, await addWorkflow(root, folder, options), options));
    return;
  }
  if (packages.length > 0) throw new InputError('from', 'from: takes the flake of the old folder, so packages can\'t be given too.');
  const moved = await moveFolder(resolve(here, from), folder, id);
  if (options.direnv) await writeNew(join(folder, ENVRC.name), ENVRC.text);
  const workflow = await addWorkflow(root, folder, options);
  host.result(movedText(moved, { folder, here, workflow, baseImage: options.baseImage, placeholder: options.baseImage === SOME_BASE }));
}

async function writeFeature(folder: string, options: ScaffoldOptions): Promise<void> {
  await makeFolders(folder);
  for (const { name, text, executable } of scaffold(options)) await writeFile(join(folder, name), text, { mode: executable ? 0o755 : 0o644 });
}

/** Writes the workflow of a Feature that is there. @throws InputError if it is not, or is in no checkout, or more is asked for */
async function onlyWorkflow(folder: string, read: InputReader, here: string, host: TerminalHost): Promise<void> {
  for (const other of ['packages', 'from', 'direnv'] as const) {
    if (!['', 'false'].includes(read(other))) throw new InputError(other, `${other}: with "workflow-only", nothing but the workflow is written.`);
  }
  const root = githubRepositoryOf(folder);
  if (root === undefined) throw new InputError('id', `${folder} is in no git checkout, so there is no place for a workflow.`, { hint: 'Run git init in the root of the repository first.' });
  const metadata = await readMetadataFile(join(folder, METADATA_FILE));
  const id: unknown = isObject(metadata.value) ? metadata.value['id'] : undefined;
  if (typeof id !== 'string' || !isFeatureId(id)) throw new InputError('id', `${METADATA_FILE}: "id" must be the id of a Feature.`, { location: metadata.locationOf('id') });
  const baseImage = baseImageOf(read, here);
  const workflow = await addWorkflow(root, folder, { id, baseImage, place: relative(root, folder) || '.' });
  const open = workflow.state === 'written' && baseImage === SOME_BASE ? ` Put your base image in place of ${SOME_BASE} in it.` : '';
  host.result(`${workflowText(workflow, here)}${open}\n`);
}

/** Writes a file that is not there; one that is stays. */
async function writeNew(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

function refuseSilence({ json, quiet }: CommandLine): void {
  const flag = json ? 'json' : quiet ? 'quiet' : undefined;
  if (flag !== undefined) throw new InputError(flag, `--${flag} has no meaning for nix-feature init: it prints what to do next, and nothing else.`);
}

/** The workflow runs on other machines, so only what a registry has can be meant. @throws InputError */
function baseImageOf(read: InputReader, here: string): string {
  const lines = linesOf(read, 'base-image');
  if (lines.length === 0) return SOME_BASE;
  const [base, other] = parseBases(lines, here, parseReference);
  if (base?.kind === 'registry' && other === undefined) return base.text;
  throw new InputError('base-image', 'base-image: nix-feature init takes one image in a registry, because its workflow runs on other machines.', {
    hint: 'Expected registry/repo:tag[@sha256:…]. Others can be written into the workflow later.',
  });
}

async function refuseFull(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new InputError('id', `${folder} can't be used as a folder: ${fileReason(cause)}.`, { cause });
  });
  if (entries.length === 0) return;
  throw new InputError('id', `${folder} exists already and is not empty.`, { hint: 'Name a new folder, or remove this one. For a Feature that is there already, --workflow-only writes only its workflow.' });
}

function nextText(folder: string, here: string, workflow: Workflow, { baseImage, packages, direnv }: ScaffoldOptions): string {
  const place = relative(here, folder) || '.';
  const fileOf = (name: string): string => relative(here, join(folder, name));
  const files = [fileOf('README.md'), ...(workflow.state === 'outside' ? [] : [relative(here, workflow.file)])];
  const steps = [
    ...(packages === SOME_PACKAGES ? [`Put your packages into ${fileOf('flake.nix')}; so far it has only hello.`] : []),
    `Test in ${fileOf('test.sh')} what its tools must do.`,
    baseImage === SOME_BASE
      ? `Put your base image in place of ${SOME_BASE} in ${files.join(' and ')}.`
      : `Take the nixpkgs of the base image: ${fileOf('README.md')} says how.`,
    `nix-feature test ${place} --base-image ${baseImage}`,
    ...(direnv ? [`direnv allow ${place}: everybody who enters the folder then has its tools.`] : []),
  ];
  return `${[
    `${place === '.' ? 'This folder' : place} is a Feature now. ${workflowText(workflow, here)}`,
    '',
    'What to do next:',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n')}\n`;
}
