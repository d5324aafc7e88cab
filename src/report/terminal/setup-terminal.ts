import type { SetupReport } from '../facts/setup-facts.ts';

/** Renders what a shell has to run so that it finds this Nix: `eval "$(nix-feature setup)"`. */
export function renderShellLines({ bin, variables }: SetupReport): string {
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}`);
  return [...(bin === undefined ? [] : [`export PATH=${quoted(bin)}:"$PATH"`]), ...lines].map((line) => `${line}\n`).join('');
}

/** POSIX shell, "Single-Quotes". */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
