import { createSign, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { run } from './command.ts';

export interface TokenServer {
  /** The realm. */
  readonly url: string;
  readonly service: string;
  readonly issuer: string;
  /** File with the certificate that the registry trusts. */
  readonly certificate: string;
  stop(): Promise<void>;
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}

const SERVICE = 'rig-registry';
const ISSUER = 'rig-tokens';

/** A token server as the distribution project's "Token Authentication Specification" has it: pulls for all, pushes by login. */
export async function startTokenServer(folder: string, credentials: Credentials): Promise<TokenServer> {
  const key = path.join(folder, 'token.key');
  const certificate = path.join(folder, 'token.crt');
  await run(
    ['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=rig', '-keyout', key, '-out', certificate],
  );
  const sign = signer(await readFile(key, 'utf8'), await readFile(certificate, 'utf8'));
  const server = createServer((request, response) => {
    answer(request, response, credentials, sign);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/token`,
    service: SERVICE,
    issuer: ISSUER,
    certificate,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, credentials: Credentials, sign: (claims: object) => string): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const login = request.headers.authorization;
  const right = `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
  const reply = (status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  // Clients that try OAuth's POST first are told to go on with GET.
  if (request.method !== 'GET') {
    reply(404, {});
    return;
  }
  if (login !== undefined && login !== right) {
    reply(401, { errors: [{ code: 'UNAUTHORIZED', message: 'wrong user or password' }] });
    return;
  }
  const access = url.searchParams.getAll('scope').flatMap((scopes) => scopes.split(' ')).map((scope) => grant(scope, login !== undefined));
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, sub: login === undefined ? '' : credentials.username, aud: SERVICE, exp: now + 300, nbf: now - 60, iat: now, jti: randomUUID(), access };
  reply(200, { token: sign(claims), expires_in: 300, issued_at: new Date(now * 1000).toISOString() });
}

/** `repository:name/with:colons?:pull,push` */
function grant(scope: string, loggedIn: boolean): object {
  const parts = scope.split(':');
  const actions = (parts.at(-1) ?? '').split(',').filter((action) => loggedIn || action === 'pull');
  return { type: parts[0], name: parts.slice(1, -1).join(':'), actions };
}

function signer(key: string, certificate: string): (claims: object) => string {
  const der = certificate.replace(/-----[^-]+-----|\s/g, '');
  return (claims) => {
    const signed = `${encode({ typ: 'JWT', alg: 'RS256', x5c: [der] })}.${encode(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
