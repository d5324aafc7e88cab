import type { BaseStore } from '../base/base-store.ts';
import { listContainer, type ContainerContents } from '../base/list-container.ts';
import { newContainerName } from '../engine/container-name.ts';
import type { Engine, LocalImage } from '../engine/engine.ts';
import { findEngine } from '../engine/find-engine.ts';
import { loadImage } from '../engine/load-image.ts';
import { checkArch, pullImage } from '../engine/pull-image.ts';
import type { ContainerQuestion } from '../engine/questions.ts';
import { isPrivileged, startContainer } from '../engine/start-container.ts';
import { BaseError, messageOf } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { Log } from '../kit/host.ts';
import { adopt } from '../nix/nar/adopt.ts';
import { CONTAINER_VARIABLES, ContainerSite } from '../nix/run/container-site.ts';
import { isEmulated, nativeSystem } from '../nix/run/emulation.ts';
import { HostSite, needsCloudKeys } from '../nix/run/host-site.ts';
import { hostNixConf, namedSubstituters } from '../nix/run/nix-conf.ts';
import { nixConfig, type SiteFacts } from '../nix/run/settings.ts';
import type { NixSite, StepSite } from '../nix/run/site.ts';
import { nixVersion, VERSION_QUESTION, type NixVersion } from '../nix/run/version.ts';
import type { StorePath } from '../nix/store/store-path.ts';
import type { Digest } from '../oci/format/digest.ts';
import { parseReference } from '../oci/format/reference.ts';
import { systemOf, type Arch } from '../platform.ts';
import type { BaseReference } from '../request/sources.ts';
import { imageOf, openBase, writtenName } from './open-base.ts';
import { environmentOf, otherNixText, provideNix } from './host-nix.ts';
import type { BasePlace, HostNixPlace, NixPlace } from './place.ts';
import { provideSsh } from './ssh-files.ts';
import { tellUnlisted } from './unlisted.ts';

/** Where the flake of one platform is built. */
export interface BuildSite {
  readonly site: StepSite;
  /** What the first base holds, if the site is a container of it: listed before anything is built. */
  readonly base: BaseStore | undefined;
  /** What is to be done before anything is built there. */
  readonly prepare: () => Promise<void>;
  /** Which Nix runs there: `Nix 2.31.2`. */
  readonly nix: string;
}

/** A container in which Nix runs, and the image that it is of. */
interface StartedSite {
  readonly site: ContainerSite;
  readonly reference: BaseReference;
  readonly digest: Digest | undefined;
  readonly nix: string;
}

/** Returns the state that tells the post step which container, of which engine, may have been left behind: `docker <name>`. */
export function containerState(arch: Arch): string {
  return `container-${arch}`;
}

/**
 * Opens the host's own Nix, or the one that is installed for it.
 * @throws SetupError if there is none, or it is too old; what {@link provideNix} throws
 */
export async function openHostSite({ nix: settings, arch, job, cleanup }: HostNixPlace): Promise<BuildSite> {
  const system = systemOf(arch);
  const { install } = settings;
  const nix = install === undefined ? undefined : await provideNix(install, { job, env: process.env });
  const emulated = system !== nativeSystem() && (await isEmulated(system)) ? system : undefined;
  const ssh = await provideSsh(settings, process.env['NIX_SSHOPTS'] ?? '', cleanup);
  const named = namedSubstituters(await hostNixConf(process.env));
  const config = nixConfig(ssh.settings, {
    place: 'host',
    privileged: false,
    emulated,
    inherited: process.env['NIX_CONFIG'] ?? '',
    singleUser: nix?.singleUser === true,
    named,
  });
  const env = { NIX_CONFIG: config, ...ssh.env, ...(nix === undefined ? {} : environmentOf(nix, process.env)) };
  const site = new HostSite({ system, signal: job.signal, env, needsCloudKeys: await needsCloudKeys(config, process.env) });
  const version = await nixVersion(site, 'host');
  job.info(`Using ${version.text} on the host.`);
  tellUnlisted({ site, named }, settings, process.env['NIX_CONFIG'] ?? '', job);
  if (install !== undefined && nix?.from === 'here' && !version.text.endsWith(` ${install.version}`)) job.notice(otherNixText(version.text, install.version));
  return { site, base: undefined, prepare: async () => undefined, nix: version.text };
}

