import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHere, type RanHere } from './run-here.ts';

/* What the file system can refuse, in the place of each input that names a file or a folder. */

/** A place that can't be used, each for a reason of its own; made below a folder of the test. */
const PLACES: Readonly<Record<string, (root: string) => string>> = {
  'a name that is too long (ENAMETOOLONG)': () => 'n'.repeat(300),
  'a path that is too long (ENAMETOOLONG)': () => 'folder/'.repeat(1000),
  'a circle of links (ELOOP)': (root) => join(root, 'circle'),
  'a circle on the way (ELOOP)': (root) => join(root, 'circle/below'),
  'a file on the way (ENOTDIR)': (root) => join(root, 'file/below'),
  'a file in its place': (root) => join(root, 'file'),
  'a folder that nobody may enter (EACCES)': (root) => join(root, 'closed/below'),
  'a place that takes nothing (/proc)': () => '/proc/nothing/below',
  'a link to nothing': (root) => join(root, 'dangling'),
};

/** Command lines, by the input that is named; `place` is where it can't be used. */
const COMMANDS: readonly (readonly [input: string, argv: (place: string) => readonly string[]])[] = [
  ['feature', (place) => ['build', '--base-image=none', '--build-in=host', `--feature=${place}`]],
  ['feature', (place) => ['validate', place]],
  ['feature', (place) => ['test', place, '--base-image=debian']],
  ['flake', (place) => ['build', '--base-image=none', '--build-in=host', '--feature=feature', `--flake=path:${place}#x`]],
  ['flake', (place) => ['build', '--base-image=none', '--build-in=host', '--feature=feature', `--flake=git+file:${place}?dir=x`]],
  ['output', (place) => ['build', '--base-image=none', '--build-in=host', '--feature=feature', `--output=${place}`]],
  ['base-image', (place) => ['build', '--build-in=host', '--feature=feature', `--base-image=oci:${place}`]],
  ['base-image', (place) => ['plan', '--namespace=a/b', `--base-image=oci:${place}`]],
  ['before', (place) => ['diff', place, 'feature']],
  ['after', (place) => ['diff', 'feature', `oci:${place}`]],
  ['layouts', (place) => ['publish', '--namespace=a/b', place]],
  ['id', (place) => ['init', `${place}/tools`]],
  ['from', (place) => ['init', 'new/tools', `--from=${place}`]],
  ['source', (place) => ['export', place]],
  ['source', (place) => ['load', place, '--namespace=a/b']],
  ['devcontainer', (place) => ['image', `--devcontainer=${place}`, '--tag=localhost:1/a:1']],
  ['base', (place) => ['image', 'localhost:1/a/b', `--base=oci:${place}`, '--tag=localhost:1/a:1']],
  ['output', (place) => ['image', 'localhost:1/a/b', '--base=localhost:1/a', `--output=${place}`]],
];

/** Places that are right for an input after all. */
const RIGHT: readonly (readonly [input: string, place: RegExp])[] = [['before', /a file in its place/], ['source', /a file in its place/]];

async function makeRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'file-errors-'));
  await mkdir(join(root, 'feature'));
  await writeFile(join(root, 'feature/devcontainer-feature.json'), '{ "id": "feature", "version": "1.0.0", "name": "A feature" }');
  await writeFile(join(root, 'feature/flake.nix'), '{ outputs = _: { }; }');
  await writeFile(join(root, 'file'), '');
  await symlink('circle', join(root, 'circle'));
  await symlink('nowhere', join(root, 'dangling'));
  await mkdir(join(root, 'closed'), { mode: 0o000 });
  return root;
}

/** No program is there to be started: nothing may be, before what is given was looked at. */
function runIn(root: string, argv: readonly string[]): Promise<RanHere> {
  return runHere(root, argv, { HOME: join(root, 'home'), PATH: '/nowhere' });
}

/** @returns what is not as it should be, one line for each; and how many were tried */
export async function tryAll(): Promise<{ readonly faults: readonly string[]; readonly tried: number }> {
  const root = await makeRoot();
  const faults: string[] = [];
  let tried = 0;
  try {
    // Root enters every folder.
    const mayEnter = await readdir(join(root, 'closed')).then(() => true, () => false);
    for (const [what, placeOf] of Object.entries(PLACES)) {
      if (mayEnter && what.includes('EACCES')) continue;
      for (const [input, commandLine] of COMMANDS) {
        if (RIGHT.some(([name, place]) => name === input && place.test(what))) continue;
        tried += 1;
        const argv = commandLine(placeOf(root));
        const { status: code, stderr } = await runIn(root, argv);
        const fault = faultOf(input, code, stderr);
        if (fault !== undefined) faults.push(`${argv.slice(0, 2).join(' ').slice(0, 60)}, ${input}: ${what}: ${fault}`);
      }
    }
  } finally {
    await chmod(join(root, 'closed'), 0o700);
    await rm(root, { recursive: true });
  }
  return { faults, tried };
}

function faultOf(input: string, code: number, stderr: string): string | undefined {
  const text = stderr.slice(0, 300).replaceAll('\n', ' | ');
  if (code !== 2 && code !== 3) return `ended with ${code}: ${text}`;
  if (stderr.length > 1500) return `${stderr.length} characters: ${text}`;
  if (/^ {4}at /m.test(stderr)) return `a stack: ${text}`;
  if (/\b[A-Z]{4,}: [a-z ]+, [a-z]+ '/.test(stderr)) return `a system call: ${text}`;
  // What is in the place of an id is a path, which the message has.
  if (input !== 'id' && !new RegExp(`\\b${input}\\b`).test(stderr)) return `does not name ${input}: ${text}`;
  return undefined;
}

// Run by itself, it says what it found: for whoever lets it run with other rights.
if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(await tryAll()));
