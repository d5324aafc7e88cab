import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { SetupError } from '../../src/kit/errors.ts';
import { HERE, read, refusal } from './inputs-of.ts';
import type { Given } from './inputs-of.ts';

test('a feature and a base are enough; everything else has a default', () => {
  assert.deepEqual(read({}), {
    featureFolder: join(HERE, 'tools'),
    flake: { kind: 'folder', folder: join(HERE, 'tools'), attribute: 'default' },
    nixpkgs: undefined,
    followBase: false,
    include: [],
    bases: [{ kind: 'registry', text: 'ghcr.io/org/bedrock:latest' }],
    arches: ['amd64'],
    buildIn: 'container',
    engine: undefined,
    containerOptions: [],
    compression: 'gzip',
    maxLayers: 16,
    delivery: 'auto',
    complement: false,
    push: 'false',
    registry: 'ghcr.io',
    namespace: '',
    credentials: undefined,
    movingTags: true,
    collection: true,
    test: 'auto',
    testDev: undefined,
    remoteUser: undefined,
    shareWith: [],
    reuse: true,
    reproducible: 'locked',
    strict: false,
    maxDeltaSize: undefined,
    leaks: { mode: 'warn', allow: [], search: { values: [], identifiers: [], folders: [HERE] } },
    nix: { substituters: [], trustedPublicKeys: [], builders: [], config: '', sandbox: 'auto' },
    output: undefined,
    uploadArtifact: 'all',
    retentionDays: undefined,
    policy: undefined,
    sbom: 'cyclonedx',
    origin: {},
    releaseTag: undefined,
    provenance: { run: { builder: 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#elsewhere' }, signing: undefined },
    summary: true,
    created: undefined,
    jobs: 4,
    given: [
      ['feature', 'tools'],
      ['base-image', 'ghcr.io/org/bedrock:latest'],
    ],
  });
});

test('every input arrives', () => {
  const request = read({
    packages: 'jq, python3Packages.black\nripgrep',
    arches: 'amd64,arm64',
    'build-in': 'host',
    'container-engine': 'podman',
    'container-options': '--privileged\n--network=host\n',
    compression: 'zstd',
    'max-layers': '3',
    delivery: 'embed',
    complement: 'true',
    jobs: '2',
    push: 'layers',
    registry: 'localhost:5000',
    namespace: 'team/features',
    username: 'me',
    password: 'secret',
    test: 'true',
    'max-delta-size': '32MiB',
    substituters: 'https://cache.example.org s3://bucket',
    'trusted-public-keys': `cache-1:${'A'.repeat(43)}=`,
    builders: 'ssh://a x86_64-linux; ssh://b',
    'nix-config': 'cores = 2\n# comment\nextra-platforms = x',
    sandbox: 'false',
    output: 'out',
    'upload-artifact': 'false',
    summary: 'FALSE',
  });
  assert.deepEqual(request.flake, { kind: 'packages', packages: ['jq', 'python3Packages.black', 'ripgrep'] });
  assert.deepEqual(request.arches, ['amd64', 'arm64']);
  assert.equal(request.buildIn, 'host');
  assert.equal(request.engine, 'podman');
  assert.deepEqual(request.containerOptions, ['--privileged', '--network=host']);
  assert.equal(request.compression, 'zstd');
  assert.equal(request.maxLayers, 3);
  assert.equal(request.delivery, 'embed');
  assert.equal(request.complement, true);
  assert.equal(request.jobs, 2);
  assert.equal(request.push, 'layers');
  assert.equal(request.namespace, 'team/features');
  assert.deepEqual(request.credentials, { username: 'me', password: 'secret' });
  assert.equal(request.test, 'true');
  assert.equal(request.maxDeltaSize, 33_554_432);
  assert.deepEqual(request.nix.substituters, ['https://cache.example.org', 's3://bucket']);
  assert.deepEqual(request.nix.builders, ['ssh://a x86_64-linux', 'ssh://b']);
  assert.equal(request.nix.config, 'cores = 2\n# comment\nextra-platforms = x');
  assert.equal(request.nix.sandbox, 'false');
  assert.equal(request.output, join(HERE, 'out'));
  assert.equal(request.uploadArtifact, 'none');
  assert.equal(request.summary, false);
  assert.deepEqual(request.given.at(-1), ['summary', 'FALSE']);
});

test("each input that can't be used is named, with its value and what would be right", () => {
  const cases: readonly (readonly [Given, RegExp])[] = [
    [{ 'container-engine': 'dokcer' }, /^container-engine \| container-engine: "dokcer" is not one of docker, podman\. Did you mean docker\?/],
    [{ compression: 'gz' }, /compression: "gz" is not one of gzip, zstd, auto\. Did you mean gzip\?/],
    [{ 'build-in': 'qqqqqq' }, /build-in: "qqqqqq" is not one of container, host\. \| $/],
    [{ push: 'yes' }, /push: "yes" is not one of false, layers, true/],
    [{ summary: 'yes' }, /summary: "yes" is neither true nor false/],
    [{ 'max-layers': '0' }, /max-layers: "0" is not a whole number from 1 to 100/],
    [{ 'max-layers': '1.5' }, /max-layers: "1\.5" is not a whole number/],
    [{ 'max-layers': '-1' }, /is not a whole number/],
    [{ jobs: '999' }, /from 1 to 256/],
    [{ 'max-delta-size': '10M' }, /"10M" is not a size\. \| Write 10MB for decimal units or 10MiB for binary ones/],
    [{ 'max-delta-size': 'big' }, /"big" is not a size/],
    [{ 'base-image': 'none', 'build-in': 'host', test: 'true' }, /test: true installs the Feature into its base image, but base-image is none/],
    [{ feature: 'nowhere' }, new RegExp(`feature: "nowhere" names the folder ${HERE}/nowhere, which does not exist`)],
    [{ feature: 'tool' }, /feature: "tool" names the folder .*, which does not exist\. \| Did you mean tools\?/],
    [{ feature: './tolos' }, /Did you mean tools\?/],
    [{ feature: 'emptyy' }, /check the repository out/],
    [{ feature: 'a file' }, /feature: "a file" is not a folder/],
    [{ feature: 'empty' }, /has no devcontainer-feature\.json/],
    [{ 'base-image': '' }, /base-image: is missing\. \| Name the image/],
    [{ 'base-image': 'none\nghcr.io/a/b' }, /none can't be combined/],
    [{ 'base-image': 'ghcr.io/a/b\nghcr.io/a/b' }, /"ghcr\.io\/a\/b" is given twice/],
    [{ 'base-image': 'none' }, /^build-in \| build-in: is container by default/],
    [{ 'base-image': 'none', 'build-in': 'container' }, /^build-in \| build-in and base-image can't be given together/],
    [{ flake: '.#x', packages: 'jq' }, /packages and flake can't be given together/],
    [{ nixpkgs: '0'.repeat(40), 'follow-base': 'true' }, /^follow-base \| follow-base and nixpkgs can't be given together/],
    [{ 'base-image': 'none', 'build-in': 'host', 'follow-base': 'true' }, /follow-base: there is no base image to follow/],
    [{ nixpkgs: 'github:NixOS/nixpkgs/x#jq' }, /nixpkgs: "github:NixOS\/nixpkgs\/x#jq" names an attribute/],
    [{ nixpkgs: 'githbu:NixOS/nixpkgs' }, /^nixpkgs \| nixpkgs: "githbu:NixOS\/nixpkgs" begins with githbu:.* Did you mean github\?/],
    [{ nixpkgs: 'https://me:passw0rd@git.example.org/nixpkgs.tar.gz' }, /^nixpkgs \| nixpkgs: "(?!.*passw0rd).* contains a login or a token/],
    [{ nixpkgs: 'git+https://ghp_0123456789@git.example.org/nixpkgs' }, /^nixpkgs \| nixpkgs: "(?!.*ghp_).* contains a login or a token/],
    [{ nixpkgs: 'https://git.example.org/nixpkgs.tar.gz?private_token=0123456789' }, /^nixpkgs \| nixpkgs: "(?!.*01234).* contains a login or a token/],
    [{ nixpkgs: './nowhere' }, /^nixpkgs \| nixpkgs: .*not there|^nixpkgs \| nixpkgs: .*does not exist/],
    [{ reproducible: 'yes' }, /reproducible: "yes" is not one of off, locked, check/],
    [{ feature: 'with flake', packages: 'jq' }, /has a flake\.nix, which would not be used/],
    [{ packages: 'nixpkgs#jq' }, /"nixpkgs#jq" is not an attribute name of nixpkgs\. \| Write the name alone/],
    [{ packages: 'jq; rm' }, /"jq;" is not an attribute name/],
    [{ packages: 'jq jq' }, /"jq" is given twice/],
    [{ arches: 'x86_64' }, /arches: "x86_64" is not one of amd64, arm64\. Write amd64\./],
    [{ arches: 'aarch64' }, /Write arm64/],
    [{ arches: 'amd46' }, /Did you mean amd64\?/],
    [{ arches: 'amd64,amd64' }, /"amd64" is given twice/],
    [{ 'container-options': 'privileged' }, /"privileged" is not an option/],
    [{ push: 'true' }, /^namespace \| namespace: is missing, and nothing can be published without it/],
    [{ registry: 'me:secret@ghcr.io' }, /"\*\*\*@ghcr\.io" is not a registry's host\./],
    [{ registry: 'https://me:secret@ghcr.io' }, /"https:\/\/\*\*\*@ghcr\.io" is not a registry's host\./],
    [{ registry: 'https://ghcr.io' }, /"https:\/\/ghcr\.io" is not a registry's host\. \| Write the host alone/],
    [{ registry: 'ghcr.io/org' }, /Write the host alone/],
    [{ namespace: 'Org/Repo' }, /Registries accept only lower case: write org\/repo/],
    [{ namespace: 'a//b' }, /can't be part of a repository's name/],
    [{ username: 'me' }, /^password \| password: is missing, but username is given/],
    [{ password: 'x' }, /^username \| username: is missing, but password is given/],
    [{ substituters: 'cache.example.org' }, /"cache\.example\.org" is not a URL/],
    [{ 'trusted-public-keys': 'abc' }, /number 1 is not a public key/],
    [{ 'nix-config': 'cores 2' }, /nix-config: line 1 is not a line of nix\.conf/],
    [{ output: 'a file' }, /output: .* exists and is not a folder/],
  ];
  for (const [given, expected] of cases) assert.match(refusal(given), expected);
});

test('an empty input means its default', () => {
  assert.equal(read({ compression: '', 'max-layers': ' ', summary: '' }).maxLayers, 16);
});

test('true and false are taken as YAML writes them', () => {
  assert.equal(read({ test: 'True' }).test, 'true');
  assert.equal(read({ push: 'FALSE' }).push, 'false');
  assert.match(refusal({ test: 'tRue' }), /is not one of/);
});

test('sizes have decimal and binary units', () => {
  const sizes = { '1000': 1000, '10MB': 10_000_000, '10 MiB': 10_485_760, '1.5gb': 1_500_000_000, '500kB': 500_000, '7B': 7 };
  for (const [text, bytes] of Object.entries(sizes)) assert.equal(read({ 'max-delta-size': text }).maxDeltaSize, bytes);
});

test("without arches it is the machine's own", () => {
  assert.deepEqual(read({}, {}, { arch: 'arm64' }).arches, ['arm64']);
  assert.throws(() => read({}, {}, { arch: 's390x' }), /arches: is missing, and this machine's architecture \(s390x\)/);
});

test('none packs everything, on the host', () => {
  assert.deepEqual(read({ 'base-image': 'none', 'build-in': 'host' }).bases, []);
});

test('Windows and macOS are refused with what to do', () => {
  for (const [platform, name] of [
    ['darwin', 'macOS'],
    ['win32', 'Windows'],
  ] as const) {
    assert.throws(
      () => read({}, {}, { platform }),
      (error) => error instanceof SetupError && error.message.includes(name) && (error.hint ?? '').includes('ubuntu'),
    );
  }
});

test('in a job the namespace is the repository in lower case', () => {
  assert.equal(read({}, { GITHUB_REPOSITORY: 'Org/Repo' }).namespace, 'org/repo');
});

// [server that runs the job, its own registry]
const SERVERS = [
  ['https://github.com', 'ghcr.io'],
  ['https://acme.ghe.com', 'containers.acme.ghe.com'],
  ['https://github.example.org', 'containers.github.example.org'],
  ['https://github.example.org:8443', 'containers.github.example.org:8443'],
  ['https://codeberg.org', undefined],
  ['', undefined],
  ['github.com', undefined],
] as const;

for (const [server, own] of SERVERS) {
  test(`the token of a job on ${server === '' ? 'no server' : server} is used for ${own ?? 'no registry'} alone`, () => {
    const env = { GITHUB_ACTOR: 'octo', GITHUB_SERVER_URL: server };
    for (const registry of ['ghcr.io', 'containers.acme.ghe.com', 'containers.github.example.org', 'containers.github.example.org:8443', 'docker.io', 'ghcr.io.example.org', 'codeberg.org', 'github.com', 'containers.github.com']) {
      const expected = registry === own ? { username: 'octo', password: 't' } : undefined;
      assert.deepEqual(read({ 'github-token': 't', registry }, env).credentials, expected, registry);
    }
  });
}

test("the job's token comes after a password that was given, and has a name of its own", () => {
  const env = { GITHUB_ACTOR: 'octo', GITHUB_SERVER_URL: 'https://github.com' };
  assert.deepEqual(read({ 'github-token': 't', password: 'p' }, env).credentials, { username: 'octo', password: 'p' });
  assert.deepEqual(read({ 'github-token': 't' }, { GITHUB_SERVER_URL: 'https://github.com' }).credentials, { username: 'x-access-token', password: 't' });
  assert.match(refusal({ 'github-token': 't', registry: 'docker.io', username: 'me' }, env), /password: is missing/);
});

test('the report of what was given shows no secret', () => {
  const given = read({
    username: 'me',
    password: 'hunter2',
    'github-token': 'ghs_x',
    substituters: 'https://user:pw@cache.example.org',
    'nix-config': 'cores = 2\naccess-tokens = github.com=ghp_y gitlab.com=z',
  }).given;
  assert.deepEqual(given.slice(2), [
    ['username', 'me'],
    ['password', '***'],
    ['substituters', 'https://***@cache.example.org'],
    ['nix-config', 'cores = 2\naccess-tokens = ***'],
  ]);
});

test('SOURCE_DATE_EPOCH is the time of creation, and must be one', () => {
  assert.equal(read({}, { SOURCE_DATE_EPOCH: '1700000000' }).created, 1_700_000_000);
  assert.match(refusal({}, { SOURCE_DATE_EPOCH: 'now' }), /SOURCE_DATE_EPOCH: "now" is not a number of seconds/);
});

test('pull requests and merge queues hand on metadata alone, unless asked; for nobody publishes their layers', () => {
  const cases = [
    ['', 'push', 'all'], ['', '', 'all'], ['', 'pull_request', 'metadata'], ['', 'pull_request_target', 'metadata'], ['', 'merge_group', 'metadata'],
    ['auto', 'pull_request', 'metadata'], ['true', 'pull_request', 'all'], ['True', 'push', 'all'], ['false', 'pull_request', 'none'], ['false', 'push', 'none'],
  ] as const;
  for (const [given, event, expected] of cases) assert.equal(read({ 'upload-artifact': given }, { GITHUB_EVENT_NAME: event }).uploadArtifact, expected, `${given} ${event}`);
  assert.equal(read({ 'retention-days': '7' }).retentionDays, 7);
  for (const wrong of ['0', '401', '1.5', 'a week']) assert.match(refusal({ 'retention-days': wrong }), /whole number from 1 to 400/);
});

test('include names files and folders of the Feature that are there, and no others', () => {
  assert.deepEqual(read({ include: './devcontainer-feature.json\nlib/' }).include, ['devcontainer-feature.json', 'lib']);
  for (const [include, why] of [['/etc/passwd', /is not a file or folder below/], ['../x', /below the Feature/], ['a/../../x', /below/], ['.', /below/], ['.git/config', /which never ships/], ['x/.git', /never ships/], ['nothing', /does not exist in/]] as const) {
    assert.match(refusal({ include }), why);
  }
});

test('nixpkgs is a revision or a flake reference, and a local folder is one that Nix has to see', () => {
  const cases = {
    ['0a'.repeat(20)]: { reference: `github:NixOS/nixpkgs/${'0a'.repeat(20)}` },
    'github:org/fork': { reference: 'github:org/fork' },
    'nixpkgs/nixos-25.11': { reference: 'flake:nixpkgs/nixos-25.11' },
    './tools': { reference: `path:${join(HERE, 'tools')}`, mount: join(HERE, 'tools') },
  };
  for (const [nixpkgs, choice] of Object.entries(cases)) assert.deepEqual(read({ nixpkgs }).nixpkgs, choice, nixpkgs);
  assert.equal(read({}).nixpkgs, undefined);
  assert.equal(read({ 'follow-base': 'true' }).followBase, true);
});

test('a development shell is a flake with the name of a shell, and has no packages', () => {
  const flake = { kind: 'folder', folder: join(HERE, 'tools'), attribute: 'ci' } as const;
  assert.deepEqual(read({ 'dev-shell': 'ci' }).flake, { kind: 'shell', of: flake, hook: false });
  assert.deepEqual(read({ 'dev-shell': 'default', 'shell-hook': 'true', flake: 'github:o/r' }).flake, { kind: 'shell', of: { kind: 'reference', reference: 'github:o/r', attribute: 'default' }, hook: true });
  assert.match(refusal({ 'dev-shell': './x#y' }), /is not the name of a shell/);
  assert.match(refusal({ 'dev-shell': 'ci', flake: '#other' }), /dev-shell: is given, but flake already names #other/);
  assert.match(refusal({ 'dev-shell': 'ci', packages: 'jq' }), /packages have no development shell/);
  assert.match(refusal({ 'shell-hook': 'true' }), /shell-hook: is true, but no shell is named/);
  assert.match(refusal({ 'direnv-hook': 'true' }), /direnv-hook: is true, but no shell is named/);
  assert.equal((read({ 'dev-shell': 'ci', 'direnv-hook': 'true' }).flake as { direnv?: true }).direnv, true);
});
