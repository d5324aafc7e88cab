import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isThere } from '../kit/files.ts';
import { askGit, findCheckout } from './inert-git.ts';

/** What of a repository says which commits and files there are. Configuration, hooks, logs and leftovers do not. */
const OF_THE_REPOSITORY = ['refs', 'packed-refs', 'reftable', 'shallow'];
const OF_THE_CHECKOUT = ['HEAD', 'index'];
/** Settings without which git can't read what is there. */
const FORMAT = ['core.repositoryFormatVersion', 'extensions.objectFormat', 'extensions.refStorage'];

/**
 * Writes a `.git` that has the history and the index of a checkout, and none of its configuration: neither the token that
 * actions/checkout leaves there, nor logins of remotes, nor programs. Objects are not copied, but looked for where they are.
 *
 * @param top the checkout's own top
 * @param to the top of a copy of its files, without a `.git`
 * @returns absolute folders of objects that must be seen wherever git runs; undefined if there is no such checkout
 * @throws CancelledError
 */
export async function writeCleanRepository(top: string, to: string, signal?: AbortSignal): Promise<readonly string[] | undefined> {
  const checkout = await findCheckout(top);
  const answer = checkout?.top !== top ? undefined : await askGit(checkout, ['rev-parse', '--git-dir', '--git-common-dir'], { signal });
  if (checkout === undefined || answer === undefined) return undefined;
  const [own = '', common = ''] = answer.trimEnd().split('\n').map((folder) => path.resolve(top, folder));
  const target = path.join(to, '.git');
  const objects = path.join(common, 'objects');
  await mkdir(path.join(target, 'objects/info'), { recursive: true });
  await mkdir(path.join(target, 'refs'), { recursive: true });
  for (const name of OF_THE_REPOSITORY) await copyIfThere(path.join(common, name), path.join(target, name));
  for (const name of OF_THE_CHECKOUT) await copyIfThere(path.join(own, name), path.join(target, name));
  const settings = await Promise.all(FORMAT.map(async (name) => [name, (await askGit(checkout, ['config', '--local', '--get', name], { signal }))?.trim()] as const));
  await writeFile(path.join(target, 'config'), settings.map(configLine).join(''));
  await writeFile(path.join(target, 'objects/info/alternates'), `${objects}\n`);
  return [objects, ...(await alternatesOf(objects))];
}

/** Links stay links: where they lead, nobody looks for us. */
async function copyIfThere(from: string, to: string): Promise<void> {
  if (await isThere(from)) await cp(from, to, { recursive: true, verbatimSymlinks: true, force: true });
}

function configLine([name, value]: readonly [string, string | undefined]): string {
  if (value === undefined || !/^\w+$/.test(value)) return '';
  const [section = '', key = ''] = name.split('.');
  return `[${section}]\n\t${key} = ${value}\n`;
}

/** gitrepository-layout(5): one a line, relative to the folder of objects. */
async function alternatesOf(objects: string): Promise<readonly string[]> {
  const text = await readFile(path.join(objects, 'info/alternates'), 'utf8').catch(() => '');
  const folders = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => path.resolve(objects, line));
  const there = await Promise.all(folders.map(isThere));
  return folders.filter((_, index) => there[index]);
}
