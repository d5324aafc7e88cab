import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, messageOf } from '../../kit/errors.ts';
import type { ArtifactName, UploadedArtifact } from '../../kit/host.ts';
import { formatArtifactName } from './artifact-name.ts';

/** The part of @actions/artifact's client that is needed. */
export interface ArtifactUploader {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options: { compressionLevel: number; retentionDays?: number },
  ): Promise<{ id?: number; size?: number }>;
}

/** What is uploaded, and how. */
export interface ArtifactUpload {
  readonly name: Omit<ArtifactName, 'tries'>;
  readonly folder: string;
  /** How long it is kept; undefined: as long as the repository says. */
  readonly retentionDays?: number | undefined;
  /** Told that an upload is tried again. */
  readonly info: (line: string) => void;
}

/** How often an upload is tried, each time under another name. */
const TRIES = 3;

/** Returns why a run has no artifact service, or undefined if it has one. */
export function missingArtifactService(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : server;
  // As @actions/artifact tells them apart; it throws on GitHub Enterprise Server, which has no artifact v4 service.
  if (host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost')) {
    return `GitHub Enterprise Server (${host}) has no artifact service that this action can use`;
  }
  if ((env['ACTIONS_RUNTIME_TOKEN'] ?? '') === '' || (env['ACTIONS_RESULTS_URL'] ?? '') === '') {
    return 'the runner offers no artifact service (ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set)';
  }
  return undefined;
}

/**
 * Uploads every file below a folder.
 * @throws Failure naming the artifact
 */
export async function uploadFolder(client: ArtifactUploader, upload: ArtifactUpload): Promise<UploadedArtifact> {
  const files = await filesBelow(upload.folder);
  for (let tries = 1; ; tries++) {
    const name = formatArtifactName({ ...upload.name, tries });
    try {
      return await uploadOnce(client, name, files, upload);
    } catch (cause) {
      if (tries === TRIES || !isNameLost(cause)) throw uploadFailure(name, upload.folder, cause);
      upload.info(`The upload of ${name} could not be finished: ${textOf(cause)}. Its name stays taken, so the upload is tried again under another name.`);
    }
  }
}

async function uploadOnce(client: ArtifactUploader, name: string, files: readonly string[], { folder, retentionDays }: ArtifactUpload): Promise<UploadedArtifact> {
  // The blobs are compressed already.
  const options = { compressionLevel: 0, ...(retentionDays === undefined ? {} : { retentionDays }) };
  const { id, size } = await client.uploadArtifact(name, [...files], folder, options);
  if (id === undefined) throw new Error('FinalizeArtifact: the service returned no id');
  return { id, name, size: size ?? 0 };
}

/** Tells whether the artifact was created but not finished. Its name can't be used again then. */
function isNameLost(cause: unknown): boolean {
  return textOf(cause).includes('FinalizeArtifact');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function uploadFailure(name: string, folder: string, cause: unknown): Failure {
  const why = textOf(cause);
  if (/\(409\)|conflict|already exists/i.test(why)) {
    return new Failure(`The artifact "${name}" can't be uploaded: this run already has one of that name.`, {
      cause,
      hint: 'A name can be used only once in an attempt of a run. Build each Feature and arch in one job only, or set upload-artifact: false in all but one.',
    });
  }
  if (/storage quota|insufficient usage/i.test(why)) {
    return new Failure(`The artifact "${name}" can't be uploaded: the account's storage for artifacts is used up.`, {
      cause,
      hint: 'Delete artifacts of earlier runs, and lower retention-days for new ones; GitHub recounts the storage every 6 to 12 hours. upload-artifact: false goes on without the artifact.',
    });
  }
  return new Failure(`The artifact "${name}" can't be uploaded from ${folder}: ${why}`, {
    cause,
    hint: 'If the service is down, run the job again; upload-artifact: false goes on without the artifact.',
  });
}

function textOf(cause: unknown): string {
  return messageOf(cause);
}
