import type { CommandModel, FlagModel } from './command-model.ts';

export interface ManPage {
  readonly version: string;
  /** Paragraphs, as for `reflow`. */
  readonly description: string;
  readonly groups: readonly string[];
  readonly commands: readonly CommandModel[];
  /** Every flag once, by its group. */
  readonly flags: readonly { readonly group: string; readonly flags: readonly FlagModel[] }[];
  readonly environment: readonly (readonly [string, string])[];
  readonly exitCodes: readonly (readonly [string, string])[];
}

/** Returns the man page of the command, in the macros of man(7). Without a date, so that the same tables give the same bytes. */
export function manPage({ version, description, groups, commands, flags, environment, exitCodes }: ManPage): string {
  return `${[
    `.TH NIX\\-FEATURE 1 "" "nix\\-feature ${escaped(version)}" "User Commands"`,
    '.SH NAME',
    'nix\\-feature \\- turn a Nix flake into a Dev Container Feature',
    '.SH SYNOPSIS',
    '.B nix\\-feature',
    '\\fIcommand\\fR [\\fIflag\\fR ...]',
    '.SH DESCRIPTION',
    ...blocks(description),
    '.SH COMMANDS',
    ...groups.flatMap((group) => [`.SS ${quoted(group)}`, ...commands.filter((command) => command.group === group).flatMap(({ name, summary }) => ['.TP', `.B ${escaped(name)}`, line(summary)])]),
    '.SH OPTIONS',
    'Each command takes some of these; nix\\-feature \\fIcommand\\fR \\-\\-help has those of one command.',
    ...flags.flatMap(({ group, flags: own }) => [`.SS ${quoted(group)}`, ...own.flatMap(flagLines)]),
    '.SH USAGE',
    ...commands.flatMap(({ name, text }) => [`.SS ${quoted(`nix-feature ${name}`)}`, ...blocks(text)]),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, text]) => ['.TP', `.B ${escaped(name)}`, line(text)]),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(([code, text]) => ['.TP', `.B ${escaped(code)}`, line(text)]),
  ].join('\n')}\n`;
}

function flagLines({ name, value, description }: FlagModel): readonly string[] {
  return ['.TP', `\\fB\\-\\-${escaped(name)}\\fR${value === undefined ? '' : ` ${escaped(value)}`}`, line(description)];
}

/** Paragraphs are filled; usages, lists and examples stay as they are. */
function blocks(text: string): readonly string[] {
  return text.split('\n\n').flatMap((block) => {
    const lines = block.split('\n');
    if (block.startsWith('Usage:') || block.startsWith('  ')) return ['.PP', '.nf', ...lines.map(line), '.fi'];
    return ['.PP', ...lines.map(line)];
  });
}

/** A dot or an apostrophe at its beginning would be a request. */
function line(text: string): string {
  const safe = escaped(text);
  return /^[.']/.test(safe) ? `\\&${safe}` : safe;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('…', '...').replaceAll('⁶', '^6');
}

function quoted(text: string): string {
  return `"${escaped(text).replaceAll('"', '""')}"`;
}
