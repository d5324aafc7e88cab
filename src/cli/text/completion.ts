import { shellWord } from '../../kit/text.ts';
import { firstSentence, type CommandModel, type FlagModel } from './command-model.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Returns the script that completes commands, flags and their values in a shell. */
export function completionScript(shell: Shell, commands: readonly CommandModel[]): string {
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands);
}

function describe({ description }: FlagModel): string {
  return firstSentence(description);
}

/** Every flag once; of one that commands understand in different ways, each way. */
function allFlags(commands: readonly CommandModel[]): readonly FlagModel[] {
  return [...new Map(commands.flatMap(({ flags }) => flags).map((flag) => [keyOf(flag), flag])).values()];
}

function keyOf({ name, values }: FlagModel): string {
  return [name, ...values].join(' ');
}

/** Every flag once, with all values that it has in any command. */
function flagsByName(commands: readonly CommandModel[]): readonly FlagModel[] {
  const byName = Map.groupBy(allFlags(commands), ({ name }) => name);
  return [...byName.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ ...first, values: [...new Set([first, ...others].flatMap(({ values }) => values))] }]));
}

function bashScript(commands: readonly CommandModel[]): string {
  const flags = flagsByName(commands);
  const choices = flags.filter(({ values }) => values.length > 0).map(({ name, values }) => `    --${name}) COMPREPLY=($(compgen -W ${shellWord(values.join(' '))} -- "$cur")); return ;;`);
  const valued = (completes: FlagModel['completes']): string => flags.filter((flag) => flag.value !== undefined && flag.values.length === 0 && flag.completes === completes).map(({ name }) => `--${name}`).join('|');
  const cases = commands.map(({ name, flags: own, words }) => `    ${name}) flags=${shellWord(own.map((flag) => `--${flag.name}`).join(' '))} words=${shellWord(words.join(' '))} ;;`);
  return `# bash completion for nix-feature; put it into /etc/bash_completion.d, or: source <(nix-feature completion bash)
_nix_feature() {
  local cur=\${COMP_WORDS[COMP_CWORD]} flag='' command='' word flags='' words=''
  COMPREPLY=()
  # bash splits --flag=value at the sign.
  if [[ $cur == = ]]; then
    flag=\${COMP_WORDS[COMP_CWORD - 1]} cur=''
  elif ((COMP_CWORD > 1)); then
    flag=\${COMP_WORDS[COMP_CWORD - 1]}
    [[ $flag != = ]] || flag=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $flag in
${choices.join('\n')}
    ${valued('folder')}) COMPREPLY=($(compgen -d -- "$cur")); compopt -o filenames 2> /dev/null; return ;;
    ${valued('file')}) COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2> /dev/null; return ;;
    ${valued('nothing')}) return ;;
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${commands.map(({ name }) => name).join('|')}) command=$word; break ;;
    esac
  done
  case $command in
    '') flags='--help --version' words=${shellWord(commands.map(({ name }) => name).join(' '))} ;;
${cases.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
    compopt -o filenames 2> /dev/null
  fi
}
complete -F _nix_feature nix-feature
`;
}

/** Colons and brackets end a part of what zsh's _arguments reads. */
function part(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, (sign) => `\\${sign}`);
}

function zshAction({ values, completes }: FlagModel): string {
  return values.length > 0 ? `(${values.join(' ')})` : { folder: '_files -/', file: '_files', nothing: ' ' }[completes];
}

function zshFlag(flag: FlagModel): string {
  const { name, value } = flag;
  return shellWord(`*--${name}${value === undefined ? '' : '='}[${part(describe(flag))}]${value === undefined ? '' : `:${part(value)}:${zshAction(flag)}`}`);
}

function zshScript(commands: readonly CommandModel[]): string {
  const cases = commands.map(({ name, flags, words }) => `    ${name})
      _arguments ${[...flags.map(zshFlag), shellWord(words.length > 0 ? `*:word:(${words.join(' ')})` : '*:file:_files')].join(' \\\n        ')} ;;`);
  return `#compdef nix-feature
# zsh completion for nix-feature: a file of this content, named _nix-feature, in a folder of fpath.
_nix-feature() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${shellWord(`${part(name)}:${summary}`)}`).join('\n')}
  )
  if ((CURRENT == 2)); then
    if [[ $PREFIX == -* ]]; then _arguments '--help[Print the help]' '--version[Print the version]'; else _describe -t commands command commands; fi
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _nix-feature ]]; then _nix-feature "$@"; else compdef _nix-feature nix-feature; fi
`;
}

function fishScript(commands: readonly CommandModel[]): string {
  const lines = allFlags(commands).map((flag) => {
    const { name, value, values, completes } = flag;
    const takers = commands.filter(({ flags }) => flags.some((each) => keyOf(each) === keyOf(flag))).map((command) => command.name);
    const taking = value === undefined ? [] : ['-r', ...(completes === 'nothing' ? ['-f'] : []), ...(values.length > 0 ? [`-a ${shellWord(values.join(' '))}`] : []), ...(completes === 'folder' ? ["-f -a '(__fish_complete_directories)'"] : [])];
    return ['complete -c nix-feature', `-n ${shellWord(`__fish_seen_subcommand_from ${takers.join(' ')}`)}`, `-l ${name}`, ...taking, `-d ${shellWord(describe(flag))}`].join(' ');
  });
  const words = commands.filter((command) => command.words.length > 0).map((command) => `complete -c nix-feature -f -n ${shellWord(`__fish_seen_subcommand_from ${command.name}`)} -a ${shellWord(command.words.join(' '))}`);
  return `# fish completion for nix-feature: a file of this content, named nix-feature.fish, in ~/.config/fish/completions.
${commands.map(({ name, summary }) => `complete -c nix-feature -f -n __fish_use_subcommand -a ${name} -d ${shellWord(summary)}`).join('\n')}
complete -c nix-feature -n __fish_use_subcommand -l help -d 'Print the help'
complete -c nix-feature -n __fish_use_subcommand -l version -d 'Print the version'
${[...lines, ...words].join('\n')}
`;
}
