import { glob, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { BUNDLE_FOLDER } from '../feature/files/bundle.ts';
import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import { InputError } from '../kit/errors.ts';
import { Limiter } from '../kit/parallel.ts';
import { compareText } from '../nix/store/store-path.ts';
import { EXPORT_MARK } from '../portable/write-folder.ts';

/** Folders that are read at once: enough to keep a disk busy, few enough for the limit of open files. */
const AT_ONCE = 32;
const DEVCONTAINER_FOLDER = '.devcontainer';
const PATTERN = /[*?[\]{}]/;

/**
 * Finds the folders of Features.
 * @param root absolute
 * @param lines folders and patterns, those to leave out again begin with `!`; none: all below `root`
 * @returns absolute, sorted by what they are called below `root`
 * @throws InputError if there is none, or a line names none
 */
export async function findFeatures(root: string, lines: readonly string[]): Promise<readonly string[]> {
  const wanted = lines.filter((line) => !line.startsWith('!'));
  const found = new Set(wanted.length === 0 ? await below(root) : (await Promise.all(wanted.map((line) => named(root, line)))).flat());
  for (const line of lines.filter((each) => each.startsWith('!'))) {
    for (const folder of await matching(root, line.slice(1))) found.delete(folder);
  }
  if (found.size > 0) return [...found].toSorted((a, b) => compareText(folderName(root, a), folderName(root, b)));
  const skipped = lines.length === 0 ? await inHidden(root) : { found: [], folders: [] };
  if (skipped.found.length > 0) {
    throw new InputError('features', `features: there is no ${METADATA_FILE} below ${root}, apart from hidden folders, which are not searched.`, { hint: `Name these folders in "features": ${skipped.found.join(', ')}.` });
  }
  const passed = skipped.folders.length === 0 ? '' : ` Hidden folders were skipped (${skipped.folders.join(', ')}): name them in "features" if a Feature is there.`;
  throw new InputError('features', `features: there is no ${METADATA_FILE} below ${root}${lines.length === 0 ? '' : ' that the lines do not leave out'}.`, {
    hint: `In a workflow, check the repository out before this step (actions/checkout).${passed}`,
  });
}

/** Returns a folder as it is called in what is put out: below `root`, with slashes; `.` for `root` itself. */
export function folderName(root: string, folder: string): string {
  return relative(root, folder).split(sep).join('/') || '.';
}

async function below(root: string): Promise<string[]> {
  const limiter = new Limiter(AT_ONCE);
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await limiter.run(() => readdir(folder, { withFileTypes: true }).catch(ignoreUnreadable));
    const names = new Set(entries.map(({ name }) => name));
    // What builds wrote holds copies of Features, and what was exported is one.
    if (names.has('oci-layout') || (names.has(BUNDLE_FOLDER) && (await isExported(folder)))) return;
    if (names.has(METADATA_FILE)) found.push(folder);
    // What is in a Feature's folder is the Feature's; but a repository that is one may hold more.
    if (names.has(METADATA_FILE) && folder !== root) return;
    await Promise.all(entries.filter((entry) => entry.isDirectory() && !isPassedOver(entry.name)).map(({ name }) => walk(join(folder, name))));
  };
  await walk(root);
  return found;
}

/** How many hidden folders are named, and how deep Features in them are looked for. */
const NAMED = 5;
const DEEP = 3;

/** Features in hidden folders of `root`, which nobody meant unless there is no other; and the names of those folders. */
async function inHidden(root: string): Promise<{ readonly found: readonly string[]; readonly folders: readonly string[] }> {
  const entries = await readdir(root, { withFileTypes: true }).catch(ignoreUnreadable);
  const folders = entries.filter((entry) => entry.isDirectory() && isPassedOver(entry.name) && entry.name.startsWith('.') && entry.name !== '.git').map(({ name }) => name).toSorted(compareText);
  const patterns = Array.from({ length: DEEP + 1 }, (_, depth) => `${'*/'.repeat(depth)}${METADATA_FILE}`);
  const found: string[] = [];
  for (const name of folders.slice(0, NAMED)) {
    for await (const file of glob(patterns, { cwd: join(root, name) })) found.push(folderName(root, dirname(join(root, name, file))));
  }
  return { found: found.toSorted(compareText).slice(0, NAMED), folders: folders.slice(0, NAMED) };
}

async function isExported(folder: string): Promise<boolean> {
  return (await stat(join(folder, EXPORT_MARK)).catch(() => undefined))?.isFile() === true;
}

/** Hidden folders are not for people, but for `.devcontainer`, where a team's own Features are (`.devcontainer/features/<id>`). */
function isPassedOver(name: string): boolean {
  return (name.startsWith('.') && name !== DEVCONTAINER_FOLDER) || name === 'node_modules';
}

/** Others' folders, such as those of a container engine, and what goes away while we look. */
function ignoreUnreadable(error: NodeJS.ErrnoException): [] {
  if (['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'].includes(error.code ?? '')) return [];
  throw error;
}

async function named(root: string, line: string): Promise<string[]> {
  const found = await matching(root, line);
  if (found.length > 0) return found;
  const what = PATTERN.test(line) ? 'matches no folder with a' : `names the folder ${resolve(root, line)}, which has no`;
  throw new InputError('features', `features: "${line}" ${what} ${METADATA_FILE}.`, {
    hint: 'Write folders or patterns relative to the root of the checkout, one per line: features/jq, features/*, tools/**.',
  });
}

async function matching(root: string, line: string): Promise<string[]> {
  if (!PATTERN.test(line)) {
    const folder = resolve(root, line);
    const file = await stat(join(folder, METADATA_FILE)).catch(() => undefined);
    return file?.isFile() === true ? [folder] : [];
  }
  const hidden = /(?:^|\/)\.[^./]/.test(line);
  const folders: string[] = [];
  for await (const file of glob(join(line, METADATA_FILE), { cwd: root, exclude: (path) => basename(path) === 'node_modules' || basename(path) === '.git' })) {
    const folder = resolve(root, file, '..');
    if (hidden || !folderName(root, folder).split('/').some((part) => /^\.[^.]/.test(part))) folders.push(folder);
  }
  const outermost = new Set(folders.filter((folder) => folder !== root));
  return folders.filter((folder) => !isWithin(outermost, folder));
}

/** What is in a Feature's folder is the Feature's. */
function isWithin(folders: ReadonlySet<string>, folder: string): boolean {
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    if (folders.has(above)) return true;
  }
  return false;
}
