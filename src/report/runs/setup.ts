import { formatDuration } from '../../kit/format.ts';
import { inert } from '../../kit/safe-text.ts';
import { shellWord } from '../../kit/text.ts';
import type { BuildRequest } from '../../request/build.ts';
import { givenSection } from '../build/summary.ts';
import { code, escapeText, joinSections } from '../text/markdown.ts';

/** The result of a set-up. */
export interface SetupReport {
  /** `Nix 2.31.2` */
  readonly nix: string;
  /** The requested release. */
  readonly wanted: string;
  /** Where it comes from. */
  readonly from: 'here' | 'cached' | 'downloaded';
  /** The folder that has to go before PATH; undefined: `nix` is in PATH. */
  readonly bin: string | undefined;
  /** Variables for whatever runs Nix afterwards. */
  readonly variables: Readonly<Record<string, string>>;
  readonly given: BuildRequest['given'];
  /** ms */
  readonly duration: number;
}

/** Says in one line which Nix there is, and where it comes from. */
export function setupHeadline({ nix, wanted, from }: SetupReport): string {
  if (from === 'cached') return `${nix} was installed from the tool cache`;
  if (from === 'downloaded') return `${nix} was downloaded and installed`;
  return nix.endsWith(` ${wanted}`) ? `${nix} is there` : `${nix} is installed already and is used; ${wanted} was not needed`;
}

/** Every output of the setup action; setup/action.yml and docs/reference/inputs.md are made from this. */
export const SETUP_OUTPUTS = [
  { name: 'nix', description: 'The Nix that is used: `Nix 2.31.2`.' },
  { name: 'from', description: '`here`: it was installed already; `cached`: installed from the tool cache; `downloaded`: downloaded and installed.' },
  { name: 'path', description: 'The folder of its programs, which was added to PATH; empty if `nix` was in PATH already.' },
  { name: 'json', description: 'The result as one JSON object (`schemas/setup.schema.json`).' },
] as const;

export type SetupOutputName = (typeof SETUP_OUTPUTS)[number]['name'];

/** Returns what the setup action sets. */
export function setupOutputsOf(report: SetupReport): Readonly<Record<SetupOutputName, string>> {
  return { nix: report.nix, from: report.from, path: report.bin ?? '', json: JSON.stringify(setupResultOf(report)) };
}

/** Returns what `nix-feature setup --json` prints. The settings are not in it: they may hold tokens. */
export function setupResultOf({ nix, wanted, from, bin, variables }: SetupReport) {
  return { schemaVersion: 1, nix, wanted, from, path: bin ?? null, variables: Object.keys(variables).toSorted() };
}

/** Renders the job summary of a set-up. */
export function renderSetupSummary(report: SetupReport): string {
  const { bin, duration } = report;
  const place = bin === undefined ? '' : ` ${code(bin)} goes before PATH.`;
  return joinSections([`## ${escapeText(inert(setupHeadline(report)))}`, `It took ${formatDuration(duration)}.${place}`, givenSection(report.given)]);
}

/** Renders what a shell has to run so that it finds this Nix: `eval "$(nix-feature setup)"`. */
export function renderShellLines({ bin, variables }: SetupReport): string {
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${shellWord(value)}`);
  return [...(bin === undefined ? [] : [`export PATH=${shellWord(bin)}:"$PATH"`]), ...lines].map((line) => `${line}\n`).join('');
}
