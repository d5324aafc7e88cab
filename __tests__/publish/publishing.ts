import { rm } from 'node:fs/promises';
import { publishFeature } from '../../src/app/publish.ts';
import type { BuildReport } from '../../src/report/build/facts.ts';
import type { PublishRequest } from '../../src/request/build.ts';
import { afterTest } from '../jest/after-test.ts';
import { uploadServer, type UploadServer } from '../oci/upload-server.ts';
import { listeningHost } from './releases.ts';
import { publishRequest } from '../request.ts';

export interface Publishing {
  readonly server: UploadServer;
  readonly publish: (layouts: readonly string[], changes?: Partial<PublishRequest>) => Promise<BuildReport>;
  /** Requests that write something, as `PUT /v2/…`. */
  readonly writes: () => readonly string[];
}

/** The whole of publishing, into a registry in memory that has no collection of the namespace, and takes none. */
export async function publishing(): Promise<Publishing> {
  const server = await uploadServer({
    manifest: ({ url, response, proceed }) => {
      // What is refused there is a warning, and nobody waits for others who write to it.
      if (url.pathname === '/v2/org/manifests/latest') response.writeHead(403).end();
      else proceed();
    },
  });
  const folders: string[] = [];
  afterTest(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
  return {
    server,
    publish: (layouts, changes = {}) => {
      folders.push(...layouts);
      return publishFeature(
        publishRequest({ layouts, delivery: 'embed', registry: server.host, namespace: 'org', ...changes }),
        listeningHost().host,
      );
    },
    writes: () => server.requests.filter((request) => !/^(?:GET|HEAD) /.test(request)),
  };
}
