import { FAULTS, type Fault } from '../../__tests__/e2e/push-faults.ts';
import { RELEASE_REQUESTS } from '../../__tests__/publish/release-requests.ts';
import { HOST_QUIRKS } from '../../src/oci/quirks/hosts.ts';
import { SYMPTOM_QUIRKS } from '../../src/oci/quirks/symptoms.ts';

/** The fifteen kinds of faults, as push-faults.ts numbers them. */
const KINDS = [
  'Answers that say “later”',
  'Broken connections',
  'Stalls',
  'Tokens',
  'Commits whose answer is lost',
  'Upload sessions that are gone',
  'Sizes and ranges that are refused',
  'Unusual yeses',
  'Addresses of upload sessions',
  'Mounts from another repository',
  'Downloads that are not what they should be',
  'Two pushes of one image',
  'Two writers of one tag',
  'Full disks',
  'Being told to stop',
] as const;

const INTRO = `# Reliability

What happens when the line or the registry fails while a Feature is pushed or a base is read. Everything below is done to
the client by a proxy between it and a real registry, on each request that is named, by
\`node_modules/.bin/node scripts/test.ts e2e __tests__/e2e/push-faults.e2e.ts\`; the table is generated from that test's own list.

## What is promised

- A push ends with a whole image in the registry, or with one clear error. Blobs go first, then the manifest by its
  digest, then tags: what can be found is whole.
- Blobs, manifests and the version's own tag are what a release needs. Moving tags, the collection and the question
  whether everybody may read it are not: what the registry refuses of these is a warning, and the rest goes on.
- The registry is asked before anything is sent. A blob that it has is not sent; a blob that another of its repositories
  has is mounted; one blob that is pushed twice at once goes once. A blob that it said to have, and then misses, is sent
  once more. Small blobs go unasked to a repository that has no manifest yet.
- A blob goes as one PUT of known length from a file that can be read again. Its bytes are hashed on their way, and the
  last of them are held back until the digest is right. Afterwards the registry is asked for its size, unless the blob
  is small and the answer names its digest. Chunks are sent only after a 413, or where the registry is known to want them.
- An upload session is committed once. When its answer is lost, the registry is asked whether it has the blob, for as
  long as the commit may take, and a new session is opened if it has not.
- Manifests are read back and compared by digest, but for those that are pushed by digest and whose answer names it. A
  registry that shows a write late is waited for. What is downloaded is counted and hashed.
- "None" is believed of GET alone where it leads to a write: some registries answer HEAD with 404 or 405.
- No tag moves down: what it names now decides, by its manifest's version. A list of tags may be stale or cut short.
- One layer alone tries again: six attempts with growing, jittered delays, for five minutes at most (time in which bytes
  flowed is not counted), and as long as \`Retry-After\` says within that.
- Credentials go to the registry's own origin alone, and to its token server; addresses that the registry sends us to get
  none, and are refused if they are not https, or in a private network that the registry is not in, or a cloud's metadata.

## What can't be promised

The protocol has no conditional writes. Between our look at a tag and our PUT of it somebody else may write the same tag,
and their write is lost. The tag is looked at before each PUT and read after it, so the window is one round trip; a
workflow that publishes one name should run one at a time (\`concurrency:\` in GitHub Actions).

## What a release asks

A first release of two platforms makes 33 requests, and two for each blob; three more look for what was
published last, and two of \`nix-feature build\` for the right to write. Tokens come on top where the registry wants some. What each is for:

| request | times | what for |
|---|---|---|
${RELEASE_REQUESTS.map(({ request, times, why }) => `| ${request} | ${times === 'a blob' ? '1 + 1 for each blob' : times} | ${why} |`).join('\n')}

## What registries do otherwise

Known by the registry's host:

| registry | what differs | source |
|---|---|---|
${HOST_QUIRKS.map(({ registry, differs, source }) => `| ${registry} | ${differs} | ${source} |`).join('\n')}

Known by what they answer:

| answer | what the client does | source |
|---|---|---|
${SYMPTOM_QUIRKS.map(({ symptom, differs, source }) => `| ${symptom} | ${differs} | ${source} |`).join('\n')}

## The faults

`;

export function reliabilityMd(): string {
  return `${INTRO}${KINDS.map(section).join('\n')}`;
}

function section(title: string, index: number): string {
  const rows = FAULTS.filter(({ kind }) => kind === index + 1).map(row);
  return [`### ${index + 1}. ${title}`, '', '| fault | on | what the client does | end |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function row({ what, verbs, client, error }: Fault): string {
  return `| ${what} | ${verbs.join(', ')} | ${client} | ${error === undefined ? 'done' : 'a clear error'} |`;
}
