import type { Blob, BlobStorage } from './github-blobs.ts';
import type { Job } from './github-run.ts';
import { TwirpError, type Handler, type Service } from './twirp.ts';

/** An artifact that was finalized. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Which attempt of the run uploaded it; no API says so. */
  readonly attempt: number;
  /** Bytes as stored. */
  readonly size: number;
  /** `sha256:…` of what is stored, as the client said. */
  readonly digest: string | undefined;
  /** How many days the client wants it kept; undefined: as long as the repository says. */
  readonly retention: number | undefined;
  /** The file that holds it: a zip, unless it was uploaded without archiving. */
  readonly file: string;
}

/** `expired`: only the REST API still knows it; `lost`: listed, and the service answers 404 for it (the REST API has it). */
type State = 'reserved' | 'there' | 'lost' | 'expired';

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly job: Job;
  readonly retention: number | undefined;
  readonly blob: Blob;
  state: State;
  finalized?: Artifact;
}

export interface ArtifactOptions {
  /** A name of an earlier attempt is a conflict (some report so); else each attempt has its own copy of a name. */
  readonly namesOutliveAttempts?: boolean;
  /** Ids fall from one artifact to the next: nothing may depend on their order. */
  readonly fallingIds?: boolean;
}

/** `github.actions.results.api.v1.ArtifactService` */
export class ArtifactService implements Service {
  readonly methods: Readonly<Record<string, Handler>>;
  /** Nothing can be uploaded any more. */
  full = false;
  readonly #blobs: BlobStorage;
  readonly #options: ArtifactOptions;
  readonly #entries: Entry[] = [];

  constructor(blobs: BlobStorage, options: ArtifactOptions = {}) {
    this.#blobs = blobs;
    this.#options = options;
    this.methods = {
      CreateArtifact: (request, job) => this.#create(request, job),
      FinalizeArtifact: (request, job) => this.#finalize(request, job),
      ListArtifacts: (request, job) => this.#list(request, job),
      GetSignedArtifactURL: (request) => this.#signedUrl(request),
      DeleteArtifact: (request, job) => this.#delete(request, job),
    };
  }

  finalized(): readonly Artifact[] {
    return this.#entries.flatMap(({ finalized }) => finalized ?? []);
  }

  /** @throws where there is no such artifact */
  set(name: string, state: 'lost' | 'expired'): void {
    const entry = this.#entries.findLast((each) => each.name === name && each.finalized !== undefined);
    if (entry === undefined) throw new Error(`there is no artifact ${name}`);
    entry.state = state;
  }

  /** What the REST API lists: the artifacts of all attempts, those that have expired too. */
  known(): readonly (Artifact & { readonly expired: boolean })[] {
    return this.#entries.flatMap(({ finalized, state }) => (finalized === undefined ? [] : [{ ...finalized, expired: state === 'expired' }]));
  }

  /** Where the REST API sends whoever downloads. @returns undefined where there is nothing, `expired` where there was */
  archiveUrl(id: number): string | undefined {
    const entry = this.#entries.find((each) => each.id === id && each.finalized !== undefined);
    if (entry === undefined) return undefined;
    return entry.state === 'expired' ? 'expired' : this.#blobs.downloadUrl(entry.blob);
  }

  #create(request: Record<string, unknown>, job: Job): object {
    const name = String(request['name']);
    if (this.full) throw new TwirpError(403, 'permission_denied', 'insufficient usage to create artifact');
    // A name is taken from its creation on, whether or not the artifact is ever finalized.
    const taken = this.#entries.some((each) => each.name === name && (this.#options.namesOutliveAttempts === true || each.job.attempt === job.attempt));
    if (taken) throw new TwirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
    const id = this.#options.fallingIds === true ? 9000 - this.#entries.length : 1001 + this.#entries.length;
    const archived = request['mime_type'] === undefined || request['mime_type'] === 'application/zip';
    const blob = this.#blobs.create(`artifact-${id}`, archived ? `${name}.zip` : name);
    const until = request['expires_at'];
    const retention = typeof until === 'string' ? Math.round((Date.parse(until) - Date.now()) / 86_400_000) : undefined;
    this.#entries.push({ id, name, job, retention, blob, state: 'reserved' });
    return { ok: true, signed_upload_url: this.#blobs.uploadUrl(blob) };
  }

  async #finalize(request: Record<string, unknown>, job: Job): Promise<object> {
    const entry = this.#entries.find(({ name, job: { attempt } }) => name === request['name'] && attempt === job.attempt);
    if (entry === undefined) throw new TwirpError(404, 'not_found', 'artifact not found');
    const size = await this.#blobs.size(entry.blob);
    if (size === undefined || size !== Number(request['size'])) {
      throw new TwirpError(400, 'invalid_argument', `size is ${size ?? 'unknown'}, not ${String(request['size'])}`);
    }
    const { id, name, retention, blob } = entry;
    const hash = request['hash'];
    entry.finalized = { id, name, attempt: job.attempt.number, size, retention, digest: typeof hash === 'string' ? hash : undefined, file: this.#blobs.file(blob) };
    entry.state = 'there';
    return { ok: true, artifact_id: String(id) };
  }

  #list(request: Record<string, unknown>, job: Job): object {
    const { name_filter: name, id_filter: id } = request;
    const wanted = this.#visible(job).filter((entry) => (name === undefined || entry.name === name) && (id === undefined || entry.id === Number(id)));
    return {
      artifacts: wanted.flatMap(({ finalized, job: { attempt, jobBackendId } }) =>
        finalized === undefined
          ? []
          : {
              workflow_run_backend_id: attempt.runBackendId,
              workflow_job_run_backend_id: jobBackendId,
              database_id: String(finalized.id),
              name: finalized.name,
              size: String(finalized.size),
              ...(finalized.digest === undefined ? {} : { digest: finalized.digest }),
            },
      ),
    };
  }

  /** What the run of a token has, as the service sees it: without what has expired, and without attempts before a full re-run. */
  #visible(job: Job): readonly Entry[] {
    return this.#entries.filter((entry) => ['there', 'lost'].includes(entry.state) && entry.job.attempt.runBackendId === job.attempt.runBackendId);
  }

  #signedUrl(request: Record<string, unknown>): object {
    const entry = this.#entries.find(({ name, job }) => name === request['name'] && job.jobBackendId === request['workflow_job_run_backend_id']);
    if (entry?.state !== 'there') throw new TwirpError(404, 'not_found', 'artifact not found');
    return { signed_url: this.#blobs.downloadUrl(entry.blob) };
  }

  #delete(request: Record<string, unknown>, job: Job): object {
    const entry = this.#visible(job).findLast(({ name }) => name === request['name']);
    if (entry === undefined) throw new TwirpError(404, 'not_found', 'artifact not found');
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    return { ok: true, artifact_id: String(entry.id) };
  }
}
