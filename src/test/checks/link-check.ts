import type { CheckResult } from '../../report/facts/test-facts.ts';
import type { ContainerUser, Session } from '../container/session.ts';
import { judged, skipped } from './checks.ts';

const LINK_TITLE = 'no dangling link in the output';

const DANGLING = `command -v find >/dev/null || exit 77
exec find "$1" -type l -exec /bin/sh -c 'for link do [ -e "$link" ] || printf "%s -> %s\\n" "$link" "$(readlink "$link")"; done' sh {} +`;

/** @param output the built store path */
export async function checkLinks(session: Session, user: ContainerUser, output: string): Promise<CheckResult> {
  const { exitCode, lines, stderr } = await session.attempt(['/bin/sh', '-c', DANGLING, 'sh', output], session.as(user));
  if (exitCode === 77) return skipped(LINK_TITLE, 'the base has no "find"');
  const faults = exitCode === 0 ? [] : [`find ended with ${exitCode}: ${stderr.trim().split('\n').at(-1) ?? ''}`];
  return judged(LINK_TITLE, [...faults, ...lines.map((line) => `${line} leads nowhere`)]);
}
