import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export interface Blob {
  readonly name: string;
  /** Behind signed URLs, as the part `sig` of their query. */
  readonly signatures: { readonly write: string; readonly read: string };
  contentType: string;
  /** What a download is called. */
  fileName: string;
}

/** Block blobs in a folder: Azure Storage's REST operations Put Blob, Put Block, Put Block List, Get Blob and its properties. */
export class BlobStorage {
  /** Where the server listens; known only once it does. */
  origin = '';
  readonly #folder: string;
  readonly #blobs = new Map<string, Blob>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  create(name: string, fileName: string): Blob {
    const blob: Blob = { name, fileName, contentType: 'application/octet-stream', signatures: { write: newSignature(), read: newSignature() } };
    this.#blobs.set(name, blob);
    return blob;
  }

  uploadUrl(blob: Blob): string {
    return this.#signed(blob, 'cw', blob.signatures.write);
  }

  downloadUrl(blob: Blob): string {
    return this.#signed(blob, 'r', blob.signatures.read);
  }

  /** Bytes; undefined where nothing was committed. */
  async size(blob: Blob): Promise<number | undefined> {
    return (await stat(this.file(blob)).catch(() => undefined))?.size;
  }

  file(blob: Blob): string {
    return path.join(this.#folder, encodeURIComponent(blob.name));
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const blob = this.#blobs.get(decodeURIComponent(url.pathname.replace(/^\/blobs\//, '')));
    const writes = request.method === 'PUT';
    const signature = writes ? blob?.signatures.write : blob?.signatures.read;
    if (blob === undefined || url.searchParams.get('sig') !== signature) {
      refuse(response, 403, 'AuthenticationFailed');
    } else if (writes) {
      await this.#put(request, response, url, blob);
    } else {
      await this.#get(request, response, blob);
    }
  }

  #signed(blob: Blob, permissions: string, signature: string): string {
    const query = new URLSearchParams({ se: '2099-01-01T00:00:00Z', sp: permissions, sr: 'b', sv: '2025-05-05', sig: signature });
    return `${this.origin}/blobs/${encodeURIComponent(blob.name)}?${query.toString()}`;
  }

  #block(blob: Blob, id: string): string {
    return path.join(`${this.file(blob)}.blocks`, encodeURIComponent(id));
  }

  async #put(request: IncomingMessage, response: ServerResponse, url: URL, blob: Blob): Promise<void> {
    const operation = url.searchParams.get('comp');
    const contentType = request.headers['x-ms-blob-content-type'];
    if (typeof contentType === 'string') blob.contentType = contentType;
    if (operation === 'block') {
      const file = this.#block(blob, url.searchParams.get('blockid') ?? '');
      await mkdir(path.dirname(file), { recursive: true });
      await pipeline(request, createWriteStream(file));
    } else if (operation === 'blocklist') {
      if (!(await this.#commit(blob, await text(request)))) {
        refuse(response, 400, 'InvalidBlockList');
        return;
      }
    } else {
      await pipeline(request, createWriteStream(`${this.file(blob)}.uploading`));
      await rename(`${this.file(blob)}.uploading`, this.file(blob));
    }
    response.writeHead(201, headersOf(blob)).end();
  }

  /** @returns false where a listed block was never sent */
  async #commit(blob: Blob, list: string): Promise<boolean> {
    const joined = `${this.file(blob)}.uploading`;
    await rm(joined, { force: true });
    await appendFile(joined, '');
    for (const [, id = ''] of list.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)</g)) {
      const block = await readFile(this.#block(blob, id)).catch(() => undefined);
      if (block === undefined) return false;
      await appendFile(joined, block);
    }
    await rename(joined, this.file(blob));
    await rm(`${this.file(blob)}.blocks`, { recursive: true, force: true });
    return true;
  }

  async #get(request: IncomingMessage, response: ServerResponse, blob: Blob): Promise<void> {
    const size = await this.size(blob);
    if (size === undefined) {
      refuse(response, 404, 'BlobNotFound');
      return;
    }
    const range = /^bytes=(\d+)-(\d*)$/.exec(String(request.headers['x-ms-range'] ?? request.headers.range ?? ''));
    const start = Number(range?.[1] ?? 0);
    const end = Math.min(range?.[2] ? Number(range[2]) : size - 1, size - 1);
    if (range !== null && start >= size) {
      refuse(response, 416, 'InvalidRange');
      return;
    }
    response.writeHead(range === null ? 200 : 206, {
      ...headersOf(blob),
      'content-type': blob.contentType,
      'content-length': size === 0 ? 0 : end - start + 1,
      'content-disposition': `attachment; filename="${blob.fileName}"`,
      'accept-ranges': 'bytes',
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
    });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(createReadStream(this.file(blob), { start, end }), response);
  }
}

function headersOf(blob: Blob): Record<string, string> {
  return {
    etag: `"${Buffer.from(blob.name).toString('hex').slice(0, 16)}"`,
    'last-modified': new Date(0).toUTCString(),
    'x-ms-version': '2025-05-05',
    'x-ms-blob-type': 'BlockBlob',
    'x-ms-request-id': randomBytes(8).toString('hex'),
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml', 'x-ms-error-code': code })
    .end(`<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function newSignature(): string {
  return randomBytes(24).toString('base64');
}
