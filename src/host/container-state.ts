import type { Host } from './host.ts';

/** The state of an action begins with this for each of its containers; the rest is the container's name. */
export const CONTAINER_STATE = 'container-';

/** Call it before the container starts, so that the post step removes it however the job ended. */
export function rememberContainer(host: Host, engine: 'docker' | 'podman', container: string): void {
  host.saveState(`${CONTAINER_STATE}${container}`, engine);
}
