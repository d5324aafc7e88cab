import { grammar } from '../../json/field.ts';
import { Failure } from '../../kit/errors.ts';
import { MASKED } from '../../kit/safe-text.ts';
import { isDigest, type Digest } from './digest.ts';

/** An image's name in a registry, checked. Docker Hub's short names are written out. */
export interface Reference {
  /** Host and, where given, port: `ghcr.io`, `localhost:5000`. Docker Hub is `docker.io`. */
  readonly registry: string;
  /** `org/bedrock`; `library/debian` for a Docker Hub image without an owner. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: Digest;
}

// The grammar of the distribution project, https://pkg.go.dev/github.com/distribution/reference
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const HOST = new RegExp(String.raw`^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$`);
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const MAX_NAME = 255;

export const REGISTRY = grammar("a registry's host (ghcr.io, localhost:5000)", isRegistry);
export const REPOSITORY = grammar("a repository's name (org/my-tools)", isRepository);

function isRegistry(text: string): boolean {
  return text.length <= MAX_NAME && HOST.test(text);
}

function isRepository(text: string): boolean {
  return text.length <= MAX_NAME && NAME.test(text);
}

function isTag(text: string): boolean {
  return TAG.test(text);
}

/**
 * Checks names again before a request, wherever they come from, because its address is made of them.
 * @throws Failure if one is none
 */
export function checkName({ registry, repository }: Pick<Reference, 'registry' | 'repository'>): void {
  if (!isRegistry(registry)) throw new Failure(`${quoted(registry)} is not ${REGISTRY.what}.`);
  checkRepository(repository);
}

/** @throws Failure if the text is no repository's name */
export function checkRepository(text: string): void {
  if (!isRepository(text)) throw new Failure(`${quoted(text)} is not ${REPOSITORY.what}.`);
}

/** @throws Failure if the text is neither a tag nor a digest */
export function checkTagOrDigest(text: string): string {
  if (isTag(text) || isDigest(text)) return text;
  throw new Failure(`${quoted(text)} is neither a tag nor a digest of a repository.`);
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}

const HINT = 'Write it as registry/repository[:tag][@sha256:…], for example ghcr.io/org/bedrock:latest.';

/** @throws Failure if `text` is no image reference */
export function parseReference(text: string): Reference {
  const refuse = (why: string): never => {
    throw new Failure(`"${text}" is not an image reference: ${why}.`, { hint: HINT });
  };
  if (text === '') refuse('it is empty');
  if (/^[a-z]+:\/\//i.test(text)) refuse('a reference has no scheme such as https://');

  // No tag and no digest has a slash behind the at sign: this is a login, and not to be shown.
  const login = /^[^/@]+@(?=[^@]*\/)/.exec(text)?.[0];
  if (login !== undefined) {
    throw new Failure(`"${MASKED}@${text.slice(login.length)}" is not an image reference: it can't contain a login.`, {
      hint: 'Give user name and password separately, or log in with docker.',
    });
  }

  const at = text.indexOf('@');
  const digest = at === -1 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !isDigest(digest)) refuse(`"${digest}" is not sha256: and 64 hexadecimal digits`);

  const rest = at === -1 ? text : text.slice(0, at);
  // A colon before the last slash belongs to the registry's port.
  const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
  const tag = colon === -1 ? undefined : rest.slice(colon + 1);
  if (tag !== undefined && !isTag(tag)) {
    refuse(`"${tag}" is not a tag (letters, digits, "_", ".", "-", at most 128, not beginning with "." or "-")`);
  }

  const { registry, repository } = splitRegistry(colon === -1 ? rest : rest.slice(0, colon));
  if (!isRegistry(registry)) refuse(`"${registry}" is not a registry's host name`);
  if (/[A-Z]/.test(repository)) refuse(`the repository "${repository}" must be lower case`);
  if (!NAME.test(repository)) refuse(`"${repository}" is not a repository's name`);
  if (registry.length + 1 + repository.length > MAX_NAME) refuse(`its name is longer than ${MAX_NAME} characters`);

  return {
    registry,
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest: digest as Digest }),
  };
}

/** Returns the reference written out in full: `docker.io/library/debian:12@sha256:…`. */
export function formatReference({ registry, repository, tag, digest }: Reference): string {
  return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

// What stands before the first slash is a registry if it could not be a Docker Hub owner: it has a dot, a port, is
// `localhost`, or has an upper-case letter (no owner has).
function splitRegistry(name: string): { registry: string; repository: string } {
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  const named = /[.:[A-Z]/.test(first) || first === 'localhost';
  const registry = named ? first : 'docker.io';
  const repository = named ? name.slice(slash + 1) : name;
  if (registry !== 'docker.io' && registry !== 'index.docker.io') return { registry, repository };
  return { registry: 'docker.io', repository: repository.includes('/') ? repository : `library/${repository}` };
}
