import { chainTo, reach } from '../delta/compare/why-depends.ts';
import { formatBytes, formatNumberOf } from '../kit/format.ts';
import { fitsWildcard } from '../kit/text.ts';
import { comparePackageVersions } from '../nix/store/package-name.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import type { Policy } from '../request/rules.ts';
import { componentsOf, rootsOf, type Component } from '../sbom/component.ts';
import { namesOf } from '../sbom/licences.ts';
import type { PlatformFacts, PolicyFacts, PolicyFinding } from './policy-facts.ts';

const DAY = 86_400;

/** Rules about a release as a whole. */
export const RELEASE_RULES: readonly ((policy: Policy, facts: PolicyFacts) => readonly PolicyFinding[])[] = [deltaSize, attestation, leaks];

/** Rules about each platform. */
export const PLATFORM_RULES: readonly ((policy: Policy, platform: PlatformFacts, facts: PolicyFacts) => readonly PolicyFinding[])[] = [licences, forbidden, closureSize, nixpkgsAge];

function deltaSize({ size }: Policy, { platforms }: PolicyFacts): readonly PolicyFinding[] {
  if (size?.delta === undefined) return [];
  const bytes = platforms.flatMap(({ document }) => document.layers).reduce((sum, layer) => sum + layer.size, 0);
  if (bytes <= size.delta) return [];
  return [{ rule: 'size', severity: 'error', message: `the layers have ${formatBytes(bytes)}, and size.delta allows ${formatBytes(size.delta)}`, why: [] }];
}

function closureSize({ size }: Policy, { arch, document }: PlatformFacts): readonly PolicyFinding[] {
  if (size?.closure === undefined) return [];
  const bytes = document.closure.reduce((sum, { narSize }) => sum + narSize, 0);
  if (bytes <= size.closure) return [];
  return [{ rule: 'size', severity: 'error', arch, message: `the closure has ${formatBytes(bytes)}, and size.closure allows ${formatBytes(size.closure)}`, why: [] }];
}

function attestation(policy: Policy, { attested, unknown }: PolicyFacts): readonly PolicyFinding[] {
  if (policy.attestation === undefined || attested === true) return [];
  if (attested === false) return [{ rule: 'attestation', severity: 'error', message: 'there is no valid attestation', why: [] }];
  return [{ rule: 'attestation', severity: 'unchecked', message: unknown?.attestation ?? 'only verifying can tell whether the release is attested', why: [] }];
}

function leaks(policy: Policy, { leaks: found, unknown }: PolicyFacts): readonly PolicyFinding[] {
  if (policy.leaks === undefined) return [];
  if (found === undefined) return [{ rule: 'leaks', severity: 'unchecked', message: unknown?.leaks ?? 'only the build can tell whether something leaks', why: [] }];
  const breaches = found.found.filter(({ severity }) => severity !== 'low');
  return [
    ...breaches.map(({ arch, message, why }) => ({ rule: 'leaks' as const, severity: 'error' as const, message, why, ...(arch === undefined ? {} : { arch }) })),
    ...(found.lost === 0 ? [] : [{ rule: 'leaks' as const, severity: 'error' as const, message: `there are ${formatNumberOf(found.lost, 'further leak')} that can't be listed`, why: [] }]),
  ];
}

function licences({ licences: rule }: Policy, platform: PlatformFacts, { unknown }: PolicyFacts): readonly PolicyFinding[] {
  if (rule === undefined) return [];
  const { arch, document, metas } = platform;
  if (metas === undefined) return [{ rule: 'licences', severity: 'unchecked', arch, message: unknown?.licences ?? 'there is no SBOM that names the licences', why: [] }];
  const allowed = rule.allow.map((pattern) => pattern.toLowerCase());
  const breaches = componentsOf({ document, metas }).flatMap((component) => {
    if (component.place !== 'shipped') return [];
    const names = namesOf(component);
    if (names.length === 0) return rule.unknown === 'allow' ? [] : [{ component, severity: rule.unknown === 'fail' ? ('error' as const) : ('warning' as const), message: 'its flake names no licence' }];
    const wrong = names.filter((name) => !allowed.some((pattern) => fitsWildcard(name.toLowerCase(), pattern)));
    return wrong.length === 0 ? [] : [{ component, severity: 'error' as const, message: `the licence ${wrong.join(', ')} is not in licences.allow` }];
  });
  return explained(breaches, 'licences', platform);
}

function forbidden({ forbid }: Policy, platform: PlatformFacts): readonly PolicyFinding[] {
  if (forbid.length === 0) return [];
  const { document, metas = new Map() } = platform;
  const breaches = componentsOf({ document, metas }).flatMap((component) => {
    const found = forbid.find(({ package: pattern, below }) => fitsWildcard(component.name, pattern) && (below === undefined || component.version === '' || comparePackageVersions(component.version, below) < 0));
    if (found === undefined) return [];
    const which = found.below === undefined ? 'is forbidden' : component.version === '' ? `is forbidden below ${found.below}, and its version is not known` : `is forbidden below ${found.below}`;
    return [{ component, severity: 'error' as const, message: `${which}${found.reason === undefined ? '' : `: ${found.reason}`}` }];
  });
  return explained(breaches, 'forbid', platform);
}

interface Breach {
  readonly component: Component;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

function explained(breaches: readonly Breach[], rule: 'licences' | 'forbid', { arch, document }: PlatformFacts): readonly PolicyFinding[] {
  if (breaches.length === 0) return [];
  const references = new Map(document.closure.map((entry): [StorePath, readonly StorePath[]] => [entry.path, entry.references]));
  const reached = reach(rootsOf(document), { referencesOf: (path) => references.get(path) ?? [], within: new Set(references.keys()), dull: new Set() });
  return breaches.map(({ component: { name, version, path }, severity, message }) => ({
    rule,
    severity,
    arch,
    package: name,
    path,
    message: `${name}${version === '' ? '' : ` ${version}`}: ${message}`,
    why: chainTo(path, reached),
  }));
}

/** Of each input that is nixpkgs by its name or its repository. */
function nixpkgsAge({ nixpkgs }: Policy, { arch, document }: PlatformFacts, { today }: PolicyFacts): readonly PolicyFinding[] {
  if (nixpkgs === undefined) return [];
  const inputs = Object.entries(Object(document.source.locked) as Readonly<Record<string, unknown>>).map(([name, input]) => ({ name, ...(Object(input) as { readonly repo?: unknown; readonly lastModified?: unknown }) }));
  const found = inputs.filter(({ name, repo }) => /^nixpkgs(?:$|[_-])/.test(name) || repo === 'nixpkgs');
  const now = Date.parse(`${today}T00:00:00Z`) / 1000;
  return found.flatMap(({ name, lastModified }): readonly PolicyFinding[] => {
    if (typeof lastModified !== 'number') return [{ rule: 'nixpkgs', severity: 'unchecked', arch, message: `the lock file does not say how old the input ${name} is`, why: [] }];
    const days = Math.floor((now - lastModified) / DAY);
    if (days <= nixpkgs.maxAgeDays) return [];
    return [{ rule: 'nixpkgs', severity: 'error', arch, message: `the input ${name} is ${formatNumberOf(days, 'day')} old, and nixpkgs.max-age-days allows ${nixpkgs.maxAgeDays}`, why: [] }];
  });
}
