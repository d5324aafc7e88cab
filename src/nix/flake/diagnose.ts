import { withoutSequences, redactUrls } from '../../kit/safe-text.ts';
import { sshComplaint } from '../run/ssh-access.ts';

/** What went wrong in a build, read from Nix's standard error. */
export type Diagnosis =
  | { readonly kind: 'attribute' }
  /** A derivation lacks an output that was chosen. */
  | { readonly kind: 'output'; readonly output: string }
  /** The flake needs a file that is outside of the folder that Nix was given. */
  | { readonly kind: 'outside'; readonly message: string }
  | { readonly kind: 'builder'; readonly derivation: string; readonly how: string }
  | { readonly kind: 'hash'; readonly derivation: string; readonly specified: string; readonly got: string }
  | { readonly kind: 'platform'; readonly required: string; readonly features: string; readonly derivation: string }
  /** A remote builder could not be used, and nothing else builds what is needed. */
  | { readonly kind: 'remote'; readonly machine: string; readonly reason: string }
  | { readonly kind: 'disk' }
  | { readonly kind: 'network'; readonly url: string; readonly reason: string }
  | { readonly kind: 'program'; readonly program: string }
  | { readonly kind: 'other'; readonly message: string; readonly building: boolean; readonly at: readonly SourcePosition[] };

/** A place in the source of a flake, relative to its root. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const DRV = String.raw`(/nix/store/[^'\s]+\.drv)`;

/** Nix has nothing left that could build it: no platform, no features, no jobs. */
const NO_BUILDER = /is required to build|Reason: (?:[^\n]{0,200}mismatch|missing system features)|unable to start any build|local builds are disabled/i;

/** Each with the words of Nix up to 2.3x and of later ones. The order matters: what is at the bottom causes what is above. */
const RULES: readonly ((stderr: string) => Diagnosis | undefined)[] = [
  (stderr) => {
    const [, derivation, specified, got] =
      new RegExp(`hash mismatch in fixed-output derivation '${DRV}':\\s+(?:specified|wanted):\\s+(\\S+)\\s+got:\\s+(\\S+)`).exec(stderr) ?? [];
    return derivation && specified && got ? { kind: 'hash', derivation, specified, got } : undefined;
  },
  (stderr) => {
    const [, machine, why = ''] = /cannot build on '([^']+)': *(?:error: *)?(.*)/.exec(stderr) ?? [];
    if (machine === undefined || !NO_BUILDER.test(stderr)) return undefined;
    return { kind: 'remote', machine: redactUrls(machine.replace(/\?.*/, '')), reason: sshComplaint(stderr) ?? redactUrls(why) };
  },
  (stderr) => {
    const old = new RegExp(`a '([^']+)' with features \\{([^}]*)\\} is required to build '${DRV}'`).exec(stderr);
    if (old !== null) return { kind: 'platform', required: old[1] ?? '', features: old[2] ?? '', derivation: old[3] ?? '' };
    const block = new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: (?:[^\\n]*mismatch|missing system features)([\\s\\S]*?)(?=\\nerror|$)`).exec(stderr);
    if (block === null) return undefined;
    const required = /Required system: '([^']+)'/.exec(block[2] ?? '')?.[1] ?? '';
    const features = /Required features: \{([^}]*)\}/.exec(block[2] ?? '')?.[1] ?? '';
    return { kind: 'platform', required, features, derivation: block[1] ?? '' };
  },
  (stderr) => {
    const old = new RegExp(`builder for '${DRV}' (failed[^;\\n]*)`).exec(stderr);
    const match = old ?? new RegExp(`Cannot build '${DRV}'\\.\\s+Reason: builder (failed[^\\n]*?)\\.?\\n`).exec(stderr);
    return match === null ? undefined : { kind: 'builder', derivation: match[1] ?? '', how: (match[2] ?? 'failed').replace(/[.,:]$/, '') };
  },
  (stderr) => (/^[ \t]*error:.*(No space left on device|database or disk is full|Disk quota exceeded)/im.test(stderr) ? { kind: 'disk' } : undefined),
  (stderr) => {
    const [, output] = /derivation '[^']+' does not have (?:wanted )?outputs? '([^']+)'/.exec(stderr) ?? [];
    return output === undefined ? undefined : { kind: 'output', output };
  },
  (stderr) => {
    // What is not in a store path was looked for beside the copy that Nix has of the folder.
    const outside = /^[ \t]*error: (access to absolute path '\/nix\/(?!store\/[0-9a-z]{32}-)[^']*' is forbidden.*|.* points outside of its parent's store path.*)/m.exec(stderr);
    return outside === null ? undefined : { kind: 'outside', message: (outside[1] ?? '').replace(/ \(use '--impure'.*/, '') };
  },
  (stderr) => (/does not provide attribute/.test(stderr) ? { kind: 'attribute' } : undefined),
  (stderr) => {
    const [, url, reason] = /^[ \t]*error: (?:unable to download|cannot (?:download|fetch)|failed to fetch) '([^']+)':? ?(.*)$/im.exec(stderr) ?? [];
    return url === undefined ? undefined : { kind: 'network', url: redactUrls(url), reason: redactUrls(reason ?? '') };
  },
  (stderr) => {
    const [, program] = /executing '([^']+)': No such file or directory|program '([^']+)' (?:not found|failed to start)/.exec(stderr) ?? [];
    return program === undefined ? undefined : { kind: 'program', program };
  },
];

/** Reads the end of what a failed `nix build` or `nix eval` wrote. */
export function diagnose(output: string): Diagnosis {
  // Nix colours what it says before it looks whether anybody sees colours.
  const stderr = withoutSequences(output);
  for (const rule of RULES) {
    const diagnosis = rule(stderr);
    if (diagnosis !== undefined) return diagnosis;
  }
  // Nix announces what it builds once all is evaluated.
  const building = /^(?:building '|these \d+ derivations will be built|this derivation will be built)/m.test(stderr);
  return { kind: 'other', message: redactUrls(lastError(stderr)), building, at: positions(stderr) };
}

/** What Nix says of all that needed what failed. */
const CONSEQUENCE = /^(?:\d+ dependenc(?:y|ies) of derivation .* failed to build|build of .* failed|[Bb]uild failed due to failed dependency|Cannot build '[^']*'\.|some errors were encountered.*)$/;

/** A trace goes from the outside in; the error itself comes last, but for what followed from it. */
function lastError(stderr: string): string {
  const reasons = stderr.replaceAll(/^([ \t]*error:[ \t]*)Cannot build '[^']*'\.\s+Reason: (?!\d+ dependenc)/gm, '$1');
  const errors = [...reasons.matchAll(/^[ \t]*error:[ \t]*(\S.*)$/gm)].map((match) => match[1] ?? '');
  return errors.findLast((error) => !CONSEQUENCE.test(error)) ?? errors.at(-1) ?? stderr.trim().split('\n').at(-1) ?? '';
}

/** Places in sources that were copied to the store, or in flakes as newer ones write them: `«path:…»/flake.nix:3:11`. */
function positions(stderr: string): SourcePosition[] {
  const pattern = /at (?:\/nix\/store\/[a-z0-9]{32}-[^/\s]+|«[^»]+»)\/([^\s:]+):(\d+):(\d+)/g;
  return [...stderr.matchAll(pattern)].map(([, file = '', line, column]) => ({ file, line: Number(line), column: Number(column) }));
}
