import { randomUUID } from 'node:crypto';
import { CancelledError, CommandError, Failure, SetupError } from '../../kit/errors.ts';
import { withoutSequences } from '../../kit/safe-text.ts';
import { withAttribute } from '../flake/flake-attributes.ts';
import { flakeArguments, type ResolvedFlake } from '../flake/flake.ts';
import { splitChoice } from '../flake/split-choice.ts';
import type { NixSite } from '../run/site.ts';
import type { Closure } from '../store/closure.ts';
import { hashPartOf, isStorePath, type StorePath } from '../store/store-path.ts';
import { metaFunction, type MetaQuestion } from './meta-expression.ts';
import { packageMeta, type PackageMeta, type PackageMetas, type RawMeta } from './package-meta.ts';
import { sourceNamespaces } from './source-namespaces.ts';

/** So many digits tell the paths of a closure apart; one that is mistaken costs a look at a package too many. */
const DIGITS = 8;
/** They are part of an argument, which has at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const MOST_PATHS = 8_000;
/** Evaluations, the first included, before the rest of the metadata is left unknown. */
const ATTEMPTS = 4;

/**
 * Asks a flake that is built already what it says of the packages in its closure: one evaluation. Metadata of any shape,
 * or none, is no fault: what can't be read is absent. If something in it breaks the evaluation in a way that Nix can't catch,
 * the evaluation is made again without it, a few times.
 * @param locked the flake's inputs, as the delta document has them
 * @throws CancelledError
 */
export async function readMetas(site: NixSite, flake: ResolvedFlake, closure: Closure, locked: unknown): Promise<PackageMetas> {
  const wanted = [...closure.keys()].slice(0, MOST_PATHS).map((path) => hashPartOf(path).slice(0, DIGITS));
  const answers = new Answers(closure, sourceNamespaces(locked));
  const mute: string[] = [];
  const cut: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await ask(site, flake, { wanted, digits: DIGITS, mute, cut }, answers)) break;
    const { begun, told } = answers;
    if (begun === undefined) break;
    (begun === told ? cut : mute).push(begun);
  }
  return answers.found;
}

/** What was said so far, by all evaluations. */
class Answers {
  readonly found = new Map<StorePath, PackageMeta>();
  /** The derivation that was looked at last, and the last one whose metadata was read. */
  begun: string | undefined;
  told: string | undefined;
  readonly #closure: Closure;
  readonly #namespaces: ReadonlyMap<string, string>;

  constructor(closure: Closure, namespaces: ReadonlyMap<string, string>) {
    this.#closure = closure;
    this.#namespaces = namespaces;
  }

  take(json: string): void {
    const { begin, key, facts } = parsed(json);
    if (typeof begin === 'string') this.begun = begin;
    if (typeof key !== 'string') return;
    this.told = key;
    const { outputs, position, ...raw } = Object(facts) as RawMeta & { readonly outputs?: unknown; readonly position?: unknown };
    const meta = packageMeta({ ...raw, namespace: this.#namespaces.get(sourceOf(position)) });
    for (const path of Array.isArray(outputs) ? (outputs as unknown[]) : []) {
      if (typeof path === 'string' && isStorePath(path) && this.#closure.has(path)) this.found.set(path, meta);
    }
  }
}

/** Nix says where in a file a package is: `/nix/store/…-source/pkgs/jq/package.nix:12`. */
function sourceOf(position: unknown): string {
  return typeof position === 'string' ? position.split('/').slice(0, 4).join('/') : '';
}

/** @returns whether the evaluation was completed */
async function ask(site: NixSite, flake: ResolvedFlake, question: Omit<MetaQuestion, 'mark'>, answers: Answers): Promise<boolean> {
  const mark = `${randomUUID()} `;
  answers.begun = undefined;
  answers.told = undefined;
  const onStderr = (line: string): void => {
    const at = line.indexOf(mark);
    if (at >= 0) answers.take(withoutSequences(line.slice(at + mark.length)));
  };
  const apply = metaFunction({ ...question, mark });
  try {
    await withAttribute(site, flake, (attribute) => {
      const command = ['nix', 'eval', '--json', ...flakeArguments(flake), `${flake.reference}#${splitChoice(attribute).path}`];
      return site.capture([...command, '--apply', apply], { onStderr });
    });
    return true;
  } catch (error) {
    if (error instanceof CancelledError || error instanceof SetupError) throw error;
    if (error instanceof CommandError || error instanceof Failure) return false;
    throw error;
  }
}

interface Line {
  readonly begin?: unknown;
  readonly key?: unknown;
  readonly facts?: unknown;
}

/** A line that was cut, as very long ones are, is no answer. */
function parsed(json: string): Line {
  try {
    return Object(JSON.parse(json)) as Line;
  } catch {
    return {};
  }
}
