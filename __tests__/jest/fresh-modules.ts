import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const HERE = new URL('.', import.meta.url).href;
const GLOBALS = new URL('globals.ts', import.meta.url).href;
const PACKAGES = '/node_modules/';
const RUN = '?file=';
const NUMBER = /\?file=\d+$/;

/**
 * Gives each test file modules of its own: a URL with a number is another module to Node.js. The modules of a process's first file have none, so
 * that Node.js finds what it has compiled before. What one file leaves in a variable of a module of ours, no other file sees. Packages, and
 * the parts of the runner that tests use, are loaded once.
 * @returns what is to be called before each file
 */
export function freshModules(): () => void {
  let files = 0;
  const sources = new Map<string, string>();
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
      const resolved = next(specifier, context);
      if (!isOurs(resolved.url)) return resolved;
      // What is imported late is of the file that imports it.
      const number = NUMBER.exec(context.parentURL ?? '')?.[0] ?? (files > 1 ? `${RUN}${files}` : '');
      return { ...resolved, url: `${resolved.url}${number}` };
    },
    load: (url, context, next) => {
      if (!url.includes(RUN)) return next(url, context);
      const file = fileURLToPath(url);
      let source = sources.get(file);
      if (source === undefined) {
        // Stacks name the file as it is.
        source = `${stripTypeScriptTypes(readFileSync(file, 'utf8'))}\n//# sourceURL=${url.slice(0, url.indexOf(RUN))}`;
        sources.set(file, source);
      }
      return { format: 'module', source, shortCircuit: true };
    },
  });
  return () => {
    files += 1;
  };
}

/** Not one that has a number already, nor a part of the runner: these tests share with it. */
function isOurs(url: string): boolean {
  if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes(PACKAGES)) return false;
  return !url.startsWith(HERE) || url.slice(HERE.length).includes('/') || url.endsWith('.test.ts');
}
