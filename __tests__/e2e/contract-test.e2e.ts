import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { metadata } from '../feature/feature-folders.ts';
import { afterTest } from '../jest/after-test.ts';
import { machineArch, writeFlake } from '../rig/flakes.ts';
import { writeImageLayout } from '../rig/image-layout.ts';
import { bedrockImage, engine, type Engine } from '../rig/images.ts';
import { theRig } from '../rig/rig.ts';
import { HOST_BUILD, ownNamespace, published, targetFlags, writeSmallFeature } from './publishing.ts';
import { LABEL, attemptBuild, buildHere, containersLeft, scratchFolder, startBuild, type Flags, type Run } from './nix-feature.ts';

/*
 * Features that are built on the host and then installed and tested in a real Bedrock, by both engines: a good one, and
 * one for each thing that can be wrong with one.
 */
buildHere();
const rig = await theRig();
const scratch = await scratchFolder();
const arch = machineArch();

/** A flake whose output has a script in `bin`, besides what `more` makes. */
function flake(more = ''): string {
  return `{
  outputs = { self }: let for = system: derivation {
    name = "tools-1.0.0"; inherit system; builder = "/bin/sh"; PATH = "/usr/bin:/bin";
    args = [ "-euc" ''
      mkdir -p $out/bin
      printf '#!/bin/sh\\necho hello from the delta\\n' > $out/bin/nf-hello
      chmod +x $out/bin/nf-hello
      ${more}
    '' ];
  }; in { packages.x86_64-linux.default = for "x86_64-linux"; packages.aarch64-linux.default = for "aarch64-linux"; };
}
`;
}

const TEST = '#!/bin/sh\nset -eu\nnf-hello | grep "hello from the delta"\necho "I am $(id -un), at home in $HOME"\n';

async function feature(name: string, files: Readonly<Record<string, string>> = {}, more = ''): Promise<string> {
  const folder = path.join(scratch, name, 'tools');
  await mkdir(folder, { recursive: true });
  await writeFlake(folder, flake(more));
  const all = { 'devcontainer-feature.json': metadata({}), 'README.md': '# Tools\n', 'test.sh': TEST, ...files };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text, { mode: file.endsWith('.sh') ? 0o755 : 0o644 });
  }
  return folder;
}

function attempt(by: Engine, folder: string, image: string, flags: Flags = {}): Promise<Run> {
  return attemptBuild({ feature: folder, 'base-image': `daemon:${image}`, 'build-in': 'host', 'container-engine': by.program, test: 'true', strict: 'true', 'container-options': LABEL, ...flags });
}

const OUTCOMES: Readonly<Record<string, string>> = { '✔': 'passed', '✖': 'failed', '–': 'skipped' };

/** The checks, as the log shows them. @throws where the run failed */
function checksOf({ code, stderr }: Run): string[] {
  assert.equal(code, 0, stderr);
  return [...stderr.matchAll(/^ {2}([✔✖–]) (.*?)(?:: .*)?$/gm)].map(([, mark = '', title = '']) => `${OUTCOMES[mark]} ${title}`);
}

async function failure(run: Promise<Run>): Promise<string> {
  const { code, stderr, left } = await run;
  assert.equal(code, 1, stderr);
  assert.deepEqual(left, [], stderr);
  return stderr;
}

/** An image with a change: what a Dockerfile would do, without one. */
async function changed(by: Engine, image: string, name: string, script: string, ...changes: readonly string[]): Promise<string> {
  const container = `e2e-contract-${name}-${process.pid}`;
  const target = `localhost/${container}:1`;
  await engine(by, 'run', '--name', container, '--network=host', '--entrypoint', '/bin/sh', image, '-c', script);
  await engine(by, 'commit', ...changes.flatMap((change) => ['--change', change]), container, target);
  await engine(by, 'rm', container);
  afterTest(() => engine(by, 'rmi', target));
  return target;
}

const ALL = [
  'passed install.sh installs',
  'passed every required path is complete in the base',
  'passed nothing temporary is left behind',
  "passed files in the user's home are the user's",
  'passed test.sh passes',
  'passed a second install changes nothing',
  'passed programs on PATH in plain, login and interactive shells',
  'passed no dangling link in the output',
  'passed no missing shared library or interpreter',
  'passed every added path verified by Nix',
];

const good = await feature('good');

const bedrock = await bedrockImage(rig.docker, { arch, paths: [], database: true });

test('with podman, a good Feature passes every check as the remote user of the image, whose shells find the programs, and its container is gone', async () => {
  const image = await changed(rig.podman, await bedrockImage(rig.podman, { arch, paths: [], database: true }), 'user', 'useradd --create-home --shell /bin/bash dev', 'USER dev');
  const run = await attempt(rig.podman, good, image);
  assert.deepEqual(checksOf(run), ALL);
  assert.match(run.stderr, /hello from the delta\n[^]*I am dev, at home in \/home\/dev/);
  assert.deepEqual(await containersLeft(rig.podman), []);
});

