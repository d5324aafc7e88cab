import type { Host } from '../kit/host.ts';
import { rememberedCredentials } from '../oci/auth/credentials.ts';
import { Transport } from '../oci/http/transport.ts';
import { Registry, type RegistryOptions } from '../oci/pull/registry.ts';
import { registryOptions, repositoryOf, type RegistryPlace } from '../release/target.ts';

/** Reads the repositories of many Features of one registry, over connections that they share. */
export class Readers implements Disposable {
  readonly #target: RegistryPlace;
  readonly #options: RegistryOptions;
  readonly #transport: Transport;
  readonly #repositories = new Map<string, Registry>();

  constructor(target: RegistryPlace, host: Host) {
    this.#target = target;
    const options = registryOptions(target, host);
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
    const reader = known ?? new Registry({ registry: this.#target.registry, repository: repositoryOf(this.#target, id) }, this.#options);
    if (known === undefined) this.#repositories.set(id, reader);
    return reader;
  }

  [Symbol.dispose](): void {
    this.#transport.close();
  }
}
