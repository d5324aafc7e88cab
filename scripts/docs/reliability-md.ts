import { FAULTS, type Fault } from '../../__tests__/e2e/push-faults.ts';
import { RELEASE_REQUESTS } from '../../__tests__/publish/release-requests.ts';
import { HOST_QUIRKS } from '../../src/oci/quirks/hosts.ts';
import { SYMPTOM_QUIRKS } from '../../src/oci/quirks/symptoms.ts';

/** The fifteen kinds of faults, as push-faults.ts numbers them. */
const KINDS = [
  'Answers that say "later"',
  'Broken connections',
  'Stalls',
  'Tokens',
  'Commits whose answer is lost',
  'Upload sessions that are gone',
  'Sizes and ranges that are refused',
  'Unusual success codes',
  'Addresses of upload sessions',
  'Mounts from another repository',
  'Downloads that are not what they should be',
  'Two pushes of one image',
  'Two writers of one tag',
  'Full disks',
  'Signals to stop',
] as const;

const INTRO = `# Reliability

This page says what happens if the connection or the registry fails while a Feature is pushed or a base is read. A proxy between the client and a
real registry causes each fault below, on each request that the tables name. To run it:
\`node_modules/.bin/node scripts/test.ts e2e __tests__/e2e/push-faults.e2e.ts\`. The tables are generated from that test's own list.

## What is promised

- A push ends with a whole image in the registry, or with one clear error. Blobs go first, then the manifest by its
  digest, then tags: whatever a tag or digest names is complete.
- A release needs its blobs, its manifests and the version's own tag. It does not need moving tags, the collection, or the check
  that everybody can read it: if the registry refuses one of these, a warning says so, and the rest goes on.
- The registry is asked before anything is sent. A blob that it has is not sent. A blob that another of its repositories
  has is mounted. If one blob is pushed twice at once, it is sent once. If the registry says that it has a blob and later misses it, the blob is
  sent once more. If a repository has no manifest yet, small blobs are sent without asking.
- A blob is sent as one PUT of known length, from a file that can be read again. Its bytes are hashed on the way, and the
  last of them are held back until the digest is right. Afterwards the client asks the registry for the blob's size, unless the blob
  is small and the answer names its digest. Chunks are sent only after a 413, or if the registry is known to need them.
- An upload session is committed once. If the answer is lost, the client asks the registry whether it has the blob, for as
  long as the commit may take. If the blob is not there, the client opens a new session.
- Manifests are read back and compared by digest, unless they were pushed by digest and the answer names it. If a
  registry shows a write late, the client waits for it. Downloads are counted and hashed.
- Before a write, only GET is trusted to say that something is missing: some registries answer HEAD with 404 or 405.
- A tag never moves down. The version in the manifest that the tag names now decides, because a list of tags may be stale or cut short.
- Requests are retried in one place only: six attempts with growing, jittered delays, for five minutes at most (not counting time in which bytes
  flowed). \`Retry-After\` is obeyed within that limit.
- Credentials go only to the registry's own origin and to its token server. Addresses that the registry sends the client to get
  none. Such an address is refused if it is not https, if it is in a private network that the registry is not in, or if it is a cloud's metadata service.

## What can't be promised

The protocol has no conditional writes. Between the client's look at a tag and its PUT, somebody else may write the same tag,
and that write is lost. The tag is read right before each PUT and right after it, so the window is one round trip. A
workflow that publishes one name should run one at a time (\`concurrency:\` in GitHub Actions).

## What a release asks

A first release of two platforms makes 33 requests, and two for each blob. Three more look for the last release, and \`nix-feature build\`
makes two more to check the right to write. If the registry uses tokens, requests for these come on top. What each request is for:

| request | times | what for |
|---|---|---|
${RELEASE_REQUESTS.map(({ request, times, why }) => `| ${request} | ${times === 'a blob' ? '1 + 1 for each blob' : times} | ${why} |`).join('\n')}

## What registries do differently

Known by the registry's host:

| registry | what differs | source |
|---|---|---|
${HOST_QUIRKS.map(({ registry, differs, source }) => `| ${registry} | ${differs} | ${source} |`).join('\n')}

Known by their answers:

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
