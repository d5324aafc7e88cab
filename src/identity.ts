import { grammar } from './json/field.ts';

// A Feature's id is the last part of its name in the registry; this is the grammar that the dev container CLI has for
// it (spec-configuration/containerCollectionsOCI.ts, "regexForPath").
const ID = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

// https://semver.org, "Is there a suggested regular expression": without build metadata, whose plus sign no tag can have.
const NUMBER = String.raw`(?:0|[1-9]\d*)`;
const IDENTIFIER = String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const VERSION = new RegExp(String.raw`^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?$`);

const LONGEST_ID = 128;
/** Characters. A tag has 128 at most, and the tags of platforms are longer than that of the version. */
export const LONGEST_VERSION = 100;

export function isFeatureId(text: string): boolean {
  return text.length <= LONGEST_ID && ID.test(text);
}

export function isFeatureVersion(text: string): boolean {
  return text.length <= LONGEST_VERSION && VERSION.test(text);
}

/** How messages name a Feature, and how it is told apart from others. */
export interface FeatureIdentity {
  readonly id: string;
  readonly version: string;
}

export const FEATURE_ID = grammar('the id of a Feature (lower case letters and digits, with single . _ - between them)', isFeatureId);
export const FEATURE_VERSION = grammar('a semantic version without build metadata (1.2.0, 2.0.0-rc.1)', isFeatureVersion);
