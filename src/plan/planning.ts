import type { Host } from '../kit/host.ts';
import type { Stages } from '../kit/stages.ts';
import { rememberedCredentials } from '../oci/auth/credentials.ts';
import { Transport } from '../oci/http/transport.ts';
import type { Registries } from '../oci/pull/registries.ts';
import type { Registry } from '../oci/pull/registry.ts';
import type { Namespace } from '../release/target.ts';
import type { PlanRequest } from '../request/build.ts';
import type { RegistryOptions } from '../oci/pull/connection.ts';

/** A plan that is being made: the request, and all that is needed to decide about it. */
export interface Planning {
  /** Its bases are pinned. */
  readonly request: PlanRequest;
  readonly host: Host;
  /** Ends all that uses the host's signal. */
  readonly stop: AbortController;
  readonly stages: Stages;
  readonly registries: Registries;
  /** Of the Features' own repositories. */
  readonly readers: Readers;
}

/** Reads the repositories of many Features of one registry, over connections that they share. */
export class Readers implements Disposable {
  readonly #namespace: Namespace;
  readonly #options: RegistryOptions;
  readonly #transport: Transport;
  readonly #repositories = new Map<string, Registry>();

  constructor(namespace: Namespace) {
    this.#namespace = namespace;
    const options = namespace.options();
    this.#transport = new Transport(options);
    this.#options = {
      ...options,
      transport: this.#transport,
      seen: {},
      ...(options.credentials === undefined ? {} : { credentials: rememberedCredentials(options.credentials) }),
    };
  }

  /** The repository of one Feature. It need not be closed. */
  of(id: string): Registry {
    // One and the same, since it keeps its token.
    const known = this.#repositories.get(id);
    const reader = known ?? this.#namespace.reader(id, this.#options);
    if (known === undefined) this.#repositories.set(id, reader);
    return reader;
  }

  [Symbol.dispose](): void {
    this.#transport.close();
  }
}
