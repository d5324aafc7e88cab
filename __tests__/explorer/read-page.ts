import { inflateSync } from 'node:zlib';
import type { ExplorerData } from '../../src/explorer/model/explorer-data.ts';

const DATA = /<script type="application\/json" id="data">([^<]*)<\/script>/;

/** The data of an explorer.html. @throws if it has none */
export function dataOfPage(page: string): ExplorerData {
  const { encoding, data } = JSON.parse(DATA.exec(page)?.[1] ?? '') as { encoding: string; data: string };
  if (encoding !== 'deflate+base64') throw new Error(`the data is in ${encoding}`);
  return JSON.parse(inflateSync(Buffer.from(data, 'base64')).toString('utf8')) as ExplorerData;
}
