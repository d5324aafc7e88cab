import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ArtifactService } from './github-artifacts.ts';

/** The token of a job, as far as the fake's REST API looks at it. */
export interface RestToken {
  readonly value: string;
  readonly permissions: ReadonlySet<'actions' | 'attestations'>;
}

/** The part of GitHub's REST API that an action may ask: a run's artifacts, and the attestations of a subject. */
export class RestApi {
  readonly path = '/api';
  readonly #artifacts: ArtifactService;
  readonly #tokens: readonly RestToken[];
  readonly #attested = new Set<string>();

  constructor(artifacts: ArtifactService, tokens: readonly RestToken[]) {
    this.#artifacts = artifacts;
    this.#tokens = tokens;
  }

  /** @param digest `sha256:…` of a subject that has got an attestation */
  attest(digest: string): void {
    this.#attested.add(digest);
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    await text(request);
    const [, , , kind = '', , id = '', what = ''] = url.pathname.slice(this.path.length + '/repos'.length).split('/');
    const actions = kind === 'actions';
    const token = this.#tokens.find(({ value }) => request.headers.authorization?.endsWith(` ${value}`) === true);
    if (token === undefined) send(response, 401, { message: 'Bad credentials' });
    else if (!token.permissions.has(actions ? 'actions' : 'attestations')) send(response, 403, { message: 'Resource not accessible by integration' });
    else if (!actions) this.#attestations(response, decodeURIComponent(url.pathname.split('/').at(-1) ?? ''));
    else if (what === 'zip') this.#download(response, Number(id));
    else this.#list(response, url);
  }

  #list(response: ServerResponse, url: URL): void {
    const all = this.#artifacts.known();
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const start = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
    const artifacts = all.slice(start, start + size).map(({ id, name, size: bytes, digest, expired }) => ({ id, name, size_in_bytes: bytes, digest, expired }));
    send(response, 200, { total_count: all.length, artifacts });
  }

  #download(response: ServerResponse, id: number): void {
    const url = this.#artifacts.archiveUrl(id);
    if (url === undefined) send(response, 404, { message: 'Not Found' });
    else if (url === 'expired') send(response, 410, { message: 'Artifact has expired' });
    else response.writeHead(302, { location: url }).end();
  }

  #attestations(response: ServerResponse, digest: string): void {
    if (this.#attested.has(digest)) send(response, 200, { attestations: [{ repository_id: 1, bundle: {} }] });
    else send(response, 404, { message: 'Not Found' });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
