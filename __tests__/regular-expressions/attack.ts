import vm from 'node:vm';

/** What is quadratic computes for more milliseconds than these over a text of this length; most expressions take none, and are done with. */
const SCREEN = { length: 8_000, milliseconds: 8 };
/** Two lengths of text; what is quadratic takes 16 times as long for the longer one, what is linear 4 times. */
const SHORT = 6_000;
const LONG = 4 * SHORT;
/** Milliseconds of processor time, below which nothing can be told; what is linear takes less than one for the longer text. */
const NOISE = 20;
/** Milliseconds; an expression that takes longer is stopped. */
const LIMIT = 50;
/** Milliseconds; what takes longer is slow, and so is what was stopped. */
const PATIENCE = 250;
const ATTEMPTS = 3;
const GROWTH = 10;

const context = vm.createContext({ expression: /x/, text: '', texts: [''], now: computed });
const script = new vm.Script("expression.lastIndex = 0; expression.global ? text.replaceAll(expression, '') : expression.exec(text)");

/** All texts under one time limit, as setting a limit takes longer than a text. */
const longest = new vm.Script(
  `var most = 0;
  for (const text of texts) {
    const began = now();
    expression.lastIndex = 0;
    expression.global ? text.replaceAll(expression, '') : expression.exec(text);
    most = Math.max(most, now() - began);
  }
  most;`,
);

/** A text for which the time of an expression grows faster than its length; undefined if none was found. */
export function slowText(expression: RegExp): string | undefined {
  const all = attacks(expression).map(([prefix, pump, suffix]) => ({
    told: JSON.stringify([prefix, pump, suffix]),
    attack: (length: number): string => prefix + pump.repeat(Math.ceil(length / pump.length)) + suffix,
  }));
  if (longestTime(expression, all.map(({ attack }) => attack(SCREEN.length))) < SCREEN.milliseconds) return undefined;
  for (const { told, attack } of all) {
    if (isSlow((text) => timeOf(expression, text), attack)) return told;
  }
  return undefined;
}

/**
 * Does the time for a text grow faster than its length? Should it seem so, the best of several times counts: others use the
 * machine too.
 * @param noise milliseconds that what is linear never takes; below them nothing can be told
 */
export function isSlow(time: (text: string) => number, attack: (length: number) => string, noise = NOISE): boolean {
  const [short, long] = [attack(SHORT), attack(LONG)];
  const first = time(long);
  if (first < noise) return false;
  const best = Math.min(first, bestOf(time, long, ATTEMPTS - 1));
  // What was stopped may be as slow for the shorter text.
  return best >= PATIENCE || (best >= noise && best >= GROWTH * bestOf(time, short, ATTEMPTS));
}

function bestOf(time: (text: string) => number, text: string, attempts: number): number {
  return Math.min(...Array.from({ length: attempts }, () => time(text)));
}

function timeOf(expression: RegExp, text: string): number {
  Object.assign(context, { expression, text });
  const began = computed();
  return runToLimit(script) === undefined ? PATIENCE : computed() - began;
}

/** Milliseconds that this thread has computed: what others take of the machine is not in them. */
export function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The time of the text that takes longest. */
function longestTime(expression: RegExp, texts: readonly string[]): number {
  Object.assign(context, { expression, texts });
  return (runToLimit(longest) as { readonly value: number } | undefined)?.value ?? PATIENCE;
}

/** The limit is by the clock: what computed little until then, because others had the processor, is run again. @returns undefined if it was stopped */
function runToLimit(what: vm.Script): { readonly value: unknown } | undefined {
  for (let timeout = LIMIT; ; timeout *= 2) {
    const began = computed();
    try {
      return { value: what.runInContext(context, { timeout }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      if (computed() - began >= LIMIT / 2) return undefined;
    }
  }
}

/** What is repeated is taken out of the expression itself: each of its characters, its words, and pairs of them. */
function attacks({ source }: RegExp): readonly (readonly [prefix: string, pump: string, suffix: string])[] {
  const words = [...new Set(source.replaceAll(/\\[a-zA-Z]\{?/g, '\0').match(/[A-Za-z0-9:'"<>=/@ .-]{2,}/g) ?? [])].map((word) => word.replaceAll('.', 'x')).slice(0, 6);
  const characters = new Set([' ', '\n', '\t', 'a', '0', 'A', '-', '\u0001']);
  for (const [, escaped, plain] of source.matchAll(/\\(.)|([^\\])/gsu)) characters.add(escaped === undefined || !/[a-zA-Z0-9]/.test(escaped) ? (escaped ?? plain ?? '') : sampleOf(escaped));
  const singles = [...characters].filter((each) => each !== '');
  const pairs = words.slice(0, 3).flatMap((word) => [' ', '\n', 'a'].map((each) => word + each));
  const prefixes = ['', ...words.slice(0, 1)];
  return [...singles, ...words, ...pairs].flatMap((pump) => prefixes.flatMap((prefix) => ['\u0001', '\n!'].map((suffix) => [prefix, pump, suffix] as const)));
}

function sampleOf(escape: string): string {
  return { s: ' ', S: 'x', d: '0', D: 'x', w: 'a', W: '-', b: '', B: '', n: '\n', r: '\r', t: '\t', p: 'a', P: '-', u: '\u001b' }[escape] ?? escape;
}
