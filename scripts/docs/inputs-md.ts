import { CACHE_INPUTS } from '../../src/actions/inputs/cache.ts';
import { INPUTS } from '../../src/actions/inputs/main.ts';
import { PLAN_INPUTS } from '../../src/actions/inputs/plan.ts';
import { PUBLISH_INPUTS } from '../../src/actions/inputs/publish.ts';
import { RUN_INPUTS } from '../../src/actions/inputs/run.ts';
import { SETUP_INPUTS } from '../../src/actions/inputs/setup.ts';
import { GROUPS, type InputSpec } from '../../src/actions/inputs/rows/spec.ts';
import { VERIFY_INPUTS } from '../../src/actions/inputs/verify.ts';
import { IMAGE_INPUTS } from '../../src/actions/inputs/image.ts';
import { WSL_INPUTS } from '../../src/actions/inputs/wsl.ts';
import { helpText } from '../../src/cli/help.ts';
import { CACHE_OUTPUTS } from '../../src/report/runs/cache.ts';
import { OUTPUTS } from '../../src/report/build/outputs.ts';
import { PLAN_OUTPUTS } from '../../src/report/runs/plan.ts';
import { SETUP_OUTPUTS } from '../../src/report/runs/setup.ts';
import { RUN_OUTPUTS } from '../../src/report/runs/run.ts';
import { VERIFY_OUTPUTS } from '../../src/report/runs/verify.ts';
import { IMAGE_OUTPUTS } from '../../src/report/runs/image.ts';
import { WSL_OUTPUTS } from '../../src/report/runs/wsl.ts';
import { fence, table } from '../../src/report/text/markdown.ts';
import { decidesContent } from '../../src/release/content.ts';

const CONTENT_INPUTS = INPUTS.filter(({ fills }) => decidesContent(fills)).map(({ name }) => name);

/** All of docs/reference/inputs.md. */
export function inputsMd(): string {
  return `<!-- Made by scripts/docs.ts from the tables in src/actions and src/report. -->

# Inputs, outputs and the command line

Every input is read and checked before any work starts. An empty input means its default. Numbers of bytes are written
as \`40MB\` (decimal), \`32MiB\` (binary) or plain bytes.

${GROUPS.map((group) => groupMd(group, INPUTS)).filter((text) => text !== '').join('\n\n')}

## What is part of a release

A published version never changes. Besides the Feature's files, these inputs decide what a release contains. If you change one of them and
the result differs, you must raise the version. All other inputs can change at any time.

${CONTENT_INPUTS.map((name) => `\`${name}\``).join(', ')}

## Outputs

Sizes are bytes. With several \`arches\` the numbers are those of all platforms together; \`json\` has them per platform.

${outputTable(OUTPUTS)}

## The publish action

\`org/nix-feature-action/publish\` assembles what several jobs have built; see [Publishing](../make/publishing.md). Its outputs are
those above.

${inputTable(PUBLISH_INPUTS)}

## The plan action

\`org/nix-feature-action/plan\` says which Features of a repository must be built; see [Many Features in one repository](../make/monorepos.md).

${inputTable(PLAN_INPUTS)}

Its outputs:

${outputTable(PLAN_OUTPUTS)}

## The verify action

\`org/nix-feature-action/verify\` checks a published Feature from the outside; see [Verifying a Feature](../verify/verifying.md).

${inputTable(VERIFY_INPUTS)}

Its outputs:

${outputTable(VERIFY_OUTPUTS)}

## The run action

\`org/nix-feature-action/run\` runs a command with the shell of a flake; see [Running a command](../use/run.md).

${inputTable(RUN_INPUTS)}

Its outputs, besides those that the command itself sets:

${outputTable(RUN_OUTPUTS)}

## The setup action

\`org/nix-feature-action/setup\` makes sure that a machine has Nix; see [Setting up Nix](../use/setup.md).

${inputTable(SETUP_INPUTS)}

Its outputs:

${outputTable(SETUP_OUTPUTS)}

## The cache action

\`org/nix-feature-action/cache\` gives the steps of a job a binary cache; see [The registry as a binary cache](../use/cache.md).

${inputTable(CACHE_INPUTS)}

Its outputs:

${outputTable(CACHE_OUTPUTS)}

## The image action

\`org/nix-feature-action/image\` makes an image of a base image and published Features; see [A ready image](../use/image.md).

${inputTable(IMAGE_INPUTS)}

Its outputs:

${outputTable(IMAGE_OUTPUTS)}

## The wsl action

\`org/nix-feature-action/wsl\` builds a WSL tarball, checks it, and uploads or releases it; see [WSL machines](../team/wsl.md).

${inputTable(WSL_INPUTS)}

Its outputs:

${outputTable(WSL_OUTPUTS)}

## The command line

The flags are named like the inputs.

${fence(helpText().trimEnd(), 'text')}
`;
}

function groupMd(group: InputSpec['group'], all: readonly InputSpec[]): string {
  const inputs = all.filter((input) => input.group === group);
  return inputs.length === 0 ? '' : `## ${group}\n\n${inputTable(inputs)}`;
}

function outputTable(outputs: readonly { readonly name: string; readonly description: string }[]): string {
  return table(
    ['Output', 'Meaning'],
    outputs.map(({ name, description }) => [`\`${name}\``, cell(description)]),
  );
}

function inputTable(inputs: readonly InputSpec[]): string {
  const rows = inputs.map((input) => [
    `\`${input.name}\``,
    defaultCell(input),
    cell(input.githubOnly === true ? `${input.description} On GitHub only.` : input.description),
  ]);
  return table(['Input', 'Default', 'Meaning'], rows);
}

function defaultCell(input: InputSpec): string {
  if (input.default !== '') return `\`${input.default}\``;
  return input.otherwise === undefined ? '' : cell(input.otherwise);
}

function cell(markdown: string): string {
  return markdown.replaceAll('|', String.raw`\|`);
}
