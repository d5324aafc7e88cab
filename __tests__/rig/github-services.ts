import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ArtifactService, type Artifact, type ArtifactOptions } from './github-artifacts.ts';
import { BlobStorage } from './github-blobs.ts';
import { CacheService } from './github-cache.ts';
import { RestApi } from './github-rest.ts';
import { WorkflowRun, type Attempt } from './github-run.ts';
import { TwirpError, type Service } from './twirp.ts';

type Environment = Readonly<Record<string, string>>;

/**
 * The one fake of GitHub's services: artifacts and caches as the published clients speak to them (Twirp over JSON, blobs
 * as Azure's block blobs behind signed URLs), and the little of the REST API that an action asks. It is honest in what an
 * action can meet: a name or key that exists is a conflict, and stays one where finalizing failed; an entry that was not
 * finalized does not exist; each attempt of a run has its own copy of a name; what has expired is known to the REST API
 * alone; a URL without its signature opens nothing, a signature for reading does not write. It leaves out: rate limits,
 * cache scopes (branches) and other runs' artifacts.
 */
export interface GitHubServices {
  /** What the runner gives to an action of the first attempt's only job. */
  readonly env: Environment;
  /** The same for a further job of the present attempt. */
  job(): Environment;
  /** Starts the next attempt. @returns what the runner gives to a job of it */
  rerun(jobs: Attempt['jobs']): Environment;
  /** The finalized artifacts. */
  artifacts(): readonly Artifact[];
  /** What becomes of the newest artifact of a name; see github-artifacts.ts. */
  setArtifact(name: string, state: 'lost' | 'expired'): void;
  /** The storage for artifacts and caches is used up, or not any more. */
  setQuotaUsedUp(full: boolean): void;
  /** As for a run that an untrusted event started. */
  setCacheReadOnly(readOnly: boolean): void;
  /** Lets a subject have an attestation. */
  attest(digest: string): void;
  /** The REST API, for what tests look at or do there. */
  readonly rest: RestApi;
  /** The keys of finalized cache entries, oldest first. */
  cacheKeys(): readonly string[];
  /** Every call so far, by method. */
  readonly calls: readonly string[];
  /** Lets the next calls of a method (`CreateCacheEntry`) fail with an HTTP status. */
  fail(method: string, status: number, times?: number): void;
  stop(): Promise<void>;
}

/** A token for the REST API that may read everything, and one that may read nothing. */
export const REST_TOKEN = 'fake-token-that-may-read';
export const POOR_TOKEN = 'fake-token-that-may-not';
/** Of a person. */
export const PERSONAL_TOKEN = 'fake-token-of-octocat';

export async function startGitHubServices(options: ArtifactOptions = {}): Promise<GitHubServices> {
  const folder = await mkdtemp(path.join(tmpdir(), 'github-services-'));
  const run = new WorkflowRun();
  const blobs = new BlobStorage(folder);
  const artifacts = new ArtifactService(blobs, options);
  const cache = new CacheService(blobs);
  const rest = new RestApi(artifacts, [
    { value: REST_TOKEN, permissions: new Set(['actions', 'attestations', 'contents', 'pull-requests']) },
    { value: PERSONAL_TOKEN, permissions: new Set(['pull-requests']), login: 'octocat' },
    { value: POOR_TOKEN, permissions: new Set() },
  ]);
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
    const job = run.jobOf((request.headers.authorization ?? '').replace(/^Bearer /, ''));
    if (job === undefined) throw new TwirpError(401, 'unauthenticated', 'missing or wrong token');
    const handler = services[service]?.methods[method];
    if (handler === undefined) throw new TwirpError(404, 'bad_route', `no handler for ${url.pathname}`);
    return handler(JSON.parse(await text(request)) as Record<string, unknown>, job);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith(`${rest.path}/`)) {
      await rest.answer(request, response, url);
      return;
    }
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
  const job = (): Environment => ({
    ACTIONS_RESULTS_URL: `${origin}/`,
    ACTIONS_RUNTIME_TOKEN: run.start(),
    ACTIONS_CACHE_SERVICE_V2: 'true',
    GITHUB_API_URL: `${origin}${rest.path}`,
    GITHUB_RUN_ATTEMPT: String(run.attempt.number),
  });
  return {
    env: job(),
    job,
    rerun: (jobs) => {
      run.rerun(jobs);
      return job();
    },
    artifacts: () => artifacts.finalized(),
    setArtifact: (name, state) => artifacts.set(name, state),
    setQuotaUsedUp: (full) => (artifacts.full = cache.full = full),
    setCacheReadOnly: (readOnly) => (cache.readOnly = readOnly),
    attest: (digest) => rest.attest(digest),
    rest,
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
