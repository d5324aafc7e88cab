import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A file of a release, as the REST API gives it. */
export interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** `starter`: its upload broke off. */
  readonly state: 'uploaded' | 'starter';
  readonly digest: string;
  readonly bytes: Buffer;
}

interface Release {
  readonly id: number;
  readonly tag: string;
  readonly assets: ReleaseAsset[];
}

/**
 * Releases and their files (REST API, "Releases", "Release assets"): a tag has one release; a name is taken once in it, also by an upload that broke
 * off. It leaves out: drafts, texts, downloads.
 */
export class ReleaseApi {
  readonly #releases: Release[] = [];
  #lastId = 0;
  /** Every file that was sent. */
  readonly uploads: string[] = [];
  /** What happens to the next uploads instead of being taken: the line breaks in the middle, or the answer is this status. */
  readonly faults: ('cut' | number)[] = [];
  /** Called before a release is made: another job may be faster. */
  beforeCreate: (() => void) | undefined;
  /** Where files are to be sent; the server itself unless given. */
  uploadOrigin: string | undefined;

  assets(tag: string): readonly ReleaseAsset[] {
    return this.#releases.find((release) => release.tag === tag)?.assets ?? [];
  }

  create(tag: string): void {
    this.#releases.push({ id: ++this.#lastId, tag, assets: [] });
  }

  /** @param parts of the path behind the repository: `releases`, … @param origin of this server's API */
  async answer(request: IncomingMessage, response: ServerResponse, parts: readonly string[], url: URL, origin: string): Promise<void> {
    const [, first = '', second = ''] = parts;
    const { method = '' } = request;
    if (method === 'POST' && second === 'assets') return this.#take(request, response, Number(first), url);
    const body = (await buffer(request)).toString('utf8');
    if (method === 'POST') {
      this.beforeCreate?.();
      const { tag_name: tag } = JSON.parse(body) as { readonly tag_name: string };
      if (this.#releases.some((release) => release.tag === tag)) return send(response, 422, { message: 'Validation Failed', errors: [{ code: 'already_exists' }] });
      this.create(tag);
      return send(response, 201, this.#shown(this.#releases.at(-1) as Release, origin));
    }
    if (method === 'DELETE') {
      for (const { assets } of this.#releases) {
        const index = assets.findIndex(({ id }) => id === Number(second));
        if (index >= 0) assets.splice(index, 1);
      }
      response.writeHead(204).end();
      return;
    }
    if (first === 'tags') {
      const release = this.#releases.find(({ tag }) => tag === decodeURIComponent(second));
      return release === undefined ? send(response, 404, { message: 'Not Found' }) : send(response, 200, this.#shown(release, origin));
    }
    const [perPage, page] = [Number(url.searchParams.get('per_page') ?? 30), Number(url.searchParams.get('page') ?? 1)];
    return send(response, 200, (this.#releases.find(({ id }) => id === Number(first))?.assets ?? []).slice((page - 1) * perPage, page * perPage).map(({ id, name, size, state, digest }) => ({ id, name, size, state, digest })));
  }

  async #take(request: IncomingMessage, response: ServerResponse, id: number, url: URL): Promise<void> {
    const release = this.#releases.find((each) => each.id === id);
    const name = url.searchParams.get('name') ?? '';
    const fault = this.faults.shift();
    this.uploads.push(name);
    if (release === undefined) return send(response, 404, { message: 'Not Found' });
    if (release.assets.some((asset) => asset.name === name)) return send(response, 422, { message: 'Validation Failed', errors: [{ code: 'already_exists' }] });
    const asset = (state: ReleaseAsset['state'], bytes: Buffer): void => void release.assets.push({ id: ++this.#lastId, name, size: bytes.length, state, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes });
    if (fault === 'cut') {
      asset('starter', Buffer.alloc(0));
      request.socket.destroy();
      return;
    }
    const bytes = await buffer(request);
    if (fault !== undefined) return send(response, fault, { message: 'told to fail' });
    asset('uploaded', bytes);
    send(response, 201, { id: this.#lastId, name, state: 'uploaded' });
  }

  #shown({ id, tag }: Release, origin: string): object {
    return { id, tag_name: tag, html_url: `https://github.example/releases/tag/${tag}`, upload_url: `${this.uploadOrigin ?? origin}/repos/o/r/releases/${id}/assets{?name,label}` };
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
