import { CommandError, SetupError } from '../errors.ts';
import { capture } from '../process.ts';
import type { BuildRequest } from '../request.ts';

/**
 * When the folder's present commit was made: what `created` says of what is built from it.
 * @returns seconds since 1970; undefined where the folder is in no git checkout, or git is not there or refuses
 */
export async function commitTime(folder: string, signal: AbortSignal): Promise<number | undefined> {
  try {
    // %ct is a plain number, whatever the settings of git.
    const text = await capture(['git', '-C', folder, 'log', '-1', '--format=%ct'], { signal });
    return /^\d{1,11}$/.test(text.trim()) ? Number(text.trim()) : undefined;
  } catch (error) {
    if (error instanceof CommandError || error instanceof SetupError) return undefined;
    throw error;
  }
}

/** The request with the commit's time as `created` where SOURCE_DATE_EPOCH said none. */
export async function withCommitTime(request: BuildRequest, signal: AbortSignal): Promise<BuildRequest> {
  if (request.created !== undefined) return request;
  return { ...request, created: await commitTime(request.featureFolder, signal) };
}
