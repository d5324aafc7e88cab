import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeData, type Explored } from '../../explorer/data/compose-data.ts';
import { explorerPage } from '../../explorer/html/explorer-page.ts';
import { EXPLORER_FILE } from '../../explorer/model/explorer-data.ts';
import { deliveryOf } from '../../release/same-release.ts';
import type { BuildRequest } from '../../request/build.ts';

export interface FeatureToExplore extends Omit<Explored, 'delivery'> {
  readonly delivery: BuildRequest['delivery'];
}

/** Writes a build's explorer.html into its layout. It is for readers: no release key covers it, and nobody publishes it. */
export async function writeLayoutExplorer(folder: string, { feature, delivery, platforms }: FeatureToExplore): Promise<void> {
  const data = composeData({ feature, platforms, delivery: deliveryOf({ delivery, documents: platforms.map(({ document }) => document) }) });
  await writeFile(join(folder, EXPLORER_FILE), explorerPage(data), { mode: 0o644 });
}
