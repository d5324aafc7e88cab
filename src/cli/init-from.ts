import { stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { readShippedFiles } from '../feature/files/shipped-files.ts';
import type { JsoncDocument } from '../feature/metadata/jsonc.ts';
import { METADATA_FILE, readMetadataFile } from '../feature/metadata/metadata.ts';
import { moveOver, type MovedFeature } from '../feature/scaffold/move-over.ts';
import { isObject } from '../json/field.ts';
import { InputError } from '../kit/errors.ts';
import { makeFolders } from '../kit/files.ts';
import { workflowText, type Workflow } from './init-workflow.ts';

/**
 * Writes the folder of a Feature out of one that scripts built and installed by hand, which stays as it is.
 * @param from absolute
 * @param folder absolute, not there yet or empty
 * @throws InputError if `from` is no Feature's folder, or its metadata can't be edited; nothing is written then
 */
export async function moveFolder(from: string, folder: string, id: string): Promise<MovedFeature> {
  if ((await stat(join(from, METADATA_FILE)).catch(() => undefined))?.isFile() !== true) {
    throw new InputError('from', `from: ${from} has no ${METADATA_FILE}.`, { hint: 'Name the folder of the Feature to convert.' });
  }
  refuseUnfit(await readMetadataFile(join(from, METADATA_FILE)));
  const files = await readShippedFiles(from);
  const bytes = new Map(files.map((file) => [file.name, file]));
  const moved = moveOver(id, files.map(({ name, executable, bytes: content }) => ({ name, executable, text: content.toString('utf8').replace(/^\uFEFF/, '') })));
  const write = async (name: string, content: string | Uint8Array, executable: boolean): Promise<void> => {
    await makeFolders(dirname(join(folder, name)));
    await writeFile(join(folder, name), content, { mode: executable ? 0o755 : 0o644 });
  };
  for (const { name, text, executable } of moved.files) await write(name, text, executable);
  for (const name of moved.kept) await write(name, bytes.get(name)?.bytes ?? '', bytes.get(name)?.executable ?? false);
  return moved;
}

/** Properties that members are put into. */
const EDITED = [['options'], ['options', 'mode'], ['containerEnv']] as const;

/** What edits would fail on, or go astray. @throws InputError */
function refuseUnfit(metadata: JsoncDocument): void {
  const [twice] = metadata.duplicates;
  if (twice !== undefined) throw new InputError('from', `${METADATA_FILE}: "${twice.name}" appears twice.`, { location: twice.location });
  for (const names of EDITED) {
    const value = names.reduce((owner: unknown, name) => (isObject(owner) ? owner[name] : undefined), metadata.value);
    if (value === undefined || isObject(value)) continue;
    throw new InputError('from', `${METADATA_FILE}: "${names.join('.')}" must be an object in braces.`, { location: metadata.locationOf(...names) });
  }
}

export interface MovedPlace {
  readonly folder: string;
  readonly here: string;
  readonly workflow: Workflow;
  readonly baseImage: string;
  /** The base image stands for one that the user has yet to name. */
  readonly placeholder: boolean;
}

/** Returns what was done, what is left to decide, and what to run next. */
export function movedText({ done, open }: MovedFeature, { folder, here, workflow, baseImage, placeholder }: MovedPlace): string {
  const place = relative(here, folder) || '.';
  const holders = [...(workflow.state === 'written' ? [relative(here, workflow.file)] : []), 'the command below'];
  const base = placeholder ? [`Put your base image in place of ${baseImage} in ${holders.join(' and in ')}.`] : [];
  const steps = [...open, ...base, `nix-feature validate ${place}`, `nix-feature test ${place} --base-image ${baseImage}`];
  return `${[
    `${place} is a Feature now. ${workflowText(workflow, here)}`,
    ...(done.length === 0 ? [] : ['', 'What was done:', ...done.map((line) => `  - ${line}`)]),
    '',
    'What to do next:',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n')}\n`;
}
