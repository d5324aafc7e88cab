# docs/team/options.md: every option of our modules, of the modules themselves.
{ lib }:
let
  optionsOf = modules: builtins.filter (option: option.visible or true != false && !(option.internal or false) && builtins.head option.loc != "_module")
    (lib.optionAttrSetToDocList (lib.evalModules { modules = modules ++ [ { _module.check = false; _module.args.pkgs = throw "the reference needs no packages"; } ]; }).options);

  text = value: if builtins.isAttrs value && value ? text then value.text else lib.generators.toPretty { } value;
  # In one line if it is short.
  code = value:
    let lines = text value; short = builtins.replaceStrings [ "\n" "  " ] [ " " "" ] lines;
    in if builtins.match ".*\n.*" lines == null then " `${lines}`" else if builtins.stringLength short <= 100 then " `${short}`" else "\n\n  ```nix\n${indented lines}\n  ```";
  indented = lines: "  " + builtins.replaceStrings [ "\n" ] [ "\n  " ] lines;

  entry = option: ''
    ### `${option.name}`

    ${option.description}

    - Type: ${option.type}
    ${lib.optionalString (option ? default) "- Default:${code option.default}\n"}${lib.optionalString (option ? example) "- Example:${code option.example}\n"}
  '';
  section = title: module: ''
    ## ${title}

    ${lib.concatMapStringsSep "" entry (optionsOf [ module ])}'';
  MODULES = {
    "homeModules.claude-code" = (import ../modules/home).claude-code;
    "homeModules.opencode" = (import ../modules/home).opencode;
    "nixosModules.runner" = (import ../modules/nixos).runner;
    "nixosModules.builder" = (import ../modules/nixos).builder;
    "nixosModules.wsl-common" = (import ../modules/nixos).wsl-common;
    "nixosModules.wsl-tarball-checks" = (import ../modules/nixos).wsl-tarball-checks;
    "nixosModules.wsl-cuda" = (import ../modules/nixos).wsl-cuda;
  };
  all = lib.concatMap optionsOf (map lib.toList (lib.attrValues MODULES));
in
{
  optionNames = lib.unique (map (option: option.name) all);
  # Each option says what it is, and shows how it is set.
  optionsWithoutWords = map (option: option.name) (builtins.filter (option: (option.description or null) == null || !(option ? example)) all);
  optionsReference = lib.removeSuffix "\n" ''
    <!-- Written by scripts/team-options.ts from the modules. Change those. -->
    # Options of the modules

    This page lists the options that this project adds. The manuals of Home Manager and NixOS describe all others. An option that
    two modules share is listed under both.

    ${lib.concatStringsSep "\n" (lib.mapAttrsToList section MODULES)}'';
}
