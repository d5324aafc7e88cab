import { GROUPS, isRepeatable, type InputSpec } from '../actions/inputs/rows/spec.ts';
import { VERSION } from '../version.ts';
import { EXIT_CODES } from './failures.ts';
import { FLAGS, flagsOf, OWN_FLAGS, type Topic } from './flags.ts';
import { COMMAND_GROUPS, DESCRIPTION, ENVIRONMENT, EXAMPLES, SUMMARIES } from './overview.ts';
import type { CommandModel, FlagModel } from './text/command-model.ts';
import { SHELLS } from './text/completion.ts';
import { manPage } from './text/man-page.ts';
import { hanging, reflow, twoColumns, WIDEST } from './text/reflow.ts';
import { USAGE } from './usage.ts';

const INDENT = '      ';

const ALL = 'nix-feature --help lists all commands and flags, the environment and the exit codes.';

/** Returns what `nix-feature` alone prints. @param width columns */
export function usageText(width = WIDEST): string {
  return `${[`Usage: nix-feature <command> [flags]\n\n${overview(width)}`, reflow('Begin with nix-feature init <id>. nix-feature <command> --help has the flags of one command, nix-feature --help all.', width)].join('\n\n')}\n`;
}

/**
 * Returns what `nix-feature --help` prints, or `nix-feature <command> --help`.
 * @param topic the command; undefined for everything
 * @param width columns
 */
export function helpText(topic?: Topic, width = WIDEST): string {
  if (topic !== undefined) return `${[reflow(USAGE[topic], width), ...groupTexts(flagsOf(topic), width), otherFlags(width, topic), reflow(ALL, width)].join('\n\n')}\n`;
  return `${[
    reflow(DESCRIPTION, width),
    'Usage: nix-feature <command> [flags]',
    overview(width),
    reflow(EXAMPLES, width),
    reflow('nix-feature <command> --help has the flags of one command. These are all of them:', width),
    ...groupTexts(FLAGS, width),
    otherFlags(width),
    `Environment:\n\n${twoColumns(ENVIRONMENT, width).join('\n')}`,
    `Exit codes:\n\n${twoColumns(exitCodes(), width).join('\n')}`,
  ].join('\n\n')}\n`;
}

/** Returns the man page; docs/nix-feature.1 is the same. */
export function manText(): string {
  return manPage({
    version: VERSION,
    description: DESCRIPTION,
    groups: COMMAND_GROUPS,
    commands: commandModels(),
    flags: GROUPS.map((group) => ({ group, flags: FLAGS.filter((flag) => flag.group === group).map(flagModel) })).filter(({ flags }) => flags.length > 0),
    environment: ENVIRONMENT,
    exitCodes: exitCodes(),
  });
}

/** Returns every command with its flags, for completion and the man page. */
export function commandModels(): readonly CommandModel[] {
  return topics().map((name) => ({
    name,
    ...SUMMARIES[name],
    text: USAGE[name],
    flags: [...flagsOf(name).map(flagModel), ...ownFlags(name).map((flag) => ({ name: flag.name, value: undefined, values: [], completes: 'nothing' as const, description: flag.description }))],
    words: name === 'completion' ? SHELLS : [],
  }));
}

function topics(): readonly Topic[] {
  return Object.keys(SUMMARIES) as Topic[];
}

function overview(width: number): string {
  // All summaries begin in one column.
  const longest = Math.max(...topics().map((name) => name.length));
  const group = (title: string): string => `${title}:\n${twoColumns(topics().filter((name) => SUMMARIES[name].group === title).map((name) => [name.padEnd(longest), SUMMARIES[name].summary]), width).join('\n')}`;
  return COMMAND_GROUPS.map(group).join('\n');
}

function exitCodes(): readonly (readonly [string, string])[] {
  return EXIT_CODES.map(({ code, meaning }) => [String(code), meaning]);
}

function groupTexts(all: readonly InputSpec[], width: number): readonly string[] {
  return GROUPS.flatMap((group) => {
    const flags = all.filter((flag) => flag.group === group);
    return flags.length === 0 ? [] : [`${group}:\n\n${flags.map((flag) => flagText(flag, width)).join('\n')}`];
  });
}

/** What these commands print is for other programs, or what to do next. */
const WITHOUT_JSON: ReadonlySet<Topic | undefined> = new Set(['init', 'completion', 'man']);

function ownFlags(topic?: Topic): readonly (typeof OWN_FLAGS)[number][] {
  return OWN_FLAGS.filter(({ name }) => !WITHOUT_JSON.has(topic) || (name !== 'json' && name !== 'quiet'));
}

function otherFlags(width: number, topic?: Topic): string {
  return `Other flags:\n\n${twoColumns(ownFlags(topic).map(({ name, description }) => [`--${name}${name === 'help' ? ', -h' : ''}`, description]), width).join('\n')}`;
}

function flagText(spec: InputSpec, width: number): string {
  const { name, value, description } = flagModel(spec);
  return [...hanging(value ?? '', `  --${name} `, width), ...hanging(description, INDENT, width)].join('\n');
}

function flagModel(spec: InputSpec): FlagModel {
  const { name, kind } = spec;
  const values = spec.values ?? (kind === 'boolean' ? ['true', 'false'] : []);
  const completes = kind === 'folder' ? 'folder' : spec.placeholder === 'file' ? 'file' : 'nothing';
  return { name, value: valueText(spec), values, completes, description: `${plain(spec.description)}${defaultText(spec)}` };
}

function valueText(spec: InputSpec): string {
  const value = spec.values?.join('|') ?? `<${spec.placeholder ?? placeholderOf(spec)}>`;
  return isRepeatable(spec) ? `${value} …` : value;
}

function placeholderOf(spec: InputSpec): string {
  if (spec.kind === 'count') return 'number';
  if (spec.kind === 'boolean') return 'true|false';
  return spec.kind === 'secret' || spec.kind === 'text' ? spec.name : spec.kind;
}

function defaultText(spec: InputSpec): string {
  const text = spec.default === '' ? spec.otherwise : spec.default;
  return text === undefined ? '' : ` [default: ${plain(text)}]`;
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}
