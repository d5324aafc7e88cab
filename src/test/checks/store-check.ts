import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import type { Session, ContainerUser } from '../container/session.ts';
import { judged, passed, skipped } from './checks.ts';

const STORE_TITLE = 'every added path verified by Nix';

const VERIFY = `PATH=$PATH:/nix/var/nix/profiles/default/bin:/root/.nix-profile/bin
command -v nix-store >/dev/null || exit 77
[ "$(cat "$1" 2>/dev/null)" != no ] || exit 78
exec xargs nix-store --verify-path`;

/** Checks that Nix, if the base has it, finds each added path unchanged. */
export async function checkStore(session: Session, document: DeltaDocument): Promise<CheckResult> {
  const added = document.closure.filter((entry) => entry.in === 'delta').map(({ path }) => path);
  if (added.length === 0) return passed(STORE_TITLE, 'nothing was added');
  const record = `/var/lib/nix-feature/${document.feature.id}/registered`;
  const { exitCode, stderr } = await session.attempt(['/bin/sh', '-c', VERIFY, 'sh', record], {
    input: added.map((path) => `${path}\n`).join(''),
    // Past a daemon, and without the build users that an unconfigured Nix would look for.
    env: { NIX_REMOTE: 'local', NIX_CONFIG: 'build-users-group =' },
  });
  if (exitCode === 77) return skipped(STORE_TITLE, 'the base has no Nix');
  if (exitCode === 78) return skipped(STORE_TITLE, "nothing was registered in Nix's database");
  const said = stderr.trim().split('\n').filter((line) => line !== '');
  return judged(STORE_TITLE, exitCode === 0 ? [] : said.length > 0 ? said : [`nix-store ended with ${exitCode}`], formatNumberOf(added.length, 'path'));
}

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
