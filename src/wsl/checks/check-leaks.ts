import { leakFindingOf, isGrave, judge } from '../../leaks/finding.ts';
import type { Matcher } from '../../leaks/matcher.ts';
import type { ScanResult } from '../../leaks/scanner.ts';
import { isStorePath } from '../../nix/store/store-path.ts';
import type { WslCheckName } from '../../report/runs/wsl.ts';
import type { LeakRequest } from '../../request/rules.ts';
import type { Findings } from '../read/findings.ts';

/** Where in a tarball a part of the search was. */
export type PlaceOfPart = (part: number) => { readonly path: string; readonly inName: boolean };

/** Judges what the search found, by the same rules and the same `leaks-allow` as for Features. @param today as `2026-12-31` */
export function checkLeaks({ hits, more, lost }: ScanResult, placeOf: PlaceOfPart, { leaks, matcher, today }: { readonly leaks: LeakRequest; readonly matcher: Matcher; readonly today: string }, findings: Findings): void {
  const found = hits.flatMap((hit) => {
    const { path, inName } = placeOf(hit.part);
    const [store] = /^\/nix\/store\/[^/]+/.exec(path) ?? [''];
    const storePath = isStorePath(store) ? store : undefined;
    return leakFindingOf(hit, { storePath, file: path.slice(storePath === undefined ? 1 : storePath.length + 1), inName }) ?? [];
  });
  for (const finding of judge(found, leaks.allow, today).left) {
    const { rule, what, storePath, file, inside, inName, offset } = finding;
    const path = `${storePath ?? ''}/${file}`.replace(/\/$/, '');
    const place = [inName ? 'in its name, its target or its owner' : `at byte ${offset}`, ...(inside.length > 0 ? [`inside of ${inside.map((name) => matcher.withoutSecrets(name)).join(' › ')}`] : [])].join(' ');
    const says = `holds ${what} (${rule}) ${place}`;
    const check: WslCheckName = ['identifier', 'machine-folder', 'build-folder'].includes(rule) ? 'identifiers' : 'secrets';
    if (isGrave(finding)) findings.fault(check, matcher.withoutSecrets(path), says);
    else findings.warn(check, matcher.withoutSecrets(path), says);
  }
  findings.addMore('secrets', more);
  if (lost > 0) findings.fault('secrets', '', `holds ${lost} more leaks, which can't be listed`);
}
