import { checkSchema } from '../feature/contract/schema.ts';
import { readJsonc } from '../feature/metadata/jsonc.ts';
import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import { FEATURE_ID, FEATURE_VERSION } from '../identity.ts';
import { Field, grammar } from '../json/field.ts';
import { DIGEST } from '../oci/format/digest.ts';
import { REGISTRY, REPOSITORY } from '../oci/format/reference.ts';
import { ARCHES } from '../platform.ts';
import type { LayoutFacts } from './layout-facts.ts';

/** 31 December 9999: no later time has a text. */
const LAST_SECOND = 253_402_300_799;

/** Characters of what Nix says of itself. */
const LONGEST_VERSION = 200;

/** As many as a delta document may have. */
const MOST_BASES = 100;

const SOURCE = grammar('the address of a repository (https://...)', isSource);
const REVISION = grammar('a revision', isRevision);

/** In JSON, all but those that texts of several lines have. */
const CONTROL = /\\[bf]|\\u00[01][0-9a-f]|[\u007f-\u009f]/; // oxlint-disable-line no-control-regex

/**
 * Checks all that feature.json says: whoever may write an artifact of the run may have written it.
 * @param refuse throws; it is given the end of a sentence
 */
export function checkFacts(json: unknown, refuse: (why: string) => never): void {
  const field = Field.of(json, refuse);
  const id = field.get('feature').get('id').as(FEATURE_ID);
  const version = field.get('feature').get('version').as(FEATURE_VERSION);
  checkMetadata(field.get('metadata'), { id, version });
  field.get('files').as(DIGEST);
  field.get('delivery').oneOf(['auto', 'layers', 'embed']);
  field.get('complement').optional((complement) => complement.is(true));
  field.get('origin').get('source').optional((source) => source.as(SOURCE));
  field.get('origin').get('revision').optional((revision) => revision.as(REVISION));
  field.get('created').optional((created) => created.count(0, LAST_SECOND));
  field.get('reused').optional((reused) => {
    for (const arch of ARCHES) reused.get(arch).optional((count) => count.count(0, 1000));
  });
  field.get('nix').optional((nix) => {
    for (const arch of ARCHES) nix.get(arch).optional((own) => own.text(LONGEST_VERSION));
  });
  field.get('bases').optional((bases) =>
    bases.each(MOST_BASES, (base) => {
      base.get('name').text();
      base.get('digest').as(DIGEST);
    }),
  );
  field.get('pushed').optional((pushed) => {
    pushed.get('registry').as(REGISTRY);
    // Blobs are mounted from there: the Feature's own ones, and no others.
    const repository = pushed.get('repository').as(REPOSITORY);
    if (!repository.endsWith(`/${id}`)) pushed.get('repository').refuse(`is ${repository}, and should end in /${id}`);
  });
}

/** What was built was held against the contract, and has to pass it again. */
function checkMetadata(field: Field, feature: LayoutFacts['feature']): void {
  field.get('id').is(feature.id, 'the id of the Feature');
  field.get('version').is(feature.version, 'the version of the Feature');
  const document = readJsonc('feature', METADATA_FILE, JSON.stringify(field.object()));
  const error = checkSchema(document).find(({ severity }) => severity === 'error');
  if (error !== undefined) field.refuse(`breaks the contract: ${error.message.replace(/\.$/, '')}`);
  if (CONTROL.test(JSON.stringify(field.value))) field.refuse('holds control characters');
}

/** Tells whether a text can be the revision of a Feature. */
export function isRevision(text: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z._/-]{0,255}$/.test(text);
}

/** Tells whether a text can be the address of a Feature's repository. */
export function isSource(text: string): boolean {
  const url = text.length <= 2048 ? URL.parse(text) : null;
  return url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === '' && /^[\x21-\x7e]+$/.test(text);
}
