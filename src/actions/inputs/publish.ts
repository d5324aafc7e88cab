import { mainRow } from './main.ts';
import type { InputSpec } from './rows/spec.ts';

/** What the publish action has besides the inputs that it shares with the main action. */
export const PUBLISH_ONLY = [
  {
    name: 'feature-id',
    group: 'What to publish',
    kind: 'text',
    default: '',
    otherwise: 'the only one',
    placeholder: 'id',
    githubOnly: true,
    description: 'Which Feature to publish, if the jobs of this run built several.',
  },
  {
    name: 'layouts',
    group: 'What to publish',
    kind: 'lines',
    default: '',
    otherwise: 'the artifacts `feature-<id>-<arch>` of this run',
    placeholder: 'folder',
    description: "Folders with the image layouts that the builds wrote, one per line, instead of the run's artifacts.",
  },
] as const satisfies readonly InputSpec[];

/** Every input of publish/action.yml, in its order. */
export const PUBLISH_INPUTS: readonly InputSpec[] = [
  ...PUBLISH_ONLY,
  {
    ...mainRow('arches'),
    group: 'What to publish',
    otherwise: 'those that were built',
    description: '`amd64`, `arm64` or both: the platforms to publish. Publishing fails if one is missing.',
  },
  { ...mainRow('delivery'), default: '', otherwise: 'as in the builds' },
  { ...mainRow('sbom'), default: '', otherwise: 'what the builds wrote', description: `${mainRow('sbom').description} Builds with \`none\` have none to attach.` },
  ...(['policy', 'allow-events', 'registry', 'namespace', 'moving-tags', 'collection', 'sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url', 'username', 'password', 'github-token', 'summary'] as const).map(mainRow),
];
