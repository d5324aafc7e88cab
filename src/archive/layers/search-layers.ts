import { Matcher } from '../../leaks/matcher.ts';
import { LeakScanner } from '../../leaks/scanner.ts';
import type { LeakSearch } from '../../leaks/search.ts';
import type { NixSite } from '../../nix/run/site.ts';
import type { Closure } from '../../nix/store/closure.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import { streamLayers, type LayerSink, type StreamOptions } from './layer-stream.ts';
import { TarParts, type LayerLeaks } from '../tar-parts.ts';
import type { TarPart } from '../tar-writer.ts';

/**
 * Looks for leaks in layers that nobody has to pack: makes their tars again, and keeps nothing of them.
 * @param groups the paths of each layer
 * @returns what was found, for each layer in turn
 * @throws IntegrityError if a path is not what Nix says, and the signal's reason
 */
export async function searchLayers(site: NixSite, closure: Closure, groups: readonly (readonly StorePath[])[], { leaks, ...options }: StreamOptions & { readonly leaks: LeakSearch }): Promise<readonly LayerLeaks[]> {
  const matcher = new Matcher(leaks);
  return streamLayers(site, closure, groups, { ...options, sinks: { open: () => new SearchedLayer(matcher), room: pause, close: () => Promise.resolve() } });
}

/** Everything is done when it is written; a turn of the loop lets timers and signals in. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

class SearchedLayer implements LayerSink<LayerLeaks> {
  readonly #scanner: LeakScanner;
  readonly #parts = new TarParts();

  constructor(matcher: Matcher) {
    this.#scanner = new LeakScanner(matcher);
  }

  write(bytes: Buffer): void {
    this.#scanner.write(bytes);
  }

  begin(what: TarPart): void {
    this.#parts.begin(what, 0);
    const [, part = -1] = this.#parts.take();
    this.#scanner.begin(part, part % 2 === 1);
  }

  end(): Promise<LayerLeaks> {
    return Promise.resolve(this.#parts.leaksOf(this.#scanner.end()));
  }

  discard(): Promise<void> {
    return Promise.resolve();
  }
}
