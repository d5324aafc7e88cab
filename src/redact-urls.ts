/** What stands in place of a secret. */
export const MASKED = '***';

/**
 * Takes out of the addresses in a text what may be a secret: a login before the host is masked, and a query string is
 * left away, as tokens are handed over in both.
 */
export function redactUrls(text: string): string {
  return text.replaceAll(
    /(?<=[a-z0-9+.-]):\/\/([^\s/@'"“”?#]*@)?([^\s?'"“”]*)(?:\?[^\s'"“”#]*)?/gi,
    (_whole, login: string | undefined, rest: string) => `://${login === undefined ? '' : `${MASKED}@`}${rest}`,
  );
}
