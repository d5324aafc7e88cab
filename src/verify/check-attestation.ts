import { IntegrityError } from '../kit/errors.ts';
import { withoutTrailing } from '../kit/text.ts';
import type { Check } from '../report/runs/verify.ts';
import { blobBytes } from '../oci/format/blob-bytes.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Referrer } from '../oci/format/referrer.ts';
import type { Registry } from '../oci/pull/registry.ts';
import { BUNDLE_LIMIT } from '../provenance/format/bundle.ts';
import { readProvenance, SLSA_PROVENANCE, type Provenance } from '../provenance/format/slsa.ts';
import { isAbout } from '../provenance/format/statement.ts';
import { verifyBundle } from '../provenance/verify/verify-bundle.ts';
import type { Signer, Trust } from '../provenance/verify/verification.ts';
import { Problems, noteFault } from './result/checks.ts';

/** Bundles that are looked at; anybody who may write to the repository may have attached more. */
const MOST_BUNDLES = 100;
const BUNDLE = 'application/vnd.dev.sigstore.bundle';

/** Of the manifest's annotations: what an attestation must say too. */
export interface StatedOrigin {
  readonly source: string | undefined;
  readonly revision: string | undefined;
}

/**
 * Looks for attached provenance that a trusted signer signed for this manifest, with the source and revision that the manifest names. Needs no
 * network. One such attestation is enough, whatever else is attached.
 * @throws CancelledError
 */
export async function checkAttestation(registry: Registry, list: readonly Referrer[], subject: { readonly digest: Digest; readonly stated: StatedOrigin }, trust: Trust): Promise<Check> {
  const problems = new Problems();
  const bundles = list.filter(({ artifactType }) => artifactType.startsWith(BUNDLE));
  for (const referrer of bundles.slice(0, MOST_BUNDLES)) {
    const says = await checkBundle(registry, referrer, subject, { trust, problems });
    if (says !== undefined) return new Problems().toCheck('attestation', says);
  }
  if (bundles.length === 0) problems.fail('No attestation is attached to the manifest');
  if (bundles.length > MOST_BUNDLES) problems.fail(`${bundles.length} attestations are attached, and no more than ${MOST_BUNDLES} are read`);
  return problems.toCheck('attestation', '');
}

/** @returns what it says, if it is what is looked for */
async function checkBundle(
  registry: Registry,
  { digest: name, layers: [payload] }: Referrer,
  { digest, stated }: { readonly digest: Digest; readonly stated: StatedOrigin },
  { trust, problems }: { readonly trust: Trust; readonly problems: Problems },
): Promise<string | undefined> {
  const fail = (why: string): undefined => {
    problems.fail(`The attestation ${name}: ${withoutTrailing(why, '.')}`);
    return undefined;
  };
  if (payload === undefined) return fail('it is empty');
  try {
    const verification = await verifyBundle(await blobBytes(registry, payload, BUNDLE_LIMIT), trust);
    if (!verification.verified) return fail(verification.why);
    const { statement, signer } = verification;
    if (!isAbout(statement, digest)) return fail('it is about something else');
    if (statement.predicateType !== SLSA_PROVENANCE) return fail(`it is of the type ${statement.predicateType}, not provenance`);
    const provenance = readProvenance(statement.predicate, (why) => {
      throw new IntegrityError(`its provenance can't be used: ${why}.`);
    });
    const difference = originDifference(provenance, signer, stated);
    return difference === undefined ? describe(provenance, signer) : fail(difference);
  } catch (error) {
    noteFault(problems, error);
    return undefined;
  }
}

/** Manifest, provenance and certificate may each name the source; those that do must agree. */
function originDifference({ source, revision }: Provenance, signer: Signer, stated: StatedOrigin): string | undefined {
  const claims = signer.by === 'identity' ? signer.claims : {};
  if (differs(source, stated.source)) return `its source is ${source ?? ''}, but the manifest names ${stated.source ?? ''}`;
  if (differs(revision, stated.revision)) return `its revision is ${revision ?? ''}, but the manifest names ${stated.revision ?? ''}`;
  if (differs(claims.sourceRepository, source)) return `its certificate names the source ${claims.sourceRepository ?? ''}, but its provenance ${source ?? ''}`;
  if (differs(claims.sourceRevision, revision)) return `its certificate names the revision ${claims.sourceRevision ?? ''}, but its provenance ${revision ?? ''}`;
  return undefined;
}

function differs(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function describe({ builder, source, revision }: Provenance, signer: Signer): string {
  const who = signer.by === 'key' ? `the key ${signer.fingerprint}` : `${signer.identity} (${signer.issuer})`;
  const what = source === undefined ? '' : `, of ${source}${revision === undefined ? '' : ` at ${revision}`}`;
  return `Signed by ${who}; built by ${builder}${what}`;
}
