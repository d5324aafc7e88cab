import type { Credentials } from '../../request/build.ts';

/** What a registry is shown. `origin` says where it was found, for messages. */
export type Credential =
  | { readonly kind: 'password'; readonly username: string; readonly password: string; readonly origin: string }
  /** A refresh token: it is exchanged for a bearer token. */
  | { readonly kind: 'identity'; readonly token: string; readonly origin: string }
  /** A bearer token as it is. */
  | { readonly kind: 'token'; readonly token: string; readonly origin: string };

/** Where credentials come from. */
export interface CredentialSource {
  /**
   * @param registry host and port as in a reference; Docker Hub is `docker.io`
   * @param repository what is asked for there: podman keeps logins for parts of a registry
   * @returns undefined if there are none: the registry is asked anonymously
   * @throws SetupError if credentials are configured and can't be read
   */
  find(registry: string, repository?: string): Promise<Credential | undefined>;
}

/** No credentials for anybody. */
export const anonymous: CredentialSource = { find: () => Promise.resolve(undefined) };

/** Asks `source` once for each repository: a credential helper is a program to run, and there may be many who ask. */
export function rememberedCredentials(source: CredentialSource): CredentialSource {
  const found = new Map<string, Promise<Credential | undefined>>();
  return {
    find: (registry, repository) => {
      const key = `${registry}/${repository ?? ''}`;
      const credential = found.get(key) ?? source.find(registry, repository);
      found.set(key, credential);
      return credential;
    },
  };
}

/** Returns the user's own for their registry alone; whatever `otherwise` knows for all others. */
export function credentialsFor(registry: string, credentials: Credentials, otherwise: CredentialSource): CredentialSource {
  const given: Credential = { kind: 'password', ...credentials, origin: 'the inputs username and password' };
  return { find: (wanted, repository) => (wanted === registry ? Promise.resolve(given) : otherwise.find(wanted, repository)) };
}
