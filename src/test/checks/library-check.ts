import { formatNumberOf } from '../../kit/format.ts';
import type { CheckResult } from '../../report/parts/tests.ts';
import type { ContainerUser, Session } from '../container/session.ts';
import { judged } from './checks.ts';
import { loaderIn, programOf, textBeforeZero, type Program } from './elf.ts';

const LIBRARY_TITLE = 'no missing shared library or interpreter';

/** A file that a tool leads to, and what runs it. */
interface Runnable {
  readonly file: string;
  readonly program: Program;
  readonly head: Buffer;
}

/** Room for a file's program headers. */
const HEAD = 4096;
/** Of each tool the file behind its links, and the program that a wrapper of nixpkgs starts. */
const READ_HEADS = `for tool do
  file=$(readlink -f "$tool") || continue
  for each in "$file" "\${file%/*}/.\${file##*/}-wrapped"; do
    [ -f "$each" ] && printf '%s\\t%s\\n' "$each" "$(head -c ${HEAD} "$each" | od -An -v -tx1 | tr -d ' \\n')"
  done
done
:`;
const READ_PARTS = `while [ $# -ge 3 ]; do dd if="$1" bs=1 skip="$2" count="$3" 2>/dev/null | od -An -v -tx1 | tr -d ' \\n'; echo; shift 3; done`;
const EXISTING = `for each do [ -x "$each" ] && printf '%s\\n' "$each"; done; :`;
/** glibc's and musl's loaders both list what a program needs without running it. */
const LIST = `while [ $# -ge 2 ]; do
  said=$("$1" --list "$2" 2>&1)
  code=$?
  printf '%s\\n' "$said" | { while IFS= read -r line; do case $line in *'not found'* | *'annot open shared'* | *'rror loading shared'*) printf '%s\\t%s\\n' "$2" "$line"; code=0 ;; esac; done
    [ $code = 0 ] || printf '%s\\tits loader fails with %s: %s\\n' "$2" "$code" "$said" | head -n 1; }
  shift 2
done
:`;

/** Checks that the loader finds what each program is linked to, and that the interpreter of each script exists. */
export async function checkLibraries(session: Session, user: ContainerUser, tools: readonly string[]): Promise<CheckResult> {
  const runnables = await readRunnables(session, user, tools);
  const interpreters = await withInterpreter(session, user, runnables);
  const wanted = [...new Set(interpreters.map(([, interpreter]) => interpreter))];
  const there = new Set(wanted.length === 0 ? [] : await session.output(['/bin/sh', '-c', EXISTING, 'sh', ...wanted], session.as(user)));
  const missing = interpreters.filter(([, interpreter]) => !there.has(interpreter)).map(([{ file }, interpreter]) => `${file} is run by ${interpreter}, which does not exist`);
  const programs = interpreters.filter(([{ program }, interpreter]) => program.kind === 'dynamic' && there.has(interpreter));
  const operands = programs.flatMap(([{ file }, loader]) => [loader, file]);
  const unresolved = operands.length === 0 ? [] : await session.output(['/bin/sh', '-c', LIST, 'sh', ...operands], session.as(user));
  const faults = [...missing, ...unresolved.map((line) => line.replace(/\t\s*/, ': '))];
  return judged(LIBRARY_TITLE, faults, formatNumberOf(programs.length, 'dynamic program'));
}

async function readRunnables(session: Session, user: ContainerUser, tools: readonly string[]): Promise<readonly Runnable[]> {
  if (tools.length === 0) return [];
  const found = new Map<string, Runnable>();
  for (const line of await session.output(['/bin/sh', '-c', READ_HEADS, 'sh', ...tools], session.as(user))) {
    const [file = '', hex = ''] = line.split('\t');
    const head = Buffer.from(hex, 'hex');
    found.set(file, { file, head, program: programOf(head) });
  }
  return [...found.values()];
}

/** Scripts and dynamic programs, with what runs them. */
async function withInterpreter(session: Session, user: ContainerUser, runnables: readonly Runnable[]): Promise<readonly (readonly [Runnable, string])[]> {
  const known: (readonly [Runnable, string])[] = [];
  const far: (readonly [Runnable, { readonly offset: number; readonly size: number }])[] = [];
  for (const runnable of runnables) {
    const { program, head } = runnable;
    if (program.kind === 'script') known.push([runnable, program.interpreter]);
    if (program.kind !== 'dynamic') continue;
    const loader = loaderIn(head, program);
    if (loader === undefined) far.push([runnable, program]);
    else known.push([runnable, loader]);
  }
  if (far.length === 0) return known;
  // patchelf puts a loader's name that has grown at the end of the file.
  const parts = far.flatMap(([{ file }, { offset, size }]) => [file, String(offset), String(size)]);
  const lines = await session.output(['/bin/sh', '-c', READ_PARTS, 'sh', ...parts], session.as(user));
  return [...known, ...far.map(([runnable], index) => [runnable, textBeforeZero(Buffer.from(lines[index] ?? '', 'hex'))] as const)];
}
