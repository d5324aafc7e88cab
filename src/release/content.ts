import type { ClosureEntry, DeltaDocument, LayerEntry } from '../delta/document/delta-document.ts';
import type { ShippedFile } from '../feature/files/shipped-files.ts';
import { compareText } from '../nix/store/store-path.ts';
import { digestOf, type Digest } from '../oci/format/digest.ts';
import type { BuildRequest, PlanRequest } from '../request/build.ts';

/*
 * The one list of what is content: the facts that make one release differ from another, and the inputs that decide them.
 * The release key, the agreement of a matrix's jobs, the up-to-date check and the plan all go over it. A field of the
 * request without a decision in DECISIONS does not compile, nor a fact that one of the four would not know.
 */

export type Delivery = 'layers' | 'embed';

type FactName = 'metadata' | 'files' | 'delivery' | 'output' | 'shipped' | 'complement' | 'required';

/** What a release key has of a platform. */
export interface KeyedPlatform extends Pick<DeltaDocument, 'system' | 'storePath'> {
  readonly layers: readonly Pick<LayerEntry, 'key'>[];
  readonly complement?: readonly Pick<LayerEntry, 'key'>[];
  readonly closure: readonly Pick<ClosureEntry, 'in' | 'path' | 'narHash'>[];
}

/** All that a release key is made of. */
export interface KeyContent {
  /** Completed, as `keyMetadata` has it. */
  readonly metadata: string;
  /** The author's other files. */
  readonly files: readonly ShippedFile[];
  readonly delivery: Delivery;
  /** One for each platform. */
  readonly documents: readonly KeyedPlatform[];
}

/** What a job of a matrix was told and has read; feature.json has it. */
export interface JobContent {
  readonly metadata: string;
  readonly files: Digest;
  readonly delivery: BuildRequest['delivery'];
  readonly complement?: true;
}

/** The facts of a published platform that are compared with the request. */
export interface PublishedContent {
  readonly closure: readonly Pick<ClosureEntry, 'in'>[];
  readonly hasComplement: boolean;
}

/** The fields of a plan that decide content. A field that a plan can't have does not compile. */
export type PlannedContent = Pick<PlanRequest, Exclude<ContentField, 'featureFolder' | 'flake'>>;

/** The facts of a request that a published platform is compared with. */
export type AskedContent = Pick<PlannedContent, 'arches' | 'complement'>;

/** How a published platform differs from the request. */
export interface AskedDifference {
  /** The end of "it was published …". */
  readonly published: string;
  /** The end of "1.2.0 has …". */
  readonly has: string;
}

interface FactBase {
  /** For messages: `their delivery differs`. */
  readonly what: string;
  /** What all jobs of a matrix must have in common of it; `each`: what they build differs by nature. */
  readonly jobs: ((job: JobContent) => unknown) | 'each';
}

/** Told before a build by making the key again with what is published. */
interface FeatureFact extends FactBase {
  readonly of: 'feature';
  /** Its lines in the release key. Lines that only some releases have leave the keys of all others as they were. */
  readonly key: (content: KeyContent) => readonly string[];
}

interface PlatformFact extends FactBase {
  readonly of: 'platform';
  readonly key: (document: KeyedPlatform) => readonly string[];
  /** What must be the same for two platforms to be the same, in whatever layers. */
  readonly holds: (document: DeltaDocument) => readonly string[];
  /**
   * Says before a build whether it differs: from what the request asks for; `evaluation`: what the flake evaluates to and
   * what the bases hold tell it (delta/compare/difference.ts).
   */
  readonly before: ((published: PublishedContent, asked: AskedContent) => AskedDifference | undefined) | 'evaluation';
}

type Fact = FeatureFact | PlatformFact;

/** The facts, in the order of the release key. */
const FACTS: { readonly [Name in FactName]: Fact } = {
  metadata: {
    of: 'feature',
    what: 'metadata',
    key: ({ metadata }) => [`metadata ${digestOf(metadata)}`],
    jobs: ({ metadata }) => metadata,
  },
  files: {
    of: 'feature',
    what: 'files of the Feature',
    key: ({ files }) => files.toSorted((a, b) => compareText(a.name, b.name)).map(fileLine),
    jobs: ({ files }) => files,
  },
  delivery: {
    of: 'feature',
    what: 'delivery',
    key: ({ delivery }) => [`delivery ${delivery}`],
    jobs: ({ delivery }) => delivery,
  },
  output: {
    of: 'platform',
    what: 'output',
    key: ({ system, storePath }) => [`system ${system} ${storePath}`],
    holds: ({ storePath }) => [storePath],
    jobs: 'each',
    before: 'evaluation',
  },
  shipped: {
    of: 'platform',
    what: 'shipped paths',
    key: ({ layers }) => layers.map(({ key }) => `layer ${key}`).toSorted(compareText),
    holds: ({ closure }) => linesOf(closure, 'delta'),
    jobs: 'each',
    before: 'evaluation',
  },
  complement: {
    of: 'platform',
    what: 'complement',
    key: ({ complement = [] }) => complement.map(({ key }) => `complement ${key}`).toSorted(compareText),
    holds: (document) => [hasComplement(document) ? 'complement' : 'none'],
    jobs: ({ complement }) => complement ?? false,
    before: complementDifference,
  },
  required: {
    of: 'platform',
    what: 'paths of the base',
    key: ({ closure }) => closure.filter((entry) => entry.in === 'base').map(({ path, narHash }) => `requires ${path} ${narHash}`),
    holds: ({ closure }) => linesOf(closure, 'base'),
    jobs: 'each',
    before: 'evaluation',
  },
};

