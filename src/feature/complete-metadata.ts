import type { DeltaDocument } from '../delta/delta-document.ts';

/** The folder that stays the same whatever is installed (docs/formats.md, "On the installed system"). */
export function linkOf(id: string): string {
  return `/opt/nix-feature/${id}`;
}

const MODE_OPTION = {
  type: 'string',
  enum: ['auto', 'secure', 'dev'],
  default: 'auto',
  description: 'secure: install the pre-built store paths. dev: install what the Feature has for other systems. auto: whichever fits.',
};

/**
 * The author's metadata, with what every Feature of ours needs where they have not declared it: PATH in `containerEnv`,
 * and the option `mode`. What they wrote stays as it is, in their order.
 */
export function completeMetadata(
  raw: Readonly<Record<string, unknown>>,
  id: string,
  env: DeltaDocument['env'],
): Readonly<Record<string, unknown>> {
  const containerEnv = objectOf(raw['containerEnv']);
  const options = objectOf(raw['options']);
  const folders = env.PATH.map((folder) => `${linkOf(id)}/${folder}`);
  return {
    ...raw,
    options: 'mode' in options ? options : { ...options, mode: MODE_OPTION },
    containerEnv: {
      ...env.variables,
      ...containerEnv,
      ...('PATH' in containerEnv || folders.length === 0 ? {} : { PATH: [...folders, '${PATH}'].join(':') }),
    },
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
