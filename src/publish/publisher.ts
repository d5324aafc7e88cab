import type { Host } from '../kit/host.ts';
import type { RegistryWriter } from '../oci/push/registry-writer.ts';
import type { PublishTarget } from '../release/target.ts';

/** Who publishes a Feature: for whom, where to, and its repository, which is open. */
export interface Publisher {
  readonly target: PublishTarget;
  readonly writer: RegistryWriter;
  readonly host: Host;
}
