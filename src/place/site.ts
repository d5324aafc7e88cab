import type { BaseStore } from '../base/base-store.ts';
import { listContainer } from '../base/list-container.ts';
import { newContainerName } from '../engine/container-name.ts';
import type { Engine, LocalImage } from '../engine/engine.ts';
import { findEngine } from '../engine/find-engine.ts';
import { loadImage } from '../engine/load-image.ts';
import { checkArch, pullImage } from '../engine/pull-image.ts';
import { isPrivileged, startContainer } from '../engine/start-container.ts';
import { BaseError } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Host } from '../kit/host.ts';
import type { Stages } from '../kit/stages.ts';
import { adopt } from '../nix/nar/adopt.ts';
import { ContainerSite } from '../nix/run/container-site.ts';
import { isEmulated, nativeSystem } from '../nix/run/emulation.ts';
import { HostSite, needsCloudKeys } from '../nix/run/host-site.ts';
import { nixConfig } from '../nix/run/settings.ts';
import type { NixSite } from '../nix/run/site.ts';
import { nixVersion } from '../nix/run/version.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import type { Digest } from '../oci/format/digest.ts';
import { parseReference } from '../oci/format/reference.ts';
import { systemOf, type Arch } from '../platform.ts';
import type { BaseReference, BuildRequest } from '../request.ts';
import { imageOf, openBase, writtenName } from './open-base.ts';

/** Where the flake of one platform is built. */
export interface BuildSite {
  readonly site: NixSite;
  /** What the first base holds, where the site is a container of it: listed before anything is built. */
  readonly base: BaseStore | undefined;
  /** What is to be done before anything is built there. */
  readonly prepare: () => Promise<void>;
  /** Which Nix runs there: `Nix 2.31.2`. */
  readonly nix: string;
}

/** What of a request says where Nix runs, and how. */
export type SiteRequest = Pick<BuildRequest, 'bases' | 'engine' | 'containerOptions' | 'nix' | 'registry' | 'credentials'>;

interface SiteTools {
  readonly host: Host;
  readonly stages: Stages;
  readonly cleanup: AsyncDisposableStack;
}

/** A container in which Nix runs, and the image that it is of. */
interface StartedSite {
  readonly site: ContainerSite;
  readonly reference: BaseReference;
  readonly digest: Digest | undefined;
  readonly nix: string;
}

/** The state that tells the post step which container, of which engine, may have been left behind: `docker <name>`. */
export function containerState(arch: Arch): string {
  return `container-${arch}`;
}

/** The host's own Nix. @throws SetupError where there is none, or it is too old */
export async function openHostSite(request: Pick<SiteRequest, 'nix'>, arch: Arch, host: Host): Promise<BuildSite> {
  const system = systemOf(arch);
  const emulated = system !== nativeSystem() && (await isEmulated(system)) ? system : undefined;
  const config = nixConfig(request.nix, {
    place: 'host',
    privileged: false,
    emulated,
    inherited: process.env['NIX_CONFIG'] ?? '',
  });
  const site = new HostSite({ system, signal: host.signal, env: { NIX_CONFIG: config }, needsCloudKeys: await needsCloudKeys(config, process.env) });
  const version = await nixVersion(site, 'host');
  host.info(`Using ${version.text} on the host.`);
  return { site, base: undefined, prepare: async () => undefined, nix: version.text };
}

/**
 * A container of the first base, pinned by digest, with what it holds listed. `prepare` makes it known to its Nix.
 *
 * @param mounts absolute folders that the build needs to see
 * @param pinned the base's image, where it is known already
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
export async function openContainerSite(
  request: SiteRequest,
  arch: Arch,
  mounts: readonly string[],
  tools: SiteTools,
  pinned?: Digest,
): Promise<BuildSite> {
  const { host, stages } = tools;
  const { site, reference, digest, nix } = await startSite(request, arch, mounts, tools, pinned);
  const contents = await stages.run('List the base store', {}, async () => {
    const listed = await listContainer(site);
    return [listed, formatNumberOf(listed.paths.size, 'store path')];
  });
  const prepare = (): Promise<void> => adoptPaths(site, contents.paths, reference.text, host, stages);
  return { site, base: { name: writtenName(reference), digest, ...contents }, prepare, nix };
}

/** A base without a Nix database, or with one that lies, gets one that knows what is there. */
function adoptPaths(site: NixSite, paths: ReadonlySet<StorePath>, base: string, host: Host, stages: Stages): Promise<void> {
  return stages.run('Look for unregistered paths', { unit: 'paths' }, async (progress) => {
    const adopted = await adopt(site, paths, {
      onProgress: (done) => progress.update(done),
      onTorn: (torn) => host.info(tornText(torn, base)),
      onLost: (lost) => host.info(lostText(lost, base)),
    });
    return [undefined, adopted === 0 ? 'none' : `${formatNumberOf(adopted, 'store path')} adopted into the Nix database`];
  });
}

