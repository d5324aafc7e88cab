import type { BuildInputSpec } from './spec.ts';

/** What the run leaves: files, artifact, summary, comment. */
export const RESULTS_ROWS = [
  {
    name: 'output',
    group: 'Results',
    fills: 'output',
    kind: 'folder',
    default: '',
    otherwise: "a new folder in RUNNER_TEMP, or else in the machine's temporary folder; it is kept",
    description: 'Where the OCI image layout is written.',
  },
  {
    name: 'upload-artifact',
    group: 'Results',
    fills: 'uploadArtifact',
    kind: 'choice',
    default: 'auto',
    values: ['auto', 'true', 'false'],
    githubOnly: true,
    description:
      'Upload the layout as the artifact `feature-<id>-<arch>` (in a second attempt of the run `feature-<id>-<arch>-attempt-2`), without the layers that were pushed. With `auto`, artifacts of pull requests and merge queues contain no layers, because nobody publishes them.',
  },
  {
    name: 'retention-days',
    group: 'Results',
    fills: 'retentionDays',
    kind: 'count',
    default: '',
    otherwise: "the repository's setting",
    min: 1,
    max: 400,
    githubOnly: true,
    description: 'How many days the artifact is kept.',
  },
  {
    name: 'summary',
    group: 'Results',
    fills: 'summary',
    kind: 'boolean',
    default: 'true',
    description: 'Write the summary of what was built.',
  },
  {
    name: 'comment',
    group: 'Results',
    fills: 'summary',
    kind: 'boolean',
    default: 'false',
    githubOnly: true,
    description:
      'Write what changed since the last release into one comment of the pull request, which all jobs share and keep up to date. Needs `pull-requests: write`; without it, and in pull requests of forks, the output `comment-body` has the text.',
  },
] as const satisfies readonly BuildInputSpec[];
