import { nixString } from './flake-text.ts';
import type { OutputChoice } from './split-choice.ts';

/** What Nix answers about a value of a flake; without outputs where only a build, or a dry run of one, would tell. */
export interface Answer {
  readonly outputs?: Readonly<Record<string, string>>;
  /** The names of what an environment was put together from; absent if it does not say. */
  readonly parts?: readonly string[];
}

/**
 * A function of a choice of outputs (null: none was made) and of a value. It answers for derivations whose outputs are
 * attributes of theirs, as all are, except odd ones made by hand.
 *
 * Which outputs are taken by themselves is as in Nix's installable-flake.cc: those of an output that was picked by
 * attribute, else `meta.outputsToInstall`, else `out`. Nix 2.8 would take the one that the attribute stands for; it is told.
 */
const ANSWER = `choice: value: let
  has = name: builtins.isAttrs value && builtins.hasAttr name value;
  isDerivation = has "type" && value.type == "derivation" && has "drvPath";
  own = if has "outputName" then [ value.outputName ] else [ ];
  wanted = value.meta.outputsToInstall or [ ];
  orOut = names: if names == [ ] then [ "out" ] else names;
  default = if has "outputSpecified" then orOut (if value.outputSpecified then own else [ ]) else orOut wanted;
  names = if choice == null then default else if choice == "*" then value.outputs or [ ] else choice;
  output = name: builtins.getAttr name value;
  first = name: if builtins.match "/.*" name == null then name else builtins.substring 33 (-1) (baseNameOf name);
  nameOf = part: let tried = builtins.tryEval (if builtins.isAttrs part then part.name or null else if builtins.isString part || builtins.isPath part then first (toString part) else null); in
    if tried.success && builtins.isString tried.value then [ (builtins.unsafeDiscardStringContext tried.value) ] else [ ];
  others = part: let tried = builtins.tryEval (if builtins.isAttrs part then part.propagatedUserEnvPkgs or [ ] else [ ]); in if tried.success && builtins.isList tried.value then tried.value else [ ];
  isEnvironment = has "paths" && builtins.isList value.paths && builtins.length value.paths < 500;
  parts = if isEnvironment then { parts = builtins.concatMap (part: builtins.concatMap nameOf ([ part ] ++ others part)) value.paths; } else { };
  isKnown = name: has name && builtins.isAttrs (output name) && output name ? outPath && (output name).drvPath or null == value.drvPath;
in
  if isDerivation && names != [ ] && builtins.all isKnown names
  then { outputs = builtins.listToAttrs (map (name: { inherit name; value = toString (output name).outPath; }) names); } // parts
  else { }`;

/** Returns a function of the value of an attribute, for `nix eval --apply`. */
export function answerFunction(choice: OutputChoice): string {
  return `(${ANSWER}) (${choiceText(choice)})`;
}

function choiceText(choice: OutputChoice): string {
  if (choice === undefined) return 'null';
  return choice === '*' ? '"*"' : `[ ${choice.map(nixString).join(' ')} ]`;
}

/**
 * An expression that asks many flakes, for `nix eval --expr`. Take its attribute `answers`, so that Nix calls it with
 * the arguments: `mark`, and `part…` with lists of flakes and questions as JSON (see evaluate-together.ts). What it is
 * asked is data, never code.
 *
 * It says each answer as soon as it has it, as a trace with the mark before it: an error that Nix can't catch, and most
 * are of that kind, ends the process, and what was found out until then must not be lost. Nothing of a flake is kept,
 * so its memory can be used for the next one.
 */
export const ANSWERS = `{ ... }@arguments: {
  answers = let
    answer = ${ANSWER};
    parts = builtins.filter (name: builtins.substring 0 4 name == "part") (builtins.attrNames arguments);
    flakes = builtins.concatLists (map (name: builtins.fromJSON (builtins.getAttr name arguments)) parts);
    find = builtins.foldl' (found: name:
      if found != null && builtins.isAttrs found.it && builtins.hasAttr name found.it
      then { it = builtins.getAttr name found.it; }
      else null);
    first = outputs: paths:
      if paths == [ ] then { }
      else let found = find { it = outputs; } (builtins.head paths);
      in if found == null then first outputs (builtins.tail paths) else found;
    ask = outputs: { id, choice, paths }: let found = first outputs paths;
      in builtins.trace (arguments.mark + builtins.toJSON ({ inherit id; } // (if found ? it then answer choice found.it else { })));
    all = builtins.foldl' (done: { reference, questions }: let inherit (builtins.getFlake reference) outputs;
      in builtins.foldl' (before: question: ask outputs question before) done questions);
  in all true flakes;
}`;
