import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ArtifactService, type Artifact } from './github-artifacts.ts';
import { BlobStorage } from './github-blobs.ts';
import { CacheService } from './github-cache.ts';
import { TwirpError, type Service } from './twirp.ts';

/**
 * The one fake of GitHub's services: artifacts and caches as the published clients speak to them (Twirp over JSON, blobs
 * as Azure's block blobs behind signed URLs). It is honest in what an action can meet: a name or key that exists is a
 * conflict, an entry that was not finalized does not exist, a URL without its signature opens nothing, a signature for
 * reading does not write. It leaves out: expiry and quotas, rate limits, cache scopes (branches), other runs' artifacts,
 * and GitHub's REST API.
 */
export interface GitHubServices {
  /** What the runner gives to an action. */
  readonly env: Readonly<Record<string, string>>;
  /** The finalized artifacts. */
  artifacts(): readonly Artifact[];
  /** The keys of finalized cache entries, oldest first. */
  cacheKeys(): readonly string[];
  /** Every call so far, by method. */
  readonly calls: readonly string[];
  /** Lets the next calls of a method (`CreateCacheEntry`) fail with an HTTP status. */
  fail(method: string, status: number, times?: number): void;
  stop(): Promise<void>;
}

export async function startGitHubServices(): Promise<GitHubServices> {
  const folder = await mkdtemp(path.join(tmpdir(), 'github-services-'));
  const run = { workflow_run_backend_id: randomUUID(), workflow_job_run_backend_id: randomUUID() };
  const token = unsignedToken(`Actions.ExampleScope Actions.Results:${run.workflow_run_backend_id}:${run.workflow_job_run_backend_id}`);
  const blobs = new BlobStorage(folder);
  const artifacts = new ArtifactService(blobs, run);
  const cache = new CacheService(blobs);
  const calls: string[] = [];
  const failures = new Map<string, { status: number; times: number }>();
  const services: Record<string, Service> = {
    'github.actions.results.api.v1.ArtifactService': artifacts,
    'github.actions.results.api.v1.CacheService': cache,
  };

  const call = async (request: IncomingMessage, url: URL): Promise<object> => {
    const [, , service = '', method = ''] = url.pathname.split('/');
    calls.push(method);
    const failure = failures.get(method);
    if (failure !== undefined && failure.times-- > 0) throw new TwirpError(failure.status, 'unavailable', 'told to fail');
    if (request.headers.authorization !== `Bearer ${token}`) throw new TwirpError(401, 'unauthenticated', 'missing or wrong token');
    const handler = services[service]?.methods[method];
    if (handler === undefined) throw new TwirpError(404, 'bad_route', `no handler for ${url.pathname}`);
    return handler(JSON.parse(await text(request)) as Record<string, unknown>);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith('/twirp/')) {
      await blobs.answer(request, response, url);
      return;
    }
    const { status, body } = await call(request, url).then(
      (value) => ({ status: 200, body: value }),
      (error: unknown) => (error instanceof TwirpError ? error.answer() : new TwirpError(500, 'internal', String(error)).answer()),
    );
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error as Error); // the other side went away in the middle
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  blobs.origin = origin;
  return {
    env: { ACTIONS_RESULTS_URL: `${origin}/`, ACTIONS_RUNTIME_TOKEN: token, ACTIONS_CACHE_SERVICE_V2: 'true' },
    artifacts: () => artifacts.finalized(),
    cacheKeys: () => cache.keys(),
    calls,
    fail: (method, status, times = 1) => failures.set(method, { status, times }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The clients read the ids of run and job out of the token; only the real services check its signature. */
function unsignedToken(scp: string): string {
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ scp, exp: Math.floor(Date.now() / 1000) + 21_600 })}.`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
