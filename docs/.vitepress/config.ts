/**
 * The site of docs/, for VitePress; scripts/site.ts builds it. The Markdown is written for GitHub, so everything that differs there is
 * settled here: the index is README.md, anchors are made as GitHub makes them, and links that leave docs/ lead to GitHub.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type DefaultTheme } from 'vitepress';

const DOCS = path.join(import.meta.dirname, '..');
const PROJECT = path.join(DOCS, '..');
const REPOSITORY = 'https://github.com/org/nix-feature-action';

/** The tables of docs/README.md: a heading for each kind of reader, and a row for each page. */
function sidebar(): DefaultTheme.SidebarItem[] {
  const groups: { text: string; items: DefaultTheme.SidebarItem[] }[] = [];
  for (const line of readFileSync(path.join(DOCS, 'README.md'), 'utf8').split('\n')) {
    const [, text = '', page] = /^\| (?:\[([^\]]+)\]\(([^)]+)\.md\)|(?!---)[^|]+) \|/.exec(line) ?? [];
    if (page !== undefined) groups.at(-1)?.items.push({ text, link: `/${page}` });
    else if (/^\| [^-|][^|]* \| \|$/.test(line)) groups.push({ text: line.split('|')[1]?.trim() ?? '', items: [] });
  }
  return groups;
}

/** As GitHub makes them of headings. */
function slugify(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Where a page's link to another file of the repository leads on the site; a link that stays in docs/ is left alone. */
function siteLink(page: string, link: string): string {
  if (/^(?:[a-z]+:|#|\/)/.test(link)) return link;
  const file = path.relative(PROJECT, path.resolve(path.dirname(page), link));
  return file.startsWith('docs/') ? link : `${REPOSITORY}/blob/v1/${file}`;
}

export default defineConfig({
  title: 'nix-feature-action',
  description: 'Turn a Nix flake into a Dev Container Feature that ships only what the base image lacks.',
  lang: 'en',
  base: '/nix-feature-action/',
  cleanUrls: true,
  rewrites: { 'README.md': 'index.md' },
  markdown: {
    // GitHub drops tags that it does not know; here they would be components.
    html: false,
    anchor: { slugify },
    config(md) {
      md.core.ruler.before('normalize', 'comments', (state) => {
        state.src = state.src.replaceAll(/^<!--[\s\S]*?-->$/gm, '');
      });
      // Else Vue would evaluate the expressions of workflows.
      md.renderer.rules.text = (tokens, index) => md.utils.escapeHtml(tokens[index]?.content ?? '').replaceAll('{', '&#123;');
      md.core.ruler.push('as-on-github', ({ tokens, env }) => {
        const { path: page } = env as { readonly path: string };
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          if (token.type === 'link_open') token.attrSet('href', siteLink(page, token.attrGet('href') ?? ''));
          if (token.type === 'code_inline') token.attrSet('v-pre', '');
        }
      });
    },
  },
  themeConfig: {
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
    editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path` },
    nav: [
      { text: 'Examples', link: `${REPOSITORY}/tree/v1/examples` },
      { text: 'Changes', link: `${REPOSITORY}/blob/main/CHANGELOG.md` },
    ],
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
  },
});
