import { createPublicKey } from 'node:crypto';
import { IntegrityError, RegistryError } from '../../kit/errors.ts';
import { inStage } from '../../kit/stages.ts';
import { blobBytes } from '../../oci/format/blob-bytes.ts';
import type { Digest } from '../../oci/format/digest.ts';
import type { Registry } from '../../oci/pull/registry.ts';
import { BUNDLE_LIMIT, BUNDLE_TYPE, parseBundle } from '../../provenance/format/bundle.ts';
import { SLSA_PROVENANCE, type SlsaPredicate } from '../../provenance/format/slsa.ts';
import { isAbout, parseStatement, STATEMENT_PAYLOAD, statementBytes, type Statement } from '../../provenance/format/statement.ts';
import { signStatement } from '../../provenance/sign/sign-statement.ts';
import { verifyBundle } from '../../provenance/verify/verify-bundle.ts';
import type { Release } from '../../release/release.ts';
import type { Publisher } from '../../release/target.ts';
import type { RunFacts, Signing } from '../../request/provenance.ts';
import { VERSION } from '../../version.ts';
import type { Prepared } from '../../layout/assemble.ts';
import { composeSlsa } from '../../provenance/format/compose-slsa.ts';

/** As cosign writes them, so that others find what they look for. */
const ANNOTATIONS = { 'dev.sigstore.bundle.content': 'dsse-envelope', 'dev.sigstore.bundle.predicateType': SLSA_PROVENANCE };
/** Bundles that are looked at. */
const MOST_BUNDLES = 100;

/**
 * Signs the provenance of a release, and attaches it to the Feature's manifest. A release that has what this signer would sign keeps it.
 * @throws Failure if it can't be signed; RegistryError, IntegrityError if the registry does not give back what was attached; CancelledError
 */
export async function attachProvenance({ namespace, writer }: Publisher, release: Release, { predicate, signing }: { readonly predicate: SlsaPredicate; readonly signing: Signing }): Promise<void> {
  const { job } = namespace;
  await inStage(job, 'Sign the provenance', {}, async () => {
    if (await isSigned(writer.reader, release.digest, signing)) return [undefined, 'it is signed already'];
    const statement = statementBytes({ name: writer.repository, digest: release.digest }, SLSA_PROVENANCE, predicate);
    const payload = await signStatement(statement, signing, job);
    const subject = { mediaType: release.mediaType, digest: release.digest, size: release.bytes.length };
    const [referrer] = await writer.pushReferrers(subject, [{ artifactType: BUNDLE_TYPE, payload, annotations: ANNOTATIONS }], job.signal);
    return [undefined, referrer?.digest];
  });
}

/**
 * Tells whether a release has provenance that this signer made. A signature by a key is verified. One by an identity is not, because that needs
 * a trusted root; `verify` does it.
 */
async function isSigned(reader: Registry, release: Digest, signing: Signing): Promise<boolean> {
  const { list } = await reader.referrers(release, BUNDLE_TYPE);
  for (const { layers: [layer] } of list.slice(0, MOST_BUNDLES)) {
    const bytes = layer === undefined ? undefined : await blobBytes(reader, layer, BUNDLE_LIMIT).catch(noneIfUnreadable);
    const statement = bytes === undefined ? undefined : await statementOf(bytes, signing);
    if (statement?.predicateType === SLSA_PROVENANCE && isAbout(statement, release)) return true;
  }
  return false;
}

async function statementOf(bytes: Buffer, signing: Signing): Promise<Statement | undefined> {
  if (signing.by === 'key') {
    const verification = await verifyBundle(bytes, { by: 'key', key: createPublicKey(signing.key) });
    return verification.verified ? verification.statement : undefined;
  }
  try {
    const { signedBy, payloadType, payload } = parseBundle(bytes);
    return signedBy === 'certificate' && payloadType === STATEMENT_PAYLOAD ? parseStatement(payload) : undefined;
  } catch (error) {
    return noneIfUnreadable(error);
  }
}

function noneIfUnreadable(error: unknown): undefined {
  if (error instanceof IntegrityError || (error instanceof RegistryError && error.status === 404)) return undefined;
  throw error;
}

/**
 * Says of a release who built it, and of what.
 * @param isPublishedBefore this very content was published before the run
 */
export function releasePredicate({ assembly: { facts, platforms }, delivery }: Prepared, run: RunFacts, isPublishedBefore: boolean): SlsaPredicate {
  const nix = Object.fromEntries(platforms.flatMap((platform) => (platform.nix === undefined ? [] : [[platform.arch, platform.nix] as const])));
  const { feature, origin } = facts;
  return composeSlsa({ feature, delivery, documents: platforms.map(({ document }) => document), origin, nix, run, version: VERSION, isPublishedBefore });
}
