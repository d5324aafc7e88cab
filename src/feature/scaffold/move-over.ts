import { applyEdits, modify, parse } from 'jsonc-parser';
import { isObject } from '../../json/field.ts';
import { shellWord } from '../../kit/text.ts';
import { RUNTIME_CALL } from '../contract/script-checks.ts';
import { linkOf } from '../environment/complete-metadata.ts';
import { METADATA_FILE } from '../metadata/metadata.ts';
import type { ScaffoldFile } from './scaffold.ts';

/** What becomes of a Feature that was made by hand. */
export interface MovedFeature {
  /** Those that are new or changed. */
  readonly files: readonly ScaffoldFile[];
  /** Names of the files that stay as they are. */
  readonly kept: readonly string[];
  /** What was done with the old files, a line each. */
  readonly done: readonly string[];
  /** What only a person can decide, a line each. */
  readonly open: readonly string[];
}

const MODES = ['auto', 'secure', 'dev', 'build'] as const;
/** How by-hand Features call their installer for systems that are not their base. */
const DEV_SCRIPTS = /^install-(?:dev|ubuntu|debian|apt|alpine|fedora|linux)\.sh$/;
/** Scripts that build or unpack what is built and unpacked here. */
const OBSOLETE = /^(?:build[^/]*|install-(?:nix|delta|tarball)|pack[^/]*|push[^/]*|publish[^/]*)\.sh$/;

/**
 * Turns a Feature that scripts built and installed into one of ours, as far as that can be done without judgement.
 * @param id of the new Feature
 * @param old its files, `devcontainer-feature.json` among them
 */
export function moveOver(id: string, old: readonly ScaffoldFile[]): MovedFeature {
  const byName = new Map(old.map((file) => [file.name, file]));
  const metadata = moveMetadata(id, byName.get(METADATA_FILE)?.text ?? '{}', linksPrograms(old));
  const scripts = moveScripts(byName, metadata.foreignModes);
  const others = old.filter(({ name }) => name !== METADATA_FILE && !OBSOLETE.test(name) && !DEV_SCRIPTS.test(name) && name !== 'install.sh');
  const scriptless = others.filter(({ name, text }) => name === 'test.sh' && !text.startsWith('#!'));
  const kept = others.filter((file) => !scriptless.includes(file)).map(({ name }) => name);
  const dropped = old.filter(({ name }) => OBSOLETE.test(name)).map(({ name }) => name);
  return {
    files: [
      { name: METADATA_FILE, text: metadata.text, executable: false },
      ...scripts.files,
      ...scriptless.map(({ name, text }) => ({ name, text: withFirstLine(text), executable: true })),
    ],
    kept,
    done: [
      ...metadata.done,
      ...scripts.done,
      ...dropped.map((name) => `${name} was left out: nix-feature builds, packs and unpacks.`),
      ...(kept.length === 0 ? [] : [`Kept unchanged: ${kept.join(', ')}.`]),
    ],
    open: [...metadata.open, ...scripts.open, ...openInTest(byName.get('test.sh')), ...(byName.has('README.md') ? [] : ['There is no README.md: describe in one what the Feature brings and which options it has.']), ...openInFlake(byName.get('flake.nix'))],
  };
}

interface MovedMetadata extends Pick<MovedFeature, 'done' | 'open'> {
  readonly text: string;
  /** Values of the option `mode` that the runtime does not know. */
  readonly foreignModes: readonly string[];
}

function moveMetadata(id: string, text: string, links: boolean): MovedMetadata {
  const edit = new MetadataEdit(text);
  setId(edit, id);
  setVersion(edit);
  const foreignModes = setModes(edit);
  if (links) addUserLinks(edit);
  addPath(edit, id);
  return { text: edit.text.endsWith('\n') ? edit.text : `${edit.text}\n`, done: edit.done, open: edit.open, foreignModes };
}

/** The text of a Feature's metadata while it is changed, and what is told of the changes. */
class MetadataEdit {
  /** As it was. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly done: string[] = [];
  readonly open: string[] = [];
  text: string;

  constructor(text: string) {
    const value: unknown = parse(text, [], { allowTrailingComma: true });
    this.before = isObject(value) ? value : {};
    this.text = text;
  }

  /** The options as they were. */
  get options(): Readonly<Record<string, unknown>> {
    return isObject(this.before['options']) ? this.before['options'] : {};
  }

