import { pack } from 'tar-stream';
import { collect } from '../oci/serve.ts';

/** `name/` is a directory, `name -> target` a symlink, `name => target` a hard link, anything else a file. */
export async function tarOf(names: readonly string[], body: Buffer | string = 'content'): Promise<Buffer> {
  const tar = pack();
  const mtime = new Date(1000);
  for (const spec of names) {
    const [, name = spec, kind, target = ''] = /^(.*) (->|=>) (.*)$/.exec(spec) ?? [];
    if (kind !== undefined) tar.entry({ name, type: kind === '->' ? 'symlink' : 'link', linkname: target, mtime });
    else if (spec.endsWith('/')) tar.entry({ name: spec, type: 'directory', mtime });
    else tar.entry({ name: spec, mtime }, body);
  }
  tar.finalize();
  return collect(tar as AsyncIterable<Buffer>);
}

const BASE_32 = '0123456789abcdfghijklmnpqrsvwxyz';

/** A name that a store path can have; the same one for the same letter. */
export function storeName(letter: string, rest = letter): string {
  const digit = BASE_32.charAt(letter.charCodeAt(0) % 32);
  return `${digit.repeat(32)}-${rest}`;
}
