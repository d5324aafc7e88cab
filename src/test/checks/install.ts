import type { Ended, ContainerQuestion } from '../../engine/questions.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import type { Session } from '../container/session.ts';
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

const HAS_FIND: ContainerQuestion = { argv: ['/bin/sh', '-c', 'command -v find'] };
const FILES: ContainerQuestion = { argv: ['/bin/sh', '-c', LIST_FILES] };
const NEWER: ContainerQuestion = { argv: ['/bin/sh', '-c', LIST_NEWER] };
// A marker of the same tick as what comes after it would hide it.
const MARK: ContainerQuestion = { argv: ['/bin/sh', '-c', `: > ${MARKER}; sleep 1 2>/dev/null; :`] };

/** A second run of install.sh. */
export interface SecondInstall {
  /** Which files are there now, and which are newer than the second run? */
  readonly questions: readonly ContainerQuestion[];
  /** Says which files came, went or were written. @param answers to the questions, in their order */
  judge(answers: readonly Ended[]): CheckResult;
}

/** Looks which files are there, and runs install.sh again. @throws CommandError if nothing can be written to /tmp */
export async function installAgain(session: Session, again: () => Promise<Ended>): Promise<SecondInstall> {
  const [find, before, mark] = await session.ask([HAS_FIND, FILES, MARK]);
  await session.good(MARK, mark);
  const { exitCode, lines } = await again();
  if (exitCode !== 0) return judgedAlready({ ...judged(AGAIN_TITLE, [`it ended with ${exitCode}`]), log: lines.slice(-40) });
  if (find.exitCode !== 0) return judgedAlready(judged(AGAIN_TITLE, [], 'files were not compared: the base has no "find"'));
  return { questions: [FILES, NEWER], judge: ([after, newer]) => judgeAgain(filesOf(before), filesOf(after), filesOf(newer)) };
}

function judgedAlready(result: CheckResult): SecondInstall {
  return { questions: [], judge: () => result };
}

function filesOf(answer: Ended | undefined): readonly string[] {
  return (answer?.lines ?? []).filter((file) => !IS_LOCK.test(file));
}

function judgeAgain(listed: readonly string[], after: readonly string[], newer: readonly string[]): CheckResult {
  const [before, there] = [new Set(listed), new Set(after)];
  return judged(AGAIN_TITLE, [
    ...after.filter((file) => !before.has(file)).map((file) => `${file} came`),
    ...[...before].filter((file) => !there.has(file)).map((file) => `${file} went`),
    ...newer.filter((file) => before.has(file)).map((file) => `${file} was written again`),
  ]);
}
