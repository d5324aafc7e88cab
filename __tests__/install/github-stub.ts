import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GithubStub {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly requests: readonly string[];
  close(): void;
}

export interface Release {
  readonly tag: string;
  readonly assets: Readonly<Record<string, Buffer>>;
}

/** Answers as GitHub does for one repository: releases/latest, tags as git lists them, assets, and what the API says of them. */
export async function startGithub(repository: string, releases: readonly Release[], tags: readonly string[]): Promise<GithubStub> {
  const requests: string[] = [];
  const [latest] = releases;
  const pages = new Map<string, string | Buffer>();
  const refs = ['HEAD\0multi_ack symref=HEAD:refs/heads/main', 'refs/heads/main', 'refs/pull/1/head', ...tags.flatMap((tag) => [`refs/tags/${tag}`, `refs/tags/${tag}^{}`])];
  pages.set(`/${repository}.git/info/refs`, `${line('# service=git-upload-pack\n')}0000${refs.map((ref) => line(`${'1'.repeat(40)} ${ref}\n`)).join('')}0000`);
  for (const { tag, assets } of releases) {
    for (const [name, bytes] of Object.entries(assets)) pages.set(`/${repository}/releases/download/${tag}/${name}`, bytes);
    const listed = Object.entries(assets).map(([name, bytes]) => ({ id: 1, name, label: null, uploader: { login: 'x', type: 'User' }, digest: `sha256:${sha256(bytes)}` }));
    pages.set(`/api/v3/repos/${repository}/releases/tags/${tag}`, JSON.stringify({ tag_name: tag, name: 'A release', author: { login: 'x' }, assets: listed }));
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://stub');
    requests.push(`${request.method} ${pathname}`);
    if (latest !== undefined && pathname === `/${repository}/releases/latest`) {
      response.writeHead(302, { location: `http://${request.headers.host}/${repository}/releases/tag/${latest.tag}` }).end();
      return;
    }
    const page = pages.get(pathname);
    response.writeHead(page === undefined ? 404 : 200).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** gitprotocol-common(5), "pkt-line Format". */
function line(text: string): string {
  return `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
