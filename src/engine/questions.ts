import { LineReader } from '../programs/process-output.ts';

/** One question to a container: a command, which changes nothing that another one looks at. */
export interface ContainerQuestion {
  readonly argv: readonly string[];
  /** Written to its standard input. Of the questions that are asked together, one may have some. */
  readonly input?: string;
}

/** How a command ended whose failure is a result and not a fault. */
export interface Ended {
  readonly exitCode: number;
  /** Standard output, by line. */
  readonly lines: readonly string[];
  /** The end of standard error. */
  readonly stderr: string;
}

/**
 * Ends an answer: the mark ($0) and the exit code, on standard output and on standard error. Nothing but what every shell has
 * built in. `sh` that is bash counts shells, and those that are asked should not be told.
 */
const END = `unset SHLVL
nf_end() { nf_code=$?; printf '\\n%s %s\\n' "$0" "$nf_code"; printf '\\n%s %s\\n' "$0" "$nf_code" >&2; }
`;

/** Lines of standard error that are kept of an answer. */
const MOST_SAID = 1000;

/**
 * Returns the command that asks several questions, one after the other: a script of numbers that stand for arguments, and the arguments.
 * @param mark what tells one answer from the next; nobody can know it before
 */
export function askingAll(questions: readonly ContainerQuestion[], mark: string): readonly string[] {
  const words = questions.flatMap(({ argv }) => argv);
  let at = 0;
  const commands = questions.map(({ argv, input }) => {
    const command = argv.map(() => `"\${${(at += 1)}}"`).join(' ');
    return `${command}${input === undefined ? ' </dev/null' : ''}\nnf_end\n`;
  });
  return ['/bin/sh', '-c', `${END}${commands.join('')}`, mark, ...words];
}

/**
 * Takes apart what that command wrote: the answers that came whole, in the order of the questions.
 * @param said the lines of standard error
 */
export function answersIn(written: Buffer, said: readonly string[], mark: string): readonly Ended[] {
  const complaints = complaintsIn(said, mark);
  const frame = Buffer.from(`\n${mark} `);
  const answers: Ended[] = [];
  let from = 0;
  for (let at = written.indexOf(frame); at >= 0; at = written.indexOf(frame, from)) {
    const end = written.indexOf('\n', at + frame.length);
    const code = end < 0 ? '' : written.toString('latin1', at + frame.length, end);
    if (!/^\d{1,3}$/.test(code)) break;
    answers.push({ exitCode: Number(code), lines: linesOf(written.subarray(from, at)), stderr: (complaints[answers.length] ?? []).join('\n') });
    from = end + 1;
  }
  return answers;
}

function complaintsIn(said: readonly string[], mark: string): readonly (readonly string[])[] {
  const complaints: string[][] = [];
  let lines: string[] = [];
  for (const line of said) {
    if (!line.startsWith(`${mark} `)) {
      lines.push(line);
      continue;
    }
    // The line before the mark ends what had no line's end.
    complaints.push((lines.at(-1) === '' ? lines.slice(0, -1) : lines).slice(-MOST_SAID));
    lines = [];
  }
  return complaints;
}

function linesOf(bytes: Buffer): readonly string[] {
  const lines: string[] = [];
  const reader = new LineReader((line) => void lines.push(line));
  reader.push(bytes);
  reader.end();
  return lines;
}
