import { InputError } from '../../kit/errors.ts';
import { MASKED } from '../../kit/safe-text.ts';
import type { BuildRequest, Credentials } from '../../request/build.ts';
import type { InputName, InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { booleanOf, choiceOf, textOf } from './values.ts';

type Publishing = Pick<BuildRequest, 'push' | 'registry' | 'namespace' | 'credentials'>;

/** @param why what a namespace is wanted for, the end of a sentence @throws InputError */
export function readPublishing(read: InputReader, env: Surroundings['env'], why = 'nothing can be published without it'): Publishing {
  const push = choiceOf(read, 'push', ['false', 'layers', 'true']);
  const registry = readRegistry(read);
  const namespace = readNamespace(read, env);
  if (push !== 'false' && namespace === '') {
    throw new InputError('namespace', `namespace: is missing, and ${why}.`, {
      hint: `A Feature is published as ${registry}/<namespace>/<id>. Name it: "namespace: org/features".`,
    });
  }
  return { push, registry, namespace, credentials: readCredentials(read, registry, env) };
}

/** Reads what is published besides the release itself. @throws InputError */
export function readNames(read: InputReader): Pick<BuildRequest, 'movingTags' | 'collection'> {
  return {
    movingTags: booleanOf(read, 'moving-tags'),
    collection: booleanOf(read, 'collection'),
  };
}

/** Reads a registry and its login, for runs that only read. @throws InputError */
export function readLogin(read: InputReader, env: Surroundings['env']): Pick<BuildRequest, 'registry' | 'credentials'> {
  const registry = readRegistry(read);
  return { registry, credentials: readCredentials(read, registry, env) };
}

function readRegistry(read: InputReader): string {
  const text = textOf(read, 'registry');
  if (/^(?:[a-z0-9]+(?:[.-]+[a-z0-9]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(text)) return text;
  const shown = text.replace(/^([a-z]+:\/\/)?[^/]*@/i, `$1${MASKED}@`);
  throw new InputError('registry', `registry: "${shown}" is not a registry's host.`, {
    hint: text.includes('/')
      ? 'Write the host alone (ghcr.io, localhost:5000); the path belongs in "namespace".'
      : 'Expected a host in lower case with an optional port: ghcr.io, localhost:5000.',
  });
}

// OCI distribution specification, "Pulling manifests": the grammar of a repository's name.
const NAMESPACE = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;

function readNamespace(read: InputReader, env: Surroundings['env']): string {
  const text = textOf(read, 'namespace');
  // Names on GitHub keep their case, those in registries have none.
  if (text === '') return (env['GITHUB_REPOSITORY'] ?? '').toLowerCase();
  if (NAMESPACE.test(text)) return text;
  const lower = text.toLowerCase();
  throw new InputError('namespace', `namespace: "${text}" can't be part of a repository's name.`, {
    hint: NAMESPACE.test(lower)
      ? `Registries accept only lower case: write ${lower}.`
      : 'Expected parts of lower case letters, digits and single . _ - between them, separated by slashes.',
  });
}

function readCredentials(read: InputReader, registry: string, env: Surroundings['env']): Credentials | undefined {
  const username = textOf(read, 'username');
  const password = textOf(read, 'password');
  const token = isGithubRegistry(registry, env) ? textOf(read, 'github-token') : '';
  const actor = env['GITHUB_ACTOR'] ?? '';
  if (password !== '') {
    if (username === '' && actor === '') refuseHalf('password', 'username');
    return { username: username || actor, password };
  }
  // The registry looks at the token alone, but wants a name as well.
  if (token !== '') return { username: username || actor || 'x-access-token', password: token };
  return username === '' ? undefined : refuseHalf('username', 'password');
}

function refuseHalf(given: InputName, missing: InputName): never {
  throw new InputError(missing, `${missing}: is missing, but ${given} is given.`, {
    hint: "Give both or neither. Without them, docker's config file and credential helpers are used.",
  });
}

/** The job's token is for the registry of the server that gave it, and must reach no other. */
function isGithubRegistry(registry: string, env: Surroundings['env']): boolean {
  const server = env['GITHUB_SERVER_URL'] ?? '';
  if (!URL.canParse(server)) return false;
  const { host } = new URL(server);
  // A token of another GitHub, or of Forgejo, is nothing that ghcr.io should see.
  return registry === (host === 'github.com' ? 'ghcr.io' : `containers.${host}`);
}

/** What publishes by itself: a push (of a tag too), a release, a schedule, and what somebody with write access starts. */
export const PUBLISHING: ReadonlySet<string> = new Set(['push', 'release', 'schedule', 'workflow_dispatch', 'repository_dispatch']);

/** The branches that a merge queue pushes to try what is in it. */
export const QUEUE_BRANCH = 'refs/heads/gh-readonly-queue/';

/** Tells whether the run is for an event that publishes by itself. What other events build, such as a pull request, must reach no release. */
export function isPublishingEvent(env: Surroundings['env']): boolean {
  return PUBLISHING.has(env['GITHUB_EVENT_NAME'] ?? '') && !(env['GITHUB_REF'] ?? '').startsWith(QUEUE_BRANCH);
}
