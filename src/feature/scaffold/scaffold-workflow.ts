import type { ScaffoldOptions } from './scaffold.ts';

/** Of the action, in workflows of others. */
const ACTION = 'org/nix-feature-action';
const ACTION_VERSION = 'v1';
const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';

/** A workflow that builds and tests a Feature in pull requests, and publishes what is pushed to the main branch. */
export function scaffoldWorkflow({ id, baseImage, place }: ScaffoldOptions): string {
  const paths = place === '.' ? '**' : `${place}/**`;
  return `# Builds ${id} for both platforms and tests it in its base image. What is pushed to main is published, once its version is new.
name: Feature ${id}

on:
  pull_request:
    paths: [${JSON.stringify(paths)}]
  push:
    branches: [main]
    paths: [${JSON.stringify(paths)}]

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
          push: \${{ github.event_name == 'push' && 'layers' || 'false' }}
          test: true

  publish:
    if: github.event_name == 'push'
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      packages: write
    steps:
      - uses: ${ACTION}/publish@${ACTION_VERSION}
        with:
          feature-id: ${JSON.stringify(id)}
          arches: amd64,arm64
`;
}
