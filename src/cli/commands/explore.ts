import { writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import type { InputReader } from '../../actions/inputs/inputs.ts';
import type { Surroundings } from '../../actions/inputs/surroundings.ts';
import { readExploreRequest } from '../../actions/requests/read-portable.ts';
import { exploreResult } from '../../explorer/data/explore-result.ts';
import type { ExplorerData } from '../../explorer/model/explorer-data.ts';
import type { TerminalHost } from '../../host/terminal/terminal.ts';
import { formatList } from '../../kit/format.ts';
import { makeFolders } from '../../kit/files.ts';
import type { UseCase } from '../../kit/host.ts';
import { jsonText } from '../../kit/text.ts';
import type { ExploreRequest } from '../../request/existing.ts';

export interface ExploreLine {
  /** The Feature, as the command line names it. */
  readonly source: string;
  readonly json: boolean;
  readonly read: InputReader;
  readonly surroundings: Surroundings;
}

/** Runs `nix-feature explore`: writes the page, or prints what it shows as JSON. */
export async function explore({ source, json, read, surroundings }: ExploreLine, host: TerminalHost, gather: UseCase<ExploreRequest, ExplorerData>): Promise<void> {
  const request = readExploreRequest(source, read, surroundings);
  const data = await gather(request, host);
  if (json) {
    host.result(jsonText(exploreResult(data)));
    return;
  }
  // Large, and of use here alone.
  const { explorerPage } = await import('../../explorer/html/explorer-page.ts');
  await makeFolders(dirname(request.output));
  await writeFile(request.output, explorerPage(data));
  const { id, version } = data.feature;
  const shown = relative(surroundings.folder, request.output);
  host.result(`${id} ${version} (${formatList(data.platforms.map(({ arch }) => arch))}) is shown in ${shown.startsWith('..') ? request.output : shown}: open it in a browser.\n`);
}
