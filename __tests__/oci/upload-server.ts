import { createHash } from 'node:crypto';
import type http from 'node:http';
import { collect, serve, type Served } from './serve.ts';

export type Step = 'blob' | 'open' | 'mount' | 'commit' | 'chunk' | 'offset' | 'cancel' | 'manifest' | 'put manifest' | 'delete manifest' | 'tags' | 'referrers';

export interface Call {
  readonly step: Step;
  /** How often this step was asked for, this time included. */
  readonly count: number;
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  readonly url: URL;
  /** `org/tools` */
  readonly repository: string;
  /** What is asked for: a tag, a digest, a session. */
  readonly name: string;
  /** The whole body; empty where there is none. */
  readonly body: Buffer;
  /** Does what a registry does. */
  readonly proceed: () => void;
  /** The same, with the answer lost. */
  readonly loseAnswer: () => void;
}

/** Answers in the registry's stead, or calls `proceed`. */
export type Script = Partial<Record<Step, (call: Call) => void>>;

export interface UploadServer extends Served {
  readonly blobs: Map<string, Buffer>;
  /** By tag and by digest; with `apart` those of another repository than org/tools as `<repository>/<tag>`. */
  readonly manifests: Map<string, Buffer>;
  /** Sessions that are open, and what they were given. */
  readonly sessions: Map<string, Buffer>;
  /** The steps in their order. */
  readonly steps: Step[];
}

export interface UploadServerOptions {
  /** Answers to commits name the digest, as those of most registries do. */
  readonly namesBlobs?: boolean;
  /** Each repository has manifests of its own, and not all of them the same. */
  readonly apart?: boolean;
  /** It has the referrers API. Without it the answer is 404. */
  readonly referrers?: boolean;
}

/**
 * As much of a registry as pushing needs, in memory, by the specification. What it leaves out: authorization, media types,
 * whether a manifest's blobs are there, which repository a blob is in.
 */
export async function uploadServer(script: Script = {}, options: UploadServerOptions = {}): Promise<UploadServer> {
  const steps: Step[] = [];
  const state = { blobs: new Map<string, Buffer>(), manifests: new Map<string, Buffer>(), sessions: new Map<string, Buffer>(), steps };
  const counts = new Map<Step, number>();
  const handle = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const body = await collect(request);
    const url = new URL(request.url ?? '/', served.url);
    const step = stepOf(request.method ?? '', url);
    steps.push(step);
    const count = (counts.get(step) ?? 0) + 1;
    counts.set(step, count);
    const proceed = (): void => answer({ step, url, request, response, body, options }, state);
    const loseAnswer = (): void => {
      answer({ step, url, request, response: nobody, body, options }, state);
      request.socket.resetAndDestroy();
    };
    const [, repository = '', name = ''] = /^\/v2\/(.*?)\/(?:blobs\/uploads|blobs|manifests|referrers|tags)\/([^/]*)$/.exec(url.pathname) ?? [];
    (script[step] ?? proceed)({ step, count, request, response, url, repository, name, body, proceed, loseAnswer });
  };
  const served = await serve((request, response) => void handle(request, response).catch((error: Error) => response.destroy(error)));
  return { ...served, ...state };
}

/** Takes an answer, and sends it nowhere. */
const nobody = { writeHead: () => nobody, end: () => nobody } as unknown as http.ServerResponse;

function stepOf(method: string, url: URL): Step {
  if (url.pathname.endsWith('/tags/list')) return 'tags';
  if (url.pathname.includes('/referrers/')) return 'referrers';
  if (url.pathname.includes('/manifests/')) return method === 'PUT' ? 'put manifest' : method === 'DELETE' ? 'delete manifest' : 'manifest';
  if (method === 'HEAD' || (method === 'GET' && !url.pathname.includes('/uploads/'))) return 'blob';
  if (method === 'POST') return url.searchParams.has('mount') ? 'mount' : 'open';
  return { PUT: 'commit', PATCH: 'chunk', GET: 'offset', DELETE: 'cancel' }[method] as Step;
}

interface Asked extends Pick<Call, 'step' | 'url' | 'request' | 'response' | 'body'> {
  readonly options: UploadServerOptions;
}

