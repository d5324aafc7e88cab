import { PUBLISH_ONLY, specOf, type InputSpec } from './inputs.ts';

/** Every input of publish/action.yml, in its order. */
export const PUBLISH_INPUTS: readonly InputSpec[] = [
  ...PUBLISH_ONLY,
  {
    ...specOf('arches'),
    group: 'What to publish',
    otherwise: 'those that were built',
    description: '`amd64`, `arm64` or both: the platforms to publish. Publishing fails if one is missing.',
  },
  { ...specOf('delivery'), default: '', otherwise: 'as in the builds' },
  { ...specOf('sbom'), default: '', otherwise: 'what the builds wrote', description: `${specOf('sbom').description} Builds with \`none\` have none to attach.` },
  ...(['policy', 'allow-events', 'registry', 'namespace', 'moving-tags', 'collection', 'sign', 'sign-key', 'sign-password', 'fulcio-url', 'rekor-url', 'username', 'password', 'github-token', 'summary'] as const).map((name) => specOf(name)),
];
