import type { ContractFile } from './feature-folder.ts';
import type { Finding } from './finding.ts';

/** How an install.sh reaches the runtime. */
export const RUNTIME_CALL = 'nix-feature/install.sh';

/** Checks a script: a first line that names its shell, Unix line ends, an end at the first failure. */
export function checkScript(file: string, name: string, { text, executable }: ContractFile): readonly Finding[] {
  const findings: Finding[] = [];
  const end = text.indexOf('\r\n');
  if (end >= 0 || text.endsWith('\r')) {
    findings.push({
      severity: 'error',
      message: `${name} has Windows line endings, so no shell will run it.`,
      hint: 'Save it with Unix line endings; "*.sh text eol=lf" in .gitattributes keeps them.',
      location: { file, line: text.slice(0, Math.max(end, 0)).split('\n').length },
    });
  } else if (!/^#!\s*\/\S+/.test(firstLine(text))) {
    findings.push({
      severity: 'warning',
      message: `${name} has no "#!" line, so whatever /bin/sh is runs it.`,
      hint: 'Begin it with "#!/bin/sh", or with another shell that every base image has.',
      location: { file, line: 1 },
    });
  }
  if (!executable) {
    findings.push({
      severity: 'warning',
      message: `${name} is not executable. It will be in the published Feature.`,
      hint: `Run "git update-index --chmod=+x ${name}", or "chmod +x ${name}".`,
      location: { file },
    });
  }
  if (!stopsAtFailure(text)) {
    findings.push({
      severity: 'warning',
      message: `${name} has no "set -e", so it continues after a failed command.`,
      hint: 'Put "set -eu" before its first command.',
      location: { file, line: 1 },
    });
  }
  return findings;
}

/** Checks the author's own install.sh for what it says of machines. */
export function checkMachines(file: string, { text }: ContractFile): readonly Finding[] {
  const code = withoutComments(text);
  const line = code.split('\n').findIndex((each) => /\buname\s+-m\b/.test(each) && /\b(?:exit|x86_64)\b/.test(each));
  if (line < 0 || /aarch64|arm64/.test(code)) return [];
  return [
    {
      severity: 'warning',
      message: 'install.sh checks "uname -m" but does not know aarch64: a Feature is for amd64 and arm64.',
      location: { file, line: line + 1 },
    },
  ];
}

const SOURCE = '. "$(dirname "$0")/nix-feature/install.sh"';
const CALL = 'nix_feature_install || exit 1';

/**
 * Checks that the author's own install.sh calls the installer, itself or through a script beside it.
 * @param scripts all files that are shipped, by name
 */
export function checkRuntimeCall(file: string, scripts: ReadonlyMap<string, string>): readonly Finding[] {
  const code = [...scripts].filter(([name]) => !/\.(?:md|nix|json|lock)$/.test(name) && name !== 'test.sh').map(([, text]) => withoutComments(text));
  const mentions = code.flatMap((text) => text.split('\n').filter((line) => line.includes(RUNTIME_CALL)));
  // Run as a program, the runtime installs by itself.
  if (code.some((text) => /\bnix_feature_install\b/.test(text)) || mentions.some((line) => !/(?:^|[;&|{(\s])(?:\.|source)\s/.test(line))) return [];
  const sources = mentions.length > 0;
  return [
    {
      severity: 'error',
      message: `install.sh ${sources ? 'reads the installer but never calls it' : 'never calls the installer'}, so nothing is installed.`,
      hint: `Add ${sources ? `the line '${CALL}'` : `the two lines '${SOURCE}' and '${CALL}'`}; or remove install.sh, and a default one is used. Code for other systems belongs in install-dev.sh.`,
      location: { file, line: 1 },
    },
  ];
}

/** `set -e`, `set -Eeuo pipefail`, `set -o errexit`, or `-e` in the first line. */
function stopsAtFailure(text: string): boolean {
  if (/^#!.*\s-[A-Za-z]*e/.test(firstLine(text))) return true;
  return [...withoutComments(text).matchAll(/(?:^|[;&|({\s])set((?:\s+[-+]?[A-Za-z]+)+)/g)].some(([, words = '']) => hasErrexit(words.trim().split(/\s+/)));
}

/** Of the words behind `set`. */
function hasErrexit(words: readonly string[]): boolean {
  return words.some((word, index) => /^-[A-Za-z]*e/.test(word) || (word === 'errexit' && /^-[A-Za-z]*o$/.test(words[index - 1] ?? '')));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Lines stay where they are. */
function withoutComments(text: string): string {
  return text.replaceAll(/^[^\S\r\n]*#.*$/gm, '');
}
