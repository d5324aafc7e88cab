/**
 * What text from outside must not do where it is shown: move a terminal's cursor or set its title (control characters, C1
 * too), end a line (line and paragraph separators), or turn the order of what is read around (marks for bidirectional
 * text). A surrogate alone is no text at all.
 */
const OTHERS = String.raw`\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\p{Surrogate}`;
const UNFIT = new RegExp(String.raw`[\u0000-\u001f${OTHERS}]`, 'u');
/** Tabs and line feeds do no harm in a text that is shown. */
const UNFIT_IN_TEXT = new RegExp(String.raw`[\u0000-\u0008\u000b-\u001f${OTHERS}]`, 'gu');

/** ECMA-48: control sequences (colours, cursor), and strings for the terminal itself (titles, links), with their text. */
const SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)/g; // oxlint-disable-line no-control-regex

/** Returns the first character that a text of one line should not hold: "the character U+001B". */
export function firstUnfit(text: string): string | undefined {
  const found = UNFIT.exec(text)?.[0];
  return found === undefined ? undefined : `the character U+${codeOf(found).toUpperCase()}`;
}

/**
 * Returns a text as it can be shown: characters that do something are written as JSON writes them, `\u202e`; so JSON stays what it
 * was. Its lines are ended by line feeds.
 */
export function inert(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNFIT_IN_TEXT, (character) => `\\u${codeOf(character)}`);
}

/** Returns the same for what programs say: their colours and the like are left out before. */
export function inertLog(text: string): string {
  return inert(withoutSequences(text));
}

/** Returns what a program says, without its colours and the like. Node's own function for it takes minutes for some texts. */
export function withoutSequences(text: string): string {
  return text.replaceAll(SEQUENCE, '');
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
}

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
