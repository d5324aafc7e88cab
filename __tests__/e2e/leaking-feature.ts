import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RULES } from '../../src/leaks/literals.ts';
import { systemOf, type Arch } from '../../src/platform.ts';
import { sampleOf } from '../leaks/samples.ts';

const ARCHES: readonly Arch[] = ['amd64', 'arm64'];

/** A GitHub token with a right checksum, made anew for this run. */
export const TOKEN = newToken(process.pid + Date.now());
/** Of the token, what a finding may show. */
export const SHOWN = TOKEN.slice(0, 4);
/** A domain of the team; a host of it is in each file too. */
export const IDENTIFIER = 'acme-corp.example';
/** What stands in front of the token in each file. */
export const BEFORE = 'token = ';

function newToken(seed: number): string {
  const rule = RULES.find(({ id }) => id === 'github-personal-token');
  if (rule === undefined) throw new Error("there is no rule about GitHub's personal tokens");
  return sampleOf(rule, seed);
}

export interface Leaking {
  readonly id: string;
  /** The platforms whose output holds the token; the others are clean. */
  readonly in: readonly Arch[];
}

/**
 * Writes a Feature whose package depends on one that has the token and the domain in a text file and in a compressed one.
 * The flake puts both together out of pieces, so that no file of the Feature's own folder holds them.
 */
export async function writeLeakingFeature(folder: string, { id, in: arches }: Leaking): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'flake.nix'), `{ outputs = _: {\n${ARCHES.map((arch) => packageOf(id, arch, arches.includes(arch))).join('\n')}\n}; }\n`);
  await writeFile(path.join(folder, 'devcontainer-feature.json'), JSON.stringify({ id, version: '1.0.0', name: id, description: `The Feature ${id}` }));
  return folder;
}

function packageOf(id: string, arch: Arch, leaks: boolean): string {
  const line = leaks ? `'${BEFORE}%s%s\\nhost = build-7.%s%s\\n' ${piecesOf(TOKEN)} ${piecesOf(IDENTIFIER)}` : "'nothing\\n'";
  const settings = derivationOf('settings-1.0', arch, `mkdir -p $out/share; printf ${line} > $out/share/settings; gzip -n < $out/share/settings > $out/share/settings.gz`);
  return `packages.${systemOf(arch)}.default = let settings = ${settings}; in ${derivationOf(id, arch, `mkdir -p $out/share; ln -s \${settings}/share/settings $out/share/${id}`)};`;
}

function derivationOf(name: string, arch: Arch, script: string): string {
  return `derivation { name = "${name}"; system = "${systemOf(arch)}"; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; args = [ "-euc" ''${script}'' ]; }`;
}

function piecesOf(text: string): string {
  return `'${text.slice(0, 8)}' '${text.slice(8)}'`;
}
