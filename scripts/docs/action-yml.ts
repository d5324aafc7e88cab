import { CACHE_INPUTS } from '../../src/actions/inputs/cache.ts';
import { INPUTS } from '../../src/actions/inputs/main.ts';
import { PLAN_INPUTS } from '../../src/actions/inputs/plan.ts';
import { PUBLISH_INPUTS } from '../../src/actions/inputs/publish.ts';
import { RUN_INPUTS } from '../../src/actions/inputs/run.ts';
import { SETUP_INPUTS } from '../../src/actions/inputs/setup.ts';
import type { InputSpec } from '../../src/actions/inputs/rows/spec.ts';
import { VERIFY_INPUTS } from '../../src/actions/inputs/verify.ts';
import { IMAGE_INPUTS } from '../../src/actions/inputs/image.ts';
import { WSL_INPUTS } from '../../src/actions/inputs/wsl.ts';
import { CACHE_OUTPUTS } from '../../src/report/runs/cache.ts';
import { OUTPUTS } from '../../src/report/build/outputs.ts';
import { PLAN_OUTPUTS } from '../../src/report/runs/plan.ts';
import { SETUP_OUTPUTS } from '../../src/report/runs/setup.ts';
import { RUN_OUTPUTS } from '../../src/report/runs/run.ts';
import { VERIFY_OUTPUTS } from '../../src/report/runs/verify.ts';
import { IMAGE_OUTPUTS } from '../../src/report/runs/image.ts';
import { WSL_OUTPUTS } from '../../src/report/runs/wsl.ts';

const WIDTH = 110;

/** All of action.yml. */
export function actionYml(): string {
  return `${headYml('Nix Feature', 'Turn a Nix flake into a Dev Container Feature: build in your base image, pack only what the base lacks, publish it as OCI layers.')}
inputs:
${INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(OUTPUTS)}

runs:
  using: node24
  main: dist/main/index.js
  post: dist/main/index.js
  post-if: always()
`;
}

/** All of publish/action.yml. */
export function publishActionYml(): string {
  return `${headYml('Publish Nix Feature', 'Assemble what several jobs have built with nix-feature-action, and publish it as one Dev Container Feature.')}
inputs:
${PUBLISH_INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(OUTPUTS)}

runs:
  using: node24
  main: index.mjs
`;
}

/** All of plan/action.yml. */
export function planActionYml(): string {
  return `${headYml('Plan Nix Features', 'Find the Features of a repository, and output the matrix of what must be built, with reasons.')}
inputs:
${PLAN_INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(PLAN_OUTPUTS)}

runs:
  using: node24
  main: index.mjs
  post: index.mjs
  post-if: always()
`;
}

/** All of verify/action.yml. */
export function verifyActionYml(): string {
  return `${headYml('Verify Nix Feature', 'Check a published Dev Container Feature from the outside: digests, members, NAR hashes, metadata, release key.')}
inputs:
${VERIFY_INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(VERIFY_OUTPUTS)}

runs:
  using: node24
  main: index.mjs
`;
}

/** All of setup/action.yml. */
export function setupActionYml(): string {
  return `${headYml('Set up Nix', 'Use the installed Nix, or install a pinned release through the tool cache, for a single user, after checking its hash.')}
inputs:
${SETUP_INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(SETUP_OUTPUTS)}

runs:
  using: node24
  main: index.mjs
`;
}

/** All of run/action.yml. */
export function runActionYml(): string {
  return `${headYml('Run in a Nix shell', "Run a command in the base image or on the host, with the development shell of a flake or with packages of nixpkgs.")}
inputs:
${RUN_INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(RUN_OUTPUTS)}

runs:
  using: node24
  main: index.mjs
  post: index.mjs
  post-if: always()
`;
}

/** All of cache/action.yml. */
export function cacheActionYml(): string {
  return `${headYml('Nix Feature cache', 'A binary cache for the steps of a job: what published Features ship, and what earlier jobs have built.')}
inputs:
${CACHE_INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(CACHE_OUTPUTS)}

runs:
  using: node24
  main: index.mjs
  post: index.mjs
  post-if: always()
`;
}

/** Returns all of image/action.yml. */
export function imageActionYml(): string {
  return `${headYml('Nix Feature image', 'Make an image of a base image and published Nix Features, as an installation would leave it. No docker, no build: layers are put together in the registry.')}
inputs:
${IMAGE_INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(IMAGE_OUTPUTS)}

runs:
  using: node24
  main: index.mjs
`;
}

/** All of wsl/action.yml. */
export function wslActionYml(): string {
  return `${headYml('Nix WSL tarball', 'Build a NixOS for WSL from a flake, check the tarball, and upload or release it.')}
inputs:
${WSL_INPUTS.map(inputYml).join('\n')}

outputs:
${outputsYml(WSL_OUTPUTS)}

runs:
  using: node24
  main: index.mjs
`;
}

function outputsYml(outputs: readonly { readonly name: string; readonly description: string }[]): string {
  return outputs.map(({ name, description }) => `  ${name}:\n${descriptionYml(description)}`).join('\n');
}

function headYml(name: string, description: string): string {
  return `# Made by scripts/docs.ts from the tables in src/actions and src/report.
name: ${name}
${descriptionYml(description, '')}
branding:
  icon: package
  color: blue
`;
}

function inputYml(spec: InputSpec): string {
  const otherwise = spec.default === '' && spec.otherwise !== undefined ? ` Default: ${spec.otherwise}.` : '';
  // The runner takes an empty base-image for a missing one only to warn about it; our own error says more.
  return `  ${spec.name}:\n${descriptionYml(spec.description + otherwise)}\n    default: ${quoted(spec.githubDefault ?? spec.default)}`;
}

/** A folded block scalar; YAML 1.2, 8.1.3. */
function descriptionYml(text: string, indent = '    '): string {
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
  return [`${indent}description: >-`, ...[...lines, line].map((each) => `${indent}  ${each}`)].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
