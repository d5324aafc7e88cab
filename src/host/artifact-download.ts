import { mkdir } from 'node:fs/promises';
import { Failure } from '../errors.ts';
import type { ArtifactStore, FoundArtifact } from './host.ts';

/** The part of @actions/artifact's client that is needed. */
export interface ArtifactDownloader {
  listArtifacts(options: { latest: boolean }): Promise<{ artifacts: readonly { id: number; name: string; size: number; digest?: string }[] }>;
  downloadArtifact(id: number, options: { path: string; expectedHash?: string }): Promise<{ digestMismatch?: boolean }>;
}

/** The artifacts of this run. @param load fetches the client when it is first needed: it is large */
export function createArtifactStore(load: () => Promise<ArtifactDownloader>): ArtifactStore {
  return {
    list: async () => {
      try {
        // Of a job that was run again there are several.
        const { artifacts } = await (await load()).listArtifacts({ latest: true });
        return artifacts.map(({ id, name, size, digest }) => ({ id, name, size, ...(digest === undefined ? {} : { digest }) }));
      } catch (cause) {
        throw new Failure(`The artifacts of this run can’t be listed: ${why(cause)}`, { cause, hint: 'If the service is down, run the job again.' });
      }
    },
    download: async (artifact, folder) => {
      await mkdir(folder, { recursive: true });
      const { digestMismatch } = await fetchInto(await load(), artifact, folder);
      if (digestMismatch === true) {
        throw new Failure(`The artifact “${artifact.name}” was damaged on its way: its digest is not the one that was uploaded.`, {
          hint: 'Run the job again.',
        });
      }
    },
  };
}

async function fetchInto(client: ArtifactDownloader, { id, name, digest }: FoundArtifact, path: string): Promise<{ digestMismatch?: boolean }> {
  try {
    return await client.downloadArtifact(id, { path, ...(digest === undefined ? {} : { expectedHash: digest }) });
  } catch (cause) {
    throw new Failure(`The artifact “${name}” can’t be downloaded: ${why(cause)}`, { cause, hint: 'Run the job again.' });
  }
}

function why(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
