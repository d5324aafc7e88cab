import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ArtifactService } from './github-artifacts.ts';
import { ReleaseApi } from './github-releases.ts';

/** The token of a job, as far as the fake's REST API looks at it. */
export interface RestToken {
  readonly value: string;
  readonly permissions: ReadonlySet<'actions' | 'attestations' | 'contents' | 'pull-requests'>;
  /** Whose personal token it is; undefined for the token of a job. */
  readonly login?: string;
}

/** A comment on a pull request, as the REST API gives it. */
export interface RestComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
}

/** The part of GitHub's REST API that an action may ask: a run's artifacts, the attestations of a subject, comments on pull requests, releases. */
export class RestApi {
  readonly path = '/api';
  readonly releases = new ReleaseApi();
  readonly #artifacts: ArtifactService;
  readonly #tokens: readonly RestToken[];
  readonly #attested = new Set<string>();
  readonly #comments = new Map<string, RestComment[]>();
  #lastId = 0;
  /** Called before each comment that is written: another job may be faster. */
  beforeComment: (() => void) | undefined;

  constructor(artifacts: ArtifactService, tokens: readonly RestToken[]) {
    this.#artifacts = artifacts;
    this.#tokens = tokens;
  }

  /** @param digest `sha256:…` of a subject that has got an attestation */
  attest(digest: string): void {
    this.#attested.add(digest);
  }

  /** The comments of a pull request, oldest first. */
  comments(number: number): RestComment[] {
    const comments = this.#comments.get(String(number)) ?? [];
    this.#comments.set(String(number), comments);
    return comments;
  }

  /** Somebody writes a comment. */
  addComment(number: number, body: string, user: RestComment['user']): RestComment {
    const comment = { id: ++this.#lastId, body, user };
    this.comments(number).push(comment);
    return comment;
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, , , kind = '', , id = '', what = ''] = url.pathname.slice(this.path.length + '/repos'.length).split('/');
    const actions = kind === 'actions';
    const token = this.#tokens.find(({ value }) => request.headers.authorization?.endsWith(` ${value}`) === true);
    if (kind === 'releases' && token?.permissions.has('contents') === true) {
      const parts = url.pathname.slice(this.path.length + '/repos'.length).split('/').slice(3);
      await this.releases.answer(request, response, parts, url, `http://${request.headers.host ?? ''}${this.path}`);
      return;
    }
    const body = await text(request);
    if (token === undefined) send(response, 401, { message: 'Bad credentials' });
    else if (url.pathname === `${this.path}/user`) send(response, token.login === undefined ? 403 : 200, { login: token.login, type: 'User' });
    else if (kind === 'issues') this.#issues(request.method ?? '', url, token, { body, response });
    else if (!token.permissions.has(actions ? 'actions' : 'attestations')) send(response, 403, { message: 'Resource not accessible by integration' });
    else if (!actions) this.#attestations(response, decodeURIComponent(url.pathname.split('/').at(-1) ?? ''));
    else if (what === 'zip') this.#download(response, Number(id));
    else this.#list(response, url);
  }

  #issues(method: string, url: URL, token: RestToken, { body, response }: { readonly body: string; readonly response: ServerResponse }): void {
    const [, , , , first = '', second = ''] = url.pathname.slice(this.path.length + '/repos'.length).split('/');
    if (!token.permissions.has('pull-requests')) return send(response, 403, { message: 'Resource not accessible by integration' });
    if (method === 'GET') {
      const size = Number(url.searchParams.get('per_page') ?? 30);
      const start = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
      return send(response, 200, this.comments(Number(first)).slice(start, start + size));
    }
    this.beforeComment?.();
    const user = token.login === undefined ? ({ login: 'github-actions[bot]', type: 'Bot' } as const) : ({ login: token.login, type: 'User' } as const);
    if (method === 'POST') return send(response, 201, this.addComment(Number(first), (JSON.parse(body) as { body: string }).body, user));
    const all = [...this.#comments.values()].find((comments) => comments.some(({ id }) => id === Number(second))) ?? [];
    const index = all.findIndex(({ id }) => id === Number(second));
    const comment = all[index];
    if (comment === undefined) return send(response, 404, { message: 'Not Found' });
    if (method === 'DELETE') {
      all.splice(index, 1);
      response.writeHead(204).end();
      return undefined;
    }
    comment.body = (JSON.parse(body) as { body: string }).body;
    return send(response, 200, comment);
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
