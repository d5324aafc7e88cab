/** The reader's own fonts: nothing more to download, and pages look as on GitHub. */
export { default } from 'vitepress/theme-without-fonts';
