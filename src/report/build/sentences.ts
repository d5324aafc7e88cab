import { join } from 'node:path';
import { formatBytes, formatCount, formatNumberOf, formatShare } from '../../kit/format.ts';
import { plainShellWord } from '../../kit/text.ts';
import { totalsOf, type BuildReport, type PublishedReport } from './facts.ts';

/** Returns one line of plain text with the Feature, its platforms and the outcome: `my-tools 1.1.0 (amd64, arm64): Published`. */
export function headline(report: BuildReport): string {
  const { id, version } = report.feature;
  const arches = report.platforms.map((platform) => platform.arch).join(', ');
  return `${id} ${version}${arches === '' ? '' : ` (${arches})`}: ${buildOutcome(report)}`;
}

/** Returns `Published` */
export function buildOutcome({ upToDate, published }: BuildReport): string {
  if (upToDate) return 'Up to date';
  if (published === undefined) return 'Built';
  return published.what === 'feature' ? 'Published' : 'Layers uploaded';
}

/** Returns how much is shipped, and how much the base has, as one sentence of plain text; empty if no platform is known. */
export function sizeSentence(report: BuildReport): string {
  if (report.platforms.length === 0) return '';
  const { closure, delta, base, baseShare, compressed } = totalsOf(report);
  const all = formatNumberOf(closure.paths, 'store path');
  if (delta.paths === 0) return `The base already has everything: ${all}, ${formatBytes(closure.bytes)}.`;
  if (base.paths === 0) return `Ships ${all}: ${formatBytes(delta.bytes)}, ${formatBytes(compressed)} compressed.`;
  return (
    `Ships ${formatCount(delta.paths)} of ${all}: ${formatBytes(delta.bytes)} of ${formatBytes(closure.bytes)} ` +
    `(the base has ${formatShare(baseShare)}), ${formatBytes(compressed)} compressed.`
  );
}

/** One thing to do: a sentence and, if there is something to copy, a snippet. */
export interface NextStep {
  readonly text: string;
  readonly snippet?: { readonly language: 'json' | 'sh' | 'yaml'; readonly text: string };
}

const DOWNLOADED = 'layout';

/** Who reads it: somebody at the page of a job, or at a shell. */
export type Reader = 'job' | 'terminal';

const TO_PUBLISH: Readonly<Record<Reader, string>> = {
  job: 'Nothing was published. To publish the Feature, set push to true.',
  terminal: 'Nothing was published. To publish the Feature, name the layout, your registry and your namespace (or build with --push):',
};

/** For whoever builds by hand; the layout is put in. */
const COMMAND = { terminal: 'nix-feature publish <layout> --registry ghcr.io --namespace org/features' } as const;

/** Returns what a person does next with what was built, most likely first. */
export function nextSteps(report: BuildReport, reader: Reader): readonly NextStep[] {
  const { published } = report;
  if (published?.what === 'feature') return [useStep(report, published)];
  if (published?.what === 'layers') {
    return [{ text: `The layers are in ${published.repository}, without a tag. A later job publishes the Feature.` }];
  }
  if (report.upToDate) return [{ text: 'To publish a change, raise the version in devcontainer-feature.json.' }];
  // A folder of the runner is gone when a person reads this.
  const look = reader === 'terminal' ? layoutStep(report) : [];
  return [...artifactStep(report), ...look, publishStep(report, reader)];
}

function publishStep({ layout }: BuildReport, reader: Reader): NextStep {
  const text = TO_PUBLISH[reader];
  if (reader === 'job') return { text };
  return { text, snippet: { language: 'sh', text: layout === undefined ? COMMAND.terminal : COMMAND.terminal.replace('<layout>', () => plainShellWord(layout)) } };
}

function useStep({ feature }: BuildReport, { repository, tags }: PublishedReport): NextStep {
  // A range moves with compatible releases; the lock file of the dev container tools pins what it came to. A patch of an
  // older line is not what the wider range names.
  const [major = '', minor = ''] = feature.version.split('.');
  const ranges = /^0\.|-/.test(feature.version) ? [] : [major, `${major}.${minor}`];
  const tag = ranges.find((range) => tags.includes(range)) ?? feature.version;
  return {
    text: 'Use it in devcontainer.json:',
    snippet: { language: 'json', text: JSON.stringify({ features: { [`${repository}:${tag}`]: {} } }, undefined, 2) },
  };
}

function artifactStep({ artifact }: BuildReport): readonly NextStep[] {
  if (artifact === undefined) return [];
  return [
    {
      text: `Download the layout from this run's artifacts (${formatBytes(artifact.size)}):`,
      snippet: { language: 'sh', text: `gh run download --name ${artifact.name} --dir ${DOWNLOADED}` },
    },
  ];
}

function layoutStep({ layout }: BuildReport): readonly NextStep[] {
  if (layout === undefined) return [];
  return [
    { text: `To see what ships and why, open ${plainShellWord(join(layout, 'explorer.html'))} in a browser.` },
  ];
}
