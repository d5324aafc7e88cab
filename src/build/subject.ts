import type { ShippedFile, ShippingOptions } from '../feature/files/shipped-files.ts';
import type { FeatureMetadata } from '../feature/metadata/metadata.ts';
import type { Host } from '../kit/host.ts';
import type { BuildRequest } from '../request/build.ts';
import type { LeakGate } from './checks/leak-gate.ts';
import type { PlatformBuilder } from './platform-builder.ts';

/** All that a build starts from. */
export interface BuildSubject {
  readonly request: BuildRequest;
  readonly metadata: FeatureMetadata;
  /** The author's files but the metadata. */
  readonly files: readonly ShippedFile[];
  /** Those of the request, in its order. */
  readonly platforms: readonly PlatformBuilder[];
  readonly host: Host;
  /** Undefined if nobody looks for leaks. */
  readonly gate: LeakGate | undefined;
}

/** Returns which files of its folder a Feature ships, as the request says. */
export function shippingOf({ output, include }: Pick<BuildRequest, 'output' | 'include'>, signal: AbortSignal): ShippingOptions {
  return { excluded: output === undefined ? [] : [output], include, signal };
}
