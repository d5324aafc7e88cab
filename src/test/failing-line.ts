/** Shells that know what they run, and where (`set -x`, PS4 and LINENO of POSIX.1-2017, 2.5.3). Debian's dash knows no LINENO. */
const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'ash', 'ksh']);

/**
 * Reads the script named by $0, traced. What stands before each line of a trace has a first character that is repeated for
 * subshells; only bash knows the file. It is set here because bash does not let root take it from the environment.
 */
const TRACE = `PS4='+nf:\${BASH_SOURCE-}:\${LINENO-}: '; set -x; . "$0"`;
const TRACED = /^\++nf:([^:]*):(\d*): (.*)$/;
/** Runs its arguments; a shell that is not bash is bash for that time, if there is one. */
const IN_BASH = 'case $1 in */bash | bash | */env) ;; *) ! command -v bash > /dev/null || { shift; set -- bash --posix "$@"; } ;; esac; exec "$@" 2>&1';

/**
 * Returns the command that runs a script of a shell once more, and says on standard output which lines it runs.
 * @param file the script as it is called, with a slash
 * @returns undefined if it is no script of a shell
 */
export function traced(script: Buffer, file: string): readonly string[] | undefined {
  const [, line = ''] = /^#!\s*(\S[^\n\r]*)/.exec(script.subarray(0, 256).toString('latin1')) ?? [];
  const words = line.trim().split(/\s+/);
  const shell = words[0]?.endsWith('/env') === true ? words[1] : words[0];
  if (shell === undefined || !SHELLS.has(shell.replace(/^.*\//, ''))) return undefined;
  return ['/bin/sh', '-c', IN_BASH, 'sh', ...words, '-c', TRACE, file];
}

/**
 * Finds the line of a script that made it fail: the last one that it ran, or the first check of the test library that failed.
 * @param trace all that the script said while it was traced
 * @param file the script as it was called
 * @param said all that it said before, when it was not traced; if it says something else now, nobody knows why it failed then
 */
export function failingLine(trace: readonly string[], file: string, said: readonly string[]): number | undefined {
  // Each shell has its own words for what it can't run.
  const ownWords = (lines: readonly string[]): readonly string[] => lines.filter((line) => !TRACED.test(line) && !line.startsWith(`${file}: `));
  if (ownWords(trace).at(-1) !== ownWords(said).at(-1)) return undefined;
  let last: number | undefined;
  for (const [, source, line, command = ''] of trace.map((each) => TRACED.exec(each) ?? [])) {
    if (command.startsWith("echo 'FAILED: ") && last !== undefined) return last;
    if (line !== undefined && line !== '' && (source === '' || source === file)) last = Number(line);
  }
  return last;
}
