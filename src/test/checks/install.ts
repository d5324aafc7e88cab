import type { CheckResult } from '../../report/parts/tests.ts';
import type { Ended, Session } from '../container/session.ts';
import { WRAPPER } from '../container/tool-files.ts';
import { judged } from './checks.ts';

export const INSTALL_TITLE = 'install.sh installs';
const AGAIN_TITLE = 'a second install changes nothing';

/** How an image build of the dev container tools runs it: in its folder, made executable, by root. */
const INSTALL = `chmod +x ./${WRAPPER} && exec ./${WRAPPER} 2>&1`;

/**
 * Runs install.sh as the dev container tools do, with the options in the file that they write.
 * @param folder of the Feature, in the container
 */
export async function install(session: Session, folder: string, onLine?: (line: string) => void): Promise<Ended> {
  return session.attempt(['/bin/sh', '-c', INSTALL], { user: '0', folder }, onLine);
}

/** What no install is to blame for: the kernel's files, temporary ones, and what Nix notes while it is asked. */
const NOT_COUNTED = ['/proc', '/sys', '/dev', '/run', '/tmp', '/var/tmp', '/var/log', '/var/cache', '/nix/var/nix/db', '/nix/var/nix/temproots'];
const MARKER = '/tmp/nix-feature-marker';
const LIST_FILES = `find / -xdev \\( ${NOT_COUNTED.map((folder) => `-path ${folder}`).join(' -o ')} \\) -prune -o ! -type d -print`;
const LIST_NEWER = `find / -xdev \\( ${NOT_COUNTED.map((folder) => `-path ${folder}`).join(' -o ')} \\) -prune -o ! -type d -newer ${MARKER} -print`;

/** Locks are opened to be held, and are no content. */
const IS_LOCK = /(?:^|[./-])(?:gc\.)?lock$/;

/** Runs install.sh again, and looks which files came, went or were written. */
export async function checkSecondInstall(session: Session, again: () => Promise<Ended>): Promise<CheckResult> {
  const list = async (script: string): Promise<readonly string[]> => (await session.attempt(['/bin/sh', '-c', script])).lines.filter((file) => !IS_LOCK.test(file));
  const hasFind = (await session.attempt(['/bin/sh', '-c', 'command -v find'])).exitCode === 0;
  const before = new Set(await list(LIST_FILES));
  // A marker of the same tick as what comes after it would hide it.
  await session.output(['/bin/sh', '-c', `: > ${MARKER}; sleep 1 2>/dev/null; :`]);
  const { exitCode, lines } = await again();
  if (exitCode !== 0) return { ...judged(AGAIN_TITLE, [`it ended with ${exitCode}`]), log: lines.slice(-40) };
  if (!hasFind) return judged(AGAIN_TITLE, [], 'files were not compared: the base has no "find"');
  const after = await list(LIST_FILES);
  const there = new Set(after);
  const added = after.filter((file) => !before.has(file));
  return judged(AGAIN_TITLE, [
    ...added.map((file) => `${file} came`),
    ...[...before].filter((file) => !there.has(file)).map((file) => `${file} went`),
    ...(await list(LIST_NEWER)).filter((file) => before.has(file)).map((file) => `${file} was written again`),
  ]);
}
