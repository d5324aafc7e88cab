/** Run by github.test.ts as a process of its own, because the runner's files are named by the environment. */
import { createGithubHost } from '../../src/host/github/github.ts';

const host = createGithubHost({ env: process.env, signal: new AbortController().signal });
host.info('plain\n::error::from a build log\n  ::add-mask::x\nold ##[error]y\rsame line');
host.notice('noted');
host.warning('careful,\n100%', { file: `${process.env['GITHUB_WORKSPACE']}/sub/flake.nix`, line: 3, column: 7 });
host.warning('elsewhere', { file: '/other/flake.nix', line: 1 });
host.error('broken', 'The title');
await host.group('Outer', async () => {
  host.info('one');
  await host.group('Inner', async () => {
    host.info('two');
  });
});
await host.group('Failing', () => Promise.reject(new Error('x'))).catch(() => undefined);
host.stage('Packing', { total: 10 }).end('ten');
host.mask('hunter2');
host.output('version', '1.0.0');
host.saveState('container-amd64', 'docker x');
await host.summary('## first hunter2');
await host.summary(`## second\n\ntext\n\n### long\n\n${'x'.repeat(2_000_000)}`);
const artifact = await host.uploadArtifact('feature-x', '/nowhere');
host.info(`artifact ${artifact?.name ?? 'none'}, input ${host.input('base-image')}, state ${host.stateNames('container-').join()} ${host.state('container-arm64')}`);
