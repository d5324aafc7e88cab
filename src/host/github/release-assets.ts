import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isObject } from '../../json/field.ts';
import { Failure } from '../../kit/errors.ts';
import type { ReleaseFile, ReleasedFiles } from '../../kit/host.ts';
import { formatBytes } from '../../kit/format.ts';
import type { GithubRest, RestAnswer } from './github-rest.ts';

interface Release {
  readonly id: number;
  readonly url: string;
  /** Without what a URI template (RFC 6570) has behind it. */
  readonly upload: URL;
}

interface Asset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** `uploaded`; anything else is what an upload that broke off left behind. */
  readonly state: string;
  /** `sha256:…`; GitHub has had it since 2025. */
  readonly digest: string | undefined;
}

/** How often a release is made or a file sent. Whoever sends it again first looks at what is there. */
const ATTEMPTS = 4;
const PER_PAGE = 100;

/**
 * Puts files into the release of a tag, which is made if there is none (REST API, "Releases", "Release assets"). A file that the release has
 * already, with the same digest, is left alone, and so is a signature; one with other bytes is never replaced.
 * @param pause milliseconds before a further attempt
 * @throws Failure if that can't be done
 */
export async function releaseFiles(rest: GithubRest, tag: string, files: readonly ReleaseFile[], { pause, info }: { readonly pause: number; readonly info: (line: string) => void }): Promise<ReleasedFiles> {
  const release = await openRelease(rest, tag, pause);
  for (const file of files) await putAsset(rest, { tag, release }, file, { pause, info });
  return { tag, url: release.url, assets: files.map(({ name }) => name) };
}

/** Jobs of a matrix may all find none and make one: all but the first are told that it exists (422). */
async function openRelease(rest: GithubRest, tag: string, pause: number): Promise<Release> {
  let last: RestAnswer | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    last = await rest.get(`releases/tags/${encodeURIComponent(tag)}`);
    if (last?.status === 404) last = await rest.send('POST', 'releases', { tag_name: tag, name: tag });
    const release = releaseOf(last?.body);
    if (release !== undefined) return release;
    if (last?.status === 401 || last?.status === 403 || last?.status === 404) break;
    await setTimeout(pause * attempt);
  }
  throw refusal(`The release of the tag ${tag} can't be used`, last);
}

async function putAsset(rest: GithubRest, { tag, release }: { readonly tag: string; readonly release: Release }, file: ReleaseFile, { pause, info }: { readonly pause: number; readonly info: (line: string) => void }): Promise<void> {
  const { size } = await stat(file.path);
  let last: RestAnswer | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const present = (await assetsOf(rest, release)).find(({ name }) => name === file.name);
    if (present?.state === 'uploaded') {
      if (file.isSignature || (present.size === size && (present.digest === undefined || present.digest === file.digest))) return;
      throw new Failure(`The release ${tag} has ${file.name} already, with other bytes (${present.digest ?? formatBytes(present.size)}).`, {
        hint: 'A released file is never replaced: release a new tag, or delete the file there first.',
      });
    }
    if (present !== undefined) await rest.send('DELETE', `releases/assets/${present.id}`);
    const url = new URL(release.upload);
    url.searchParams.set('name', file.name);
    last = await rest.upload(url, { size, open: () => createReadStream(file.path) });
    if (last?.status === 201) {
      info(`Released ${file.name} (${formatBytes(size)}).`);
      return;
    }
    if (last?.status === 401 || last?.status === 403) break;
    await setTimeout(pause * attempt);
  }
  throw refusal(`${basename(file.path)} can't be put into the release ${tag}`, last);
}

/** GitHub allows a release so many files. */
const MOST_ASSETS = 1000;

async function assetsOf(rest: GithubRest, { id }: Release): Promise<readonly Asset[]> {
  const assets: Asset[] = [];
  for (let page = 1; page <= MOST_ASSETS / PER_PAGE; page += 1) {
    const answer = await rest.get(`releases/${id}/assets?per_page=${PER_PAGE}&page=${page}`);
    const listed: readonly unknown[] = Array.isArray(answer?.body) ? answer.body : [];
    assets.push(...listed.flatMap((each) => assetOf(each) ?? []));
    if (listed.length < PER_PAGE) break;
  }
  return assets;
}

function releaseOf(value: unknown): Release | undefined {
  if (!isObject(value) || !Number.isSafeInteger(value['id']) || typeof value['upload_url'] !== 'string') return undefined;
  const upload = URL.parse(value['upload_url'].split('{', 1)[0] ?? '');
  return upload === null ? undefined : { id: value['id'] as number, url: typeof value['html_url'] === 'string' ? value['html_url'] : '', upload };
}

function assetOf(value: unknown): Asset | undefined {
  if (!isObject(value)) return undefined;
  const { id, name, size, state, digest } = value;
  if (typeof id !== 'number' || typeof name !== 'string' || typeof size !== 'number' || typeof state !== 'string') return undefined;
  return { id, name, size, state, digest: typeof digest === 'string' ? digest : undefined };
}

function refusal(what: string, answer: RestAnswer | undefined): Failure {
  const status = answer?.status;
  if (status === undefined) return new Failure(`${what}: GitHub does not answer.`, { hint: 'Run the job again: files that the release has are not sent again.' });
  if (status === 401 || status === 403 || status === 404) return new Failure(`${what}: the job's token may not write it (${status}).`, { hint: 'Give the job "permissions: contents: write", or set "release: off".' });
  return new Failure(`${what}: GitHub answered ${status}.`, { hint: 'Run the job again: files that the release has are not sent again.' });
}