/**
 * A container of the first base, pinned by digest, as it is: enough to evaluate in. It is removed when `cleanup` is; its
 * name is known to the post step before it starts.
 *
 * @param mounts absolute folders that Nix needs to see
 * @param pinned the base's image, where it is known already
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
export async function startSite(
  request: SiteRequest,
  arch: Arch,
  mounts: readonly string[],
  { host, stages, cleanup }: SiteTools,
  pinned?: Digest,
): Promise<StartedSite> {
  const reference = request.bases[0];
  if (reference === undefined) throw new Error('a container needs a base');
  const engine = await findEngine(request.engine, { signal: host.signal });
  const swept = sweepContainers(engine, host);

  const { image, digest } = await stages.run('Fetch the base image', {}, async (progress) => {
    const fetched = await fetchImage(engine, reference, request, arch, host, (line) => progress.update(0, line), pinned);
    return [fetched, `${reference.text} ${fetched.digest ?? ''}`.trim()];
  });

  await swept;
  const name = newContainerName();
  cleanup.defer(() => engine.remove(name));
  host.saveState(containerState(arch), `${engine.name} ${name}`);
  await startContainer(engine, image, {
    name,
    imageName: reference.text,
    mounts,
    containerOptions: request.containerOptions,
  });

  const system = systemOf(arch);
  const config = nixConfig(request.nix, {
    place: 'container',
    privileged: isPrivileged(request.containerOptions),
    emulated: system === nativeSystem() ? undefined : system,
    inherited: '',
  });
  const site = new ContainerSite(engine, { container: name, imageName: reference.text, system, env: { NIX_CONFIG: config } });
  const version = await nixVersion(site, 'container');
  host.info(`Using ${version.text} in ${site.where}, by ${engine.name}.`);
  return { site, reference, digest, nix: version.text };
}

/** What a killed run has left takes memory and disk, and nobody else removes it. Never throws. */
async function sweepContainers(engine: Engine, host: Host): Promise<void> {
  try {
    const names = await engine.removeLeftovers();
    if (names.length > 0) host.info(`Removed ${formatNumberOf(names.length, 'container')} that a killed run had left: ${names.join(', ')}.`);
  } catch (error) {
    host.debug(`Containers of killed runs were not looked for: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function tornText(torn: readonly StorePath[], base: string): string {
  const which = `${formatNumberOf(torn.length, 'store path')} of ${base} ${torn.length === 1 ? 'names another' : 'name others'} that it does not have`;
  return `${which} (such as ${torn[0] ?? ''}): Nix will fetch or build anew what is needed of them.`;
}

export function lostText(lost: readonly StorePath[], base: string): string {
  return `The Nix database of ${base} knows ${formatNumberOf(lost.length, 'store path')} that it does not have (such as ${lost[0] ?? ''}): it is made anew from what is there, for this build.`;
}

interface FetchedImage {
  readonly image: LocalImage;
  readonly digest: Digest | undefined;
}

/**
 * Brings a base image into the engine, pinned by digest.
 * @param onLine called with what the engine says meanwhile
 * @param pinned the image's digest, where it is known already: an engine that holds it spares the registry
 */
export async function fetchImage(
  engine: Engine,
  reference: BaseReference,
  request: SiteRequest,
  arch: Arch,
  host: Host,
  onLine: (line: string) => void,
  pinned?: Digest,
): Promise<FetchedImage> {
  if (reference.kind === 'daemon') return { image: await daemonImage(engine, reference.image, arch), digest: undefined };
  if (reference.kind === 'registry' && pinned !== undefined) {
    const image = await engine.inspectImage(`${repositoryName(reference)}@${pinned}`);
    if (image?.architecture === arch) return { image, digest: pinned };
  }
  const base = await openBase(reference, request, host);
  try {
    const { manifest, manifestDigest } = await imageOf(base, reference, arch);
    if (reference.kind === 'layout') {
      const { config, layers } = manifest;
      return { image: await loadImage(engine, { folder: reference.folder, config, layers }), digest: manifestDigest };
    }
    const image = await pullImage(engine, `${repositoryName(reference)}@${manifestDigest}`, {
      arch,
      credentials: parseReference(reference.text).registry === request.registry ? request.credentials : undefined,
      onProgress: onLine,
    });
    return { image, digest: manifestDigest };
  } finally {
    base.close();
  }
}

function repositoryName({ text }: BaseReference): string {
  const { registry, repository } = parseReference(text);
  return `${registry}/${repository}`;
}

/** An image that the engine holds already. @throws BaseError where it doesn't, or holds it for another platform */
export async function daemonImage(engine: Engine, name: string, arch: Arch): Promise<LocalImage> {
  const image = await engine.inspectImage(name);
  if (image === undefined) {
    throw new BaseError(`${engine.name} has no image “${name}”.`, {
      hint: `Build or pull it first; “${engine.name} images” lists what is there. An image of a registry is named without “daemon:”.`,
    });
  }
  checkArch(image, `daemon:${name}`, arch);
  return image;
}
