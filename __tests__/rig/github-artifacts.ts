import type { Blob, BlobStorage } from './github-blobs.ts';
import { TwirpError, type Handler, type Service } from './twirp.ts';

/** An artifact that was finalized. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Bytes as stored. */
  readonly size: number;
  /** `sha256:…` of what is stored, as the client said. */
  readonly digest: string | undefined;
  /** The file that holds it: a zip, unless it was uploaded without archiving. */
  readonly file: string;
}

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly blob: Blob;
  finalized?: Artifact;
}

/** `github.actions.results.api.v1.ArtifactService` */
export class ArtifactService implements Service {
  readonly methods: Readonly<Record<string, Handler>>;
  readonly #blobs: BlobStorage;
  readonly #run: Readonly<Record<string, string>>;
  readonly #entries = new Map<string, Entry>();
  #last = 1000;

  constructor(blobs: BlobStorage, run: Readonly<Record<string, string>>) {
    this.#blobs = blobs;
    this.#run = run;
    this.methods = {
      CreateArtifact: (request) => this.#create(request),
      FinalizeArtifact: (request) => this.#finalize(request),
      ListArtifacts: (request) => this.#list(request),
      GetSignedArtifactURL: (request) => ({ signed_url: this.#blobs.downloadUrl(this.#finished(request).blob) }),
      DeleteArtifact: (request) => this.#delete(request),
    };
  }

  finalized(): readonly Artifact[] {
    return [...this.#entries.values()].flatMap(({ finalized }) => finalized ?? []);
  }

  #create(request: Record<string, unknown>): object {
    const name = String(request['name']);
    // A name is immutable in a run, and taken from its creation on.
    if (this.#entries.has(name)) {
      throw new TwirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
    }
    const id = ++this.#last;
    const archived = request['mime_type'] === undefined || request['mime_type'] === 'application/zip';
    const blob = this.#blobs.create(`artifact-${id}`, archived ? `${name}.zip` : name);
    this.#entries.set(name, { id, name, blob });
    return { ok: true, signed_upload_url: this.#blobs.uploadUrl(blob) };
  }

  async #finalize(request: Record<string, unknown>): Promise<object> {
    const entry = this.#entry(request);
    const size = await this.#blobs.size(entry.blob);
    if (size === undefined || size !== Number(request['size'])) {
      throw new TwirpError(400, 'invalid_argument', `size is ${size ?? 'unknown'}, not ${String(request['size'])}`);
    }
    const hash = request['hash'];
    entry.finalized = { id: entry.id, name: entry.name, size, digest: typeof hash === 'string' ? hash : undefined, file: this.#blobs.file(entry.blob) };
    return { ok: true, artifact_id: String(entry.id) };
  }

  #list(request: Record<string, unknown>): object {
    const { name_filter: name, id_filter: id } = request;
    const wanted = this.finalized().filter(
      (artifact) => (name === undefined || artifact.name === name) && (id === undefined || artifact.id === Number(id)),
    );
    return {
      artifacts: wanted.map((artifact) => ({
        ...this.#run,
        database_id: String(artifact.id),
        name: artifact.name,
        size: String(artifact.size),
        ...(artifact.digest === undefined ? {} : { digest: artifact.digest }),
      })),
    };
  }

  #delete(request: Record<string, unknown>): object {
    const { id, name } = this.#finished(request);
    this.#entries.delete(name);
    return { ok: true, artifact_id: String(id) };
  }

  #entry(request: Record<string, unknown>): Entry {
    const entry = this.#entries.get(String(request['name']));
    if (entry === undefined) throw new TwirpError(404, 'not_found', 'artifact not found');
    return entry;
  }

  #finished(request: Record<string, unknown>): Entry {
    const entry = this.#entry(request);
    if (entry.finalized === undefined) throw new TwirpError(404, 'not_found', 'artifact not found');
    return entry;
  }
}