  set(path: (string | number)[], value: unknown): void {
    this.text = applyEdits(this.text, modify(this.text, path, value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }));
  }
}

function setId(edit: MetadataEdit, id: string): void {
  const { id: old, legacyIds } = edit.before;
  if (old === id) return;
  edit.set(['id'], id);
  if (typeof old !== 'string') return;
  edit.set(['legacyIds'], [...(Array.isArray(legacyIds) ? (legacyIds as unknown[]) : []), old]);
  edit.done.push(`The id is ${id} now. "legacyIds" names the old one, so the Feature is published under both.`);
}

/** What nobody could publish, or only once, is no version. */
function setVersion(edit: MetadataEdit): void {
  const { version } = edit.before;
  if (typeof version === 'string' && !/^0\.0\.0(?:-|$)/.test(version)) return;
  edit.set(['version'], '0.1.0');
  edit.done.push(`The version ${typeof version === 'string' ? `was ${version}` : 'was missing'}, and is 0.1.0 now: it is set in the file, and no script writes it.`);
  edit.open.push('Set "version" higher than any version that was published. A published version never changes, so 0.0.0-dev can\'t be published again and again: nix-feature export gives a local Feature for trying things out.');
}

/** Gives the Feature the option `mode`, with the values that it had. @returns those that the runtime does not know */
function setModes(edit: MetadataEdit): readonly string[] {
  const { mode } = edit.options;
  const { enum: values } = isObject(mode) ? mode : {};
  const listed = Array.isArray(values) ? values.filter((value): value is string => typeof value === 'string') : [];
  const foreign = listed.filter((value) => !(MODES as readonly string[]).includes(value));
  if (listed.length > 0) edit.set(['options', 'mode', 'enum'], [...MODES, ...foreign]);
  else edit.set(['options', 'mode'], { type: 'string', enum: [...MODES], default: 'auto', description: 'Which way to install: secure on the base image that it was built for, dev elsewhere, auto: whichever fits.' });
  return foreign;
}

function addUserLinks(edit: MetadataEdit): void {
  if (Object.hasOwn(edit.options, 'userLinks')) return;
  edit.set(['options', 'userLinks'], { type: 'boolean', default: true, description: 'Link the programs into ~/.local/bin of the remote user.' });
  edit.done.push('The option userLinks makes the links in ~/.local/bin that the scripts made.');
}

function addPath(edit: MetadataEdit, id: string): void {
  const { containerEnv } = edit.before;
  const path = isObject(containerEnv) ? containerEnv['PATH'] : undefined;
  if (path === undefined) edit.set(['containerEnv', 'PATH'], `${linkOf(id)}/bin:\${PATH}`);
}

function linksPrograms(old: readonly ScaffoldFile[]): boolean {
  return old.some(({ name, text }) => name.endsWith('.sh') && /\.local\/bin/.test(text) && /\bln\s+-/.test(text));
}

interface MovedScripts extends Pick<MovedFeature, 'files' | 'done' | 'open'> {}

