# What the tests use of nixpkgs' lib, apart from modules and the types of their options.
rec {
  inherit (builtins) attrNames attrValues concatMap concatStringsSep elem filter foldl' hasAttr head isAttrs isFunction isList isString length map mapAttrs;

  version = "26.05-stand-in";

  fix = f: let x = f x; in x;
  extends = overlay: f: final: let prev = f final; in prev // overlay final prev;
  composeExtensions = f: g: final: prev: let first = f final prev; in first // g final (prev // first);
  composeManyExtensions = foldl' composeExtensions (final: prev: { });

  genAttrs = names: f: builtins.listToAttrs (map (name: { inherit name; value = f name; }) names);
  filterAttrs = keep: set: builtins.listToAttrs (concatMap (name: if keep name set.${name} then [ { inherit name; value = set.${name}; } ] else [ ]) (attrNames set));
  mapAttrsToList = f: set: map (name: f name set.${name}) (attrNames set);
  optional = condition: value: if condition then [ value ] else [ ];
  optionals = condition: values: if condition then values else [ ];
  optionalString = condition: text: if condition then text else "";
  optionalAttrs = condition: set: if condition then set else { };
  flatten = value: if isList value then concatMap flatten value else [ value ];
  unique = foldl' (seen: value: if elem value seen then seen else seen ++ [ value ]) [ ];
  concatMapStringsSep = separator: f: values: concatStringsSep separator (map f values);
  escapeShellArg = value: "'" + builtins.replaceStrings [ "'" ] [ "'\\''" ] (toString value) + "'";
  escapeShellArgs = concatMapStringsSep " " escapeShellArg;

  last = list: builtins.elemAt list (length list - 1);
  toList = value: if isList value then value else [ value ];
  remove = value: filter (each: each != value);
  imap0 = f: list: builtins.genList (index: f index (builtins.elemAt list index)) (length list);
  nameValuePair = name: value: { inherit name value; };
  inherit (builtins) listToAttrs removeAttrs;
  mapAttrs' = f: set: builtins.listToAttrs (map (name: f name set.${name}) (attrNames set));
  zipAttrsWith = f: sets: genAttrs (unique (concatMap attrNames sets)) (name: f name (concatMap (set: if set ? ${name} then [ set.${name} ] else [ ]) sets));
  setAttrByPath = path: value: if path == [ ] then value else { ${head path} = setAttrByPath (builtins.tail path) value; };
  getAttrFromPath = path: set: foldl' (at: name: at.${name}) set path;
  recursiveUpdate = a: b: a // mapAttrs (name: value: if isAttrs value && isAttrs (a.${name} or null) && !isDerivation value then recursiveUpdate a.${name} value else value) b;
  isDerivation = value: value.type or null == "derivation";
  any = builtins.any;
  all = builtins.all;
  hasPrefix = prefix: text: builtins.substring 0 (builtins.stringLength prefix) text == prefix;
  hasSuffix = suffix: text: let at = builtins.stringLength text - builtins.stringLength suffix; in at >= 0 && builtins.substring at (-1) text == suffix;
  removePrefix = prefix: text: if hasPrefix prefix text then builtins.substring (builtins.stringLength prefix) (-1) text else text;
  removeSuffix = suffix: text: if hasSuffix suffix text then builtins.substring 0 (builtins.stringLength text - builtins.stringLength suffix) text else text;
  concatLines = concatMapStringsSep "" (line: line + "\n");
  concatMapAttrsStringSep = separator: f: set: concatStringsSep separator (mapAttrsToList f set);
  concatStrings = concatStringsSep "";
  versionAtLeast = version: least: builtins.compareVersions version least >= 0;
  importJSON = path: builtins.fromJSON (builtins.readFile path);
  assertMsg = condition: message: if condition then true else throw message;
  toUpper = builtins.replaceStrings (characters "abcdefghijklmnopqrstuvwxyz") (characters "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  characters = text: builtins.genList (index: builtins.substring index 1 text) (builtins.stringLength text);
  # As a person writes it: what manuals show of values.
  generators.toPretty = { ... }@options: value:
    if isAttrs value then (if isDerivation value then "<derivation ${value.name}>" else if value == { } then "{ }" else "{\n${concatStrings (mapAttrsToList (name: each: "  ${name} = ${builtins.replaceStrings [ "\n" ] [ "\n  " ] (generators.toPretty options each)};\n") value)}}")
    else if isList value then (if value == [ ] then "[ ]" else "[\n${concatStrings (map (each: "  ${builtins.replaceStrings [ "\n" ] [ "\n  " ] (generators.toPretty options each)}\n") value)}]")
    else if isFunction value then "<function>"
    else if isString value then ''"${builtins.replaceStrings [ "\\" "\"" "\n" ] [ "\\\\" "\\\"" "\\n" ] value}"''
    else builtins.toJSON value;

  getOutput = output: package: package.${output} or package.out or package;
  getBin = getOutput "bin";
  getLib = getOutput "lib";
  getDev = getOutput "dev";
  getName = package: package.pname or (builtins.parseDrvName package.name).name;
  getExe = package: "${getBin package}/bin/${package.meta.mainProgram or (getName package)}";
  getExe' = package: program: "${getBin package}/bin/${program}";
  makeSearchPath = folder: packages: concatMapStringsSep ":" (package: "${package}/${folder}") packages;
  makeBinPath = packages: makeSearchPath "bin" (map getBin packages);
  makeLibraryPath = packages: makeSearchPath "lib" (map getLib packages);

  callPackageWith = scope: f: arguments:
    let function = if isFunction f then f else import f;
    in makeOverridable function (builtins.intersectAttrs (builtins.functionArgs function) scope // arguments);
  makeOverridable = f: arguments:
    let result = f arguments;
    in if isAttrs result then result // { override = changes: makeOverridable f (arguments // (if isFunction changes then changes arguments else changes)); } else result;

  systems.flakeExposed = [ "x86_64-linux" "aarch64-linux" ];
  platforms.linux = systems.flakeExposed;
  maintainers.somebody = { name = "Some Body"; email = "somebody@example.org"; github = "somebody"; };
  licenses = mapAttrs (shortName: fields: { inherit shortName; free = true; deprecated = false; redistributable = true; } // fields) {
    asl20 = { spdxId = "Apache-2.0"; fullName = "Apache License 2.0"; };
    bsd2 = { spdxId = "BSD-2-Clause"; fullName = "BSD 2-clause \"Simplified\" License"; };
    bsd3 = { spdxId = "BSD-3-Clause"; fullName = "BSD 3-clause \"New\" or \"Revised\" License"; };
    bsdOriginal = { spdxId = "BSD-4-Clause"; fullName = "BSD 4-clause \"Original\" or \"Old\" License"; };
    curl = { spdxId = "curl"; fullName = "curl License"; };
    gpl2Plus = { spdxId = "GPL-2.0-or-later"; fullName = "GNU General Public License v2.0 or later"; };
    gpl3Plus = { spdxId = "GPL-3.0-or-later"; fullName = "GNU General Public License v3.0 or later"; };
    lgpl21Plus = { spdxId = "LGPL-2.1-or-later"; fullName = "GNU Lesser General Public License v2.1 or later"; };
    mit = { spdxId = "MIT"; fullName = "MIT License"; };
    publicDomain = { fullName = "Public Domain"; };
    unfree = { fullName = "Unfree"; free = false; redistributable = false; };
    unlicense = { spdxId = "Unlicense"; fullName = "The Unlicense"; };
    zlib = { spdxId = "Zlib"; fullName = "zlib License"; };
  };
}
