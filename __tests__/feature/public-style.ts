/*
 * Features in the style of those that are public: how their authors write metadata and scripts. Each works with the dev
 * container tools, and is packed by the official packer.
 */

const RUNTIME = '. "$(dirname "$0")/nix-feature/install.sh"\nnix_feature_install || exit 1\n';

const string = (value: string, more: object = {}): object => ({ type: 'string', default: value, ...more });

/** What is in devcontainer-feature.json besides id, version and name. */
const METADATA: Readonly<Record<string, object>> = {
  'nothing-more': {},
  'a-version': { options: { version: string('latest', { proposals: ['latest', 'lts', '18'], description: 'Select or enter a version.' }) } },
  'an-enum': { options: { channel: string('stable', { enum: ['stable', 'quality'] }) } },
  'an-empty-default': { options: { extras: string('', { description: 'A comma separated list' }) } },
  'no-default': { options: { token: { type: 'string', description: 'Optional' } } },
  'a-default-of-another-type': { options: { install: { type: 'boolean', default: 'true' }, port: { type: 'string', default: 8080 } } },
  'a-default-outside-its-enum': { options: { flavour: string('', { enum: ['a', 'b'] }) } },
  'an-option-without-type': { options: { packages: { default: 'a,b', description: 'd' } } },
  'proposals-of-a-boolean': { options: { moby: { type: 'boolean', default: true, proposals: [true, false] } } },
  'both-lists': { options: { version: string('1', { enum: ['1'], proposals: ['1'] }) } },
  'common-words': { options: { shell: string('zsh'), user: string('automatic'), env: string(''), editor: string('vim'), uid: string('automatic'), language: string('en'), term: string('xterm') } },
  'many-cases': { options: { installZsh: { type: 'boolean', default: true }, 'upgrade-packages': { type: 'boolean', default: false }, user_name: string('automatic'), '2fa': { type: 'boolean', default: false } } },
  'the-home-of-somebody': { options: { folder: string('$HOME/.config') } },
  'its-own-mode': { options: { Mode: string('auto') } },
  'an-url': { options: { mirror: string('https://example.org/a?b=c&d=e#f') } },
  'a-path': { containerEnv: { TOOL_HOME: '/usr/local/tool', PATH: '/usr/local/tool/bin:${PATH}' } },
  'path-without-braces': { containerEnv: { PATH: '$PATH:/usr/local/tool/bin' } },
  'one-variable-in-another': { containerEnv: { ZROOT: '/usr/local/sdk', ABIN: '${ZROOT}/bin', PATH: '${PATH}:${ABIN}' } },
  'with-a-default': { containerEnv: { LD_LIBRARY_PATH: '/usr/lib/x:${LD_LIBRARY_PATH:-}', GOPATH: '${GOPATH:-/go}', 'npm_config_x.y-z': '1' } },
  'quotes-in-a-variable': { containerEnv: { OPTIONS: '{"a": "b"} it\'s 100% \\ `fine` ($5)' } },
  'installed-after': { installsAfter: ['ghcr.io/devcontainers/features/common-utils', 'ghcr.io/Devcontainers/features/node:1', 'node', 'devcontainers/features/go'] },
  'depends-on': { dependsOn: { 'ghcr.io/devcontainers/features/common-utils:2': { installZsh: false }, 'ghcr.io/devcontainers/features/git': 'latest', 'localhost:5000/a/b': {} } },
  'depends-by-digest': { dependsOn: { [`ghcr.io/devcontainers/features/git@sha256:${'0a'.repeat(32)}`]: {}, 'https://example.org/devcontainer-feature-tool.tgz': {}, './beside': {} } },
  'mounts-as-objects': { mounts: [{ source: 'dind-var-lib-docker-${devcontainerId}', target: '/var/lib/docker', type: 'volume' }, { source: '/var/run/docker.sock', target: '/var/run/docker-host.sock', type: 'bind' }, { type: 'tmpfs', target: '/scratch' }] },
  'mounts-as-text': { mounts: ['source=${localEnv:HOME}/.aws,target=/home/dev/.aws,type=bind,consistency=cached', 'type=volume,src=cache,dst=/cache'] },
  'a-container-of-its-own': { privileged: true, init: true, capAdd: ['SYS_PTRACE'], securityOpt: ['seccomp=unconfined'], entrypoint: '/usr/local/share/init.sh' },
  'every-command': { onCreateCommand: 'a && b', updateContentCommand: ['a', 'b c'], postCreateCommand: { one: 'a ${containerWorkspaceFolder}', two: ['b', 'c'] }, postStartCommand: { x: '' }, postAttachCommand: [] },
  'an-editor': { customizations: { vscode: { extensions: ['a.b'], settings: { 'a.b': { c: [1, 2.5, null, 12345678901234567000] } } }, jetbrains: { plugins: ['x'] } } },
  'renamed-once': { legacyIds: ['old-name', 'older'], deprecated: false },
  'no-longer-kept': { deprecated: true },
  'many-addresses': { documentationURL: 'https://example.org/a/tree/main/src/a', licenseURL: 'https://example.org/LICENSE', keywords: ['a', 'b'], $schema: 'https://example.org/schema.json' },
  'addresses-that-are-none': { documentationURL: '', licenseURL: 'LICENSE' },
  'words-of-its-own': { maintainers: ['a'], icon: 'icon.png', description: 'Line one\nline two with "quotes", $dollars, `ticks` and \'these\'' },
};

/** How an install.sh comes to the runtime. */
const INSTALLS: readonly string[] = [
  `#!/bin/sh\nset -e\n${RUNTIME}`,
  `#!/usr/bin/env bash\n\nset -Eeuo pipefail\nDIR="$(cd "$(dirname "\${BASH_SOURCE[0]}")" && pwd)"\nsource "$DIR/nix-feature/install.sh"\nnix_feature_install || exit 1\n`,
  `set -e\n${RUNTIME}`,
  `#!/bin/bash -i\nset -o errexit\nif [ "$(id -u)" -ne 0 ]; then echo no; exit 1; fi\n${RUNTIME}`,
  `#!/bin/sh -e\nexec sh "$(dirname "$0")"/nix-feature/install.sh\n`,
  `# a comment first\n${RUNTIME}case "$(uname -m)" in x86_64|aarch64) ;; *) exit 1 ;; esac\n`,
];

export interface PublicFeature {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}

const FLAKE = '{ outputs = _: { packages.x86_64-linux.default = 1; packages.aarch64-linux.default = 2; }; }\n';

/** One folder for each kind of metadata, with one of the kinds of install.sh. */
export const PUBLIC_STYLE: readonly PublicFeature[] = Object.entries(METADATA).map(([id, more], index) => ({
  id,
  files: {
    'devcontainer-feature.json': `${index % 3 === 0 ? '// made by a test\n' : ''}${JSON.stringify({ id, version: `${index}.0.${index}`, name: id, ...more }, undefined, index % 2 === 0 ? 2 : '\t')}\n`,
    'install.sh': INSTALLS[index % INSTALLS.length] ?? '',
    'flake.nix': FLAKE,
    'README.md': '',
    'NOTES.md': 'x',
    'scripts/more.sh': '#!/bin/sh\ntrue\n',
  },
}));
