/** The one place where OCI platforms and Nix systems are converted into each other. */
export const ARCHES = ['amd64', 'arm64'] as const;

/** A platform as OCI writes it. */
export type Arch = (typeof ARCHES)[number];

/** A platform as Nix writes it. */
export type System = 'x86_64-linux' | 'aarch64-linux';

const SYSTEMS: Record<Arch, System> = { amd64: 'x86_64-linux', arm64: 'aarch64-linux' };

export function systemOf(arch: Arch): System {
  return SYSTEMS[arch];
}

export function archOf(system: System): Arch {
  return system === 'x86_64-linux' ? 'amd64' : 'arm64';
}

export function isArch(text: string): text is Arch {
  return (ARCHES as readonly string[]).includes(text);
}

/** Returns the arch of a `process.arch`, or undefined if this action has no name for it. */
export function archOfNode(nodeArch: string): Arch | undefined {
  return nodeArch === 'x64' ? 'amd64' : nodeArch === 'arm64' ? 'arm64' : undefined;
}
