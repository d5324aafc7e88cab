# A module system in small: what nixpkgs' `evalModules` answers, for the modules that the tests give it. docs/status.md
# says what it leaves out.
{ lib, types }:
let
  inherit (builtins) attrNames concatMap elem filter foldl' functionArgs genericClosure head isAttrs isBool isFunction isPath isString length listToAttrs mapAttrs removeAttrs sort tail;

  isOption = value: isAttrs value && value._type or "" == "option";
  isType = type: value: isAttrs value && value._type or "" == type;
  showOption = lib.concatMapStringsSep "." (part: if builtins.match "[a-zA-Z_<*][a-zA-Z0-9_'>*-]*" part != null then part else ''"${part}"'');
  zip = sets: lib.genAttrs (lib.unique (concatMap attrNames sets)) (name: concatMap (set: if set ? ${name} then [ set.${name} ] else [ ]) sets);

  # What `mkIf` and its relatives say of a set is said of each of its attributes.
  pushDown = set:
    if isType "merge" set then concatMap pushDown set.contents
    else if isType "if" set then map (mapAttrs (_: mkIf set.condition)) (pushDown set.content)
    else if isType "override" set then map (mapAttrs (_: mkOverride set.priority)) (pushDown set.content)
    else [ set ];

  discharge = definition: let inherit (definition) value; in
    if isType "merge" value then concatMap (each: discharge (definition // { value = each; })) value.contents
    else if isType "if" value then (if value.condition then discharge (definition // { value = value.content; }) else [ ])
    else if isType "override" value then map (each: each // { inherit (value) priority; }) (discharge (definition // { value = value.content; }))
    else if isType "order" value then map (each: each // { order = value.priority; }) (discharge (definition // { value = value.content; }))
    else [ definition ];

  mkIf = condition: content: { _type = "if"; inherit condition content; };
  mkMerge = contents: { _type = "merge"; inherit contents; };
  mkOverride = priority: content: { _type = "override"; inherit priority content; };
  mkOrder = priority: content: { _type = "order"; inherit priority content; };

  # The value that definitions make of an option: only those of the first priority count.
  mergeDefinitions = loc: type: definitions:
    let
      all = concatMap discharge definitions;
      first = foldl' (least: each: if each.priority or 100 < least then each.priority or 100 else least) 9999 all;
      counting = sort (a: b: a.order or 1000 < b.order or 1000) (filter (each: each.priority or 100 == first) all);
      wrong = filter (each: !(type.check each.value)) counting;
      shown = each: if isFunction each.value then "<function>" else builtins.toJSON each.value;
    in rec {
      isDefined = counting != [ ];
      value =
        if !isDefined then throw "The option `${showOption loc}' was accessed but has no value defined. Try setting the option."
        else if wrong != [ ] then throw "A definition for option `${showOption loc}' is not of type `${type.description}'. Definition values:\n- In `${(head wrong).file}': ${shown (head wrong)}"
        else type.merge loc counting;
      definitionsWithPriority = counting;
    };

  evalOption = loc: declarations: definitions:
    let
      option = foldl' (all: each: all // each.value) { } declarations;
      type = option.type or types.unspecified;
      default = if option ? default then [ { file = "the option's default"; value = mkOverride 1500 option.default; } ] else [ ];
      merged = mergeDefinitions loc type (definitions ++ default);
      value = if option.readOnly or false && length definitions > 1 then throw "The option `${showOption loc}' is read-only, but it's set multiple times." else merged.value;
    in
      if length declarations > 1 then throw "The option `${showOption loc}' in `${(head declarations).file}' is already declared in `${(head (tail declarations)).file}'."
      else option // {
        inherit loc type;
        inherit (merged) isDefined;
        value = (option.apply or (x: x)) value;
        definitions = map (each: each.value) merged.definitionsWithPriority;
        declarations = map (each: each.file) declarations;
      };

  # Options and definitions that are at one place of the tree.
  mergeModules = loc: modules:
    let
      declared = zip (map (module: mapAttrs (_: value: { inherit (module) file; inherit value; }) module.options) modules);
      defined = zip (concatMap (module: map (mapAttrs (_: value: { inherit (module) file; inherit value; })) (pushDown module.config)) modules);
      at = mapAttrs (name: declarations:
        if isOption (head declarations).value then { option = evalOption (loc ++ [ name ]) declarations (defined.${name} or [ ]); }
        else mergeModules (loc ++ [ name ]) (map (each: { inherit (each) file; options = each.value; config = { }; }) declarations
          ++ map (each: { inherit (each) file; options = { }; config = each.value; }) (defined.${name} or [ ]))) declared;
    in {
      config = mapAttrs (_: each: if each ? option then each.option.value else each.config) at;
      options = mapAttrs (_: each: each.option or each.options) at;
      # Definitions of what no option declares: `[{ path, file, value }]`.
      unmatched = concatMap (name: if at ? ${name} then [ ] else map (each: each // { path = [ name ]; }) defined.${name}) (attrNames defined)
        ++ concatMap (name: map (each: each // { path = [ name ] ++ each.path; }) (at.${name}.unmatched or [ ])) (attrNames at);
    };

  KEYS = [ "_class" "_file" "key" "disabledModules" "imports" "options" "config" "meta" "freeformType" ];

  # Every module with what it imports, as a tree.
  load = arguments: parent: index: given:
    let
      file = if isPath given || isString given then toString given else parent.file;
      function = if isPath given || isString given then import given else given;
      raw = if isFunction function then function (arguments // mapAttrs (name: _: arguments.${name} or arguments.config._module.args.${name}) (functionArgs function)) else function;
      explicit = raw ? options || raw ? config;
      stray = attrNames (removeAttrs raw KEYS);
      freeform = if raw ? freeformType then { _module.freeformType = raw.freeformType; } else { };
      node = {
        key = if isPath given || isString given then toString given else raw.key or "${parent.key}:anon-${toString index}";
        file = raw._file or file;
        options = raw.options or { };
        config = if explicit
          then (if stray != [ ] then throw "Module `${node.file}' has an unsupported attribute `${head stray}'." else mkMerge [ (raw.config or { }) freeform ])
          else mkMerge [ (removeAttrs raw KEYS) freeform ];
        disabled = raw.disabledModules or [ ];
        children = lib.imap0 (load arguments node) (raw.imports or [ ]);
      };
    in node;

  evalModules = { modules, specialArgs ? { }, prefix ? [ ], class ? null, check ? true }:
    let
      arguments = { inherit lib; inherit (result) config options; } // specialArgs;
      own = {
        key = "the module system";
        options._module = {
          args = lib.mkOption { type = types.lazyAttrsOf types.raw; default = { }; internal = true; };
          check = lib.mkOption { type = types.bool; default = true; internal = true; };
          freeformType = lib.mkOption { type = types.nullOr types.raw; default = null; internal = true; };
        };
        config._module = { check = mkOverride 1000 check; };
      };
      roots = lib.imap0 (load arguments { key = "root"; file = "<unknown-file>"; }) ([ own ] ++ modules);
      everything = list: concatMap (node: [ node ] ++ everything node.children) list;
      keyOf = each: if isAttrs each then each.key else if builtins.substring 0 1 (toString each) == "/" then toString each else "${toString (specialArgs.modulesPath or "")}/${each}";
      disabled = concatMap (node: map keyOf node.disabled) (everything roots);
      enabled = list: concatMap (node: if elem node.key disabled then [ ] else [ node ] ++ enabled node.children) list;
      once = map (each: each.node) (genericClosure { startSet = map (node: { inherit (node) key; inherit node; }) (enabled roots); operator = _: [ ]; });

      merged = mergeModules prefix once;
      inherit (merged.config._module) freeformType;
      stray = filter (each: head each.path != "_module") merged.unmatched;
      free = freeformType.merge prefix (map (each: { inherit (each) file; value = lib.setAttrByPath each.path each.value; }) stray);
      checked = value: if freeformType == null && merged.config._module.check && stray != [ ]
        then throw "The option `${showOption (prefix ++ (head stray).path)}' does not exist. Definition values:\n- In `${(head stray).file}'"
        else value;
      result = {
        _type = "configuration";
        inherit class freeformType;
        config = checked (if freeformType == null || stray == [ ] then merged.config else lib.recursiveUpdate free merged.config);
        inherit (merged) options;
        extendModules = more: evalModules { modules = modules ++ more.modules or [ ]; specialArgs = specialArgs // more.specialArgs or { }; inherit prefix class check; };
        type = types.submoduleWith { inherit modules specialArgs; };
      };
    in result;

  rendered = value: if isAttrs value && value ? _type then value else { _type = "literalExpression"; text = lib.generators.toPretty { } value; };
in {
  inherit evalModules mergeDefinitions showOption isOption isType mkIf mkMerge mkOverride mkOrder;
  mkForce = mkOverride 50;
  mkDefault = mkOverride 1000;
  mkOptionDefault = mkOverride 1500;
  mkBefore = mkOrder 500;
  mkAfter = mkOrder 1500;

  mkOption = { ... }@fields: { _type = "option"; } // fields;
  mkEnableOption = name: lib.mkOption { type = types.bool; default = false; example = true; description = "Whether to enable ${name}."; };
  mkPackageOption = pkgs: name: { nullable ? false, default ? name, ... }: lib.mkOption ({
    type = if nullable then types.nullOr types.package else types.package;
    description = "The ${name} package to use.";
    defaultText = lib.literalExpression "pkgs.${lib.concatStringsSep "." (lib.toList default)}";
  } // (if default == null then { default = null; } else { default = lib.getAttrFromPath (lib.toList default) pkgs; }));
  literalExpression = text: { _type = "literalExpression"; inherit text; };
  literalMD = text: { _type = "literalMD"; inherit text; };

  # What a reference manual says of options, and of those that are in their submodules.
  optionAttrSetToDocList = options:
    let
      of = option: [ ({
        inherit (option) loc;
        name = showOption option.loc;
        description = option.description or null;
        declarations = filter (each: each != "<unknown-file>") option.declarations;
        internal = option.internal or false;
        visible = option.visible or true;
        readOnly = option.readOnly or false;
        type = option.type.description;
      } // (if option ? example then { example = rendered option.example; } else { })
        // (if option ? defaultText || option ? default then { default = rendered (option.defaultText or option.default); } else { })) ]
        ++ (if option.visible or true == true then walk (option.type.getSubOptions option.loc) else [ ]);
      walk = set: concatMap (name: if name == "_module" then [ ] else if isOption set.${name} then of set.${name} else if isAttrs set.${name} then walk set.${name} else [ ]) (attrNames set);
    in walk options;
}
