import { jsonText } from '../../kit/text.ts';
import { nixString, selection } from '../../nix/flake/flake-text.ts';
import { linkOf } from '../environment/complete-metadata.ts';
import { COMES_AFTER } from '../metadata/feature-reference.ts';
import { METADATA_FILE } from '../metadata/metadata.ts';
import { hasVersion, scaffoldDev } from './scaffold-dev.ts';

export interface ScaffoldOptions {
  /** Checked: it can be the id of a Feature. */
  readonly id: string;
  /** Attribute names of nixpkgs, checked. */
  readonly packages: readonly string[];
  /** What the workflow builds for. */
  readonly baseImage: string;
  /** The Feature's folder, from the root of the repository; `.` is the root itself. */
  readonly place: string;
  /** With a development shell, and an `.envrc` for it. */
  readonly direnv: boolean;
}

/** A text file of a Feature's folder. */
export interface ScaffoldFile {
  /** Relative, with slashes. */
  readonly name: string;
  readonly text: string;
  readonly executable: boolean;
}

/**
 * The nixpkgs that new Features begin with: a revision of the branch nixos-25.11, so that it is pinned without asking
 * anybody. Theirs should be that of their base image: the README says how to make it so.
 */
const NIXPKGS_REVISION = '8fd9daa3db09ced9700431c5b7ad0e8ba199b575';

/** What install-dev.sh installs; the delta is what the flake says. */
const VERSION = { type: 'string', proposals: ['latest'], default: 'latest', description: 'in mode dev: latest, or a version such as 1, 1.2 or 1.2.3' };

/** What direnv runs if somebody enters the folder. */
export const ENVRC: ScaffoldFile = { name: '.envrc', text: 'use flake\n', executable: false };

/** Returns the files of a new Feature; a folder with them passes every check of the contract. */
export function scaffold(options: ScaffoldOptions): readonly ScaffoldFile[] {
  const dev = scaffoldDev(options.packages);
  return [
    file(METADATA_FILE, metadata(options)),
    file('flake.nix', flake(options)),
    ...(dev === undefined ? [] : [file('install-dev.sh', dev)]),
    file('test.sh', test(options)),
    file('README.md', readme(options)),
    ...(options.direnv ? [ENVRC] : []),
  ];
}

function file(name: string, text: string): ScaffoldFile {
  return { name, text, executable: name.endsWith('.sh') };
}

function metadata({ id, packages }: ScaffoldOptions): string {
  const value = {
    id,
    version: '0.1.0',
    name: titleOf(id),
    description: `${packages.join(', ')} from nixpkgs`,
    options: {
      mode: {
        type: 'string',
        enum: ['auto', 'secure', 'dev', 'build'],
        default: 'auto',
        description: 'secure: install the pre-built store paths; dev: install what the Feature has for other systems; build: build the flake here; auto: whichever fits',
      },
      ...(hasVersion(packages) ? { version: VERSION } : {}),
    },
    containerEnv: { PATH: `${linkOf(id)}/bin:\${PATH}` },
    installsAfter: COMES_AFTER,
  };
  return jsonText(value);
}

function flake({ id, packages, direnv }: ScaffoldOptions): string {
  return `{
  description = ${nixString(`${packages.join(', ')} from nixpkgs`)};

  # A revision. Ideally the one that the base image was built from, because what both have in common does not ship.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/${NIXPKGS_REVISION}";

  outputs =
    { self, nixpkgs }:
    let
      tools =
        system:
        let
          pkgs = nixpkgs.legacyPackages.\${system};
        in
        pkgs.buildEnv {
          name = ${nixString(id)};
          paths = [
${packages.map((name) => `            ${selection(name)}`).join('\n')}
          ];
          pathsToLink = [
            "/bin"
            "/share"
          ];
        };
${direnv ? `      shell = system: nixpkgs.legacyPackages.\${system}.mkShellNoCC { packages = [ (tools system) ]; };
` : ''}    in
    {
      packages.x86_64-linux.default = tools "x86_64-linux";
      packages.aarch64-linux.default = tools "aarch64-linux";
${direnv ? `
      # For direnv (.envrc) and "nix develop".
      devShells.x86_64-linux.default = shell "x86_64-linux";
      devShells.aarch64-linux.default = shell "aarch64-linux";
` : ''}    };
}
`;
}

function test({ id }: ScaffoldOptions): string {
  return `#!/bin/sh
# Runs in the base image, as the remote user, with the Feature installed. A command that fails fails the build.
set -eu

for tool in ${linkOf(id)}/bin/*; do
  test -x "$tool"
  echo "\${tool##*/} is $(command -v "\${tool##*/}")"
done

# Say here what each tool has to do, such as:
# test "$(echo '{"a": 1}' | jq .a)" = 1
`;
}

function readme({ id, packages, baseImage }: ScaffoldOptions): string {
  return `# ${titleOf(id)}

${packages.map((name) => `- \`${name}\``).join('\n')}

from nixpkgs, in \`${linkOf(id)}/bin\`, which is on everybody's PATH.

## Options

| option | default | meaning |
| --- | --- | --- |
| \`mode\` | \`auto\` | \`secure\`: install the pre-built store paths, on the base image that they were built for. \`dev\`: install what the Feature has for other systems (\`install-dev.sh\`). \`build\`: build the flake here, by the Nix of the image. \`auto\`: whichever fits. |
${hasVersion(packages) ? '| `version` | `latest` | in mode `dev`: `latest`, or a version such as `1`, `1.2` or `1.2.3` |\n' : ''}
## Working on it

\`nix-feature\` stands for \`npx nix-feature-action\`.

\`\`\`sh
nix-feature validate .
nix-feature test . --base-image ${baseImage}
\`\`\`

The delta is small if this flake and the base image have store paths in common. They do only if both come from the same
revision of nixpkgs, so write the base's revision into \`flake.nix\`.

Raise \`version\` in \`${METADATA_FILE}\` with each change: a version that was published never changes.
`;
}

/** `my-tools` is "My tools". */
function titleOf(id: string): string {
  const words = id.replaceAll(/[._-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
