import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { scaffoldWorkflow, workflowFile } from '../feature/scaffold/scaffold-workflow.ts';
import type { ScaffoldOptions } from '../feature/scaffold/scaffold.ts';
import { makeFolders } from '../kit/files.ts';

/** What became of the workflow; `file` is absolute. */
export type Workflow =
  | { readonly state: 'written' | 'kept'; readonly file: string }
  | { readonly state: 'outside'; readonly root: string };

/** Workflows are read from the root of the checkout alone, and another checkout is not ours to write into. */
export async function addWorkflow(root: string, folder: string, options: Pick<ScaffoldOptions, 'id' | 'baseImage' | 'place'>): Promise<Workflow> {
  const inside = !/^\.\.(?:\/|$)/.test(options.place) && (githubRepositoryOf(folder) ?? root) === root;
  if (!inside) return { state: 'outside', root };
  const file = join(root, workflowFile(options.id));
  return { state: (await writeNew(file, scaffoldWorkflow(options))) ? 'written' : 'kept', file };
}

/** Returns the root of the git checkout that a folder is in. */
export function githubRepositoryOf(folder: string): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, '.git'))) return each;
    if (each === dirname(each)) return undefined;
  }
}

async function writeNew(file: string, text: string): Promise<boolean> {
  await makeFolders(dirname(file));
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

export function workflowText(workflow: Workflow, here: string): string {
  if (workflow.state === 'outside') return `No workflow was written, because the folder is outside of ${workflow.root}, in which this command runs.`;
  const file = relative(here, workflow.file);
  return workflow.state === 'written' ? `${file} builds, tests and publishes it.` : `${file} exists already and was not changed.`;
}
