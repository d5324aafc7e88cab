import type { BaseStore } from '../base/base-store.ts';
import type { FeatureMetadata } from '../feature/metadata/metadata.ts';
import type { Host } from '../kit/host.ts';
import { Stages } from '../kit/stages.ts';
import { stoppable } from '../kit/parallel.ts';
import { resolveFlake, type ResolvedFlake } from '../nix/flake/flake.ts';
import type { SeenFolders } from '../nix/flake/seen-folder.ts';
import type { Digest } from '../oci/format/digest.ts';
import { Registries } from '../oci/pull/registries.ts';
import { findNixpkgs, registryIn } from '../place/find-nixpkgs.ts';
import { followed } from '../place/follow-base.ts';
import type { NixPlace } from '../place/place.ts';
import { readBases } from '../place/read-bases.ts';
import { openContainerSite, openHostSite, type BuildSite } from '../place/site.ts';
import { systemOf, type Arch, type System } from '../platform.ts';
import type { BuildRequest } from '../request/build.ts';

/** What the platforms of a build have in common. */
interface PlatformsOf {
  readonly request: BuildRequest;
  readonly metadata: FeatureMetadata;
  readonly host: Host;
  /** So that a flake is evaluated once for all of them. */
  readonly seenFolders: SeenFolders;
}

/**
 * One platform of a request: its flake, where Nix runs for it, and what its bases hold. Each is read when it is first needed, and only once.
 * Containers and temporary folders are removed with the platform.
 */
export class PlatformBuilder implements AsyncDisposable {
  readonly arch: Arch;
  readonly system: System;
  readonly host: Host;
  readonly stages: Stages;
  /** Ends all that goes on for this platform: a base that can't be used must not wait for the end of a long build. */
  readonly stop: AbortController;
  readonly #request: BuildRequest;
  readonly #metadata: FeatureMetadata;
  readonly #seenFolders: SeenFolders;
  readonly #cleanup = new AsyncDisposableStack();
  readonly #mounts = new Set<string>();
  #pinned: Digest | undefined;
  #resolved: Promise<ResolvedFlake> | undefined;
  #flake: Promise<ResolvedFlake> | undefined;
  #nixpkgs: Promise<string | undefined> | undefined;
  #site: Promise<BuildSite> | undefined;
  #bases: Promise<readonly BaseStore[]> | undefined;

  constructor({ request, metadata, host, seenFolders }: PlatformsOf, arch: Arch) {
    this.#seenFolders = seenFolders;
    this.arch = arch;
    this.system = systemOf(arch);
    ({ job: this.host, stop: this.stop } = stoppable(host));
    this.stages = new Stages(this.host, request.arches.length > 1 ? ` (${arch})` : '');
    this.#request = request;
    this.#metadata = metadata;
  }

  /** Whose packages are named after it. */
  get featureId(): string {
    return this.#metadata.id;
  }

  /** The first base is this image, as somebody has found out: it need not be looked up again. */
  pin(base: Digest): void {
    this.#pinned = base;
  }

  /** Further folders that must be seen where Nix runs; to be said before it is opened. */
  mount(folders: readonly string[]): void {
    for (const folder of folders) this.#mounts.add(folder);
  }

  /** The flake as it is built: with the nixpkgs that it is to follow. */
  flake(): Promise<ResolvedFlake> {
    this.#flake ??= this.#follow();
    return this.#flake;
  }

  get followsBase(): boolean {
    return this.#request.followBase;
  }

  /** What Nix has to see of the flake. */
  async mounts(): Promise<readonly string[]> {
    const { nixpkgs } = this.#request;
    return [...(await this.#resolve()).mounts, ...(nixpkgs?.mount === undefined ? [] : [nixpkgs.mount])];
  }

  /** The nixpkgs that the first base was made of; undefined if it does not say. */
  nixpkgsOfBase(): Promise<string | undefined> {
    this.#nixpkgs ??= this.#findNixpkgs();
    return this.#nixpkgs;
  }

  #resolve(): Promise<ResolvedFlake> {
    this.#resolved ??= resolveFlake(this.#request.flake, {
      system: this.system,
      featureId: this.#metadata.id,
      featureFolder: this.#request.featureFolder,
      ...(this.#request.include !== undefined && { include: this.#request.include }),
      job: this.host,
      seenFolders: this.#seenFolders,
      inContainer: this.#request.buildIn === 'container',
      cleanup: this.#cleanup,
      requiresLock: this.#request.reproducible !== 'off',
    });
    return this.#resolved;
  }

  async #follow(): Promise<ResolvedFlake> {
    return followed(await this.#resolve(), this.#request, () => this.nixpkgsOfBase(), this.host);
  }

  #findNixpkgs(): Promise<string | undefined> {
    const [base] = this.#request.bases;
    if (base === undefined) return Promise.resolve(undefined);
    // On the host the base is read from its layers, which is done anyway.
    return findNixpkgs(base, this.#place(), async () => (this.#request.buildIn === 'host' ? (await this.bases())[0]?.registry : registryIn((await this.site()).site)));
  }

  site(): Promise<BuildSite> {
    this.#site ??= this.#openSite();
    return this.#site;
  }

  /** What each base holds, in the order of the request. */
  bases(): Promise<readonly BaseStore[]> {
    this.#bases ??= this.#readBases();
    return this.#bases;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cleanup.disposeAsync();
  }

  async #openSite(): Promise<BuildSite> {
    this.mount(await this.mounts());
    if (this.#request.buildIn === 'host') return openHostSite({ nix: this.#request.nix, arch: this.arch, job: this.host, cleanup: this.#cleanup });
    return openContainerSite(this.#place(), [...this.#mounts], this.#pinned);
  }

  /** The base whose container we build in was listed before anything else; the others are read from their layers. */
  async #readBases(): Promise<readonly BaseStore[]> {
    const { bases } = this.#request;
    const first = this.#request.buildIn === 'host' ? undefined : (await this.site()).base;
    const others = await readBases(first === undefined ? bases : bases.slice(1), this.#place());
    return first === undefined ? others : [first, ...others];
  }

  #place(): NixPlace {
    return { request: this.#request, registries: new Registries(this.#request, this.host), arch: this.arch, host: this.host, stages: this.stages, cleanup: this.#cleanup };
  }
}
