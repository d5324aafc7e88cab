import type { Job } from '../../kit/host.ts';
import type { Credentials } from '../../request/build.ts';
import { credentialsFor } from '../auth/credentials.ts';
import { dockerCredentials } from '../auth/docker-config.ts';
import type { Reference } from '../format/reference.ts';
import { Registry } from './registry.ts';
import type { RegistryOptions } from './connection.ts';

/** A login, and the registry that it is for. */
export interface RegistryLogin {
  readonly registry: string;
  /** Undefined: those of docker's configuration. */
  readonly credentials: Credentials | undefined;
}

/** Registries, as one job speaks with them: its login goes to the registry that it is for, and to no other; elsewhere Docker's configuration counts. */
export class Registries {
  readonly job: Job;
  readonly #login: RegistryLogin;

  constructor({ registry, credentials }: RegistryLogin, job: Job) {
    this.#login = { registry, credentials };
    this.job = job;
  }

  /** A repository, to be read. Close it. */
  open(reference: Reference, options: Partial<RegistryOptions> = {}): Registry {
    return new Registry(reference, { ...this.options(), ...options });
  }

  /** The job's own login for a registry; undefined: it has none. */
  credentialsOf(registry: string): Credentials | undefined {
    return registry === this.#login.registry ? this.#login.credentials : undefined;
  }

  /** How each of them is spoken with. */
  options(): RegistryOptions {
    const { job } = this;
    const { registry, credentials } = this.#login;
    const docker = dockerCredentials({ debug: (line) => job.debug(line) });
    return {
      credentials: credentials === undefined ? docker : credentialsFor(registry, credentials, docker),
      signal: job.signal,
      debug: (line) => job.debug(line),
      mask: (secret) => job.mask(secret),
    };
  }
}
