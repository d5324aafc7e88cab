import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { ListedFolders, listedFiles } from '../../src/git/listed-files.ts';
import { MeantFiles } from '../../src/git/meant-files.ts';
import { looksSecret } from '../../src/git/secret-names.ts';
import { git, repository, temporary, write } from './repositories.ts';

const SECRET = [
  '.env', '.env.local', '.env.production', '.envrc', '.netrc', '_netrc', '.npmrc', '.yarnrc.yml', '.pypirc', '.git-credentials', '.pgpass', '.ssh/config', '.ssh/known_hosts', 'deploy_rsa', 'id_ed25519', 'id_rsa',
  'my_ed25519', '.aws/credentials', '.docker/config.json', '.kube/config', '.config/gcloud/x.db', '.gnupg/x', 'gha-creds-0123456789abcdef.json', 'server.key', 'server.pem', 'cert.p12', 'x.jks', 'passwords.kdbx',
  'prod.tfvars', 'terraform.tfstate', 'my-service-account.json', 'auth.json', 'credentials', 'credentials.json', 'secret.yaml', 'secrets.yml', 'token', 'tokens.json', 'application_default_credentials.json', 'SERVER.KEY', 'ID_RSA',
];
const PLAIN = [
  'install.sh', 'test.sh', 'flake.nix', 'flake.lock', 'devcontainer-feature.json', 'README.md', '.env.example', '.env.sample', 'env', 'environment', 'id_rsa.pub', 'known_hosts', 'keys.md', 'monkey', 'key.nix', 'tokens.md',
  'lib/secrets.sh', 'secret-name.ts', 'token.sh', 'config.json', 'docker/config.json', 'aws/credentials.md', '.gitignore', '.gitattributes', '.editorconfig', 'settings.json', 'passwd.sh', 'ca.crt',
];

test('names that say that a file holds a secret are known, in any folder, and those that do not are left alone', () => {
  for (const below of ['', 'a/', 'a/b c/']) {
    assert.deepEqual(SECRET.filter((name) => !looksSecret(below + name)), []);
    assert.deepEqual(PLAIN.filter((name) => looksSecret(below + name)), []);
  }
});

test('of a checkout, what git tracks is meant, what it ignores is not, and what is new unless its name looks secret', async () => {
  const folder = await repository('.gitignore', 'tracked', '.env', 'keys/id_rsa', 'sub/tracked');
  await writeFile(path.join(folder, '.gitignore'), '*.log\ntarget/\n');
  await write(folder, 'new', 'x.log', 'target/x', '.npmrc', 'sub/gha-creds-1.json', '.direnv/x', '.envrc', 'node_modules/x');
  const meant = await MeantFiles.of(folder);
  assert.equal(meant.knowsGit, true);
  const standings = { 'tracked': 'meant', '.env': 'meant', 'keys/id_rsa': 'meant', 'new': 'meant', 'x.log': 'ignored', 'target/x': 'ignored', '.npmrc': 'secret', 'sub/gha-creds-1.json': 'secret', '.git/config': 'left', 'sub/.git/config': 'left', '.direnv/x': 'left', '.envrc': 'left', 'node_modules/x': 'left' };
  for (const [name, standing] of Object.entries(standings)) assert.equal(meant.standingOf(name), standing, name);
  assert.deepEqual(['tracked', 'new', 'sub/tracked'].filter((name) => meant.isNew(name)), ['new']);
});

test('the user may name what is meant all the same, but never a repository', async () => {
  const folder = await repository('.gitignore');
  await writeFile(path.join(folder, '.gitignore'), 'built/\n');
  await write(folder, 'built/x', '.npmrc', 'other/.env', 'dist/a/x');
  const meant = await MeantFiles.of(folder, { include: ['built', './.npmrc', 'other/.env', 'dist/a/x', '.git'] });
  for (const name of ['built/x', '.npmrc', 'other/.env', 'dist/a/x']) assert.equal(meant.standingOf(name), 'meant', name);
  assert.equal(meant.standingOf('.git/config'), 'left');
  assert.equal(meant.standingOf('dist/b'), 'left');
  assert.deepEqual(['dist', 'dist/a', 'dist/b', '.git'].map((name) => meant.mayHold(name)), [true, true, false, false]);
});

test('without git, or in a folder that it ignores as a whole, names alone count', async () => {
  const outer = await repository('.gitignore');
  await writeFile(path.join(outer, '.gitignore'), 'generated/\n');
  await write(outer, 'generated/feature/a', 'generated/feature/.env');
  for (const folder of [await temporary(), path.join(outer, 'generated/feature')]) {
    const meant = await MeantFiles.of(folder);
    assert.deepEqual([meant.knowsGit, meant.standingOf('a'), meant.standingOf('.env'), meant.standingOf('.git/config'), meant.isNew('a')], [false, 'meant', 'secret', 'left', false]);
  }
});

test('a submodule and a repository in the folder have their own say', async () => {
  const inner = await repository('tracked', '.gitignore');
  const folder = await repository('a');
  await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'module');
  await git(folder, 'init', '--quiet', 'nested');
  await writeFile(path.join(folder, 'module/.gitignore'), 'ignored\n');
  await write(folder, 'module/ignored', 'module/new', 'nested/new', 'nested/.env');
  const meant = await MeantFiles.of(folder);
  const standings = { 'module/tracked': 'meant', 'module/ignored': 'ignored', 'module/new': 'meant', 'module/.git': 'left', 'nested/new': 'meant', 'nested/.env': 'secret', 'nested/.git/config': 'left' };
  for (const [name, standing] of Object.entries(standings)) assert.equal(meant.standingOf(name), standing, name);
});

test('what git is asked once about a whole checkout, it says of each folder as if it were asked about that alone', async () => {
  const inner = await repository('tracked');
  const folder = await repository('.gitignore', 'a/x', 'a/b/y', 'a b/z', 'a-c/x', 'ä/x', 'plain');
  await writeFile(path.join(folder, '.gitignore'), '*.log\nignored/\n');
  await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'a/module');
  await git(folder, 'init', '--quiet', 'nested/repo');
  await write(folder, 'a/new', 'a/x.log', 'ignored/flake.nix', 'fresh/flake.nix', 'nested/repo/new');
  const elsewhere = await temporary();
  const lists = new ListedFolders(folder);
  for (const name of ['', 'a', 'a/b', 'a b', 'a-c', 'ä', 'a/module', 'ignored', 'fresh', 'nested', 'nested/repo', elsewhere]) {
    const place = path.resolve(folder, name);
    const [once, alone] = [await lists.of(place), await listedFiles(place)];
    assert.deepEqual([once?.tracked, once?.untracked, once?.repositories], [alone?.tracked, alone?.untracked, alone?.repositories], name);
  }
});
