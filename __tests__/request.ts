import type { BuildRequest, PublishRequest } from '../src/request/build.ts';

/** A request to build, as the inputs' defaults make it: nothing is published, signed or looked for. */
export function buildRequest(changes: Partial<BuildRequest> = {}): BuildRequest {
  return {
    featureFolder: '/nowhere',
    flake: { kind: 'folder', folder: '/nowhere', attribute: 'default' },
    nixpkgs: undefined,
    followBase: false,
    reproducible: 'locked',
    include: [],
    bases: [],
    arches: ['amd64'],
    buildIn: 'host',
    engine: undefined,
    containerOptions: [],
    compression: 'auto',
    maxLayers: 16,
    delivery: 'auto',
    complement: false,
    push: 'false',
    registry: 'ghcr.io',
    namespace: 'org/features',
    credentials: undefined,
    movingTags: true,
    collection: true,
    shareWith: [],
    reuse: true,
    sbom: 'none',
    policy: undefined,
    test: 'false',
    testDev: undefined,
    remoteUser: undefined,
    strict: false,
    maxDeltaSize: undefined,
    leaks: undefined,
    nix: { substituters: [], trustedPublicKeys: [], builders: [], config: '', sandbox: 'auto' },
    output: undefined,
    uploadArtifact: 'none',
    retentionDays: undefined,
    summary: false,
    origin: {},
    provenance: undefined,
    releaseTag: undefined,
    created: undefined,
    jobs: 1,
    given: [],
    ...changes,
  };
}

/** A request to publish the run's artifacts, as the inputs' defaults make it. */
export function publishRequest(changes: Partial<PublishRequest> = {}): PublishRequest {
  const { registry, namespace, credentials, movingTags, collection, policy, provenance, releaseTag, summary, given } = buildRequest();
  const common = { registry, namespace, credentials, movingTags, collection, policy, provenance, releaseTag, summary, given };
  return { ...common, layouts: [], featureId: undefined, arches: [], delivery: undefined, sbom: undefined, ...changes };
}
