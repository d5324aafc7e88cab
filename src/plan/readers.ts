import type { Host } from '../host/host.ts';
import { rememberedCredentials } from '../oci/credentials.ts';
import { Registry, type RegistryOptions } from '../oci/registry.ts';
import { Transport } from '../oci/transport.ts';
import { registryOptions, repositoryOf, type PublishTarget } from '../publish/target.ts';

/** Reads the repositories of many Features of one registry, over connections that they share. */
export class Readers implements Disposable {
  readonly #target: PublishTarget;
  readonly #options: RegistryOptions;
  readonly #transport: Transport;

  constructor(target: PublishTarget, host: Host) {
    this.#target = target;
    const options = registryOptions(target, host);
    this.#transport = new Transport(options);
    this.#options = {
      ...options,
      transport: this.#transport,
      ...(options.credentials === undefined ? {} : { credentials: rememberedCredentials(options.credentials) }),
    };
  }

  /** The repository of one Feature. It need not be closed. */
  of(id: string): Registry {
    return new Registry({ registry: this.#target.registry, repository: repositoryOf(this.#target, id) }, this.#options);
  }

  [Symbol.dispose](): void {
    this.#transport.close();
  }
}
