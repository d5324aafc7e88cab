import { InputError } from '../kit/errors.ts';
import type { Host } from '../kit/host.ts';
import { credentialsFor } from '../oci/auth/credentials.ts';
import { dockerCredentials } from '../oci/auth/docker-config.ts';
import type { RegistryOptions } from '../oci/pull/connection.ts';
import { RegistryWriter, type WriterOptions } from '../oci/push/registry-writer.ts';
import { quirksOf } from '../oci/quirks/hosts.ts';
import type { Credentials } from '../request.ts';

/** Where Features are: `<registry>/<namespace>/<id>`. */
export interface RegistryPlace {
  readonly registry: string;
  readonly namespace: string;
  /** Undefined: those of docker's configuration. */
  readonly credentials: Credentials | undefined;
}

/** Where Features are published, and what is written there besides a release itself. */
export interface PublishTarget extends RegistryPlace {
  /** Tags that name one release after the other are written. */
  readonly movingTags: boolean;
  /** The namespace has a collection. */
  readonly collection: boolean;
}

/** Who publishes a Feature: for whom, where to, and its repository, which is open. */
export interface Publisher {
  readonly target: PublishTarget;
  readonly writer: RegistryWriter;
  readonly host: Host;
}

/** The Feature's own repository, without the registry. */
export function repositoryOf({ namespace }: RegistryPlace, id: string): string {
  return `${namespace}/${id}`;
}

// As docker, distribution and GHCR have it, registry and slashes included.
const LONGEST_NAME = 255;

/**
 * A repository of the target, to be written to. Close it.
 * @throws InputError if the name is longer than registries take
 */
export function openWriter(target: RegistryPlace, repository: string, host: Host, options: Pick<WriterOptions, 'deletes'> = {}): RegistryWriter {
  const length = target.registry.length + 1 + repository.length;
  if (length > LONGEST_NAME) {
    throw new InputError('namespace', `namespace: the name of ${repository.slice(target.namespace.length + 1) || 'the collection'} would be longer than registries take: ${length} characters with registry and namespace, instead of ${LONGEST_NAME} at most.`, {
      hint: 'Use a shorter namespace, or a shorter id for the Feature.',
    });
  }
  return new RegistryWriter({ registry: target.registry, repository }, { ...registryOptions(target, host), ...options });
}

export function registryOptions({ registry, credentials }: RegistryPlace, host: Host): RegistryOptions {
  const docker = dockerCredentials({ debug: (line) => host.debug(line) });
  return {
    credentials: credentials === undefined ? docker : credentialsFor(registry, credentials, docker),
    signal: host.signal,
    debug: (line) => host.debug(line),
    mask: (secret) => host.mask(secret),
  };
}

/** GitHub's own registry, which wants to know what kind of package it holds. */
export function isGithubRegistry({ registry }: RegistryPlace): boolean {
  return quirksOf(registry).packageTypes === true;
}
