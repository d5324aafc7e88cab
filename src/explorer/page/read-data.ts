import type { ExplorerData } from '../model/explorer-data.ts';

/** Reads the data that stands in the page. */
export async function readData(): Promise<ExplorerData> {
  const { data } = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as { readonly data: string };
  const deflated = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const json = await new Response(new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
  return JSON.parse(json) as ExplorerData;
}
