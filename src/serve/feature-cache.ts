import { Failure } from '../kit/errors.ts';
import type { BinaryCache } from '../nix/cache/binary-cache.ts';
import { hashPartOf, type StorePath } from '../nix/store/store-path.ts';
import type { Catalogue } from './catalogue.ts';
import type { ServedCache } from './request.ts';

/** The Features of a namespace as a binary cache: `oci://registry/namespace`. Publishing is how paths get into it. */
export class FeatureCache implements BinaryCache {
  readonly #catalogue: Catalogue;
  readonly #served: ServedCache;

  constructor(catalogue: Catalogue, served: ServedCache) {
    this.#catalogue = catalogue;
    this.#served = served;
  }

  exists(paths: readonly StorePath[]): Promise<ReadonlySet<StorePath>> {
    return Promise.resolve(new Set(paths.filter((path) => this.#catalogue.find(hashPartOf(path))?.info.path === path)));
  }

  upload(): Promise<never> {
    return Promise.reject(new Failure('A registry takes store paths only as part of a Feature.', { hint: 'Publish a Feature with "push: true".', inTerminal: 'Publish a Feature: nix-feature build --push.' }));
  }

  configure(): readonly string[] {
    return [`extra-substituters = ${this.#served.url}`, `extra-trusted-public-keys = ${this.#served.publicKey}`];
  }
}
