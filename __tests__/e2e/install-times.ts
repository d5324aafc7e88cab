import type { System, SystemOptions } from './install-system.ts';

/** Milliseconds. */
export interface Times {
  readonly whole: number;
  /** The whole without the checks: reading, to see that everything is what it should be. */
  readonly apart: number;
  /** How many checks there were. */
  readonly checks: number;
}

/** For {@link timesOf}: the runtime, saying what it is about to do. */
export const TALKING_INSTALL = 'NIX_FEATURE_DEBUG=1 sh /feature/install.sh';

// A line that begins a check; whatever line comes next ends it.
const CHECK = /^nix-feature: debug: checking /;

/**
 * Runs a script in a system, and tells by the lines that it writes where the time goes.
 * @throws where it fails
 */
export async function timesOf(system: System, script: string, options: SystemOptions): Promise<Times> {
  const stamp = 'while IFS= read -r line; do echo "$(date +%s%N) $line"; done';
  const { stdout, said } = await system.run(`{ echo begin; (${script}); echo "end $?"; } 2>&1 | ${stamp}`, options);
  const lines = stdout.trim().split('\n').map(stampedLine);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last?.text !== 'end 0') throw new Error(`the installation failed: ${said}`);
  const checks = lines.flatMap(({ at, text }, i) => (CHECK.test(text) ? [(lines[i + 1]?.at ?? at) - at] : []));
  const whole = last.at - first.at;
  return { whole, apart: whole - checks.reduce((sum, time) => sum + time, 0), checks: checks.length };
}

function stampedLine(line: string): { readonly at: number; readonly text: string } {
  const blank = line.indexOf(' ');
  return { at: Number(line.slice(0, blank)) / 1e6, text: line.slice(blank + 1) };
}
