import type { CheckResult } from '../../report/parts/tests.ts';
import type { ContainerUser, Session } from '../container/session.ts';
import { judged, skipped } from './checks.ts';

const LEFTOVER_TITLE = 'nothing temporary is left behind';
const HOME_TITLE = "files in the user's home are the user's";

/** Where a Feature lies while it is installed, and where nothing else may stay. */
const LIST_TEMPORARY = `for each in /tmp/* /tmp/.[!.]* /var/tmp/* /var/tmp/.[!.]* /nix/.nix-feature-staging*; do
  [ -e "$each" ] || [ -L "$each" ] || continue
  printf '%s\\n' "$each"
done
:`;
const LIST_FOREIGN = `command -v find >/dev/null || exit 77
[ -d "$1" ] || exit 0
exec find "$1" -xdev ! -user "$2" -print`;

/** Lists what is temporary before an install; to be compared with what is afterwards. */
export async function listTemporary(session: Session): Promise<ReadonlySet<string>> {
  return new Set(await session.output(['/bin/sh', '-c', LIST_TEMPORARY]));
}

/** @param before what {@link listTemporary} found before the install */
export async function checkLeftovers(session: Session, before: ReadonlySet<string>): Promise<CheckResult> {
  const left = [...(await listTemporary(session))].filter((file) => !before.has(file));
  return judged(LEFTOVER_TITLE, left.map((file) => `${file} stays`));
}

/** Lists files in the user's home that belong to somebody else, which the user can neither change nor remove. */
export async function listForeign(session: Session, user: ContainerUser): Promise<ReadonlySet<string> | undefined> {
  if (user.id === '0' || user.home === '/') return new Set();
  const { exitCode, lines } = await session.attempt(['/bin/sh', '-c', LIST_FOREIGN, 'sh', user.home, user.id]);
  return exitCode === 77 ? undefined : new Set(lines);
}

/** @param before what {@link listForeign} found before the install */
export async function checkHome(session: Session, user: ContainerUser, before: ReadonlySet<string> | undefined): Promise<CheckResult> {
  const after = await listForeign(session, user);
  if (before === undefined || after === undefined) return skipped(HOME_TITLE, 'the base has no "find"');
  return judged(HOME_TITLE, [...after].filter((file) => !before.has(file)).map((file) => `${file} is not ${user.name}'s`));
}
