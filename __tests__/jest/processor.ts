import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** proc_pid_stat(5): ticks of this process and of those that it has waited for, user and system. Linux has 100 a second. */
const [FIRST, LAST, TICKS] = [11, 15, 100];

/**
 * Seconds of processor time that this process and the programs that it ran have taken. What others ran for it is not in
 * it: the engine's containers, services of the rig.
 */
export function processorSeconds(): number {
  // The name, in brackets, may hold blanks; the state is the first field after it.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return fields.slice(FIRST, LAST).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}

/** Seconds of processor time that the whole machine has taken since it started. */
export function machineSeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000;
}
