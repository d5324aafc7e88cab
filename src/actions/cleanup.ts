import { isContainerName } from '../engine/container-name.ts';
import { findEngine } from '../engine/find-engine.ts';
import type { GithubHost } from '../host/github/github.ts';
import { messageOf } from '../kit/errors.ts';
import { sweepTemporary, temporaryPlace } from '../kit/temporary.ts';

/**
 * Runs the post step: removes the work folders and containers that the main step could not, and no container whose name we did not give. Never fails:
 * the job has its result already. The state of each is `container-<arch>`, and says `<engine> <name>`; see
 * `containerState` in build/site.ts.
 */
export async function cleanUp(host: GithubHost): Promise<void> {
  // Of this job's steps that were killed: they can't do it any more.
  await sweepTemporary(temporaryPlace());
  for (const state of host.stateNames('container-')) {
    const [engineName, container = ''] = host.state(state).split(' ');
    if (!isContainerName(container)) {
      host.debug(`${state} names no container of ours.`);
      continue;
    }
    try {
      const engine = await findEngine(engineName === 'podman' ? 'podman' : 'docker', { signal: host.signal });
      await engine.remove(container);
      host.info(`The container ${container} is gone.`);
    } catch (error) {
      const why = messageOf(error);
      host.warning(`The container ${container} could not be removed: ${why}`);
    }
  }
}
