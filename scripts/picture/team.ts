import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFlake, makeFlake, machineArch } from '../../__tests__/rig/flakes.ts';
import { REST_TOKEN, startGitHubServices } from '../../__tests__/rig/github-services.ts';
import { pushLayout } from '../../__tests__/rig/image-layout.ts';
import { bedrockLayout } from '../../__tests__/rig/images.ts';
import { NIX_ENV } from '../../__tests__/rig/nix-env.ts';
import type { Rig } from '../../__tests__/rig/rig.ts';
import { runAction, type StepResult } from '../../__tests__/rig/runner.ts';

export const REPOSITORY = `picture-${process.pid}`;
export const ID = 'my-tools';

interface Version {
  readonly version: string;
  readonly packages: readonly string[];
  /** What test.sh runs. */
  readonly tests?: string;
}

const FIRST: Version = { version: '1.0.0', packages: ['jq', 'curl', 'sqlite3'] };
const SECOND: Version = { version: '1.1.0', packages: ['jq', 'curl', 'sqlite3', 'ripgrep'] };

/** A team with one Feature, as the pictures show it: each summary is of a run of the action, with parts of the rig. */
export class Team {
  readonly #rig: Rig;
  readonly #workspace: string;

  private constructor(rig: Rig, workspace: string) {
    this.#rig = rig;
    this.#workspace = workspace;
  }

  /** Pushes the base image: a Debian with Nix, and a store that has a part of what the Feature needs. */
  static async begin(rig: Rig): Promise<Team> {
    const { out } = await buildFlake(await makeFlake('base', ['curl', 'sqlite3']));
    const layout = await bedrockLayout([{ arch: machineArch(), paths: [out], database: true }]);
    await pushLayout(layout, `${rig.registries.none.host}/${REPOSITORY}/bedrock:1.4.0`);
    const workspace = await mkdtemp(path.join(tmpdir(), 'nix-feature-picture-'));
    await mkdir(path.join(workspace, '.temp'));
    return new Team(rig, workspace);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#workspace, { recursive: true, force: true });
  }

  /** @returns the summary of the second of two releases */
  async release(): Promise<string> {
    await this.#publish(FIRST);
    return (await this.#publish(SECOND)).summary;
  }

  /** The same again. */
  async again(): Promise<string> {
    return (await this.#publish(SECOND)).summary;
  }

  /** A test that fails. */
  async failure(): Promise<string> {
    await this.#write({ ...SECOND, version: '1.2.0', tests: 'jq --version\nrg --no-such-option' });
    return (await this.#run({ push: 'true' }, false)).summary;
  }

  /** A pull request that adds a package and forgets the version. */
  async comment(): Promise<string> {
    await this.#write({ ...SECOND, packages: [...SECOND.packages, 'tree'] });
    const event = path.join(this.#workspace, '.temp/event.json');
    await writeFile(event, JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } }));
    const { outputs } = await this.#run({ comment: 'true' }, true, { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event });
    return outputs['comment-body'] ?? '';
  }

  /** Two Features that are new. */
  async plan(): Promise<string> {
    const features = path.join(this.#workspace, 'features');
    for (const [id, version] of [['lint-tools', '0.1.0'], ['shell-tools', '2.0.0']] as const) {
      await mkdir(path.join(features, id), { recursive: true });
      await writeFile(path.join(features, id, 'devcontainer-feature.json'), JSON.stringify(metadataOf(id, { version, packages: ['jq'] })));
      await writeFile(path.join(features, id, 'flake.nix'), `{ outputs = _: { packages.x86_64-linux.default = throw "${id}"; packages.aarch64-linux.default = throw "${id}"; }; }\n`);
      await writeFile(path.join(features, id, 'test.sh'), '#!/bin/sh\nset -eu\njq --version\n', { mode: 0o755 });
      await writeFile(path.join(features, id, 'README.md'), `# ${id}\n`);
    }
    const { registry, namespace, 'base-image': base } = this.#target();
    const result = await runAction({ action: 'plan', workspace: this.#workspace, env: NIX_ENV, inputs: { features: 'features/*', registry, namespace, 'base-image': base, 'build-in': 'host', arches: machineArch() } });
    if (result.summary === '') throw new Error(result.log);
    return this.#shown(result.summary);
  }

  async #publish(version: Version): Promise<StepResult> {
    await this.#write(version);
    return this.#run({ push: 'true' }, true);
  }

  /** Each run has artifacts of its own. */
  async #run(inputs: Readonly<Record<string, string>>, succeeds: boolean, more: Readonly<Record<string, string>> = {}): Promise<StepResult> {
    const services = await startGitHubServices();
    const temporary = path.join(this.#workspace, '.temp');
    const result = await runAction({
      workspace: this.#workspace,
      token: REST_TOKEN,
      env: { ...NIX_ENV, ...this.#rig.docker.env, ...services.env, RUNNER_TEMP: temporary, TMPDIR: temporary, ...more },
      inputs: { feature: ID, flake: './flake', 'build-in': 'host', ...this.#target(), ...inputs },
    });
    await services.stop();
    if ((result.code === 0) !== succeeds) throw new Error(result.log);
    return { ...result, summary: this.#shown(result.summary), outputs: Object.fromEntries(Object.entries(result.outputs).map(([name, value]) => [name, this.#shown(value)])) };
  }

  #target() {
    const { host } = this.#rig.registries.none;
    return { registry: host, namespace: `${REPOSITORY}/features`, 'base-image': `${host}/${REPOSITORY}/bedrock:1.4.0` } as const;
  }

  /** Only the names of the registry and the checkout are replaced by those that a team would see. */
  #shown(text: string): string {
    return text.replaceAll(`${this.#workspace}/`, '').replaceAll(this.#rig.registries.none.host, 'ghcr.io').replaceAll(REPOSITORY, 'org');
  }

  /** Writes the Feature's folder, and its flake beside it: it has Debian's packages in it, which are no part of the Feature. */
  async #write(version: Version): Promise<void> {
    const folder = path.join(this.#workspace, ID);
    const flake = path.join(this.#workspace, 'flake');
    for (const each of [folder, flake]) await rm(each, { recursive: true, force: true });
    await mkdir(folder);
    await cp(await makeFlake(ID, version.packages), flake, { recursive: true });
    await writeFile(path.join(folder, 'README.md'), `# My tools\n\n${version.packages.join(', ')}. The option \`mode\` says how they are installed.\n`);
    await writeFile(path.join(folder, 'devcontainer-feature.json'), `${JSON.stringify(metadataOf(ID, version), null, 2)}\n`);
    await writeFile(path.join(folder, 'test.sh'), `#!/bin/sh\nset -eu\n${version.tests ?? 'jq --version'}\n`, { mode: 0o755 });
  }
}

function metadataOf(id: string, { version, packages }: Version) {
  return {
    id,
    version,
    name: 'My tools',
    description: packages.join(', '),
    options: { mode: { type: 'string', enum: ['auto', 'secure', 'dev', 'build'], default: 'auto', description: 'How it is installed' } },
    containerEnv: { PATH: `/opt/nix-feature/${id}/bin:\${PATH}` },
  };
}
