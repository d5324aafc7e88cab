/** The outputs that an attribute asks for by `^out,man` or `^*`; undefined: those that Nix takes by itself. */
export type OutputChoice = readonly string[] | '*' | undefined;

/** Splits an attribute: `multi^man,bin` is the path `multi` and a choice of outputs. */
export function splitChoice(attribute: string): { readonly path: string; readonly choice: OutputChoice } {
  const [path = '', outputs] = attribute.split('^');
  return { path, choice: outputs === '*' ? '*' : outputs?.split(',') };
}