test('with docker, too: layers that a registry would have come from the layout, and a test.sh for the dev container CLI works', async () => {
  const script = '#!/bin/bash\nset -e\nsource dev-container-features-test-lib\ncheck "says hello" bash -c "nf-hello | grep hello"\nreportResults\n';
  const ported = await feature('ported', { 'test.sh': script });
  // A second base is left out, since nobody has asked for the test.
  const bare = await changed(rig.docker, bedrock, 'no-mkdir', 'rm /usr/bin/mkdir');
  const run = await attempt(rig.docker, ported, bedrock, { delivery: 'layers', 'base-image': [`daemon:${bedrock}`, `daemon:${bare}`], test: 'auto' });
  assert.deepEqual(checksOf(run), ALL);
  assert.match(run.stderr, /^warning: The Feature was built but not tested for \w+ in daemon:\S*no-mkdir\S*\. daemon:\S* can't run a test: /m);
  assert.deepEqual(await containersLeft(rig.docker), []);
  const said = await failure(attempt(rig.docker, ported, bare));
  assert.match(said, /^error: The Feature was built but can't be tested for \w+ in daemon:\S*no-mkdir\S*: daemon:\S* can't run a test: /m);
});

test("a base without Nix is tested as far as it can be; the user that the image's dev container label names is the remote user, unless another is asked for", async () => {
  const label = JSON.stringify([{ remoteUser: 'nobody-here' }, { id: 'x', remoteUser: 'dev' }]);
  const image = await changed(rig.docker, bedrock, 'label', 'rm -rf /nix /usr/bin/nix*; useradd --create-home dev', `LABEL devcontainer.metadata='${label}'`);
  const run = await attempt(rig.docker, good, image);
  assert.deepEqual(checksOf(run), [...ALL.slice(0, -1), 'skipped every added path verified by Nix']);
  assert.match(run.stderr, /I am dev/);
  // A test.sh that fails is shown with the end of what it said.
  const folder = await feature('failing', { 'test.sh': '#!/bin/sh\nset -eu\necho before the fall\nfalse\necho never said\n' });
  const said = await failure(attempt(rig.docker, folder, image, { 'remote-user': 'root' }));
  assert.match(said, /error: the end of the log:\n {2}before the fall\n/);
  assert.match(said, /error: \S+\/test\.sh:4: tools 1\.2\.0 failed 1 check in its base image\. "test\.sh passes" .*: it ended with 1 at line 4, run by root/);
  assert.doesNotMatch(said, /never said/);
  assert.deepEqual(await containersLeft(rig.docker), []);
});

test('all that is wrong with an installation is found in one run, and each check says what', async () => {
  // `cut` is linked to libc alone; with another name in place of it the loader finds nothing.
  const more = 'ln -s /nowhere/at/all $out/bin/nf-lost; sed "s/libc[.]so[.]6/libq.so.6/g" /usr/bin/cut > $out/bin/nf-cut; chmod +x $out/bin/nf-cut; printf "#!/no/such/shell\\n" > $out/bin/nf-odd; chmod +x $out/bin/nf-odd';
  const install = [
    '#!/bin/sh\nset -eu\n. "$(dirname "$0")/nix-feature/install.sh"\nnix_feature_install || exit 1',
    'echo again >> /etc/nf-log\nmktemp /opt/nf-XXXXXX > /dev/null',
    'mkdir -p "$_REMOTE_USER_HOME/.config/nf"\n[ -e /tmp/nf-left ] || : > /tmp/nf-left\n',
  ].join('\n');
  const hiding = 'mkdir -p /opt/other; cp /bin/true /opt/other/nf-hello; echo "PATH=/opt/other:\\$PATH" > /etc/profile.d/zzz.sh';
  const image = await changed(rig.docker, bedrock, 'home', `useradd --create-home dev; ${hiding}`, 'USER dev');
  const said = await failure(attempt(rig.docker, await feature('broken', { 'install.sh': install }, more), image));
  // A link that leads nowhere, a library that is not there and a lost interpreter.
  assert.match(said, /✖ no dangling link in the output: .*\/bin\/nf-lost -> \/nowhere\/at\/all leads nowhere/);
  assert.match(said, /✖ no missing shared library or interpreter: .*nf-odd is run by \/no\/such\/shell, which does not exist; .*nf-cut: .*libq\.so\.6/);
  assert.match(said, /✖ programs on PATH.*nf-lost is not found in a plain sh/);
  // A program that another one hides in login shells.
  assert.match(said, /nf-hello is \/opt\/other\/nf-hello, not the Feature's in a login sh/);
  // A second install that is not a no-op.
  assert.match(said, /✖ a second install changes nothing: \/opt\/nf-\w+ came; \/etc\/nf-log was written again\n/);
  // What root leaves in the user's home, and in temporary folders.
  assert.match(said, /✖ nothing temporary is left behind: \/tmp\/nf-left stays\n/);
  assert.match(said, /✖ files in the user's home are the user's: \/home\/dev\/\.config is not dev's; \/home\/dev\/\.config\/nf is not dev's\n/);
});

test('an install.sh that fails ends the test with what it said', async () => {
  const install = '#!/bin/sh\nset -eu\n. ./nix-feature/install.sh\necho "option: $FLAVOUR, user: $_REMOTE_USER in $_REMOTE_USER_HOME, here: $(pwd)"\nexit 7\nnix_feature_install\n';
  const options = { mode: { type: 'string', default: 'auto' }, flavour: { type: 'string', default: 'sweet' } };
  const folder = await feature('broken-install', { 'install.sh': install, 'devcontainer-feature.json': metadata({ options }) });
  const said = await failure(attempt(rig.docker, folder, bedrock));
  assert.match(said, /option: sweet, user: root in \/root, here: \/tmp\/dev-container-features\/tools_0\n/);
  assert.match(said, /"install\.sh installs" .*: it ended with 7/);
});

test('options, scenarios, dependencies and development mode go the way of the dev container tools', async () => {
  const registry = rig.registries.none;
  const namespace = ownNamespace('contract');
  const needed = await writeSmallFeature(path.join(scratch, 'needed'), 'nf-needed', '1.0.0', 'needed');
  await published(['build', `--feature=${needed}`, ...HOST_BUILD, '--delivery=embed', '--push', ...targetFlags(registry, namespace)], registry);
  const options = { mode: { type: 'string', default: 'auto' }, place: { type: 'string', default: '$HOME/x "quoted"' } };
  const folder = await feature('tools-way', {
    'devcontainer-feature.json': metadata({
      options,
      containerEnv: { ZROOT: '/srv', PATH: '/opt/nix-feature/tools/bin:${PATH}', ALIB: '${ZROOT:-none}/lib${NOTHING:+more}' },
      dependsOn: { [`${registry.host}/${namespace}/nf-needed:1`]: {}, [`${registry.host}/${namespace}/nowhere`]: {} },
    }),
    'install.sh': '#!/bin/sh\nset -eu\n. "$(dirname "$0")/nix-feature/install.sh"\nnix_feature_install || exit 1\n[ -e /etc/nf-place ] || echo "$PLACE|$ALIB|$(nf-needed)" > /etc/nf-place\n',
    'install-dev.sh': '#!/bin/sh\nset -eu\nprintf "#!/bin/sh\\necho hello from the delta\\n" > /usr/local/bin/nf-hello\nchmod +x /usr/local/bin/nf-hello\n',
    'test/scenarios.json': '{ "elsewhere": { "image": "debian", "features": { "tools": { "place": "/elsewhere" } } }, "scriptless": { "features": { "tools": {} } } }',
    'test/elsewhere.sh': '#!/bin/bash\nset -e\nsource dev-container-features-test-lib\ncheck place grep -q "^/elsewhere|/srv/lib|needed" /etc/nf-place\nreportResults\n',
    'test.sh': '#!/bin/sh\nset -eu\nnf-hello\ntest ! -e /opt/nix-feature/tools || grep -q "^/root/x quoted|/srv/lib|needed" /etc/nf-place\n',
  });
  const plain = await changed(rig.docker, bedrock, 'plain', 'rm -rf /nix /usr/bin/nix*');
  const said = await failure(attempt(rig.docker, folder, bedrock, { strict: 'false', 'test-dev': `daemon:${plain}`, delivery: 'layers' }));
  assert.match(said, /✔ its dependencies install first: nf-needed\n/);
  assert.match(said, /– its dependencies install first: \S+\/nowhere: /);
  assert.match(said, /✔ test\.sh passes[\s\S]*✔ scenario elsewhere[\s\S]*✖ scenario scriptless: there is no test\/scriptless\.sh\n/);
  assert.match(said, /✔ the Feature installs in development mode\n {2}✔ test\.sh passes/);
  assert.match(said, /failed 1 check/);
});

test('a run that is stopped while it tests leaves no container and no folder', async () => {
  const folder = await feature('hanging', { 'test.sh': '#!/bin/sh\nset -eu\necho waiting for the end\nsleep 600\n' });
  const running = await startBuild({ feature: folder, 'base-image': `daemon:${bedrock}`, 'build-in': 'host', 'container-engine': 'docker', test: 'true', 'container-options': '--label=e2e-contract=hanging' });
  await running.saw('waiting for the end');
  running.kill('SIGTERM');
  const { code, left, stderr } = await running.done;
  assert.equal(code, 143, stderr);
  assert.deepEqual(left, []);
  assert.equal((await engine(rig.docker, 'ps', '--all', '--quiet', '--filter', 'label=e2e-contract=hanging')).trim(), '');
});

test('without an engine a Feature is built all the same, and a warning says that it is not tested', async () => {
  const base = await writeImageLayout(path.join(scratch, 'base'), [{ arch, layers: [{ folder: good }] }]);
  const flags = { feature: good, 'base-image': `oci:${base}`, 'build-in': 'host', 'container-engine': 'docker', test: 'auto' };
  const { code, stderr } = await attemptBuild(flags, { env: { DOCKER_HOST: 'unix:///nowhere.sock' } });
  assert.equal(code, 0, stderr);
  assert.match(stderr, /^warning: The Feature was built but not tested\. Docker is installed, but its daemon does not answer\./m);
});
