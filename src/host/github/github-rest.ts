import { Readable } from 'node:stream';
import { Failure } from '../../kit/errors.ts';
import { Transport, type HttpRequest, type RequestBody } from '../../oci/http/transport.ts';

export interface RestAnswer {
  readonly status: number;
  /** Of a 200 or 201. */
  readonly body?: unknown;
}

/** GitHub's REST API, as far as a job may ask it with its own token. */
export interface GithubRest {
  /** `owner/name` */
  readonly repository: string;
  readonly runId: string;
  readonly token: string;
  /**
   * What GitHub says to a path below the repository: `actions/runs/1/artifacts`.
   * @returns undefined if it says nothing. Never throws: what depends on it can be left out
   */
  get(path: string): Promise<RestAnswer | undefined>;
  /** The same for what changes something. @param json the body; undefined for none */
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, json?: object): Promise<RestAnswer | undefined>;
  /**
   * Sends a file to an address that GitHub named.
   * @returns undefined if GitHub says nothing, or the address is not GitHub's own: then nothing is sent
   */
  upload(url: URL, body: RequestBody): Promise<RestAnswer | undefined>;
}

interface RestOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly token: string;
  readonly signal: AbortSignal;
  readonly debug: (line: string) => void;
}

const ANSWER_LIMIT = 8 * 1024 * 1024;
/** Milliseconds. Nothing that is asked is worth a longer wait. */
const PATIENCE = 15_000;
/** The same, beyond it, once a file of gigabytes is sent: it is stored before it is answered. */
const UPLOAD_PATIENCE = 120_000;

/** @returns undefined if there is no token, or the job is not GitHub's */
export function githubRest({ env, token, signal, debug }: RestOptions): GithubRest | undefined {
  const { GITHUB_API_URL: api = '', GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: runId = '' } = env;
  if (token === '' || !URL.canParse(api) || !/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^\d+$/.test(runId)) return undefined;
  const ask = async (request: Omit<HttpRequest, 'authorization'>): Promise<RestAnswer | undefined> => {
    const { method, url } = request;
    const transport = new Transport({ signal, idleTimeout: PATIENCE, debug });
    try {
      const response = await transport.send({ ...request, headers: { accept: 'application/vnd.github+json', ...request.headers }, authorization: `Bearer ${token}` });
      const bytes = await response.bytes(ANSWER_LIMIT);
      debug(`GitHub answered ${response.status} to ${method} ${url.pathname}.`);
      return { status: response.status, ...((response.status === 200 || response.status === 201) && { body: JSON.parse(bytes.toString('utf8')) as unknown }) };
    } catch (error) {
      if (signal.aborted || !(error instanceof Failure || error instanceof SyntaxError)) throw error;
      debug(`GitHub could not be asked for ${method} ${url.pathname}: ${error.message}`);
      return undefined;
    } finally {
      transport.close();
    }
  };
  const send = async (method: HttpRequest['method'], path: string, json?: object): Promise<RestAnswer | undefined> => {
    const url = new URL(`${api.replace(/\/$/, '')}/repos/${repository}/${path}`);
    return ask({ method, url, ...(json !== undefined && { body: bodyOf(json) }) });
  };
  const upload = async (url: URL, body: RequestBody): Promise<RestAnswer | undefined> =>
    isGithubs(url, new URL(api)) ? ask({ method: 'POST', url, headers: { 'content-type': 'application/octet-stream' }, body, patience: UPLOAD_PATIENCE }) : undefined;
  return { repository, runId, token, get: (path) => send('GET', path), send, upload };
}

/** Files are sent to the API's own host, or to its sibling: uploads.github.com, uploads.<name>.ghe.com. */
function isGithubs(url: URL, api: URL): boolean {
  return url.protocol === api.protocol && [api.host, api.host.replace(/^api\./, 'uploads.')].includes(url.host);
}

function bodyOf(json: object): RequestBody {
  const bytes = Buffer.from(JSON.stringify(json));
  return { size: bytes.length, open: () => Readable.from([bytes]) };
}

/**
 * Tells whether a subject has an attestation of its provenance (REST API, "List attestations"). The caller adds the attestation that an
 * interrupted run left out.
 * @returns undefined if GitHub does not tell
 */
export async function isAttested(rest: GithubRest | undefined, digest: string): Promise<boolean | undefined> {
  const answer = await rest?.get(`attestations/${digest}?per_page=1&predicate_type=provenance`);
  if (answer?.status === 404) return false;
  const body = answer?.body;
  if (typeof body !== 'object' || body === null || !('attestations' in body) || !Array.isArray(body.attestations)) return undefined;
  return body.attestations.length > 0;
}
