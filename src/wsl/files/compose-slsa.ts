import { WSL_BUILD_TYPE, type SlsaPredicate } from '../../provenance/format/slsa.ts';
import type { WslBuildRequest, WslKeepRequest } from '../request.ts';
import { VERSION } from '../../version.ts';

export interface BuiltTarball {
  readonly build: Pick<WslBuildRequest, 'configuration' | 'compression'>;
  readonly keep: Pick<WslKeepRequest, 'origin' | 'provenance'>;
  readonly arch: string;
  /** As it was written, without folders of the machine. */
  readonly flake: string;
  /** As Nix itself says: `Nix 2.31.2`. */
  readonly nix: string;
}

/** Composes the SLSA predicate of a WSL tarball (docs/verify/provenance.md, "wsl-v1"). */
export function composeWslSlsa({ build, keep, arch, flake, nix }: BuiltTarball): SlsaPredicate {
  const { run } = keep.provenance;
  const { source, revision } = keep.origin;
  const isCommit = /^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(revision ?? '');
  return {
    buildDefinition: {
      buildType: WSL_BUILD_TYPE,
      externalParameters: {
        configuration: build.configuration,
        flake,
        platform: `linux/${arch}`,
        compression: build.compression,
        ...(run.workflow === undefined ? {} : { workflow: run.workflow }),
      },
      internalParameters: { nix, ...(run.event === undefined ? {} : { event: run.event }) },
      resolvedDependencies: source === undefined || revision === undefined ? [] : [{ name: 'source', uri: `git+${source}@${revision}`, ...(isCommit ? { digest: { gitCommit: revision } } : {}) }],
    },
    runDetails: {
      builder: { id: run.builder, version: { 'nix-feature': VERSION } },
      ...(run.invocation === undefined ? {} : { metadata: { invocationId: run.invocation } }),
    },
  };
}
