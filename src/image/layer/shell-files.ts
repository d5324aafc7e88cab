import { linkOf } from '../../feature/environment/complete-metadata.ts';
import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { PATH_LIST } from '../base/wanted-files.ts';

type Env = DeltaDocument['env'];

/*
 * What tells shells of a Feature, byte for byte as the install runtime writes it (install/parts/shells.sh): `nix-feature-ctl
 * status` compares the texts, and an end-to-end test runs it.
 */

/** `/etc/profile.d/nix-feature-<id>.sh` */
export function profileFileText(id: string, env: Env): string {
  return [
    `# Written by the Dev Container Feature ${id}, and removed with it.`,
    `if [ -r /${PATH_LIST} ]; then`,
    '  while IFS= read -r nix_feature_folder; do',
    '    case ":$PATH:" in *":$nix_feature_folder:"*) ;; *) PATH="$nix_feature_folder${PATH:+:$PATH}" && export PATH ;; esac',
    `  done < /${PATH_LIST}`,
    '  unset nix_feature_folder',
    'fi',
    ...env.PATH.map((folder) => folderOf(id, folder)).map((folder) => `case ":$PATH:" in *":${folder}:"*) ;; *) PATH="${folder}\${PATH:+:$PATH}" && export PATH ;; esac`),
    ...(env.profile === undefined ? [] : [`[ ! -r "${folderOf(id, env.profile)}" ] || . "${folderOf(id, env.profile)}"`]),
    ...variablesOf(env).map(([name, value]) => `[ -n "\${${name}+set}" ] || export ${name}='${value.replaceAll("'", String.raw`'\''`)}'`),
    '',
  ].join('\n');
}

/** `/etc/fish/conf.d/nix-feature-<id>.fish` */
export function fishText(id: string, env: Env): string {
  return [
    `# Written by the Dev Container Feature ${id}, and removed with it.`,
    `if test -r /${PATH_LIST}`,
    '    while read -l folder',
    String.raw`        contains -- $folder $PATH; or set -gx PATH $folder $PATH`,
    `    end < /${PATH_LIST}`,
    'end',
    ...env.PATH.map((folder) => folderOf(id, folder)).map((folder) => `contains -- '${folder}' $PATH; or set -gx PATH '${folder}' $PATH`),
    ...variablesOf(env).map(([name, value]) => `set -q ${name}; or set -gx ${name} '${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`),
    '',
  ].join('\n');
}

/**
 * The list of all Features' folders for PATH, the last installed last.
 * @param before its text in the image; undefined if there is none
 * @param features in the order of their installation
 */
export function pathListText(before: string | undefined, features: readonly { readonly id: string; readonly env: Env }[]): string {
  const folders = features.flatMap(({ id, env }) => env.PATH.map((folder) => folderOf(id, folder)).toReversed());
  const others = (before ?? '').split('\n').filter((line) => line !== '' && !features.some(({ id }) => line === linkOf(id) || line.startsWith(`${linkOf(id)}/`)));
  return [...others, ...folders].map((line) => `${line}\n`).join('');
}

function folderOf(id: string, folder: string): string {
  return `${linkOf(id)}/${folder}`;
}

/** In the order of the bundle's file `environment`. */
function variablesOf({ variables }: Env): readonly (readonly [string, string])[] {
  return Object.entries(variables).filter(([name]) => name !== 'PATH').toSorted(([a], [b]) => (a < b ? -1 : 1));
}
