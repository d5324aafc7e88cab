import { join } from 'node:path';
import { isFeatureId } from '../../identity.ts';
import { isObject } from '../../json/field.ts';
import { JsonError, parseJson } from '../../json/parse-json.ts';
import { hasFloatingInputs } from '../../nix/flake/flake-text.ts';
import { linkOf } from '../environment/complete-metadata.ts';
import { optionVariable } from '../environment/option-environment.ts';
import type { JsoncDocument } from '../metadata/jsonc.ts';
import { checkId, checkNoArchTag, checkVersion, METADATA_FILE, metadataWarnings, requiredText } from '../metadata/metadata.ts';
import { checkContainerEnv } from './container-env.ts';
import type { FeatureFolder } from './feature-folder.ts';
import { findingsOf, type Finding } from './finding.ts';
import { checkModes } from './mode-check.ts';
import { checkSchema } from './schema.ts';
import { checkMachines, checkScript } from './script-checks.ts';

export interface ContractOptions {
  /** `here`: the flake in this folder is built; `elsewhere`: what the inputs `flake` and `packages` name. */
  readonly flake: 'here' | 'elsewhere';
}

/** Checks a folder against docs/make/contract.md, point by point. */
export function checkContract(feature: FeatureFolder, options: ContractOptions): readonly Finding[] {
  return [...checkMetadata(feature), ...checkModes(feature), ...checkFlake(feature, options), ...checkTexts(feature)];
}

function checkMetadata({ folder, metadata }: FeatureFolder): readonly Finding[] {
  const { id } = metadata.value;
  return [
    ...findingsOf(() => checkId(metadata, requiredText(metadata, 'id'))),
    ...findingsOf(() => checkNoArchTag(metadata, checkVersion(metadata, requiredText(metadata, 'version')))),
    ...metadataWarnings(metadata, typeof id === 'string' ? id : undefined, folder).map((warning) => ({ severity: 'warning' as const, ...warning })),
    ...checkSchema(metadata),
    ...(typeof metadata.value['name'] === 'string' ? [] : [nameless(metadata)]),
    ...checkContainerEnv(metadata, idOf(metadata)),
    ...checkDeclared(metadata, idOf(metadata)),
  ];
}

/** Undefined if no Feature can be called so. */
function idOf({ value: { id } }: JsoncDocument): string | undefined {
  return typeof id === 'string' && isFeatureId(id) ? id : undefined;
}

function nameless(metadata: JsoncDocument): Finding {
  return {
    severity: 'warning',
    message: `${METADATA_FILE} has no "name".`,
    hint: 'Tools show it in lists of Features: "name": "My tools".',
    location: metadata.locationOf('name'),
  };
}

/** What the contract demands and the build completes. */
function checkDeclared(metadata: JsoncDocument, id: string | undefined): readonly Finding[] {
  const { options, containerEnv } = metadata.value;
  const findings: Finding[] = [];
  if (!isObject(options) || !Object.keys(options).some((name) => optionVariable(name) === 'MODE')) {
    findings.push({
      severity: 'warning',
      message: `${METADATA_FILE}: ${options === undefined ? 'there are no "options"' : '"options" has no "mode"'}. The published Feature gets the option "mode" (auto, secure, dev, build).`,
      hint: 'Declare it, so that the file shows everything: "options": { "mode": { "type": "string", "enum": ["auto", "secure", "dev", "build"], "default": "auto" } }',
      location: metadata.locationOf('options'),
    });
  }
  if (id !== undefined && (!isObject(containerEnv) || !('PATH' in containerEnv))) {
    const path = `${linkOf(id)}/bin:\${PATH}`;
    findings.push({
      severity: 'warning',
      message: `${METADATA_FILE}: ${containerEnv === undefined ? 'there is no "containerEnv"' : '"containerEnv" has no "PATH"'}. The published Feature gets PATH=${path}.`,
      hint: `Declare it, so that the file shows everything: "containerEnv": { "PATH": "${path}" }`,
      location: metadata.locationOf('containerEnv'),
    });
  }
  return findings;
}

const SYSTEMS = ['x86_64-linux', 'aarch64-linux'] as const;

function checkFlake({ folder, files }: FeatureFolder, { flake }: ContractOptions): readonly Finding[] {
  if (flake === 'elsewhere') return [];
  const file = join(folder, 'flake.nix');
  const found = files.get('flake.nix');
  if (found === undefined) {
    return [
      {
        severity: 'error',
        message: `There is no flake.nix in ${folder}${files.has('.envrc') ? ', and its .envrc names no flake: no line of it, or more than one, is "use flake [reference]" alone' : ''}.`,
        hint: 'Write one, name another flake with "flake", or name packages of nixpkgs with "packages".',
        location: { file: folder },
      },
    ];
  }
  // A flake may get its systems from a helper, and then names none.
  const named = SYSTEMS.filter((system) => found.text.includes(system));
  const missing = SYSTEMS.find((system) => !named.includes(system));
  if (named.length !== 1 || missing === undefined) return [];
  return [
    {
      severity: 'warning',
      message: `flake.nix has ${named.join('')} but not ${missing}: a Feature is for amd64 and arm64.`,
      hint: `Add packages.${missing}.default as well.`,
      location: { file, line: lineOf(found.text, named[0] ?? '') },
    },
  ];
}

/** Checks that a flake with inputs has a lock file. Apart from the rest: a build looks at the flake that it builds, wherever that is. */
export function checkLock({ folder, files }: FeatureFolder): readonly Finding[] {
  const flake = files.get('flake.nix');
  const lock = files.get('flake.lock');
  if (lock !== undefined && !isJson(lock.text)) {
    return [{ severity: 'error', message: 'flake.lock is not JSON.', hint: 'Create it again with "nix flake lock", and commit it.', location: { file: join(folder, 'flake.lock') } }];
  }
  if (flake === undefined || lock !== undefined || !hasFloatingInputs(flake.text)) return [];
  return [
    {
      severity: 'warning',
      message: 'This flake has inputs but no flake.lock, so each build may use different versions of them.',
      hint: 'Run "nix flake lock" and commit the file.',
      location: { file: join(folder, 'flake.nix') },
    },
  ];
}

/** A file that is too long to be looked at has no text here. */
function isJson(text: string): boolean {
  if (text === '') return true;
  try {
    parseJson(text, { bytes: text.length * 3 });
    return true;
  } catch (error) {
    if (error instanceof JsonError) return false;
    throw error;
  }
}

function checkTexts({ folder, files }: FeatureFolder): readonly Finding[] {
  const findings: Finding[] = [];
  for (const name of ['install.sh', 'install-dev.sh', 'test.sh'] as const) {
    const script = files.get(name);
    if (script !== undefined) findings.push(...checkScript(join(folder, name), name, script));
  }
  const install = files.get('install.sh');
  if (install !== undefined) findings.push(...checkMachines(join(folder, 'install.sh'), install));
  if (!files.has('test.sh')) {
    findings.push({
      severity: 'warning',
      message: 'There is no test.sh, so only the built-in checks are run.',
      hint: 'Write one that runs each tool once. It runs in the base image, as the remote user, with the Feature installed.',
      location: { file: folder },
    });
  }
  if (!files.has('README.md')) {
    findings.push({
      severity: 'warning',
      message: 'There is no README.md.',
      hint: 'Describe in it what the Feature brings and which options it has.',
      location: { file: folder },
    });
  }
  return findings;
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
