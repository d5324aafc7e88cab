import { InputError } from '../kit/errors.ts';
import type { Job } from '../kit/host.ts';
import { stoppable } from '../kit/parallel.ts';
import type { RegistryOptions } from '../oci/pull/connection.ts';
import { Registries, type RegistryLogin } from '../oci/pull/registries.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { RegistryWriter, type WriterOptions } from '../oci/push/registry-writer.ts';
import { quirksOf } from '../oci/quirks/hosts.ts';

/** Where Features are: `<registry>/<namespace>/<id>`. */
export interface RegistryPlace extends RegistryLogin {
  readonly namespace: string;
}

/** Where Features are published, and what is written there besides a release itself. */
export interface PublishTarget extends RegistryPlace {
  /** Tags that name one release after the other are written. */
  readonly movingTags: boolean;
  /** The namespace has a collection. */
  readonly collection: boolean;
}

/** Returns the Feature's own repository, without the registry. */
export function repositoryOf({ namespace }: RegistryPlace, id: string): string {
  return `${namespace}/${id}`;
}

// As docker, distribution and GHCR have it, registry and slashes included.
const LONGEST_NAME = 255;

/** A namespace of a registry, as a job may use it: it opens repositories with the job's login. */
export class Namespace<Target extends RegistryPlace = RegistryPlace> {
  readonly target: Target;
  readonly job: Job;
  readonly #registries: Registries;

  constructor(target: Target, job: Job) {
    this.target = target;
    this.job = job;
    this.#registries = new Registries(target, job);
  }

  /** `<registry>/<namespace>` */
  get name(): string {
    return `${this.target.registry}/${this.target.namespace}`;
  }

  /** The same, and what stops all work that is done there. */
  stoppable(): { readonly namespace: Namespace<Target>; readonly stop: AbortController } {
    const { job, stop } = stoppable(this.job);
    return { namespace: new Namespace(this.target, job), stop };
  }

  /** A Feature's repository, without the registry. */
  repositoryOf(id: string): string {
    return repositoryOf(this.target, id);
  }

  /** A Feature's repository, to be read. Close it. */
  reader(id: string, options: Partial<RegistryOptions> = {}): Registry {
    return this.#registries.open({ registry: this.target.registry, repository: this.repositoryOf(id) }, options);
  }

  /** How its repositories are spoken with; for whoever reads many of them. */
  options(): RegistryOptions {
    return this.#registries.options();
  }

  /** A Feature's repository, to be written to. Close it. @throws InputError if its name is longer than registries take */
  writer(id: string, options: Pick<WriterOptions, 'deletes'> = {}): RegistryWriter {
    return this.#open(this.repositoryOf(id), options);
  }

  /** The repository of the collection, to be written to. Close it. @throws as `writer` */
  collection(): RegistryWriter {
    return this.#open(this.target.namespace, {});
  }

  #open(repository: string, options: Pick<WriterOptions, 'deletes'>): RegistryWriter {
    const { registry, namespace } = this.target;
    const length = registry.length + 1 + repository.length;
    if (length > LONGEST_NAME) {
      throw new InputError('namespace', `namespace: the name of ${repository.slice(namespace.length + 1) || 'the collection'} would be longer than registries take: ${length} characters with registry and namespace, instead of ${LONGEST_NAME} at most.`, {
        hint: 'Use a shorter namespace, or a shorter id for the Feature.',
      });
    }
    return new RegistryWriter({ registry, repository }, { ...this.#registries.options(), ...options });
  }
}

/** Who publishes a Feature: where to, and its repository, which is open. */
export interface Publisher<Target extends PublishTarget = PublishTarget> {
  readonly namespace: Namespace<Target>;
  readonly writer: RegistryWriter;
}

/** Tells whether it is GitHub's own registry, which wants to know what kind of package it holds. */
export function isGithubRegistry({ registry }: RegistryPlace): boolean {
  return quirksOf(registry).packageTypes === true;
}