/**
 * Opens a container of the first base, pinned by digest, with what it holds listed. `prepare` makes it known to its Nix.
 *
 * @param mounts absolute folders that the build needs to see
 * @param pinned the base's image, if it is known already
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
export async function openContainerSite(place: NixPlace, mounts: readonly string[], pinned?: Digest): Promise<BuildSite> {
  const { site, reference, digest, nix } = await startSite(place, mounts, pinned);
  const contents = await place.stages.run('List the base store', {}, async () => {
    const listed = await listContainer(site);
    return [listed, formatNumberOf(listed.paths.size, 'store path')];
  });
  const prepare = (): Promise<void> => adoptPaths(site, contents, reference.text, place);
  const { registered: _, ...base } = contents;
  return { site, base: { name: writtenName(reference), digest, ...base }, prepare, nix };
}

/** Gives a base without a Nix database, or with a wrong one, a database of the paths that exist. */
function adoptPaths(site: NixSite, { paths, registered }: ContainerContents, base: string, { host, stages }: NixPlace): Promise<void> {
  return stages.run('Look for unregistered paths', { unit: 'paths' }, async (progress) => {
    const adopted = await adopt(site, paths, {
      registered,
      onProgress: (done) => progress.update(done),
      onTorn: (torn) => host.info(tornText(torn, base)),
      onLost: (lost) => host.info(lostText(lost, base)),
    });
    return [undefined, adopted === 0 ? 'none' : `${formatNumberOf(adopted, 'store path')} adopted into the Nix database`];
  });
}

/**
 * Starts a container of the first base, pinned by digest, as it is: enough to evaluate in. It is removed when `cleanup` is; its
 * name is known to the post step before it starts.
 *
 * @param mounts absolute folders that Nix needs to see
 * @param pinned the base's image, if it is known already
 * @throws SetupError (no engine, no emulation, no Nix), BaseError
 */
export async function startSite(place: NixPlace, mounts: readonly string[], pinned?: Digest): Promise<StartedSite> {
  const { request, host, stages } = place;
  const reference = request.bases[0];
  if (reference === undefined) throw new Error('a container needs a base');
  const engine = await findEngine(request.engine, { signal: host.signal });
  const swept = sweepContainers(engine, host);

  const { image, digest } = await stages.run('Fetch the base image', {}, async (progress) => {
    const fetched = await fetchImage(engine, reference, place, { pinned, onLine: (line) => progress.update(0, line) });
    return [fetched, `${reference.text} ${fetched.digest ?? ''}`.trim()];
  });

  await swept;
  const { site, version } = await runContainer(engine, image, place, { imageName: reference.text, mounts });
  host.info(`Using ${version.text} in ${site.where}, by ${engine.name}.`);
  return { site, reference, digest, nix: version.text };
}

const NIX_CONF: ContainerQuestion = { argv: ['cat', '/etc/nix/nix.conf'] };

/** A running container of an image, and its Nix; the post step knows its name before it starts. */
async function runContainer(
  engine: Engine,
  image: LocalImage,
  { request, arch, host, shared = [], cleanup }: NixPlace,
  { imageName, mounts }: { readonly imageName: string; readonly mounts: readonly string[] },
): Promise<{ readonly site: ContainerSite; readonly version: NixVersion }> {
  const { containerOptions } = request;
  const ssh = await provideSsh(request.nix, '', cleanup);
  const name = newContainerName();
  cleanup.defer(() => engine.remove(name));
  host.saveState(containerState(arch), `${engine.name} ${name}`);
  // What lies in a shared folder is seen already, and stays writable.
  const further = [...mounts, ...ssh.folders].filter((folder) => !shared.some((each) => folder === each || folder.startsWith(`${each}/`)));
  const system = systemOf(arch);
  const facts: SiteFacts = { place: 'container', privileged: isPrivileged(containerOptions), emulated: system === nativeSystem() ? undefined : system, inherited: '' };
  // Which caches nix.conf names decides a line of our settings, and nothing of what Nix says of itself.
  const env = { ...CONTAINER_VARIABLES, NIX_CONFIG: nixConfig(ssh.settings, facts), ...ssh.env };
  const [conf, asked] = await startContainer(engine, image, { name, imageName, mounts: further, shared, containerOptions, first: { questions: [NIX_CONF, VERSION_QUESTION], env } });
  const named = namedSubstituters(conf?.exitCode === 0 ? conf.lines.join('\n') : '');
  const config = nixConfig(ssh.settings, { ...facts, named });
  const site = new ContainerSite(engine, { container: name, imageName, system, env: { NIX_CONFIG: config, ...ssh.env } });
  tellUnlisted({ site, named }, request.nix, '', host);
  return { site, version: await nixVersion(site, 'container', asked) };
}

