import { cleanUp } from './actions/cleanup.ts';
import { createGithubHost } from './host/github.ts';
import { listenForSignals } from './host/signals.ts';

// The runner starts the same file for the step itself and, when the job ends, to clean up. Only the former leaves state.
const STARTED = 'started';

const signals = listenForSignals(process);
const host = createGithubHost({ env: process.env, signal: signals.signal });

if (process.env['NIX_FEATURE_ACTION'] === 'publish') {
  // publish/index.mjs says so. That action leaves nothing behind, and has no post step.
  const { runPublishAction } = await import('./actions/publish.ts');
  const { publishFeature } = await import('./publish-feature.ts');
  process.exitCode = await runPublishAction(process, host, publishFeature);
} else if (host.state(STARTED) === '') {
  host.saveState(STARTED, 'true');
  const { runBuildAction } = await import('./actions/build.ts');
  const { buildFeature } = await import('./build-feature.ts');
  process.exitCode = await runBuildAction(process, host, buildFeature);
} else {
  await cleanUp(host);
}
signals.stop();