function moveScripts(byName: ReadonlyMap<string, ScaffoldFile>, foreignModes: readonly string[]): MovedScripts {
  const files: ScaffoldFile[] = [];
  const done: string[] = [];
  const open: string[] = [];
  const [dev, ...others] = [...byName.values()].filter(({ name }) => DEV_SCRIPTS.test(name)).sort((a, b) => rank(a.name) - rank(b.name));
  if (dev !== undefined) {
    files.push({ name: 'install-dev.sh', text: withFirstLine(dev.text), executable: true });
    if (dev.name !== 'install-dev.sh') done.push(`${dev.name} is install-dev.sh now: it runs on other base images.`);
    if (/\bsource\b|^[ \t]*\.\s/m.test(dev.text)) open.push('install-dev.sh reads other scripts, but now it runs on its own, in the Feature\'s folder.');
    for (const { name, text, executable } of others) files.push({ name, text, executable });
    if (others.length > 0) open.push(`Only one script runs in development mode: call ${others.map(({ name }) => name).join(', ')} from install-dev.sh if needed.`);
  }
  const install = byName.get('install.sh');
  if (install?.text.includes(RUNTIME_CALL) === true) {
    files.push({ name: 'install.sh', text: install.text, executable: true });
    return { files, done, open };
  }
  if (foreignModes.length > 0) {
    files.push({ name: 'install.sh', text: mappingInstall(foreignModes), executable: true });
    done.push(`install.sh maps the old modes: ${foreignModes.map((mode) => `${mode} is ${meaningOf(mode)}`).join(', ')}.`);
  }
  if (install !== undefined) {
    done.push(foreignModes.length > 0 ? 'The rest of the old install.sh was left out.' : 'install.sh was left out: the default one installs what was built.');
    open.push(...stepsOf(install).map((step) => `install.sh had a step of its own (${step}). If it is still needed, put it after nix_feature_install in install.sh, or into the flake.`));
  }
  return { files, done, open };
}

function rank(name: string): number {
  return ['install-dev.sh', 'install-ubuntu.sh', 'install-debian.sh'].indexOf(name) >>> 0;
}

/** Words for an environment that has Nix, or what Nix built. */
function meaningOf(mode: string): 'secure' | 'dev' {
  return /nix|secure|delta|bedrock|prebuilt|tarball/i.test(mode) ? 'secure' : 'dev';
}

function mappingInstall(modes: readonly string[]): string {
  const cases = modes.map((mode) => `  ${shellWord(mode)}) MODE=${meaningOf(mode)} ;;`);
  return `#!/bin/sh
set -eu
# What devcontainer.json files may still say.
case \${MODE:-auto} in
${cases.join('\n')}
esac
. "$(dirname -- "$0")/nix-feature/install.sh"
nix_feature_install || exit 1
`;
}

/** Lines that fetch or install something, which neither the flake nor the runtime does. */
function stepsOf({ text }: ScaffoldFile): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const fetches = line.split('#', 1)[0]?.split(/[|;&]/).some((command) => fetchesSomething(command) || installsSomething(command)) === true;
    return !fetches || /oras|tarball/i.test(line) ? [] : [`line ${index + 1}: ${line.trim().slice(0, 100)}`];
  });
}

function fetchesSomething(command: string): boolean {
  const at = /\b(?:curl|wget)\b/.exec(command)?.index;
  return at !== undefined && /https?:\/\/\S/.test(command.slice(at));
}

const MANAGERS = /(?:^|[^\w-])(?:apt-get|apt|apk|dnf|npm|pip3?|cargo)$/;

/** `apt-get -y install`, `pip install`, `apk add`: a program, options, and the verb. */
function installsSomething(command: string): boolean {
  const words = command.split(/\s+/).filter((word) => !word.startsWith('-'));
  return words.some((word, index) => MANAGERS.test(word) && ['install', 'add'].includes(words[index + 1] ?? ''));
}

function withFirstLine(text: string): string {
  return text.startsWith('#!') ? text : `#!/bin/bash\n${text}`;
}

function openInTest(file: ScaffoldFile | undefined): readonly string[] {
  if (file === undefined) return ['There is no test.sh: write one that runs each tool once.'];
  return file.text.split('\n').flatMap((line, index) => {
    if (/^\s*#/.test(line) && index > 0) return [];
    if (/\bdist\/|\.tar\.(?:gz|zst)\b/.test(line)) return [`test.sh:${index + 1} looks for an archive, but the tools are already installed when it runs: test only the tools.`];
    return [];
  });
}

function openInFlake(file: ScaffoldFile | undefined): readonly string[] {
  if (file === undefined) return ['There is no flake.nix: write one, or set the input "flake" or "packages" of the action.'];
  return file.text.split('\n').flatMap((line, index) =>
    /["']?path:\.\.|=\s*\.\.\/|"\.\.\//.test(line) && !/^\s*#/.test(line)
      ? [`flake.nix:${index + 1} refers to files outside of the Feature's folder. Name the repository instead: flake: "git+file:.?dir=<folder>", or pin the input by its address.`]
      : [],
  );
}
