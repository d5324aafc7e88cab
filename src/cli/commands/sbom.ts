import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { InputReader } from '../../actions/inputs/inputs.ts';
import type { Surroundings } from '../../actions/inputs/surroundings.ts';
import { readSbomRequest } from '../../actions/requests/read-portable.ts';
import type { SbomText } from '../../app/sbom.ts';
import type { TerminalHost } from '../../host/terminal/terminal.ts';
import type { UseCase } from '../../kit/host.ts';
import { makeFolders } from '../../kit/files.ts';
import type { SbomRequest } from '../../request/existing.ts';

export interface SbomLine {
  /** The Feature, as the command line names it. */
  readonly source: string;
  readonly read: InputReader;
  readonly surroundings: Surroundings;
}

/** Runs `nix-feature sbom`: prints the SBOM of one platform, or writes those of all into a folder. */
export async function sbom({ source, read, surroundings }: SbomLine, host: TerminalHost, make: UseCase<SbomRequest, readonly SbomText[]>): Promise<void> {
  const request = readSbomRequest(source, read, surroundings);
  const all = await make(request, host);
  const { output } = request;
  if (output === undefined) {
    for (const { text } of all) host.result(`${text}\n`);
    return;
  }
  await makeFolders(output);
  for (const { file, text } of all) await writeFile(join(output, file), text);
  host.result(all.map(({ file }) => `${relative(surroundings.folder, join(output, file))}\n`).join(''));
}
