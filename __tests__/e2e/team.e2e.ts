import assert from 'node:assert/strict';
import { cp, mkdir, readFile, readdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import { systemOf } from '../../src/platform.ts';
import type { BedrockAge } from '../rig/bedrock.ts';
import { attempt, run } from '../rig/command.ts';
import { closureOf, machineArch, writeFlake } from '../rig/flakes.ts';
import { bedrockImage, engine } from '../rig/images.ts';
import { NIX_ENV } from '../rig/nix-env.ts';
import { PROJECT } from '../rig/paths.ts';
import { theRig } from '../rig/rig.ts';
import { teamFlakes } from '../rig/team.ts';
import { LABEL, MACHINE, scratchFolder } from './nix-feature.ts';

/*
 * The team's flake with each Nix, its templates, what its library makes, run for real, and the Feature that is made of
 * it. What stands for nixpkgs, Home Manager and flake-parts, and what that leaves out: docs/contributing/status.md.
 */
const rig = await theRig();
const scratch = await scratchFolder();
const arch = machineArch();
const SYSTEM = systemOf(arch);
const team = await teamFlakes(path.join(scratch, 'team'));
/** That of WSL machines has tests of its own. */
const TEMPLATES = (await readdir(path.join(PROJECT, 'nix/templates'), { withFileTypes: true })).filter((each) => each.isDirectory() && each.name !== 'wsl').map(({ name }) => name);

/** Our modules beside those of Home Manager. Of a real one, what its other modules ask of packages is filled in. */
const upstream = await writeFlake(
  path.join(scratch, 'team/upstream'),
  `{
  inputs.nixpkgs.url = "path:${team.evaluated}";
  inputs.nix-feature = { url = "path:${team.ours}"; inputs.nixpkgs.follows = "nixpkgs"; };
  inputs.home-manager = { url = "path:${team.homeManager}"; inputs.nixpkgs.follows = "nixpkgs"; };
  inputs.nixos-wsl = { url = "path:${team.nixosWsl}"; inputs.nixpkgs.follows = "nixpkgs"; };
  outputs = { self, nixpkgs, nix-feature, home-manager, nixos-wsl }: let
    inherit (nixpkgs) lib;
    filled = final: prev: {
      formats = lib.genAttrs [ "json" "toml" "yaml" "ini" "iniWithGlobalSection" "keyValue" "gitIni" "hocon" "lua" "libconfig" "javaProperties" "php" "xml" "plist" ]
        (_: _: prev.formats.json { } // { lib.types.atom = lib.types.str; });
    } // lib.genAttrs [ "glibcLocales" "man" "shared-mime-info" ] (name: prev.writeText name "" // { version = "1.0"; pname = name; });
  in {
    checks.${SYSTEM}.modules = import "\${nix-feature}/nix/checks/modules.nix" {
      pkgs = nixpkgs.legacyPackages.${SYSTEM}.extend filled;
      inherit lib;
      inherit (lib) nixosSystem;
      inherit (home-manager.lib) homeManagerConfiguration;
    };
    checks.${SYSTEM}.wsl = import "\${nix-feature}/nix/checks/wsl.nix" {
      pkgs = nixpkgs.legacyPackages.${SYSTEM};
      inherit lib;
      inherit (lib) nixosSystem;
      nixosWsl = nixos-wsl.nixosModules.default;
    };
  };
}
`,
);

const OVERRIDES = ['--no-write-lock-file', ...team.overrides].join(' ');
/** Shows and checks our flake, makes each template a flake of its own and shows and checks that. */
const EVERYTHING = `set -eu
nix() { command nix --option warn-dirty false "$@" 2>> /tmp/nix.log || { tail -30 /tmp/nix.log >&2; echo "nix $* failed" >&2; exit 1; }; }
nix flake show --no-write-lock-file path:${team.ours}
nix flake check --no-build --no-write-lock-file path:${team.ours}
nix flake check --no-build --no-write-lock-file path:${upstream}
for template in ${TEMPLATES.join(' ')}; do
  mkdir -p "/tmp/made/$template"
  cd "/tmp/made/$template"
  nix flake init --template "path:${team.ours}#$template"
  for flake in $(find "$PWD" -name flake.nix); do
    cd "$(dirname "$flake")"
    nix flake check --no-build ${OVERRIDES} "path:$PWD"
  done
done
cd /tmp/made/home-manager
[ -n "${team.real ? 'real' : ''}" ] || nix eval --raw ${OVERRIDES} "path:$PWD#homeConfigurations.me.activationPackage.drvPath"
echo "$(command nix --version): all evaluated"
`;

const NIX_CONFIG = 'experimental-features = nix-command flakes\nbuild-users-group =\nsandbox = false\nsubstituters =\nfilter-syscalls = false';

test.each<BedrockAge>(['old', 'current', 'newest'])('the flake, its checks and every template are evaluated by the %s Nix', async (age) => {
  const image = await bedrockImage(rig.docker, { arch, age, paths: [], database: true });
  const said = await engine(rig.docker, 'run', '--rm', LABEL, '--network=none', '-v', `${scratch}/team:${scratch}/team:ro`, '-e', `NIX_CONFIG=${NIX_CONFIG}`, '-e', 'HOME=/tmp', image, 'sh', '-c', EVERYTHING);
  assert.match(said, /all evaluated\n$/);
  for (const shown of ['nix-feature', 'runner', 'home-manager']) assert.ok(said.includes(shown), said);
});

const OURS = ['--no-write-lock-file', '--override-input', 'nixpkgs', `path:${team.nixpkgs}`];

function nix(...argv: string[]): Promise<string> {
  return run(['nix', ...argv], { env: NIX_ENV });
}

test('what is built of the flake passes its checks, and the page of options is what the modules say', async () => {
  await nix('flake', 'check', ...OURS, `path:${team.ours}`);
  const written = await readFile(path.join(PROJECT, 'docs/team/options.md'), 'utf8');
  assert.equal(await nix('eval', '--raw', ...OURS, `path:${team.ours}#lib.optionsReference`), written, 'run: node_modules/.bin/node scripts/team-options.ts');
});

test('the command of the flake starts with the Node.js of its nixpkgs', async () => {
  const [built] = JSON.parse(await nix('build', '--json', '--no-link', ...OURS, `path:${team.ours}#nix-feature`)) as { outputs: { out: string } }[];
  const help = await run([`${built?.outputs.out}/bin/nix-feature`, '--help'], { env: { PATH: '/usr/bin:/bin', NIX_FEATURE_TEST_NODE: process.execPath } });
  assert.match(help, /nix-feature build/);
});

const SECRET = 'sk-test-4f1d0c8e2b';

async function builtAccounts(): Promise<string> {
  const folder = await writeFlake(
    path.join(scratch, 'accounts'),
    `{
  inputs.nixpkgs.url = "path:${team.nixpkgs}";
  inputs.nix-feature = { url = "path:${team.ours}"; inputs.nixpkgs.follows = "nixpkgs"; };
  outputs = { self, nixpkgs, nix-feature }: let
    pkgs = nixpkgs.legacyPackages.${SYSTEM};
    inherit (nix-feature.lib) ai-dev;
    vault = pkgs.writeShellScriptBin "rbw" "echo \\"$VAULT $*\\"";
    # An MCP server of jq: it answers each request with what it knows.
    answers = pkgs.writeShellScriptBin "answers" ''
      while read -r request; do
        printf '%s' "$request" | \${pkgs.jq}/bin/jq -c --arg token "$TOKEN" --arg key "$KEY" --arg given "$*" '{ jsonrpc: "2.0", id, result: { $token, $key, $given } }'
      done
    '';
    servers.answers = ai-dev.mkMcpServer {
      inherit pkgs;
      name = "answers";
      package = answers;
      args = [ "two words" ];
      secrets.TOKEN.file = "~/.secrets/token";
      secrets.KEY = ai-dev.secrets.mkRbwCommand { inherit pkgs; entry = "forge"; package = vault; };
    };
  in {
    packages.${SYSTEM}.default = pkgs.buildEnv { name = "accounts"; paths = [
      (ai-dev.mkClaudeWrapper { inherit pkgs; name = "max"; mcpServers = servers; settings.theme = "dark"; })
      (ai-dev.mkClaudeWrapper { inherit pkgs; name = "work"; account = { env.EXTRA = "it's work"; secrets.ANTHROPIC_API_KEY.file = "~/.secrets/anthropic"; }; })
      (ai-dev.mkOpenCodeWrapper { inherit pkgs; name = "work"; mcpServers = servers; account.defaultModel = "a/b"; })
    ]; };
  };
}
`,
  );
  const [built] = JSON.parse(await nix('build', '--json', '--no-link', '--no-write-lock-file', `path:${folder}`)) as { outputs: { out: string } }[];
  return built?.outputs.out ?? '';
}

test('two accounts are kept apart, MCP servers get their secrets when they start, and no secret is in the store', async () => {
  const out = await builtAccounts();
  const home = path.join(scratch, 'home');
  await mkdir(path.join(home, '.secrets'), { recursive: true });
  await writeFile(path.join(home, '.secrets/token'), `${SECRET}\n`);
  const env = { PATH: '/usr/bin:/bin', HOME: home, VAULT: 'from the vault:', ANTHROPIC_API_KEY: "somebody else's" };
  const start = (program: string, ...argv: string[]) => attempt([path.join(out, 'bin', program), ...argv], { env });

  const max = (await start('claude-max', 'explain this')).stdout.split('\n');
  assert.equal(max[0], `CLAUDE_CONFIG_DIR=${home}/.claude-max`, 'and no key of somebody else');
  assert.deepEqual(max.slice(3), ['argument: explain this', '']);
  const [settings = '', servers = ''] = max.slice(1, 3).map((line) => line.slice(line.indexOf('=') + 1));
  assert.deepEqual(JSON.parse(await readFile(settings, 'utf8')), { theme: 'dark', forceLoginMethod: 'claudeai' });
  assert.deepEqual((await start('claude-max', 'rc')).stdout.split('\n').slice(1), ['argument: rc', '']);

  const refused = await start('claude-work');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /^claude-work: ANTHROPIC_API_KEY could not be read from the file ~\/\.secrets\/anthropic$/m);
  await writeFile(path.join(home, '.secrets/anthropic'), 'of work\n');
  assert.equal((await start('claude-work')).stdout, `CLAUDE_CONFIG_DIR=${home}/.claude-work\nANTHROPIC_API_KEY=of work\nEXTRA=it's work\n`);

  const openCode = Object.fromEntries((await start('opencode-work')).stdout.trim().split('\n').map((line) => line.split('=')));
  assert.deepEqual([openCode['OPENCODE_CONFIG_DIR'], openCode['XDG_DATA_HOME']], [`${home}/.config/opencode-work`, `${home}/.config/opencode-work/data`]);
  const config = JSON.parse(await readFile(openCode['OPENCODE_CONFIG'], 'utf8')) as { model: string; mcp: { answers: { environment: unknown; type: string } } };
  assert.deepEqual([config.model, config.mcp.answers.type, config.mcp.answers.environment], ['a/b', 'local', { TOKEN: '{file:~/.secrets/token}' }]);

  // As Claude Code starts the server, and asks it.
  const { mcpServers } = JSON.parse(await readFile(servers, 'utf8')) as { mcpServers: { answers: { type: string; command: string } } };
  assert.equal(mcpServers.answers.type, 'stdio');
  const answer = await run(['sh', '-c', 'echo \'{ "jsonrpc": "2.0", "id": 7, "method": "initialize" }\' | "$1"', 'sh', mcpServers.answers.command], { env });
  assert.deepEqual(JSON.parse(answer), { jsonrpc: '2.0', id: 7, result: { token: SECRET, key: 'from the vault: get forge', given: 'two words' } });

  const closure = await closureOf(out);
  assert.equal((await attempt(['grep', '-rlF', SECRET, ...closure.filter((each) => !/-(?:libc6|bash|coreutils)/.test(each))])).stdout, '');
});

test('the Feature ai-tools is built of the library, installed and tested in a Bedrock', async () => {
  const folder = path.join(scratch, 'features/ai-tools');
  await cp(path.join(PROJECT, 'examples/features/ai-tools'), folder, { recursive: true });
  await nix('flake', 'lock', '--override-input', 'nixpkgs', `path:${team.nixpkgs}`, '--override-input', 'nix-feature', `path:${team.ours}`, `path:${await realpath(folder)}`);
  const image = await bedrockImage(rig.docker, { arch, paths: [], database: true });
  const argv = ['test', folder, '--base-image', `daemon:${image}`, '--build-in', 'host', '--container-engine', 'docker', '--strict'];
  const tested = await attempt([process.execPath, path.join(PROJECT, 'src/cli/main.ts'), ...argv], { cwd: scratch, env: MACHINE });
  assert.equal(tested.code, 0, tested.stderr);
  assert.match(tested.stderr, /claude-work key-of-work/);
});
