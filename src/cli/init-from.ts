import { stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { InputError } from '../errors.ts';
import { METADATA_FILE } from '../feature/metadata.ts';
import { moveOver, type MovedFeature } from '../feature/move-over.ts';
import { readShippedFiles } from '../feature/shipped-files.ts';
import { makeFolders } from '../make-folders.ts';
import { workflowText, type Workflow } from './init-workflow.ts';

/**
 * Writes the folder of a Feature out of one that scripts built and installed by hand, which stays as it is.
 * @param from absolute
 * @param folder absolute, not there yet or empty
 * @throws InputError where `from` is no Feature's folder
 */
export async function moveFolder(from: string, folder: string, id: string): Promise<MovedFeature> {
  if ((await stat(join(from, METADATA_FILE)).catch(() => undefined))?.isFile() !== true) {
    throw new InputError('from', `from: ${from} has no ${METADATA_FILE}.`, { hint: 'Name the folder of the Feature that is to be taken over.' });
  }
  const files = await readShippedFiles(from);
  const bytes = new Map(files.map((file) => [file.name, file]));
  const moved = moveOver(id, files.map(({ name, executable, bytes: content }) => ({ name, executable, text: content.toString('utf8') })));
  const write = async (name: string, content: string | Uint8Array, executable: boolean): Promise<void> => {
    await makeFolders(dirname(join(folder, name)));
    await writeFile(join(folder, name), content, { mode: executable ? 0o755 : 0o644 });
  };
  for (const { name, text, executable } of moved.files) await write(name, text, executable);
  for (const name of moved.kept) await write(name, bytes.get(name)?.bytes ?? '', bytes.get(name)?.executable ?? false);
  return moved;
}

export interface MovedPlace {
  readonly folder: string;
  readonly here: string;
  readonly workflow: Workflow;
  readonly baseImage: string;
}

/** What was done, what is left to decide, and what to run next. */
export function movedText({ done, open }: MovedFeature, { folder, here, workflow, baseImage }: MovedPlace): string {
  const place = relative(here, folder) || '.';
  const steps = [...open, `nix-feature validate ${place}`, `nix-feature test ${place} --base-image ${baseImage}`];
  return `${[
    `${place} is a Feature now. ${workflowText(workflow, here)}`,
    ...(done.length === 0 ? [] : ['', 'What was done:', ...done.map((line) => `  - ${line}`)]),
    '',
    'What to do next:',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n')}\n`;
}
