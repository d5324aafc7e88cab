import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { Failure, messageOf } from '../kit/errors.ts';
import type { Host, Job } from '../kit/host.ts';
import { ownerToken } from '../kit/temporary.ts';
import { NixCache, type BinaryCache } from '../nix/cache/binary-cache.ts';
import type { NixSite } from '../nix/run/site.ts';
import type { PathInfo } from '../nix/store/closure.ts';
import { builtSince, storeContents } from '../nix/store/path-info.ts';
import { openHostSite } from '../place/site.ts';
import { archOf } from '../platform.ts';
import type { CacheReport } from '../report/runs/cache.ts';
import { openServer } from '../serve/open-server.ts';
import { PackSource } from '../serve/pack/pack-source.ts';
import { packPrefixes } from '../serve/pack/pack-keys.ts';
import { savePack } from '../serve/pack/save-pack.ts';
import type { ServedCache } from '../serve/request.ts';
import type { CacheRequest, PushRequest } from '../serve/session/cache-request.ts';
import { CacheSession } from '../serve/session/session.ts';
import { readServerRequest, serverNote, serverWarnings } from '../serve/session/server-note.ts';

/** A binary cache that answers, and how the steps after this one use it. */
export interface StartedCache {
  readonly served: ServedCache;
  /** Of the folder of its session, for the post step. */
  readonly session: string;
  /** The text of NIX_CONFIG. */
  readonly nixConfig: string;
}

/**
 * Starts the binary cache of a job: a process that stays when this one ends.
 * @param program what Node runs as the server
 * @throws Failure with what the user needs to know
 */
export async function startCache(request: CacheRequest, host: Host, program: string): Promise<StartedCache> {
  await using cleanup = new AsyncDisposableStack();
  const session = await CacheSession.make();
  host.saveState('cache-session', session.folder);
  const site = await openSite(request, host, cleanup);
  await session.leave('before', await storeContents(site));
  await session.leave('request', serverNote(request));
  const env = { NIX_FEATURE_ACTION: 'cache-server', NIX_FEATURE_SESSION: session.folder, ...runnerTemp() };
  const served = await session.start(program, env, host.signal);
  for (const warning of serverWarnings(await session.log())) host.warning(warning);
  const pushed = request.push === undefined ? [] : pushCache(site, request.push).configure();
  const own = [`extra-substituters = ${served.url}`, `extra-trusted-public-keys = ${served.publicKey}`];
  const lines = [...(request.inherited === '' ? [] : [request.inherited.trimEnd()]), ...own, ...pushed, ...request.settings];
  return { served, session: session.folder, nixConfig: `${lines.join('\n')}\n` };
}

/**
 * Answers until it is told to stop: what `startCache` starts.
 * @param folder of the session
 * @returns the exit code
 */
export async function runCacheServer(folder: string, host: Host): Promise<number> {
  const session = new CacheSession(folder);
  try {
    await using cleanup = new AsyncDisposableStack();
    const { request, pack } = readServerRequest(await session.find('request'));
    // It may hold a password.
    await session.forget('request');
    const source = pack === undefined ? undefined : new PackSource(packPrefixes(pack), session.pack, host);
    const { served } = await openServer(request, host, cleanup, source === undefined ? [] : [source]);
    await session.leave('ready', { ...served, owner: ownerToken(), pid: process.pid });
    if (!host.signal.aborted) await once(host.signal, 'abort');
    await session.leave('used', [...(source?.used ?? [])]);
    return 0;
  } catch (error) {
    host.warning(messageOf(error));
    await session.leave('failed', true);
    return 1;
  }
}

/**
 * Ends the binary cache of a job, saves what the job built as a pack, and uploads it if requested. Only that upload can fail.
 * @throws Failure if something can't be uploaded
 */
export async function finishCache(request: CacheRequest, folder: string, host: Host): Promise<CacheReport> {
  const session = new CacheSession(folder);
  await using cleanup = new AsyncDisposableStack();
  try {
    await session.stop();
    for (const warning of serverWarnings(await session.log())) host.warning(warning);
    const before = await session.find('before');
    // Without it, all that was ever built on this machine would pass for the job's, and be uploaded.
    if (!Array.isArray(before)) return { built: 0, packed: undefined, unpacked: 0, pushed: undefined };
    const site = await openSite(request, host, cleanup);
    const built = await builtSince(site, new Set(textsOf(before)));
    const used = new Set(textsOf(await session.find('used')));
    const packed = request.pack === undefined ? undefined : await savePack({ session, built, used, pack: request.pack }, host);
    const pushed = request.push === undefined ? undefined : await push(pushCache(site, request.push), built);
    return { built: built.length, packed, unpacked: used.size, pushed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function push(cache: BinaryCache, built: readonly PathInfo[]): Promise<number> {
  try {
    return (await cache.upload(built.map(({ path }) => path))).length;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    throw new Failure(`What the job built could not be uploaded: ${cause.message}`, { cause, hint: 'Check the address in "push-to", the right to write there, and "secret-key".' });
  }
}

function pushCache(site: NixSite, { url, publicKey, secretKey }: PushRequest): BinaryCache {
  return new NixCache(site, { url, ...(publicKey === undefined ? {} : { publicKey }), ...(secretKey === undefined ? {} : { secretKey }) });
}

async function openSite({ pack, push: to, arches }: CacheRequest, job: Job, cleanup: AsyncDisposableStack): Promise<NixSite> {
  const arch = pack === undefined ? (arches[0] ?? 'amd64') : archOf(pack.place.system);
  const nix = { substituters: to === undefined ? [] : [to.url], trustedPublicKeys: [], builders: [], config: '', sandbox: 'auto' as const, configured: true };
  return (await openHostSite({ nix, arch, job, cleanup })).site;
}

/** Where the server makes its own temporary folders. */
function runnerTemp(): Record<string, string> {
  const { RUNNER_TEMP } = process.env;
  return RUNNER_TEMP === undefined ? {} : { RUNNER_TEMP };
}

function textsOf(note: unknown): readonly string[] {
  return Array.isArray(note) ? note.filter((each) => typeof each === 'string') : [];
}
