import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { layerFileName } from '../feature/files/bundle.ts';
import { readRuntime } from '../feature/files/runtime.ts';
import { InputError } from '../kit/errors.ts';
import { formatList } from '../kit/format.ts';
import type { Host } from '../kit/host.ts';
import { makeTemporary } from '../kit/temporary.ts';
import type { Digest } from '../oci/format/digest.ts';
import { Registries } from '../oci/pull/registries.ts';
import type { Arch } from '../platform.ts';
import { CHECKS, type Check, type VerifyReport } from '../report/runs/verify.ts';
import { checkSboms, readAttached } from '../verify/check-attached.ts';
import { checkAttestation } from '../verify/check-attestation.ts';
import { checkBase, type StorePlace } from '../verify/check-base.ts';
import { checkLayers } from '../verify/check-layers.ts';
import { checkKey, checkMetadata } from '../verify/check-metadata.ts';
import { checkPublishedPolicy, type PublishedFacts } from '../verify/check-policy.ts';
import { checkRebuild } from '../verify/check-rebuild.ts';
import { checkTags } from '../verify/check-tags.ts';
import { openSubject, type Subject } from '../verify/open-subject.ts';
import type { ComparedFacts } from '../verify/platform-facts.ts';
import { readPlatform, type ReadPlatform } from '../verify/read-platform.ts';
import { checkRootLayers, readRoot, type Root } from '../verify/read-root.ts';
import { readTar, type FeatureTar } from '../verify/read-tar.ts';
import { tarPlatforms } from '../verify/tar-facts.ts';
import type { VerifyRequest } from '../verify/request.ts';
import { Problems, unchecked } from '../verify/result/checks.ts';

// Both src/app and each folder of dist are two below the project's own.
const RUNTIME = join(import.meta.dirname, '../../install');

/**
 * Checks a Feature from the outside: with nothing but the place where it lies, all that it says of itself is made again or
 * compared. What can't be read is said, and never thrown.
 * @throws InputError if it is not for an arch that was asked for; Failure if a file or folder holds no Feature; CancelledError
 */
export async function verifyFeature(request: VerifyRequest, host: Host): Promise<VerifyReport> {
  const started = Date.now();
  await using cleanup = new AsyncDisposableStack();
  const registries = new Registries(request, host);
  const subject = await openSubject(request, registries, cleanup);
  const manifest = new Problems();
  const root = await readRoot(subject, manifest);
  const rest = root === undefined ? [] : await checkAll({ subject, root, manifest, request, place: { registries, cache: host.cache }, cleanup });
  const checks = [manifest.toCheck('manifest', root?.raw.digest ?? ''), ...rest].toSorted((a, b) => placeOf(a) - placeOf(b));
  const { published } = root ?? {};
  return { name: subject.name, digest: root?.raw.digest, version: published?.version, arches: archesOf(checks), checks, given: request.given, duration: Date.now() - started };
}

interface Verification {
  readonly subject: Subject;
  readonly root: Root;
  /** What is wrong with the manifest. */
  readonly manifest: Problems;
  readonly request: VerifyRequest;
  readonly place: StorePlace;
  readonly cleanup: AsyncDisposableStack;
}

async function checkAll(verification: Verification): Promise<readonly Check[]> {
  const { subject, root, manifest, request, place, cleanup } = verification;
  const { published } = root;
  refuseMissing(request.arches, [...published.platforms.keys()], subject.name);
  const tarProblems = new Problems();
  const tar = await readTar(subject.source, root.tar, `The tar of ${subject.name}`, tarProblems);
  const all = await Promise.all([...published.platforms].map(([arch, platform]) => readPlatform(subject, { arch, platform }, tar)));
  const wanted = request.arches.length === 0 ? all : all.filter(({ arch }) => request.arches.includes(arch));
  const facts = all.flatMap((platform) => platform.facts ?? []);
  if (facts.length === all.length) checkRootLayers(root, facts, manifest);
  if (tar !== undefined) checkEmbedded(tar, facts, tarProblems);
  if (tar !== undefined) checkPlatforms(tar, published.platforms, tarProblems);
  const tags = subject.registry === undefined || subject.tag === undefined ? [] : [await checkTags(subject.registry, subject.tag, published)];
  const work = await makeTemporary('nix-feature-verify');
  cleanup.defer(() => rm(work, { recursive: true, force: true }));
  const attached = await checkAttached(verification, wanted);
  const wantedFacts = wanted.flatMap((platform) => platform.facts ?? []);
  return [
    ...tags,
    tarProblems.toCheck('tar', `${root.tar.digest}, as nix-feature writes it`),
    ...(await ownChecks(root, tar, all)),
    ...wanted.flatMap(({ checks }) => checks),
    ...wanted.filter((platform) => platform.facts === undefined).map(({ arch }) => unchecked('layers', 'Its list of layers could not be read', arch)),
    ...(await checkLayers(subject.source, wantedFacts, work, place.registries.job)),
    ...(await checkBases(request.bases, wantedFacts, place)),
    ...(await checkRebuild(request.rebuilt, { published, platforms: wanted })),
    ...attached.checks,
    ...(request.policy === undefined ? [] : checkPublishedPolicy(request.policy, { ...attached, platforms: all, arches: wanted.map(({ arch }) => arch) }, new Date().toISOString().slice(0, 10))),
  ];
}

