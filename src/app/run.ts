import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from '../kit/host.ts';
import { Stages } from '../kit/stages.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { DevShell } from '../nix/builder/dev-shell.ts';
import { NixBuilder } from '../nix/builder/nix-builder.ts';
import { resolveFlake, type ResolvedFlake } from '../nix/flake/flake.ts';
import { SeenFolders } from '../nix/flake/seen-folder.ts';
import { Registries } from '../oci/pull/registries.ts';
import type { NixPlace } from '../place/place.ts';
import { openContainerSite, openHostSite, type BuildSite } from '../place/site.ts';
import { systemOf } from '../platform.ts';
import type { RunReport } from '../report/runs/run.ts';
import type { FlakeSource } from '../request/sources.ts';
import { ENTRY_FILE, entryFiles } from '../shell/entry-files.ts';
import type { EvalRequest, RunRequest } from '../shell/request.ts';

/**
 * Runs a command with what a flake's shell or packages bring, in a container of the base image or on the host. Whatever
 * happens, no container and no temporary folder stays behind.
 * @throws Failure if the command can't be run; how it ends is no failure
 */
export async function runCommand(request: RunRequest, host: Host): Promise<RunReport> {
  const began = performance.now();
  await using cleanup = new AsyncDisposableStack();
  const place = await entryFolder(cleanup);
  const sources = request.tools.kind === 'shell' ? [request.tools.flake] : request.tools.flakes;
  const { builder, flakes, opened } = await openBuilder({ ...request, shared: [...request.shared, place] }, sources, host, cleanup);
  const stages = new Stages(host, '');
  const shell = await stages.run('Prepare the shell', {}, async () => {
    const made = await shellOf(request, builder, flakes);
    return [made, `${formatNumberOf(made.path.length, 'folder')} in PATH`];
  });
  const inContainer = request.buildIn === 'container';
  const variables = { ...(inContainer && { ...GIT_TRUST, ...request.jobEnv }), ...shell.variables, ...request.env };
  const hook = request.tools.kind === 'shell' && request.tools.hook ? shell.hook : '';
  await writeFiles(place, entryFiles(place, { path: shell.path, variables, hook, folder: request.folder }, request.command));
  const started = performance.now();
  const exitCode = await opened.site.attach(['/bin/sh', join(place, ENTRY_FILE)], { terminal: request.terminal, signal: host.signal });
  host.signal.throwIfAborted();
  const ended = performance.now();
  return { exitCode, where: opened.site.where, nix: opened.nix, path: shell.path, tools: flakes.map(({ written }) => written), prepared: started - began, duration: ended - started, given: request.given };
}

/** Evaluates an expression or a flake's attribute. @throws Failure */
export async function evaluateQuestion(request: EvalRequest, host: Host): Promise<unknown> {
  await using cleanup = new AsyncDisposableStack();
  const { question } = request;
  const { builder, flakes } = await openBuilder({ ...request, shared: [] }, question.kind === 'flake' ? [question.flake] : [], host, cleanup);
  const [flake] = flakes;
  return builder.eval(question.kind === 'flake' && flake !== undefined ? { kind: 'flake', flake } : { kind: 'expression', text: question.kind === 'expression' ? question.text : '' });
}

interface OpenedBuilder {
  readonly builder: NixBuilder;
  readonly flakes: readonly ResolvedFlake[];
  readonly opened: BuildSite;
}

async function openBuilder(
  request: Pick<RunRequest, 'arch' | 'buildIn' | 'bases' | 'engine' | 'containerOptions' | 'nix' | 'registry' | 'credentials' | 'folder' | 'shared' | 'timeLimit'>,
  sources: readonly FlakeSource[],
  host: Host,
  cleanup: AsyncDisposableStack,
): Promise<OpenedBuilder> {
  const inContainer = request.buildIn === 'container';
  const seenFolders = new SeenFolders(cleanup);
  const flakes: ResolvedFlake[] = [];
  for (const source of sources) {
    flakes.push(await resolveFlake(source, { system: systemOf(request.arch), featureId: 'run', featureFolder: request.folder, inContainer, seenFolders, job: host, cleanup }));
  }
  const place: NixPlace = { request, registries: new Registries(request, host), arch: request.arch, host, stages: new Stages(host, ''), shared: request.shared, cleanup };
  const opened = inContainer ? await openContainerSite(place, [...new Set(flakes.flatMap(({ mounts }) => mounts))]) : await openHostSite({ nix: request.nix, arch: request.arch, job: host, cleanup });
  await opened.prepare();
  return { builder: new NixBuilder(opened.site, { log: (line) => host.info(line), signal: host.signal, timeLimit: request.timeLimit }), flakes, opened };
}

async function shellOf({ tools }: RunRequest, builder: NixBuilder, flakes: readonly ResolvedFlake[]): Promise<DevShell> {
  const [first] = flakes;
  if (tools.kind === 'shell' && first !== undefined) return builder.devShell(first);
  return { path: await builder.packageFolders(flakes), variables: {}, hook: '', builder: '' };
}

/** In a container the checkout belongs to another user than its root, and git would not read it. */
const GIT_TRUST = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };

async function entryFolder(cleanup: AsyncDisposableStack): Promise<string> {
  const folder = await makeTemporary('nix-feature-run');
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o700);
  return folder;
}

/** Of the environment, which may hold secrets, nobody else may read a word. */
async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text, { mode: 0o600 });
}
