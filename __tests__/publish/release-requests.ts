/** One kind of request that a first release of two platforms makes. */
export interface ReleaseRequest {
  /** As docs/contributing/reliability.md has it. */
  readonly request: string;
  /** Of its address, the repository as `R` and the collection's as `C`; digests as `#`, sessions as `@`. */
  readonly addresses: readonly string[];
  /** How often, where it doesn't depend on how many blobs there are. */
  readonly times: number | 'a blob';
  readonly why: string;
}

/** What requests.test.ts counts, and what docs/contributing/reliability.md tells. */
export const RELEASE_REQUESTS: readonly ReleaseRequest[] = [
  { request: 'GET manifest of the version', addresses: ['GET R/manifests/1.2.0'], times: 5, why: 'whether it is published already; whether its tag is still free, right before it is written; whether it is ours, after it, before its platforms get theirs, and in the end' },
  { request: 'POST upload, PUT blob', addresses: ['POST R/blobs/uploads/', 'PUT R/blobs/uploads/@'], times: 'a blob', why: 'opens an upload, sends the blob. In a repository that has something, HEAD blob comes before; with blobs of 1 MiB and more before and after' },
  { request: 'PUT manifest of a platform', addresses: ['PUT R/manifests/#'], times: 2, why: 'by its digest, whose name proves it' },
  { request: 'PUT manifest of the version', addresses: ['PUT R/manifests/1.2.0'], times: 1, why: 'publishes it' },
  { request: "PUT manifest of the version's platforms", addresses: ['PUT R/manifests/1.2.0_amd64', 'PUT R/manifests/1.2.0_arm64'], times: 2, why: 'the tags for oras and for people' },
  { request: 'GET tags', addresses: ['GET R/tags/list'], times: 2, why: 'higher versions, before moving tags are written and after' },
  { request: 'GET manifest of a moving tag', addresses: ['GET R/manifests/1.2', 'GET R/manifests/1', 'GET R/manifests/latest'], times: 6, why: 'the version that it names, before it is written and after' },
  { request: 'PUT manifest of a moving tag', addresses: ['PUT R/manifests/1.2', 'PUT R/manifests/1', 'PUT R/manifests/latest', 'PUT R/manifests/latest-amd64', 'PUT R/manifests/latest-arm64'], times: 5, why: 'moves it' },
  { request: 'HEAD manifest of the version', addresses: ['HEAD R/manifests/1.2.0'], times: 1, why: 'without a login: whether everybody may read it' },
  { request: 'GET manifest of the collection', addresses: ['GET C/manifests/latest'], times: 4, why: 'what is in it; the same right before it is written; whether ours is there, after it and after a while' },
  { request: 'POST upload, PUT blob of the collection', addresses: ['POST C/blobs/uploads/', 'PUT C/blobs/uploads/@'], times: 4, why: 'its file, and an empty config' },
  { request: 'PUT manifest of the collection', addresses: ['PUT C/manifests/latest'], times: 1, why: 'publishes it' },
];
