import type { ClosureEntry, DeltaDocument } from '../../delta/document/delta-document.ts';
import type { Ended, ContainerQuestion } from '../../engine/questions.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import { judged, passed, skipped } from './checks.ts';

const STORE_TITLE = 'every added path verified by Nix';

const VERIFY = `PATH=$PATH:/nix/var/nix/profiles/default/bin:/root/.nix-profile/bin
command -v nix-store >/dev/null || exit 77
[ "$(cat "$1" 2>/dev/null)" != no ] || exit 78
# Past a daemon, and without the build users that an unconfigured Nix would look for.
export NIX_REMOTE=local NIX_CONFIG='build-users-group ='
exec xargs nix-store --verify-path`;

/** Asks Nix, if the base has it, what it says of each path that was added. */
export function verifyQuestion({ closure, feature }: DeltaDocument): ContainerQuestion {
  const added = addedOf(closure);
  if (added.length === 0) return { argv: ['/bin/sh', '-c', ':'] };
  return { argv: ['/bin/sh', '-c', VERIFY, 'sh', `/var/lib/nix-feature/${feature.id}/registered`], input: added.map(({ path }) => `${path}\n`).join('') };
}

/** Checks that Nix finds each path that was added as it was built. */
export function judgeStore({ closure }: DeltaDocument, { exitCode, stderr }: Ended): CheckResult {
  const added = addedOf(closure);
  if (added.length === 0) return passed(STORE_TITLE, 'nothing was added');
  if (exitCode === 77) return skipped(STORE_TITLE, 'the base has no Nix');
  if (exitCode === 78) return skipped(STORE_TITLE, "nothing was registered in Nix's database");
  const said = stderr.trim().split('\n').filter((line) => line !== '');
  return judged(STORE_TITLE, exitCode === 0 ? [] : said.length > 0 ? said : [`nix-store ended with ${exitCode}`], formatNumberOf(added.length, 'path'));
}

function addedOf(closure: readonly ClosureEntry[]): readonly ClosureEntry[] {
  return closure.filter((entry) => entry.in === 'delta');
}

const LINK_TITLE = 'no dangling link in the output';

const DANGLING = `command -v find >/dev/null || exit 77
exec find "$1" -type l -exec /bin/sh -c 'for link do [ -e "$link" ] || printf "%s -> %s\\n" "$link" "$(readlink "$link")"; done' sh {} +`;

/** Asks which links lead nowhere. @param output the built store path */
export function linksQuestion(output: string): ContainerQuestion {
  return { argv: ['/bin/sh', '-c', DANGLING, 'sh', output] };
}

export function judgeLinks({ exitCode, lines, stderr }: Ended): CheckResult {
  if (exitCode === 77) return skipped(LINK_TITLE, 'the base has no "find"');
  const faults = exitCode === 0 ? [] : [`find ended with ${exitCode}: ${stderr.trim().split('\n').at(-1) ?? ''}`];
  return judged(LINK_TITLE, [...faults, ...lines.map((line) => `${line} leads nowhere`)]);
}
