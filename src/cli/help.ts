import { GROUPS, isRepeatable } from '../actions/inputs.ts';
import { EXIT_CODES } from './exit-code.ts';
import { FLAGS, OWN_FLAGS } from './flags.ts';
import type { InputSpec } from '../actions/inputs.ts';

const WIDTH = 100;
const INDENT = '      ';

const INTRODUCTION = `nix-feature turns a Nix flake into a Dev Container Feature. It builds the flake, finds the store
paths that your base image does not have, packs only those, byte for byte reproducibly, and writes
them as an OCI image layout.

Usage: nix-feature build --base-image <image> [flags]
       nix-feature test [folder] --base-image <image> [flags]
       nix-feature validate [folder] [--strict]
       nix-feature init <id> [--packages jq,ripgrep] [--base-image <image>]
       nix-feature publish <layout> … [flags]

Begin a Feature of your own, and a workflow for it at the root of the checkout that you are in
(without --packages it holds hello; put yours into its flake.nix). Check its folder; install it
into a fresh container of your base image, run its test.sh there and see that its programs are
found and complete:

  nix-feature init features/my-tools --packages jq,ripgrep
  nix-feature validate features/my-tools
  nix-feature test features/my-tools --base-image ghcr.io/org/bedrock:latest

A first build, with this machine's own Nix, for a base image in a registry:

  nix-feature build --feature my-tools --base-image ghcr.io/org/bedrock:latest --build-in host

Inside the base image instead, with docker or podman; the layout goes to ./layout:

  nix-feature build --feature my-tools --base-image ghcr.io/org/bedrock:latest --output layout

Without any base, a single package, the result for a script. The folder jq has to be there, with a
devcontainer-feature.json, such as {"id": "jq", "version": "1.0.0", "name": "jq"}, and no flake.nix:

  nix-feature build --feature jq --packages jq --base-image none --build-in host --json

Publish what was built, with all of its platforms (takes --arches, --delivery, --summary and the
flags of “Publishing” but --push):

  nix-feature publish layout-amd64 layout-arm64 --registry ghcr.io --namespace org/features`;

const ENVIRONMENT = [
  ['NIX_FEATURE_PASSWORD', 'the password, where --password would show in a list of processes'],
  ['NIX_FEATURE_CACHE', 'where to keep what is known of base images [default: ~/.cache/nix-feature]'],
  ['NIX_FEATURE_DEBUG', '1 says more, and shows stack traces'],
  ['SOURCE_DATE_EPOCH', 'seconds since 1970 for “created” [default: the commit’s time]'],
  ['NO_COLOR', 'anything: no colours'],
  ['TMPDIR', 'where temporary files go'],
] as const;

/** What `nix-feature --help` prints. */
export function helpText(): string {
  const groups = GROUPS.flatMap((group) => {
    const flags = FLAGS.filter((flag) => flag.group === group);
    return flags.length === 0 ? [] : [`${group}:\n\n${flags.map(flagText).join('\n')}`];
  });
  return `${[
    INTRODUCTION,
    ...groups,
    `Other flags:\n\n${columns(OWN_FLAGS.map(({ name, description }) => [`--${name}${name === 'help' ? ', -h' : ''}`, description]))}`,
    `Environment:\n\n${columns(ENVIRONMENT)}`,
    `Exit codes:\n\n${columns(EXIT_CODES.map(({ code, meaning }) => [String(code), meaning]))}`,
  ].join('\n\n')}\n`;
}

function flagText(spec: InputSpec): string {
  return [`  --${spec.name} ${valueText(spec)}`, ...wrap(`${plain(spec.description)}${defaultText(spec)}`)].join('\n');
}

function valueText(spec: InputSpec): string {
  const value = spec.values?.join('|') ?? `<${spec.placeholder ?? placeholderOf(spec)}>`;
  return isRepeatable(spec) ? `${value} …` : value;
}

function placeholderOf(spec: InputSpec): string {
  if (spec.kind === 'count') return 'number';
  if (spec.kind === 'boolean') return 'true|false';
  return spec.kind === 'secret' || spec.kind === 'text' ? spec.name : spec.kind;
}

function defaultText(spec: InputSpec): string {
  const text = spec.default === '' ? spec.otherwise : spec.default;
  return text === undefined ? '' : ` [default: ${plain(text)}]`;
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = INDENT.trimEnd();
  for (const word of text.split(' ')) {
    if (line !== '' && INDENT.length + line.length + 1 + word.length > WIDTH) {
      lines.push(INDENT + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, INDENT + line];
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
