import type { GithubHost } from '../host/github/github.ts';
import { renderFailureSummary } from '../report/runs/failure.ts';
import { CONTRACT, explain, failureBehind } from '../report/text/explain.ts';
import type { BuildRequest } from '../request/build.ts';
import { explainedFileError } from './file-errors.ts';
import type { InputName, InputReader } from './inputs/inputs.ts';
import type { InputSpec } from './inputs/rows/spec.ts';
import { secretsOf } from './inputs/redact.ts';
import { readJobLinks } from './requests/read-origin.ts';
import { givenInputs } from './requests/read-request.ts';

/**
 * Runs what every action's main step has in common: secrets are masked first, and a failure ends as one annotation and a
 * summary.
 * @param inputs those of the action
 * @returns the exit code
 */
export async function runAction(host: GithubHost, inputs: readonly InputSpec[], body: (read: InputReader) => Promise<void>): Promise<number> {
  const read: InputReader = (name) => host.input(name);
  try {
    for (const secret of secretsOf(inputs, read, process.env['NIX_CONFIG'])) host.mask(secret);
    await body(read);
    return 0;
  } catch (error) {
    // Whatever broke because of a signal, the signal is why.
    const failure = explainedFileError(failureBehind(error), inputs.map(({ name }) => [name, read(name as InputName)] as const), currentFolder());
    await showFailure(host.signal.aborted ? host.signal.reason : failure, host, read, givenInputs(read, inputs));
    return 1;
  } finally {
    host.endAnnotations();
  }
}

export function setOutputs(host: GithubHost, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) host.output(name, value);
}

/** Where relative paths start from; undefined if it is gone. */
function currentFolder(): string | undefined {
  try {
    return process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  } catch {
    return undefined;
  }
}

async function showFailure(error: unknown, host: GithubHost, read: InputReader, given: BuildRequest['given']): Promise<void> {
  const explained = explain(error);
  const failure = host.faults.length > 0 && explained.kind === 'input' ? { ...explained, title: CONTRACT } : explained;
  if (failure.log.length > 0) {
    await host.group('The end of the log', async () => {
      for (const line of failure.log) host.info(line);
    });
  }
  if (failure.trace !== '') host.debug(failure.trace);
  host.error(failure.hint === undefined ? failure.message : `${failure.message}\n${failure.hint}`, failure.title, failure.location);
  if (wantsSummary(read)) await host.summary(renderFailureSummary(failure, given, { faults: host.faults, job: readJobLinks(process.env) }));
}

/** The inputs may be what is wrong, so they can't be trusted here. */
function wantsSummary(read: InputReader): boolean {
  return read('summary').trim().toLowerCase() !== 'false';
}