/** What a killed run has left takes memory and disk, and nobody else removes it. Never throws. */
async function sweepContainers(engine: Engine, log: Log): Promise<void> {
  try {
    const names = await engine.removeLeftovers();
    if (names.length > 0) log.info(`Removed ${formatNumberOf(names.length, 'container')} left by killed runs: ${names.join(', ')}.`);
  } catch (error) {
    log.debug(`Containers of killed runs were not looked for: ${messageOf(error)}`);
  }
}

function tornText(torn: readonly StorePath[], base: string): string {
  const which = `${formatNumberOf(torn.length, 'store path')} of ${base} ${torn.length === 1 ? 'refers' : 'refer'} to others that it does not have`;
  return `${which} (such as ${torn[0] ?? ''}): Nix will download or build the missing ones that are needed.`;
}

function lostText(lost: readonly StorePath[], base: string): string {
  return `The Nix database of ${base} lists ${formatNumberOf(lost.length, 'store path')} that the image does not have (such as ${lost[0] ?? ''}). For this build, the database is recreated from the paths that exist.`;
}

interface FetchedImage {
  readonly image: LocalImage;
  readonly digest: Digest | undefined;
}

/** From where, and for which platform, an image is fetched. */
type ImagePlace = Pick<BasePlace, 'registries' | 'arch'>;

/** How an image is fetched. */
interface FetchOptions {
  /** Called with what the engine says meanwhile. */
  readonly onLine: (line: string) => void;
  /** The image's digest, if it is known already: an engine that holds it spares the registry. */
  readonly pinned?: Digest | undefined;
}

/** Brings a base image into the engine, pinned by digest. */
export async function fetchImage(engine: Engine, reference: BaseReference, place: ImagePlace, options: FetchOptions): Promise<FetchedImage> {
  const { arch } = place;
  if (reference.kind === 'daemon') return { image: await daemonImage(engine, reference.image, arch), digest: undefined };
  const held = reference.kind === 'registry' ? await heldImage(engine, repositoryName(reference), arch, options.pinned) : undefined;
  return held ?? fetchAnew(engine, reference, place, options);
}

async function heldImage(engine: Engine, repository: string, arch: Arch, digest: Digest | undefined): Promise<FetchedImage | undefined> {
  const image = digest === undefined ? undefined : await engine.inspectImage(`${repository}@${digest}`);
  return image?.architecture === arch ? { image, digest } : undefined;
}

async function fetchAnew(
  engine: Engine,
  reference: Exclude<BaseReference, { kind: 'daemon' }>,
  { registries, arch }: ImagePlace,
  { onLine }: FetchOptions,
): Promise<FetchedImage> {
  const base = await openBase(reference, registries);
  try {
    const { manifest, manifestDigest } = await imageOf(base, reference, arch);
    if (reference.kind === 'layout') {
      const { config, layers } = manifest;
      return { image: await loadImage(engine, { folder: reference.folder, config, layers }), digest: manifestDigest };
    }
    const credentials = registries.credentialsOf(parseReference(reference.text).registry);
    const image = await pullImage(engine, `${repositoryName(reference)}@${manifestDigest}`, { arch, credentials, onProgress: onLine });
    return { image, digest: manifestDigest };
  } finally {
    base.close();
  }
}

function repositoryName({ text }: BaseReference): string {
  const { registry, repository } = parseReference(text);
  return `${registry}/${repository}`;
}

/** Returns an image that the engine holds already. @throws BaseError if it doesn't, or holds it for another platform */
export async function daemonImage(engine: Engine, name: string, arch: Arch): Promise<LocalImage> {
  const image = await engine.inspectImage(name);
  if (image === undefined) {
    throw new BaseError(`${engine.name} has no image "${name}".`, {
      hint: `Build or pull it first; "${engine.name} images" lists the available ones. For an image of a registry, leave out "daemon:".`,
    });
  }
  checkArch(image, `daemon:${name}`, arch);
  return image;
}
