import { chainTo, reach } from '../../delta/compare/why-depends.ts';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import type { LayerLeaks } from '../../archive/tar-parts.ts';
import { LeakError } from '../../kit/errors.ts';
import type { ShippedFile } from '../../feature/files/shipped-files.ts';
import type { Log } from '../../kit/host.ts';
import { hasExpired } from '../../leaks/allow.ts';
import { leakFindingOf, isGrave, judge, type Allowed, type LeakFinding } from '../../leaks/finding.ts';
import { Matcher } from '../../leaks/matcher.ts';
import { RULES_VERSION } from '../../leaks/rules/rule.ts';
import { scanBytes } from '../../leaks/scanner.ts';
import type { LeakSearch } from '../../leaks/search.ts';
import { withoutTrailing } from '../../kit/text.ts';
import type { PackageMetas } from '../../nix/meta/package-meta.ts';
import type { Closure } from '../../nix/store/closure.ts';
import { nameOf, storePathOfName, type StorePath } from '../../nix/store/store-path.ts';
import type { Arch } from '../../platform.ts';
import type { LeakFacts } from '../../policy/policy-facts.ts';
import { type FoundLeak, type LeaksReport, leakPlaceText, leakText } from '../../report/parts/leaks.ts';
import type { LeakRequest, Policy } from '../../request/rules.ts';
import { formatNumberOf } from '../../kit/format.ts';

/** Annotations for one build; the report has all. */
const MOST_SHOWN = 20;

/** What was packed of one platform. */
export interface GatedPlatform {
  readonly arch: Arch;
  readonly document: DeltaDocument;
  readonly leaks: readonly LayerLeaks[];
  /** What an SBOM will say of the packages; undefined if there is none. */
  readonly metas?: PackageMetas | undefined;
}

/** What a gate looks for, and who wants it. */
export interface GateRequest {
  readonly leaks: LeakRequest | undefined;
  /** A policy may require that there are no leaks, and then judges them itself. */
  readonly policy: Pick<Policy, 'leaks'> | undefined;
}

/**
 * Judges what was found in what a build packs. With `leaks: fail`, and with a policy that demands it, nothing that was packed leaves the
 * machine before the whole build has passed: whoever sends it awaits `whenPassed`.
 */
export class LeakGate {
  readonly #request: LeakRequest;
  /** Nothing is sent before `release`. */
  readonly holds: boolean;
  readonly #log: Log;
  readonly #today: string;
  readonly #matcher: Matcher;
  readonly #found: FoundLeak[] = [];
  readonly #allowed: Allowed[] = [];
  #waiting: (() => void)[] = [];
  #more = 0;
  #lost = 0;
  #closed = 0;
  #bytes = 0;

  private constructor(request: LeakRequest, holds: boolean, log: Log, today: string) {
    this.#request = request;
    this.holds = holds;
    this.#log = log;
    this.#today = today;
    this.#matcher = new Matcher({ ...request.search, packages: [] });
  }

