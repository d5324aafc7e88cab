import { isObject } from '../../json/field.ts';
import { linkOf } from '../environment/complete-metadata.ts';
import { expandEnv, namesIn } from '../environment/env-words.ts';
import type { JsoncDocument } from '../metadata/jsonc.ts';
import { METADATA_FILE } from '../metadata/metadata.ts';
import type { Finding } from './finding.ts';

/** Variables that the tools replace in devcontainer.json, and in a Feature's mounts and commands; an engine knows none of them. */
const ONLY_THERE = /^(?:(?:localEnv|containerEnv):.*|devcontainerId|(?:local|container)WorkspaceFolder(?:Basename)?)$/;

/**
 * Checks what becomes ENV of the image before install.sh runs. @param id undefined if it is none
 */
export function checkContainerEnv(metadata: JsoncDocument, id: string | undefined): readonly Finding[] {
  const { containerEnv } = metadata.value;
  if (!isObject(containerEnv)) return [];
  const variables = Object.entries(containerEnv).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return variables.flatMap(([name, value]) => [
    ...checkName(metadata, name),
    ...checkValue(metadata, name, value, containerEnv),
    ...(name === 'PATH' ? checkPath(metadata, value, id) : []),
  ]);
}

function finding(metadata: JsoncDocument, name: string, message: string, hint: string): Finding {
  return { severity: 'error', message: `${METADATA_FILE}: ${message}`, hint, location: metadata.locationOf('containerEnv', name) };
}

/** The tools write `ENV name="value"`, and quote no name. */
function checkName(metadata: JsoncDocument, name: string): readonly Finding[] {
  if (/^[^\s="'\\$\p{Cc}]+$/u.test(name)) return [];
  return [finding(metadata, name, `containerEnv has a variable called ${JSON.stringify(name)}, which an image can't have.`, 'Use letters, digits and underscores.')];
}

function checkValue(metadata: JsoncDocument, name: string, value: string, declared: Readonly<Record<string, unknown>>): readonly Finding[] {
  const foreign = namesIn(value).find((each) => ONLY_THERE.test(each) && !Object.hasOwn(declared, each));
  if (foreign !== undefined) {
    const own = /^containerEnv:(\w+)$/.exec(foreign)?.[1];
    return [
      finding(
        metadata,
        name,
        `containerEnv.${name} uses \${${foreign}}, which only devcontainer.json has.`,
        own === undefined
          ? 'It becomes ENV of the image: it can use variables that the image sets, such as ${PATH}, and variables before it in containerEnv.'
          : `It becomes ENV of the image: write \${${own}}.`,
      ),
    ];
  }
  const word = expandEnv(value, () => 'set');
  if (word.kind === 'value') return [];
  return [finding(metadata, name, `containerEnv.${name} ${word.why}, so no image can be built with it.`, 'It becomes ENV of the image: one line, in which ${NAME}, ${NAME:-default} and ${NAME:+other} stand for variables.')];
}

function checkPath(metadata: JsoncDocument, path: string, id: string | undefined): readonly Finding[] {
  const parts = path.split(':');
  const link = id === undefined ? undefined : linkOf(id);
  const keeps = namesIn(path).some((name) => /^PATH(?:$|[:+-])/.test(name));
  const isLinked = link === undefined || parts.some((part) => part === link || part.startsWith(`${link}/`));
  const others = parts.filter((part) => part !== '' && !/^\$(?:PATH$|\{PATH\b)/.test(part));
  const right = [...(isLinked || link === undefined ? [] : [`${link}/bin`]), ...others, '${PATH}'].join(':');
  const findings: Finding[] = [];
  if (!keeps) {
    findings.push(finding(metadata, 'PATH', `containerEnv.PATH is "${path}", which drops the image's own PATH.`, `Keep it: "PATH": ${JSON.stringify(right)}.`));
  }
  if (!isLinked) {
    const message = `containerEnv.PATH does not have ${link}/bin, so installed programs are not found.`;
    findings.push({ ...finding(metadata, 'PATH', message, `Put it first: "PATH": ${JSON.stringify(right)}.`), severity: 'warning' });
  }
  return findings;
}
