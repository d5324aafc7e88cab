import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { packageNames } from '../actions/read-flake.ts';
import { textOf } from '../actions/values.ts';
import { InputError } from '../errors.ts';
import { isFeatureId } from '../feature/metadata.ts';
import { scaffold, type ScaffoldOptions } from '../feature/scaffold.ts';
import { scaffoldWorkflow } from '../feature/scaffold-workflow.ts';
import type { InputReader } from '../actions/inputs.ts';
import type { TerminalHost } from '../host/terminal.ts';

/** Stands for an image that the user has yet to name. */
const SOME_BASE = 'ghcr.io/org/bedrock:1.0.0';

/**
 * `nix-feature init`: writes the folder of a new Feature and a workflow for it. Nothing that is there is changed.
 * @param word the id, or a path that ends in it
 * @param here where relative folders start from
 * @throws InputError
 */
export async function init(word: string, read: InputReader, here: string, host: TerminalHost): Promise<void> {
  const folder = resolve(here, word);
  const id = basename(folder);
  if (!isFeatureId(id)) {
    throw new InputError('id', `“${id}” can’t be the id of a Feature.`, {
      hint: 'Use lower case letters and digits, with single dashes, underscores or dots between them.',
    });
  }
  await refuseFull(folder);
  const packages = packageNames(read);
  const root = repositoryOf(folder) ?? here;
  const options: ScaffoldOptions = {
    id,
    packages: packages.length === 0 ? ['hello'] : packages,
    baseImage: textOf(read, 'base-image') || SOME_BASE,
    place: relative(root, folder),
  };
  await mkdir(folder, { recursive: true });
  for (const { name, text, executable } of scaffold(options)) await writeFile(join(folder, name), text, { mode: executable ? 0o755 : 0o644 });
  const workflow = join(root, '.github/workflows', `feature-${id}.yml`);
  const isNew = await writeNew(workflow, scaffoldWorkflow(options));
  host.result(nextText(relative(here, folder) || '.', isNew ? relative(here, workflow) : undefined, options));
}

async function refuseFull(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new InputError('id', `${folder} can’t be used as a folder: ${cause.message}.`, { cause });
  });
  if (entries.length === 0) return;
  throw new InputError('id', `${folder} is there already, and is not empty.`, { hint: 'Name a new folder, or remove this one.' });
}

/** The git checkout that a folder is in: workflows are read from its root alone. */
function repositoryOf(folder: string): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, '.git'))) return each;
    if (each === dirname(each)) return undefined;
  }
}

async function writeNew(file: string, text: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function nextText(folder: string, workflow: string | undefined, { baseImage }: ScaffoldOptions): string {
  return `${[
    `${folder} is a Feature now.${workflow === undefined ? '' : ` ${workflow} builds, tests and publishes it.`}`,
    '',
    'What to do next:',
    `  1. Say in ${folder}/test.sh what its tools have to do.`,
    ...(baseImage === SOME_BASE ? [`  2. Put your base image in place of ${SOME_BASE}${workflow === undefined ? '' : ` in ${workflow}`}.`] : ['  2. Take the nixpkgs of the base image: README.md says how.']),
    `  3. nix-feature test ${folder} --base-image ${baseImage}`,
  ].join('\n')}\n`;
}