  /** @returns undefined if nobody looks for leaks. @param now milliseconds since the epoch */
  static open({ leaks: request, policy }: GateRequest, log: Log, now: number): LeakGate | undefined {
    if (request === undefined || request.mode === 'off') return undefined;
    const gate = new LeakGate(request, request.mode === 'fail' || policy?.leaks !== undefined, log, new Date(now).toISOString().slice(0, 10));
    for (const entry of request.allow) if (hasExpired(entry, gate.#today)) log.warning(`leaks-allow: the entry for ${entry.rule} was valid until ${entry.until ?? ''} ("${entry.reason}").`, entry.location);
    return gate;
  }

  /** What packing must look for in a closure. */
  searchFor(closure: Closure): LeakSearch {
    return { ...this.#request.search, packages: [...closure.keys()].map(nameOf), tables: this.#matcher.tables };
  }

  /** Looks at the files of the Feature's folder. @throws LeakError with `leaks: fail` */
  checkFiles(files: readonly ShippedFile[], folder: string): void {
    const findings = files.flatMap(({ name, bytes }) => [...this.#scan(Buffer.from(name), name, true), ...this.#scan(Buffer.from(bytes), name)]);
    this.#take(findings, undefined, folder);
    this.#refuse();
  }

  /** Does something at once, or in `release`. */
  whenPassed(send: () => void): void {
    if (this.holds) this.#waiting.push(send);
    else send();
  }

  /** All platforms have passed, and whatever else looks at them: what waited is done. */
  release(): void {
    for (const send of this.#waiting.splice(0)) send();
  }

  /** Judges a platform that is packed. @throws LeakError with `leaks: fail` */
  check({ arch, document, leaks, metas }: GatedPlatform): void {
    for (const { more, lost, closed, bytes } of leaks) {
      this.#more += more;
      this.#lost += lost;
      this.#closed += closed;
      this.#bytes += bytes;
    }
    const inLayers = leaks.flatMap(({ hits }) => hits).flatMap((hit) => {
      // Names in a tar hold one byte in each character.
      const [, , name = '', ...rest] = Buffer.from(hit.member, 'latin1').toString('utf8').split('/');
      return leakFindingOf(hit, { storePath: storePathOfName(name), file: rest.join('/'), inName: hit.inName }) ?? [];
    });
    const said = metas === undefined ? [] : this.#scan(Buffer.from(JSON.stringify([...metas])), 'sbom.json');
    this.#take([...inLayers, ...this.#scan(Buffer.from(JSON.stringify(document)), 'delta.json'), ...said], { arch, document }, undefined);
    this.#refuse();
  }

  /** What a policy is told of findings that nobody allowed, so far. */
  get facts(): LeakFacts {
    return {
      lost: this.#lost,
      found: this.#found.map((found) => ({ arch: found.arch, severity: found.severity, message: withoutTrailing(leakPlaceText(found), '.'), why: found.via })),
    };
  }

  /** All that there is to tell; says which entries of `leaks-allow` nothing needed. */
  report(): LeaksReport {
    const used = new Set(this.#allowed.map(({ entry }) => entry));
    const unused = this.#request.allow.filter((entry) => !used.has(entry) && !hasExpired(entry, this.#today));
    for (const entry of unused) this.#log.notice(`leaks-allow: the entry for ${entry.rule} matches nothing ("${entry.reason}"). Remove it if it is no longer needed.`, entry.location);
    return {
      mode: this.#request.mode,
      rules: RULES_VERSION,
      found: this.#found,
      allowed: this.#allowed,
      more: this.#more,
      closed: this.#closed,
      bytes: this.#bytes,
    };
  }

  #scan(bytes: Buffer, file: string, inName = false): readonly LeakFinding[] {
    const { hits, more, lost, closed } = scanBytes(this.#matcher, bytes);
    this.#more += more;
    this.#lost += lost;
    this.#closed += closed;
    this.#bytes += bytes.length;
    return hits.flatMap((hit) => leakFindingOf(hit, { storePath: undefined, file, inName }) ?? []);
  }

  #take(findings: readonly LeakFinding[], platform: Pick<GatedPlatform, 'arch' | 'document'> | undefined, folder: string | undefined): void {
    const { left, allowed } = judge(findings, this.#request.allow, this.#today);
    this.#allowed.push(...allowed.map(({ finding, entry }) => ({ finding: this.#shown(finding), entry })));
    const via = chains(left, platform?.document);
    for (const finding of left) {
      const found = { ...this.#shown(finding), arch: platform?.arch, via: finding.storePath === undefined ? [] : via(finding.storePath) };
      this.#found.push(found);
      this.#show(found, folder);
    }
  }

  /** Names are shown, and may hold what was found in them. */
  #shown(finding: LeakFinding): LeakFinding {
    return { ...finding, file: this.#matcher.withoutSecrets(finding.file), inside: finding.inside.map((name) => this.#matcher.withoutSecrets(name)) };
  }

  #show(found: FoundLeak, folder: string | undefined): void {
    if (this.#found.length > MOST_SHOWN) return;
    const at = folder === undefined ? undefined : { file: `${folder}/${found.file}` };
    if (this.#request.mode === 'fail' && isGrave(found)) this.#log.fault(leakText(found), at);
    else this.#log.warning(leakText(found), at);
  }

  #refuse(): void {
    if (this.#request.mode !== 'fail') return;
    const grave = this.#found.filter(isGrave);
    const [first] = grave;
    if (first === undefined && this.#lost === 0) return;
    this.#waiting = [];
    if (first === undefined) {
      throw new LeakError(`leaks: ${formatNumberOf(this.#lost, 'leak')} found that can't be listed, because too many others are allowed.`, {
        hint: 'Nothing of this build was published or kept. Keep what "leaks-allow" allows out of the build (docs/verify/leaks.md).',
      });
    }
    throw new LeakError(`leaks: ${formatNumberOf(grave.length, 'leak')} found. The first: ${leakText(first)}`, {
      hint: 'Nothing of this build was published or kept. If a finding is acceptable, allow it in the file that `leaks-allow` names (docs/verify/leaks.md).',
    });
  }
}

/** Why a store path is in the closure: the shortest chain of references from what was built. */
function chains(findings: readonly LeakFinding[], document: DeltaDocument | undefined): (path: StorePath) => readonly StorePath[] {
  if (document === undefined || findings.length === 0) return () => [];
  const entries = new Map(document.closure.map((entry) => [entry.path, entry.references]));
  const reached = reach([document.storePath, ...Object.values(document.outputs)], {
    referencesOf: (path) => entries.get(path) ?? [],
    within: new Set(entries.keys()),
    dull: new Set(),
  });
  return (path) => chainTo(path, reached);
}
