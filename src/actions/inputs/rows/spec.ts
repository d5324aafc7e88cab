import type { BuildRequest } from '../../../request/build.ts';

export type InputKind =
  /** any text, one value */
  | 'text'
  /** a folder, relative to where the job or the shell stands */
  | 'folder'
  /** several values, one a line; a flag may be repeated */
  | 'lines'
  /** text of several lines that is handed on as it is */
  | 'block'
  | 'boolean'
  /** one of `values` */
  | 'choice'
  /** a whole number from `min` to `max` */
  | 'count'
  /** bytes: `500kB`, `32MiB`, `1000` */
  | 'size'
  /** never shown, in no message and no report */
  | 'secret';

export const GROUPS = [
  'What to build',
  'What to publish',
  'What to verify',
  'What to serve',
  'What to run',
  'Where to build it',
  'How to pack it',
  'Publishing',
  'Testing and limits',
  'Nix',
  'Results',
] as const;

export interface InputSpec {
  readonly name: string;
  readonly group: (typeof GROUPS)[number];
  readonly kind: InputKind;
  /** As the user would write it; empty if the default is computed or is nothing. */
  readonly default: string;
  /** What an empty value means, in words. */
  readonly otherwise?: string;
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Markdown, one paragraph. */
  readonly description: string;
  /** Only if GitHub runs us: no flag of the command line. */
  readonly githubOnly?: true;
  /** What action.yml has as the default, if GitHub has to fill it in. */
  readonly githubDefault?: string;
  /** In messages and help: what stands for the value. */
  readonly placeholder?: string;
}

/** A row of the main action's inputs: all of them become a build's request. */
export interface BuildInputSpec extends InputSpec {
  /** The field that it decides; release/content.ts says whether that field is content. */
  readonly fills: keyof BuildRequest;
}

/** Tells whether a flag of this kind may be repeated on the command line. */
export function isRepeatable(spec: InputSpec): boolean {
  return spec.kind === 'lines' || spec.kind === 'block';
}

/** Returns the row of this name, with the fields that not all rows have. */
export function findRow<R extends InputSpec>(rows: readonly R[], name: R['name']): InputSpec {
  const row = rows.find((each) => each.name === name);
  if (row === undefined) throw new TypeError(`There is no input "${name}".`);
  return row;
}


