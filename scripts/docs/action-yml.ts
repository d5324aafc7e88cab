import { INPUTS } from '../../src/actions/inputs.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import type { InputSpec } from '../../src/actions/inputs.ts';

const WIDTH = 110;

/** All of action.yml. */
export function actionYml(): string {
  return `# Made by scripts/docs.ts from src/actions/inputs.ts and src/report/outputs.ts.
name: Nix Feature
description: >-
  Turn a Nix flake into a Dev Container Feature: build in your base image, pack only what the base lacks, publish it as
  OCI layers.
branding:
  icon: package
  color: blue

inputs:
${INPUTS.map(inputYml).join('\n')}

outputs:
${OUTPUTS.map(({ name, description }) => `  ${name}:\n${descriptionYml(description)}`).join('\n')}

runs:
  using: node24
  main: dist/main/index.js
  post: dist/main/index.js
  post-if: always()
`;
}

function inputYml(spec: InputSpec): string {
  const otherwise = spec.default === '' && spec.otherwise !== undefined ? ` Default: ${spec.otherwise}.` : '';
  // The runner takes an empty base-image for a missing one only to warn about it; our own error says more.
  return `  ${spec.name}:\n${descriptionYml(spec.description + otherwise)}\n    default: ${quoted(spec.githubDefault ?? spec.default)}`;
}

/** A folded block scalar; YAML 1.2, 8.1.3. */
function descriptionYml(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return ['    description: >-', ...[...lines, line].map((each) => `      ${each}`)].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
