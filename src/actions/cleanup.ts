import { findEngine } from '../engine/find-engine.ts';
import { CONTAINER_STATE } from '../host/container-state.ts';
import type { GithubHost } from '../host/github.ts';

/** The post step: removes the containers that the main step could not. Never fails: the job has its result already. */
export async function cleanUp(host: GithubHost): Promise<void> {
  for (const state of host.stateNames(CONTAINER_STATE)) {
    const container = state.slice(CONTAINER_STATE.length);
    try {
      const engine = await findEngine(host.state(state) === 'podman' ? 'podman' : 'docker', { signal: host.signal });
      await engine.remove(container);
      host.info(`Removed the container ${container}, if it was still there.`);
    } catch (error) {
      host.warning(`The container ${container} could not be removed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