/** Why a field decides no content. */
interface NotContent {
  readonly why: string;
}

function no(why: string): NotContent {
  return { why };
}

const PLACE = no('says where Nix runs; a store path is the same wherever it was built');
const NAME = no('says where it is published; what it holds is the same everywhere');
const CHECK = no('checks what was built');
const RESULT = no('says where results go');

/** Which facts each field of a request decides. */
const DECISIONS = {
  featureFolder: ['metadata', 'files'],
  flake: ['output'],
  nixpkgs: ['output'],
  followBase: ['output'],
  include: ['files'],
  bases: ['shipped', 'required'],
  arches: ['output'],
  delivery: ['delivery'],
  complement: ['complement'],
  buildIn: PLACE,
  engine: PLACE,
  containerOptions: PLACE,
  nix: PLACE,
  jobs: PLACE,
  compression: no('a layer is known by what it holds, whatever packed it'),
  maxLayers: no('the same paths in other layers are the same release'),
  reuse: no('what is taken from a release has the hash that it says'),
  shareWith: no('the same paths in other layers are the same release'),
  push: NAME,
  registry: NAME,
  namespace: NAME,
  credentials: NAME,
  movingTags: NAME,
  collection: NAME,
  reproducible: CHECK,
  releaseTag: CHECK,
  test: CHECK,
  testDev: CHECK,
  remoteUser: CHECK,
  strict: CHECK,
  maxDeltaSize: CHECK,
  policy: CHECK,
  leaks: CHECK,
  output: RESULT,
  uploadArtifact: RESULT,
  retentionDays: RESULT,
  summary: RESULT,
  sbom: no('an SBOM describes a release; it is attached to it, and no part of it'),
  given: RESULT,
  origin: no('annotations name the commit; the next commit may hold the same Feature'),
  provenance: no('says who built it, and is attached to what is published'),
  created: no('a time is not what a release holds'),
} as const satisfies { readonly [Field in keyof Required<BuildRequest>]: readonly [FactName, ...FactName[]] | NotContent };

/** The fields of a request that decide content. */
type ContentField = { [Field in keyof typeof DECISIONS]: (typeof DECISIONS)[Field] extends NotContent ? never : Field }[keyof typeof DECISIONS];

/** Decides a field what a release holds? */
export function decidesContent(field: keyof BuildRequest): field is ContentField {
  return !('why' in DECISIONS[field]);
}

const ALL: readonly Fact[] = Object.values(FACTS);
const OF_FEATURE = ALL.filter((fact) => fact.of === 'feature');
const OF_PLATFORM = ALL.filter((fact) => fact.of === 'platform');

/** Returns all lines of a release key: those of the Feature, then those of each platform. */
export function keyLines(content: KeyContent): readonly string[] {
  const documents = content.documents.toSorted((a, b) => compareText(a.system, b.system));
  return [...OF_FEATURE.flatMap(({ key }) => key(content)), ...documents.flatMap((document) => OF_PLATFORM.flatMap(({ key }) => key(document)))];
}

/** Returns what the jobs of a matrix must have in common: what it is called, and how it is found in what a job was told. */
export function agreedFacts(): readonly { readonly what: string; readonly of: (job: JobContent) => unknown }[] {
  return ALL.flatMap(({ what, jobs }) => (jobs === 'each' ? [] : [{ what, of: jobs }]));
}

/** Tells whether two platforms have the same contents, in whatever layers. */
export function holdSame(a: DeltaDocument, b: DeltaDocument): boolean {
  return OF_PLATFORM.every(({ holds }) => holds(a).join('\n') === holds(b).join('\n'));
}

/** Returns the first fact of a published platform that differs from the request. */
export function askedDifference(published: PublishedContent, asked: AskedContent): AskedDifference | undefined {
  return OF_PLATFORM.map(({ before }) => (before === 'evaluation' ? undefined : before(published, asked))).find((difference) => difference !== undefined);
}

export function hasComplement({ complement = [] }: Pick<DeltaDocument, 'complement'>): boolean {
  return complement.length > 0;
}

/** Where the base has nothing of the closure there is nothing that a complement could hold. */
function complementDifference(published: PublishedContent, { complement }: AskedContent): AskedDifference | undefined {
  const wanted = complement && published.closure.some((entry) => entry.in === 'base');
  if (published.hasComplement === wanted) return undefined;
  return published.hasComplement
    ? { published: 'with a complement', has: 'a complement, which is not requested' }
    : { published: 'without a complement', has: 'no complement, which is requested' };
}

function fileLine({ name, executable, bytes }: ShippedFile): string {
  return `file ${executable ? 'x' : '-'} ${digestOf(bytes)} ${JSON.stringify(name)}`;
}

function linesOf(closure: readonly ClosureEntry[], place: ClosureEntry['in']): readonly string[] {
  return closure.filter((entry) => entry.in === place).map(({ path, narHash }) => `${path} ${narHash}`);
}
