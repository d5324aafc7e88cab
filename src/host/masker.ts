/** Takes secrets out of everything that is shown. */
export interface Masker {
  add(secret: string): void;
  apply(text: string): string;
}

// Shorter ones would take half of every text away, and hide nothing.
const MIN_LENGTH = 3;

export function createMasker(): Masker {
  const secrets = new Set<string>();
  let longestFirst: readonly string[] = [];
  return {
    add: (secret) => {
      // Output comes line by line, so each line of a key must be found by itself.
      for (const line of [secret, ...secret.split(/\r?\n/)]) {
        if (line.trim().length >= MIN_LENGTH) secrets.add(line.trim());
      }
      longestFirst = [...secrets].sort((a, b) => b.length - a.length);
    },
    apply: (text) => longestFirst.reduce((shown, secret) => shown.replaceAll(secret, '***'), text),
  };
}
