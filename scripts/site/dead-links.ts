import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface BuiltPage {
  readonly ids: ReadonlySet<string>;
  /** Those that lead to pages of the site. */
  readonly links: readonly { readonly page: string; readonly anchor: string | undefined }[];
}

/** The links of a built site that lead to no page, or to no heading of one, as "page: link". @param base where the site is served */
export function deadLinks(folder: string, base: string): readonly string[] {
  const files = globSync('**/*.html', { cwd: folder });
  const pages = new Map(files.map((file) => [file.replace(/(?:(?:^|(?<=\/))index)?\.html$/, ''), readPage(path.join(folder, file), base)]));
  const isDead = ({ page, anchor }: BuiltPage['links'][number]): boolean => {
    const found = pages.get(page);
    return found === undefined || (anchor !== undefined && !found.ids.has(anchor));
  };
  return [...pages].flatMap(([name, { links }]) => links.filter(isDead).map(({ page, anchor }) => `${name}: ${page}${anchor === undefined ? '' : `#${anchor}`}`));
}

function readPage(file: string, base: string): BuiltPage {
  const html = readFileSync(file, 'utf8');
  const hrefs = [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) => href);
  return {
    ids: new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)),
    links: hrefs.flatMap((href) => {
      if (!href.startsWith(base)) return [];
      const [page = '', anchor] = href.slice(base.length).split('#');
      return [{ page, anchor }];
    }),
  };
}
