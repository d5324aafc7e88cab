import type { ContainerQuestion } from '../../engine/questions.ts';
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
  [ -x "$1" ] || { shift 2; continue; }
  said=$("$1" --list "$2" 2>&1)
  code=$?
  printf '%s\\n' "$said" | { while IFS= read -r line; do case $line in *'not found'* | *'annot open shared'* | *'rror loading shared'*) printf '%s\\t%s\\n' "$2" "$line"; code=0 ;; esac; done
    [ $code = 0 ] || printf '%s\\tits loader fails with %s: %s\\n' "$2" "$code" "$said" | head -n 1; }
  shift 2
done
:`;

/** Asks what stands at the beginning of each tool, and of what it wraps. To be asked as the user. */
export function headsQuestion(tools: readonly string[]): ContainerQuestion {
  return { argv: ['/bin/sh', '-c', READ_HEADS, 'sh', ...tools] };
}

/**
 * Checks that the loader finds what each program is linked to, and that the interpreter of each script exists.
 * @param heads the answer to {@link headsQuestion}
 */
export async function checkLibraries(session: Session, user: ContainerUser, heads: readonly string[]): Promise<CheckResult> {
  const interpreters = await withInterpreter(session, user, runnablesOf(heads));
  if (interpreters.length === 0) return judged(LIBRARY_TITLE, [], formatNumberOf(0, 'dynamic program'));
  const wanted = [...new Set(interpreters.map(([, interpreter]) => interpreter))];
  const dynamic = interpreters.filter(([{ program }]) => program.kind === 'dynamic');
  const existing: ContainerQuestion = { argv: ['/bin/sh', '-c', EXISTING, 'sh', ...wanted] };
  const loading: ContainerQuestion = { argv: ['/bin/sh', '-c', LIST, 'sh', ...dynamic.flatMap(([{ file }, loader]) => [loader, file])] };
  const as = session.as(user);
  const [found, loaded] = await session.ask([existing, loading], as);
  const there = new Set(await session.good(existing, found, as));
  const unresolved = await session.good(loading, loaded, as);
  const missing = interpreters.filter(([, interpreter]) => !there.has(interpreter)).map(([{ file }, interpreter]) => `${file} is run by ${interpreter}, which does not exist`);
  const faults = [...missing, ...unresolved.map((line) => line.replace(/\t\s*/, ': '))];
  return judged(LIBRARY_TITLE, faults, formatNumberOf(dynamic.filter(([, loader]) => there.has(loader)).length, 'dynamic program'));
}

function runnablesOf(heads: readonly string[]): readonly Runnable[] {
  const found = new Map<string, Runnable>();
  for (const line of heads) {
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
