import type { Ended, ContainerQuestion } from '../../engine/questions.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import type { ContainerUser } from '../container/session.ts';
import { judged, skipped } from './checks.ts';

const LEFTOVER_TITLE = 'nothing temporary is left behind';
const HOME_TITLE = "files in the user's home are the user's";

/** Where a Feature lies while it is installed, and where nothing else may stay. */
const LIST_TEMPORARY = `for each in /tmp/* /tmp/.[!.]* /var/tmp/* /var/tmp/.[!.]* /nix/.nix-feature-staging*; do
  [ -e "$each" ] || [ -L "$each" ] || continue
  printf '%s\\n' "$each"
done
:`;
const NO_FIND = 77;
const LIST_FOREIGN = `command -v find >/dev/null || exit ${NO_FIND}
[ -d "$1" ] || exit 0
exec find "$1" -xdev ! -user "$2" -print`;

/** Asks what is temporary: before an install and afterwards. */
export const temporaryQuestion: ContainerQuestion = { argv: ['/bin/sh', '-c', LIST_TEMPORARY] };

export function judgeLeftovers(before: Ended, after: Ended): CheckResult {
  const there = new Set(before.lines);
  return judged(LEFTOVER_TITLE, after.lines.filter((file) => !there.has(file)).map((file) => `${file} stays`));
}

/** Asks what of somebody's home is not theirs, before an install and afterwards: what root leaves there they can neither change nor remove. */
export function foreignQuestion({ id, home }: ContainerUser): ContainerQuestion {
  if (id === '0' || home === '/') return { argv: ['/bin/sh', '-c', ':'] };
  return { argv: ['/bin/sh', '-c', LIST_FOREIGN, 'sh', home, id] };
}

export function judgeHome(user: ContainerUser, before: Ended, after: Ended): CheckResult {
  if (before.exitCode === NO_FIND || after.exitCode === NO_FIND) return skipped(HOME_TITLE, 'the base has no "find"');
  const there = new Set(before.lines);
  return judged(HOME_TITLE, after.lines.filter((file) => !there.has(file)).map((file) => `${file} is not ${user.name}'s`));
}
