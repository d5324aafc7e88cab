import { link, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Host, Job, ReleaseFile, ReleasedFiles } from '../kit/host.ts';
import { formatBytes, formatNumberOf } from '../kit/format.ts';
import { Stages } from '../kit/stages.ts';
import { makeTemporary, removeFolder } from '../kit/temporary.ts';
import { NixBuilder } from '../nix/builder/nix-builder.ts';
import type { BuildResult } from '../nix/builder/build-result.ts';
import { resolveFlake } from '../nix/flake/flake.ts';
import { digestOf, parseDigest } from '../oci/format/digest.ts';
import { openHostSite } from '../place/site.ts';
import { systemOf, type Arch } from '../platform.ts';
import { isRefused, type WslReport } from '../report/runs/wsl.ts';
import { runBuilder, recompress } from '../wsl/build/make-tarball.ts';
import { checkTarball, type CheckedTarball } from '../wsl/check-tarball.ts';
import { keepTarball, SIGNATURE } from '../wsl/files/keep-tarball.ts';
import type { WslBuildRequest, WslCheckRequest, WslKeepRequest, WslRequest } from '../wsl/request.ts';

type BuildTask = Extract<WslRequest['task'], { kind: 'build' }>;

/**
 * Builds a WSL tarball, checks it, and only then lets anybody have it: as a file, an artifact, part of a release. Or only checks one. What is
 * wrong with it is in the report.
 * @throws BuildError, SetupError, Failure, CancelledError
 */
export async function makeTarball(request: WslRequest, host: Host): Promise<WslReport> {
  const { task } = request;
  if (task.kind === 'build') return buildTarball(request, task, host);
  const began = performance.now();
  const { tarball, rows } = await check(task.tarball, request, host);
  return { ...UNBUILT, name: basename(task.tarball), arch: request.arch, tarball, rows, given: request.given, duration: performance.now() - began };
}

const UNBUILT = { configuration: undefined, files: [], artifact: undefined, release: undefined } as const;

async function buildTarball(request: WslRequest, { build, keep }: BuildTask, host: Host): Promise<WslReport> {
  const began = performance.now();
  await using cleanup = new AsyncDisposableStack();
  const stem = `nixos-${build.configuration}`;
  const { result, nix, written } = await buildBuilder(request.arch, build, host, cleanup);
  const work = await workFolder(keep.output, cleanup);
  const made = await runBuilder(result.storePath, work, build, host);
  const file = build.compression === 'xz' ? await asXz(made, work, host) : made;
  const { tarball, rows, storePaths } = await check(file, request, host);
  const report: WslReport = { ...UNBUILT, name: `${stem}.wsl`, configuration: build.configuration, arch: request.arch, tarball, rows, given: request.given, duration: 0 };
  if (isRefused(report)) return { ...report, duration: performance.now() - began };
  const contents = { name: build.configuration, system: systemOf(request.arch), builder: result.storePath, closure: result.closure, present: storePaths };
  const files = await keepTarball({ file, stem, digest: parseDigest(tarball.digest), contents, built: { build, keep, arch: request.arch, flake: written, nix } }, keep, host);
  const left = await publish(files, work, { stem, digest: tarball.digest, arch: request.arch, keep }, host);
  return { ...report, tarball: { ...tarball, file: join(keep.output, `${stem}.wsl`) }, files: files.slice(1), ...left, duration: performance.now() - began };
}

async function buildBuilder(arch: Arch, build: WslBuildRequest, job: Job, cleanup: AsyncDisposableStack): Promise<{ readonly result: BuildResult; readonly nix: string; readonly written: string }> {
  const opened = await openHostSite({ nix: build.nix, arch, job, cleanup });
  const flake = await resolveFlake(build.flake, { system: systemOf(arch), featureId: 'wsl', job, cleanup });
  const builder = new NixBuilder(opened.site, { log: (line) => job.info(line), signal: job.signal });
  const result = await new Stages(job, '').run(`Build the system ${build.configuration}`, {}, async () => {
    const built = await job.group('Nix', () => builder.build(flake));
    return [built, `${formatNumberOf(built.closure.size, 'store path')}, ${formatBytes(built.size)}`];
  });
  return { result, nix: opened.nix, written: flake.written.replace(/#.*/, '') };
}

/** Beside the output folder, so that a rename moves it there. The builder may leave files that belong to root. */
async function workFolder(output: string, cleanup: AsyncDisposableStack): Promise<string> {
  await mkdir(output, { recursive: true });
  const work = await makeTemporary('nix-feature-wsl', output, true);
  cleanup.defer(() => removeFolder(work));
  return work;
}

async function asXz(from: string, work: string, job: Job): Promise<string> {
  const to = join(work, 'built.xz');
  await new Stages(job, '').run('Compress with xz', {}, async () => [await recompress(from, to, job.signal), '']);
  await rm(from);
  return to;
}

function check(file: string, request: WslCheckRequest, job: Job): Promise<CheckedTarball> {
  return new Stages(job, '').run('Check the tarball', {}, async () => {
    const checked = await checkTarball(file, request, { signal: job.signal, now: Date.now() });
    return [checked, formatNumberOf(checked.tarball.members, 'member')];
  });
}

interface Kept {
  readonly stem: string;
  readonly digest: string;
  readonly arch: string;
  readonly keep: WslKeepRequest;
}

async function publish(files: readonly string[], work: string, { stem, digest, arch, keep }: Kept, host: Host): Promise<Pick<WslReport, 'artifact' | 'release'>> {
  const folder = join(work, 'artifact');
  await mkdir(folder);
  for (const file of files) await link(join(keep.output, file), join(folder, file));
  const artifact = keep.uploadArtifact ? await host.uploadArtifact(`${stem.replace(/^nixos-/, 'wsl-')}-${arch}`, folder, keep.retentionDays) : undefined;
  const release = keep.releaseTag === undefined ? undefined : await toRelease(files, { stem, digest, output: keep.output, tag: keep.releaseTag }, host);
  return { artifact: artifact?.name, release };
}

interface Released {
  readonly stem: string;
  /** Of the tarball. */
  readonly digest: string;
  readonly output: string;
  readonly tag: string;
}

/** A release may have the tarballs of several configurations: the checksums of each are called after it. */
async function toRelease(files: readonly string[], { stem, digest, output, tag }: Released, host: Host): Promise<ReleasedFiles | undefined> {
  const [tarball = '', ...others] = files;
  const small = await Promise.all(others.map(async (file): Promise<ReleaseFile> => {
    const path = join(output, file);
    return { path, name: file.startsWith(stem) ? file : `${stem}.${file}`, digest: digestOf(await readFile(path)), isSignature: file.endsWith(SIGNATURE) };
  }));
  const released = [{ path: join(output, tarball), name: tarball, digest, isSignature: false }, ...small];
  return host.releaseFiles?.(tag, released);
}
