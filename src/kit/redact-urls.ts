/** What stands in place of a secret. */
export const MASKED = '***';

/** Behind the scheme of an address: a login (its password may hold an @), the rest, a query. */
const ADDRESS = /:\/\/([^\s/'"?#]*@)?([^\s?'"]*)(?:\?[^\s'"#]*)?/g;

/**
 * Removes from the addresses in a text what may be secret: masks a login before the host, and leaves out a query string, because both may
 * contain tokens.
 */
export function redactUrls(text: string): string {
  return text.replaceAll(ADDRESS, (_whole, login: string | undefined, rest: string) => `://${login === undefined ? '' : `${MASKED}@`}${rest}`);
}

/** Masks the logins in the addresses of a text that is somebody else's, and leaves all else as it is. */
export function maskLogins(text: string): string {
  return text.replaceAll(/:\/\/[^\s/'"?#]*@/g, `://${MASKED}@`);
}

/** Tells whether an address contains what no command line may show: a password, or any login of a web server, because the user alone may be a token. */
export function hasLogin(url: string): boolean {
  const [, scheme = '', login] = /^([a-z0-9+-]+):\/\/([^\s/?#]*)@/i.exec(url) ?? [];
  return login !== undefined && (login.includes(':') || /^https?$/i.test(scheme));
}
