import type { ContractFile } from './feature-folder.ts';
import type { Finding } from './finding.ts';

/** Of every script: a first line that names its shell, Unix line ends, an end at the first failure. */
export function checkScript(file: string, name: string, { text, executable }: ContractFile): readonly Finding[] {
  const findings: Finding[] = [];
  const [first = ''] = text.split('\n');
  if (text.includes('\r')) {
    const line = text.slice(0, text.indexOf('\r')).split('\n').length;
    findings.push({
      severity: 'error',
      message: `${name} has line ends of Windows, and no shell will run it.`,
      hint: 'Save it with Unix line ends; “*.sh text eol=lf” in .gitattributes keeps them.',
      location: { file, line },
    });
  } else if (!/^#!\s*\/\S+/.test(first)) {
    findings.push({
      severity: 'error',
      message: `${name} does not say in its first line what runs it.`,
      hint: 'Begin it with “#!/bin/sh”, or another shell that every base image has.',
      location: { file, line: 1 },
    });
  }
  if (!executable) {
    findings.push({
      severity: 'warning',
      message: `${name} is not executable. It will be in the published Feature.`,
      hint: `Run “git update-index --chmod=+x ${name}”, or “chmod +x ${name}”.`,
      location: { file },
    });
  }
  if (!stopsAtFailure(text)) {
    findings.push({
      severity: 'warning',
      message: `${name} has no “set -e”, so it goes on after a command that failed.`,
      hint: 'Put “set -eu” below its first line.',
      location: { file, line: 1 },
    });
  }
  return findings;
}

/** Of the author's own install.sh. */
export function checkInstall(file: string, { text }: ContractFile): readonly Finding[] {
  const findings: Finding[] = [];
  const code = withoutComments(text);
  if (!/nix-feature\/install\.sh/.test(code)) {
    findings.push({
      severity: 'warning',
      message: 'install.sh does not call the install runtime, so nothing that was built is installed.',
      hint: 'Add: . "$(dirname "$0")/nix-feature/install.sh" and nix_feature_install || exit 1. Or remove install.sh: one is made.',
      location: { file },
    });
  }
  const line = code.split('\n').findIndex((each) => /\buname\s+-m\b/.test(each) && /\b(?:exit|x86_64)\b/.test(each));
  if (line >= 0 && !/aarch64|arm64/.test(code)) {
    findings.push({
      severity: 'warning',
      message: 'install.sh looks at “uname -m” and knows no aarch64: a Feature is for amd64 and arm64.',
      location: { file, line: line + 1 },
    });
  }
  return findings;
}

/** `set -e`, `set -eu`, `set -o errexit`, or `-e` in the first line. */
function stopsAtFailure(text: string): boolean {
  const [first = ''] = text.split('\n');
  return /^#!.*\s-[a-z]*e/.test(first) || /(?:^|[;\s])set\s+(?:-[a-z]+\s+)*(?:-[a-z]*e[a-z]*\b|-[a-z]*o\s+errexit)/.test(withoutComments(text));
}

/** Lines stay where they are. */
function withoutComments(text: string): string {
  return text.replaceAll(/^\s*#.*$/gm, '');
}
