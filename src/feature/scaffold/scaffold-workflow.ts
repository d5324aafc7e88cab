import type { ScaffoldOptions } from './scaffold.ts';

/** Returns where the workflow of a Feature is, below the root of the checkout. */
export function workflowFile(id: string): string {
  return `.github/workflows/feature-${id}.yml`;
}

/** Of the action, in workflows of others. */
const ACTION = 'org/nix-feature-action';
const ACTION_VERSION = 'v1';
const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';
const ATTEST = 'actions/attest@59d89421af93a897026c735860bf21b6eb4f7b26 # v4.1.0';

/** Returns a workflow that builds and tests a Feature in pull requests, and publishes what is pushed to the main branch. */
export function scaffoldWorkflow({ id, baseImage, place }: Pick<ScaffoldOptions, 'id' | 'baseImage' | 'place'>): string {
  // The base image stands in this file: another one is a reason to build, too.
  const paths = (place === '.' ? ['**'] : [`${place}/**`, workflowFile(id)]).map((path) => JSON.stringify(path)).join(', ');
  return `# Builds ${id} for both platforms and tests it in its base image. What is on main is published, once its version is new.
name: Feature ${id}

on:
  pull_request:
    paths: [${paths}]
  push:
    branches: [main]
    paths: [${paths}]
  workflow_dispatch:

permissions: {}

concurrency:
  group: feature-${id}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  build:
    name: ${id} (\${{ matrix.arch }})
    strategy:
      fail-fast: false
      matrix:
        include:
          - arch: amd64
            runner: ubuntu-24.04
          - arch: arm64
            runner: ubuntu-24.04-arm
    runs-on: \${{ matrix.runner }}
    timeout-minutes: 60
    permissions:
      contents: read
      packages: write # the layers; in a pull request of a fork GitHub makes it read
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - uses: ${ACTION}@${ACTION_VERSION}
        with:
          feature: ${JSON.stringify(place)}
          base-image: ${JSON.stringify(baseImage)}
          arches: \${{ matrix.arch }}
          push: \${{ github.ref == 'refs/heads/main' && 'layers' || 'false' }}
          test: true

  publish:
    if: github.ref == 'refs/heads/main'
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      packages: write
      id-token: write # signs the attestation
      attestations: write
    steps:
      - id: publish
        uses: ${ACTION}/publish@${ACTION_VERSION}
        with:
          feature-id: ${JSON.stringify(id)}
          arches: amd64,arm64
      # In private repositories, attestations need GitHub Enterprise Cloud.
      - if: \${{ !github.event.repository.private && steps.publish.outputs.subject-digest != '' && steps.publish.outputs.attested != 'true' }}
        uses: ${ATTEST}
        with:
          subject-name: \${{ steps.publish.outputs.subject-name }}
          subject-digest: \${{ steps.publish.outputs.subject-digest }}
          predicate-type: \${{ steps.publish.outputs.predicate-type }}
          predicate: \${{ steps.publish.outputs.predicate }}
`;
}