function answer(
  { step, url, request, response, body, options: { namesBlobs = false, apart = false, referrers = false } }: Asked,
  { blobs, manifests, sessions }: Pick<UploadServer, 'blobs' | 'manifests' | 'sessions'>,
): void {
  const name = url.pathname.split('/').at(-1) ?? '';
  const elsewhere = !apart ? undefined : /^\/v2\/(?!org\/tools\/)(.*)\/(?:manifests|referrers|tags)\//.exec(url.pathname)?.[1];
  const prefix = elsewhere === undefined ? '' : `${elsewhere}/`;
  const refuse = (status: number, code: string): void => void response.writeHead(status).end(JSON.stringify({ errors: [{ code, message: code.toLowerCase() }] }));
  const session = sessions.get(name);
  if (step === 'blob') {
    const blob = blobs.get(name);
    if (blob === undefined) refuse(404, 'BLOB_UNKNOWN');
    else response.writeHead(200, { 'content-length': String(blob.length) }).end(request.method === 'HEAD' ? undefined : blob);
  } else if (step === 'open' || step === 'mount') {
    const id = `session-${request.socket.remotePort}-${Math.random()}`;
    sessions.set(id, Buffer.alloc(0));
    response.writeHead(202, { location: `/v2/org/tools/blobs/uploads/${id}?state=a%2Bb%3D` }).end();
  } else if (step === 'manifest') {
    const manifest = manifests.get(`${prefix}${name}`);
    if (manifest === undefined) refuse(404, 'MANIFEST_UNKNOWN');
    else response.writeHead(200, { 'content-length': String(manifest.length), 'docker-content-digest': digestOf(manifest), 'content-type': 'application/vnd.oci.image.manifest.v1+json' }).end(request.method === 'HEAD' ? undefined : manifest);
  } else if (step === 'put manifest') {
    manifests.set(`${prefix}${name}`, body).set(`${prefix}${digestOf(body)}`, body);
    const subject = referrers ? subjectOf(body) : undefined;
    response.writeHead(201, { 'docker-content-digest': digestOf(body), ...(subject === undefined ? {} : { 'oci-subject': subject }) }).end();
  } else if (step === 'referrers') {
    if (!referrers) return refuse(404, 'NOT_FOUND');
    const own = [...manifests].filter(([key, bytes]) => key.startsWith(`${prefix}sha256:`) && subjectOf(bytes) === name).map(([, bytes]) => bytes);
    response.writeHead(200, { 'content-type': INDEX }).end(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: own.map(entryOf) }));
  } else if (step === 'delete manifest') {
    const gone = manifests.get(`${prefix}${name}`);
    if (gone === undefined) return refuse(404, 'MANIFEST_UNKNOWN');
    for (const [key, bytes] of manifests) if (key.startsWith(prefix) && bytes.equals(gone)) manifests.delete(key);
    response.writeHead(202).end();
  } else if (step === 'tags') {
    const own = [...manifests.keys()].filter((key) => key.startsWith(prefix) && !/[:/]/.test(key.slice(prefix.length)));
    response.end(JSON.stringify({ name: elsewhere ?? 'org/tools', tags: own.map((key) => key.slice(prefix.length)) }));
  } else if (session === undefined) {
    refuse(404, 'BLOB_UPLOAD_UNKNOWN');
  } else if (step === 'chunk') {
    if (Number(/^\d+/.exec(request.headers['content-range'] ?? '')?.[0]) !== session.length) {
      response.writeHead(416, { range: range(session.length) }).end();
      return;
    }
    sessions.set(name, Buffer.concat([session, body]));
    response.writeHead(202, { location: url.pathname, range: range(session.length + body.length) }).end();
  } else if (step === 'offset') {
    response.writeHead(204, { range: range(session.length) }).end();
  } else if (step === 'cancel') {
    sessions.delete(name);
    response.writeHead(204).end();
  } else {
    const blob = Buffer.concat([session, body]);
    if (digestOf(blob) !== url.searchParams.get('digest')) {
      refuse(400, 'DIGEST_INVALID');
      return;
    }
    sessions.delete(name);
    blobs.set(digestOf(blob), blob);
    response.writeHead(201, namesBlobs ? { 'docker-content-digest': digestOf(blob) } : {}).end();
  }
}

const INDEX = 'application/vnd.oci.image.index.v1+json';

interface WithSubject {
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly subject?: { readonly digest?: string };
}

function subjectOf(manifest: Buffer): string | undefined {
  return (JSON.parse(manifest.toString()) as WithSubject).subject?.digest;
}

function entryOf(manifest: Buffer): object {
  const { mediaType, artifactType } = JSON.parse(manifest.toString()) as WithSubject;
  return { mediaType, artifactType, digest: digestOf(manifest), size: manifest.length };
}

function range(size: number): string {
  return `0-${Math.max(0, size - 1)}`;
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