/** What is about the Feature as a whole, and not about one platform. */
async function ownChecks(root: Root, tar: FeatureTar | undefined, platforms: readonly ReadPlatform[]): Promise<readonly Check[]> {
  if (tar === undefined) return (['runtime', 'metadata', 'key'] as const).map((name) => unchecked(name, "The Feature's tar can't be used"));
  const facts = platforms.flatMap((platform) => platform.facts ?? []);
  const documents = platforms.flatMap(({ document }) => document ?? []);
  const key = facts.length < platforms.length ? unchecked('key', 'Not all of its platforms could be read') : checkKey(root.published, tar, facts);
  return [await checkRuntime(tar), checkMetadata(root.published, tar, documents), key];
}

/** The program that runs as root: only that of this version can be compared. */
async function checkRuntime({ ours }: FeatureTar): Promise<Check> {
  const problems = new Problems();
  const found = ours.get('install.sh')?.toString('utf8');
  if (found === undefined) problems.fail("The Feature's tar has no nix-feature/install.sh");
  else if (found !== (await readRuntime(RUNTIME))) {
    problems.skip('nix-feature/install.sh differs from the one in this version of nix-feature: verify with the version that published it, or by an attestation');
  }
  return problems.toCheck('runtime', 'nix-feature/install.sh is that of this version of nix-feature');
}

/** The installer reads only the tar, so a platform that the manifest does not name would be installed without being verified. */
function checkPlatforms(tar: FeatureTar, named: ReadonlyMap<Arch, unknown>, problems: Problems): void {
  for (const arch of tarPlatforms(tar)) if (!named.has(arch)) problems.fail(`The Feature's tar has lists for ${arch}, and the manifest names no such platform`);
}

/** With `delivery: embed` the tar has every layer, and no other file among them. */
function checkEmbedded({ embedded }: FeatureTar, platforms: readonly ComparedFacts[], problems: Problems): void {
  if (embedded.size === 0) return;
  const wanted = new Map<string, Digest>(platforms.flatMap(({ system, layers, complement = [] }) => [...layers, ...complement].map((layer) => [`${system}/layers/${layerFileName(layer)}`, layer.digest] as const)));
  for (const [name, digest] of wanted) {
    const found = embedded.get(name);
    if (found !== digest) problems.fail(`nix-feature/${name} in the Feature's tar has the digest ${found ?? '(none)'} and should have ${digest}`);
  }
  for (const name of embedded.keys()) if (!wanted.has(name)) problems.fail(`nix-feature/${name} in the Feature's tar is not one of its layers`);
}

async function checkBases(bases: VerifyRequest['bases'], platforms: readonly ComparedFacts[], place: StorePlace): Promise<readonly Check[]> {
  const checks: Check[] = [];
  if (bases.length > 0) for (const facts of platforms) checks.push(await checkBase(bases, facts, place));
  return checks;
}

interface AttachedChecks extends Pick<PublishedFacts, 'metas' | 'attestation'> {
  readonly checks: readonly Check[];
}

/** What is attached can be found in a registry alone. */
async function checkAttached({ subject: { registry }, root: { raw, manifest }, request: { trust } }: Verification, platforms: readonly ReadPlatform[]): Promise<AttachedChecks> {
  const none = (why: string, ...checks: readonly Check[]): AttachedChecks => {
    const attestation = trust === undefined ? undefined : unchecked('attestation', why);
    return { metas: undefined, attestation, checks: attestation === undefined ? checks : [...checks, attestation] };
  };
  if (registry === undefined) return none('Attestations are attached only in registries, and this Feature is on disk');
  const { check, list } = await readAttached(registry, raw.digest);
  if (list === undefined) return none("What is attached can't be listed", check);
  const annotation = (name: string): string | undefined => manifest.annotations?.[`org.opencontainers.image.${name}`];
  const created = Date.parse(annotation('created') ?? '');
  const stated = { source: annotation('source'), revision: annotation('revision') };
  const sboms = await checkSboms(registry, list, platforms, Number.isNaN(created) ? undefined : created / 1000);
  const attestation = trust === undefined ? undefined : await checkAttestation(registry, list, { digest: raw.digest, stated }, trust);
  return { metas: sboms.metas, attestation, checks: [check, ...sboms.checks, ...(attestation === undefined ? [] : [attestation])] };
}

function refuseMissing(wanted: readonly Arch[], there: readonly Arch[], name: string): void {
  const missing = wanted.filter((arch) => !there.includes(arch));
  if (missing.length > 0) throw new InputError('arches', `arches: ${name} is for ${formatList(there)}, not for ${formatList(missing)}.`);
}

function placeOf({ name, arch }: Check): number {
  return CHECKS.findIndex((check) => check.name === name) * 3 + (arch === undefined ? 0 : arch === 'amd64' ? 1 : 2);
}

function archesOf(checks: readonly Check[]): readonly Arch[] {
  return [...new Set(checks.flatMap(({ arch }) => arch ?? []))];
}
