import { readFileSync, readlinkSync } from 'node:fs';
import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `<boot>-<namespace of process ids>-<process id>-<start time>`: no other process has ever the same. */
const OWNER = /^([0-9a-f]{8})-(\d+)-(\d+)-(\d+)$/;
const OWNED_NAME = /^\.?(?:nix-feature|partial)[a-z-]*\.([0-9a-f]{8}-\d+-\d+-\d+)\.\w{6}$/;
/** In a folder that its process leaves for others. */
const KEPT = 'kept';

let own: string | undefined;
const swept = new Map<string, Promise<void>>();

/**
 * Returns what marks folders and containers as this process's own, so that a later run can remove what a killed one left.
 * @returns empty if the system does not tell (no /proc)
 */
export function ownerToken(): string {
  own ??= readOwner();
  return own;
}

function readOwner(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    const token = `${boot}-${namespaceOf()}-${process.pid}-${startTime(readFileSync('/proc/self/stat', 'utf8'))}`;
    return OWNER.test(token) ? token : '';
  } catch {
    return '';
  }
}

function namespaceOf(): string {
  return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '';
}

/** proc(5): field 22, in clock ticks since the machine started; the program's name, in brackets, may hold blanks. */
function startTime(line: string): string {
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Tells whether the process that made this has ended. False if it can't be seen from here: on another machine, or in another container. */
export async function isDeadOwner(token: string): Promise<boolean> {
  const [boot, namespace] = OWNER.exec(ownerToken())?.slice(1) ?? [];
  const [theirBoot, theirNamespace, pid = '', start] = OWNER.exec(token)?.slice(1) ?? [];
  if (boot === undefined || boot !== theirBoot || namespace !== theirNamespace) return false;
  // With hidepid= others' processes look as if they were not there: then nothing can be told.
  if ((await stat('/proc/1').catch(() => undefined)) === undefined) return false;
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' || error.code === 'ESRCH' ? '' : undefined));
  return line !== undefined && startTime(line) !== start;
}

/** Returns where temporary folders go: the job's own place on a runner. */
export function temporaryPlace(): string {
  return process.env['RUNNER_TEMP'] ?? tmpdir();
}

/**
 * Makes a folder for work. What killed runs left beside it is removed first.
 * @param purpose lower case letters, in the folder's name
 * @param place absolute; that of temporary folders unless given
 * @param hidden with a dot before the name
 * @throws what mkdtemp throws
 */
export async function makeTemporary(purpose: string, place = temporaryPlace(), hidden = false): Promise<string> {
  await sweepTemporary(place);
  const owner = ownerToken();
  return mkdtemp(join(place, `${hidden ? '.' : ''}${purpose}${owner === '' ? '-' : `.${owner}.`}`));
}

/** Keeps a temporary folder for later use. */
export async function keepTemporary(folder: string): Promise<void> {
  await writeFile(join(folder, KEPT), '');
}

/**
 * Removes the temporary folders of processes of this user that have ended; once for each place in a process. Never throws: a folder that can't
 * be removed stays.
 */
export function sweepTemporary(place: string): Promise<void> {
  const earlier = swept.get(place);
  if (earlier !== undefined) return earlier;
  const sweeping = sweep(place);
  swept.set(place, sweeping);
  return sweeping;
}

async function sweep(place: string): Promise<void> {
  for (const name of await readdir(place).catch(() => [])) {
    const owner = OWNED_NAME.exec(name)?.[1];
    if (owner === undefined || !(await isDeadOwner(owner))) continue;
    const folder = join(place, name);
    // Somebody else's folder may be swapped for a link while it is removed.
    const info = await lstat(folder).catch(() => undefined);
    if (info?.isDirectory() !== true || info.uid !== process.getuid?.()) continue;
    if ((await stat(join(folder, KEPT)).catch(() => undefined)) !== undefined) continue;
    await removeFolder(folder).catch(() => undefined);
  }
}

/**
 * Removes a folder and everything in it, if it exists. Folders from a store may deny access even to their owner.
 * @throws what the file system says
 */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    await openFolders(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

async function openFolders(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) if (entry.isDirectory()) await openFolders(join(folder, entry.name));
}
