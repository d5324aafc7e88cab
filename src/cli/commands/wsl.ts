import type { InputReader } from '../../actions/inputs/inputs.ts';
import type { Surroundings } from '../../actions/inputs/surroundings.ts';
import { readWslRequest } from '../../actions/requests/read-wsl-request.ts';
import { refuseTarball } from '../../actions/wsl.ts';
import type { TerminalHost } from '../../host/terminal/terminal.ts';
import { InputError } from '../../kit/errors.ts';
import type { UseCase } from '../../kit/host.ts';
import { jsonText } from '../../kit/text.ts';
import { type WslReport, wslResultOf, renderTerminalWsl } from '../../report/runs/wsl.ts';
import type { WslRequest } from '../../wsl/request.ts';

export type MakeTarball = UseCase<WslRequest, WslReport>;

interface WslLine {
  /** The first word: what to do. */
  readonly task: string;
  readonly json: boolean;
  readonly read: InputReader;
  readonly surroundings: Surroundings;
}

/** Runs `nix-feature wsl check <tarball>` and `build <configuration>`. @throws Failure once the table is shown, if a check failed */
export async function wsl({ task, json, read, surroundings }: WslLine, host: TerminalHost, make: MakeTarball): Promise<void> {
  if (task !== 'check' && task !== 'build') throw new InputError('command', `"${task}" is not a task of nix-feature wsl.`, { hint: 'nix-feature wsl build <configuration>, or nix-feature wsl check <tarball>' });
  const request = readWslRequest(readerFor(task, read), surroundings);
  const report = await make(request, host);
  if (json) host.result(jsonText(wslResultOf(report)));
  else if (request.summary) host.result(renderTerminalWsl(report, host.palette));
  refuseTarball(report);
}

/** The second word is the tarball, or the configuration. */
function readerFor(task: 'check' | 'build', read: InputReader): InputReader {
  if (task === 'check') return read;
  return (name) => (name === 'configuration' ? read('tarball') : name === 'tarball' ? '' : read(name));
}
