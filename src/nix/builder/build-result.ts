import type { BuiltOutputs } from '../flake/build.ts';
import { closureSize, type Closure } from '../store/closure.ts';
import { compareText, type StorePath } from '../store/store-path.ts';

/** The result of a build. */
export interface BuildResult extends BuiltOutputs {
  /** NAR bytes of the closure. */
  readonly size: number;
  /** What the outputs name of other store paths, sorted. */
  readonly references: readonly StorePath[];
  /** All that the outputs need at run time, themselves included. */
  readonly closure: Closure;
}

/** Puts together what is known of a build. */
export function buildResult(built: BuiltOutputs, closure: Closure): BuildResult {
  const outputs = new Set(Object.values(built.outputs));
  const named = [...outputs].flatMap((path) => closure.get(path)?.references ?? []);
  const references = [...new Set(named)].filter((path) => !outputs.has(path)).sort(compareText);
  return { ...built, size: closureSize(closure), references, closure };
}
