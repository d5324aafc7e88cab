import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import type { UploadedArtifact } from './host.ts';

/** The part of @actions/artifact's client that is needed. */
export interface ArtifactUploader {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options: { compressionLevel: number },
  ): Promise<{ id?: number; size?: number }>;
}

/** Why a run has no artifact service, or undefined where it has one. */
export function missingArtifactService(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : server;
  // As @actions/artifact tells them apart; it throws on GitHub Enterprise Server, which has no artifact v4 service.
  if (host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost')) {
    return `GitHub Enterprise Server (${host}) has no artifact service that this action could use`;
  }
  if ((env['ACTIONS_RUNTIME_TOKEN'] ?? '') === '' || (env['ACTIONS_RESULTS_URL'] ?? '') === '') {
    return 'the runner offers no artifact service (ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set)';
  }
  return undefined;
}

/**
 * Uploads every file below `folder`.
 * @throws Failure naming the artifact
 */
export async function uploadFolder(client: ArtifactUploader, name: string, folder: string): Promise<UploadedArtifact> {
  const files = await filesBelow(folder);
  try {
    // The blobs are compressed already.
    const { id, size } = await client.uploadArtifact(name, [...files], folder, { compressionLevel: 0 });
    if (id === undefined) throw new Error('the service gave it no id');
    return { id, name, size: size ?? 0 };
  } catch (cause) {
    throw uploadFailure(name, folder, cause);
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function uploadFailure(name: string, folder: string, cause: unknown): Failure {
  const why = cause instanceof Error ? cause.message : String(cause);
  if (/\(409\)|conflict|already exists/i.test(why)) {
    return new Failure(`The artifact “${name}” can’t be uploaded: this run has one of that name already.`, {
      cause,
      hint: 'A name can be used once in a run. Build each Feature and arch in one job only, or set upload-artifact: false in all but one.',
    });
  }
  return new Failure(`The artifact “${name}” can’t be uploaded from ${folder}: ${why}`, {
    cause,
    hint: 'If the service is down, run the job again; upload-artifact: false goes on without the artifact.',
  });
}
