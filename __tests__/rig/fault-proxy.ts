import { once } from 'node:events';
import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a client of a registry asks for. */
export const VERBS = [
  'HEAD blob',
  'GET blob',
  'POST upload',
  'POST mount',
  'PUT blob',
  'PATCH blob',
  'GET session',
  'DELETE session',
  'HEAD manifest',
  'GET manifest',
  'PUT manifest',
  'GET tags',
  'GET token',
] as const;
export type Verb = (typeof VERBS)[number];

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request on its way, and what may be done to it. */
export interface Exchange {
  readonly verb: Verb | undefined;
  /** How often this verb came, this time included. */
  readonly nth: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** `http://localhost:PORT/`: the registry itself. */
  readonly registry: URL;
  /** The whole body, read from the client once. */
  body(): Promise<Buffer>;
  /** The registry's answer to the request; the client learns nothing of it. */
  forward(): Promise<Answer>;
  reply(answer: Answer): void;
  /** Reads the body, and answers in the registry's stead. */
  answer(status: number, headers?: Record<string, string>, body?: string): Promise<void>;
  /** The connection to the client ends with a reset. */
  reset(): void;
}

/** Does something else than passing the request on, or nothing: then it returns false. */
export type Interference = (exchange: Exchange) => Promise<boolean>;

export interface FaultProxy {
  /** `localhost:PORT` */
  readonly host: string;
  /** As a request handler, to be put behind TLS. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** The verbs in the order of their arrival. */
  readonly verbs: Verb[];
  /** Bytes of bodies that came from clients. */
  readonly bodyBytes: () => number;
  /** Bytes of bodies that came from the registry and were passed on as they came. */
  readonly answerBytes: () => number;
  stop(): Promise<void>;
}

const TOKEN_PATH = '/token-of-the-registry';

/**
 * An HTTP proxy on loopback before a registry, which does harm on demand. Hosts, addresses of sessions and of the token
 * server are rewritten so that everything goes through it.
 * @param registry `localhost:PORT`
 */
export async function startFaultProxy(registry: string, interfere: Interference = () => Promise.resolve(false)): Promise<FaultProxy> {
  const agent = new http.Agent({ keepAlive: true });
  const counts = new Map<Verb | undefined, number>();
  const verbs: Verb[] = [];
  let bodyBytes = 0;
  let answerBytes = 0;
  let realm: URL | undefined;

  const upstream = (request: IncomingMessage): http.ClientRequest => {
    const toToken = realm !== undefined && request.url?.startsWith(TOKEN_PATH) === true;
    const target = toToken ? new URL(request.url?.replace(TOKEN_PATH, realm?.pathname ?? '') ?? '/', realm) : new URL(request.url ?? '/', `http://${registry}`);
    const secure = 'encrypted' in request.socket;
    const headers = { ...request.headers, ...(toToken ? { host: target.host } : {}), ...(secure ? { 'x-forwarded-proto': 'https' } : {}) };
    return http.request(target, { method: request.method ?? 'GET', headers, agent });
  };
  const rewritten = (request: IncomingMessage, headers: IncomingHttpHeaders): IncomingHttpHeaders => {
    const challenge = headers['www-authenticate'];
    const found = /realm="(http[^"]+)"/.exec(challenge ?? '')?.[1];
    if (found === undefined) return headers;
    realm = new URL(found);
    return { ...headers, 'www-authenticate': challenge?.replace(found, `http://${request.headers.host}${TOKEN_PATH}`) };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const verb = verbOf(request);
    const nth = (counts.get(verb) ?? 0) + 1;
    counts.set(verb, nth);
    if (verb !== undefined) verbs.push(verb);
    let body: Promise<Buffer> | undefined;
    const exchange: Exchange = {
      verb,
      nth,
      request,
      response,
      registry: new URL(`http://${registry}/`),
      body: () => (body ??= readAll(request)),
      async forward() {
        const outgoing = upstream(request);
        outgoing.end(await exchange.body());
        const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
        return { status: incoming.statusCode ?? 0, headers: rewritten(request, incoming.headers), body: await readAll(incoming) };
      },
      reply: (answer) => void response.writeHead(answer.status, answer.headers).end(answer.body),
      async answer(status, headers = {}, text = '') {
        await exchange.body();
        response.writeHead(status, headers).end(text);
      },
      reset: () => void request.socket.resetAndDestroy(),
    };
    request.on('data', (chunk: Buffer) => (bodyBytes += chunk.length)).pause();
    if (await interfere(exchange)) return;
    const outgoing = request.pipe(upstream(request));
    request.on('error', () => outgoing.destroy());
    response.on('close', () => outgoing.destroy());
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    incoming.on('error', () => response.destroy());
    incoming.on('data', (chunk: Buffer) => (answerBytes += chunk.length)).pause();
    incoming.pipe(response.writeHead(incoming.statusCode ?? 0, rewritten(request, incoming.headers)));
  };
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    // Either end may be gone by then: that is what this proxy is for.
    handle(request, response).catch(() => response.destroy());
  };

  const server = http.createServer(handler);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `localhost:${(server.address() as AddressInfo).port}`,
    handle: handler,
    verbs,
    bodyBytes: () => bodyBytes,
    answerBytes: () => answerBytes,
    async stop() {
      server.closeAllConnections();
      agent.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export function verbOf({ method = '', url = '' }: { method?: string | undefined; url?: string | undefined }): Verb | undefined {
  const [path = '', query = ''] = url.split('?');
  const what = path.startsWith(TOKEN_PATH)
    ? 'token'
    : path.endsWith('/tags/list')
      ? 'tags'
      : path.includes('/manifests/')
        ? 'manifest'
        : !path.includes('/blobs/')
          ? undefined
          : method === 'POST'
            ? query.includes('mount=')
              ? 'mount'
              : 'upload'
            : path.includes('/uploads/') && (method === 'GET' || method === 'DELETE')
              ? 'session'
              : 'blob';
  return VERBS.find((verb) => verb === `${method} ${what}`);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
