# The types of options: as many as the tests use, each with the words that nixpkgs has for it.
{ lib }:
let
  inherit (builtins) all concatMap concatStringsSep elem foldl' head isAttrs isBool isFloat isFunction isInt isList isPath isString length mapAttrs match toJSON;
  inherit (lib) evalModules filterAttrs mergeDefinitions mkOptionType showOption zipAttrsWith;

  mergeOne = loc: definitions:
    if length definitions == 1 then (head definitions).value
    else throw "The option `${showOption loc}' is defined multiple times while it's expected to be unique.";
  mergeEqual = loc: definitions: foldl' (first: each:
    if each.value == first then first else throw "The option `${showOption loc}' has conflicting definition values:\n- In `${(head definitions).file}'\n- In `${each.file}'") (head definitions).value definitions;

  base = { check = _: true; merge = mergeEqual; getSubOptions = _: { }; descriptionClass = "noun"; };
  type = name: description: check: base // { _type = "option-type"; inherit name description check; };
  in' = classes: each: if elem (each.descriptionClass or null) classes then each.description else "(${each.description})";
  isPackage = value: isAttrs value && value.type or null == "derivation";

  mergeAnything = loc: definitions:
    if all (each: isAttrs each.value && !isPackage each.value) definitions then mapAttrs (_: each: each.value) (filterAttrs (_: each: each.isDefined) (zipAttrsWith (name: values: mergeDefinitions (loc ++ [ name ]) types.anything values) (map (each: mapAttrs (_: value: { inherit (each) file; inherit value; }) each.value) definitions)))
    else if all (each: isList each.value) definitions && length definitions > 1 then concatMap (each: each.value) definitions
    else if length definitions == 1 then (head definitions).value
    else mergeEqual loc definitions;

  types = rec {
    raw = type "raw" "raw value" (_: true) // { merge = mergeOne; };
    unspecified = type "unspecified" "unspecified value" (_: true) // { merge = mergeAnything; };
    anything = type "anything" "anything" (_: true) // { merge = mergeAnything; };
    bool = type "bool" "boolean" isBool;
    int = type "int" "signed integer" isInt;
    float = type "float" "floating point number" isFloat;
    ints = {
      positive = type "positiveInt" "positive integer, meaning >0" (value: isInt value && value > 0) // { descriptionClass = "nonRestrictiveClause"; };
      unsigned = type "unsignedInt" "unsigned integer, meaning >=0" (value: isInt value && value >= 0) // { descriptionClass = "nonRestrictiveClause"; };
      between = low: high: type "intBetween" "integer between ${toString low} and ${toString high} (both inclusive)" (value: isInt value && value >= low && value <= high);
    };
    port = type "unsignedInt16" "16 bit unsigned integer; between 0 and 65535 (both inclusive)" (value: isInt value && value >= 0 && value < 65536);
    str = type "str" "string" isString;
    nonEmptyStr = type "nonEmptyStr" "non-empty string" (value: isString value && match "[ \t\n]*" value == null);
    singleLineStr = type "singleLineStr" "(optionally newline-terminated) single-line string" (value: isString value && match "[^\n\r]*\n?" value != null);
    strMatching = pattern: type "strMatching ${toJSON pattern}" "string matching the pattern ${pattern}" (value: isString value && match pattern value != null);
    separatedString = separator: type "separatedString" "strings concatenated with ${toJSON separator}" isString // { merge = _: definitions: concatStringsSep separator (map (each: each.value) definitions); };
    lines = separatedString "\n";
    commas = separatedString ",";
    path = type "path" "absolute path" (value: (isPath value || isString value || value ? outPath) && builtins.substring 0 1 (toString value) == "/");
    package = type "package" "package" (value: isPackage value || isString value && match "/nix/store/.*" value != null) // { merge = mergeOne; };
    attrs = type "attrs" "attribute set" isAttrs // { merge = _: foldl' (all: each: all // each.value) { }; };
    functionTo = result: type "functionTo" "function that evaluates to a(n) ${in' [ "noun" "composite" ] result}" isFunction // { merge = mergeOne; };
    addCheck = of: check: of // { check = value: of.check value && check value; };

    enum = values: type "enum" (if length values == 1 then "value ${toJSON (head values)} (singular enum)" else "one of ${lib.concatMapStringsSep ", " toJSON values}") (value: elem value values) // { descriptionClass = if length values < 2 then "noun" else "conjunction"; };
    nullOr = of: type "nullOr" "null or ${in' [ "noun" "conjunction" ] of}" (value: value == null || of.check value) // {
      descriptionClass = "conjunction";
      merge = loc: definitions: if all (each: each.value == null) definitions then null else of.merge loc definitions;
      inherit (of) getSubOptions;
    };
    either = a: b: type "either" (if a.descriptionClass or null == "nonRestrictiveClause" then "${a.description}, or ${in' [ "noun" "conjunction" ] b}" else "${in' [ "noun" "conjunction" ] a} or ${in' [ "noun" "conjunction" "composite" ] b}") (value: a.check value || b.check value) // {
      descriptionClass = "conjunction";
      merge = loc: definitions: if all (each: a.check each.value) definitions then a.merge loc definitions else if all (each: b.check each.value) definitions then b.merge loc definitions else mergeEqual loc definitions;
      getSubOptions = prefix: a.getSubOptions prefix // b.getSubOptions prefix;
    };
    oneOf = list: foldl' either (head list) (builtins.tail list);
    coercedTo = from: coerce: to: to // {
      description = "${in' [ "noun" ] to} or ${in' [ "noun" ] from} convertible to it";
      check = value: from.check value || to.check value;
      merge = loc: definitions: to.merge loc (map (each: each // { value = if to.check each.value then each.value else coerce each.value; }) definitions);
    };

    listOf = of: type "listOf" "list of ${in' [ "noun" "composite" ] of}" isList // {
      descriptionClass = "composite";
      merge = loc: definitions: map (each: each.value) (lib.filter (each: each.isDefined) (concatMap (definition: lib.imap0 (index: value: mergeDefinitions (loc ++ [ "[definition ${toString index}]" ]) of [ { inherit (definition) file; inherit value; } ]) definition.value) definitions));
      getSubOptions = prefix: of.getSubOptions (prefix ++ [ "*" ]);
    };
    nonEmptyListOf = of: addCheck (listOf of) (value: value != [ ]) // { description = "non-empty ${(listOf of).description}"; };
    attrsOf = of: type "attrsOf" "attribute set of ${in' [ "noun" "composite" ] of}" isAttrs // {
      descriptionClass = "composite";
      merge = loc: definitions: mapAttrs (_: each: each.value) (filterAttrs (_: each: each.isDefined) (zipped loc of definitions));
      getSubOptions = prefix: of.getSubOptions (prefix ++ [ "<name>" ]);
    };
    lazyAttrsOf = of: attrsOf of // {
      name = "lazyAttrsOf";
      description = "lazy attribute set of ${in' [ "noun" "composite" ] of}";
      merge = loc: definitions: mapAttrs (_: each: each.value) (zipped loc of definitions);
    };

    submodule = modules: submoduleWith { modules = lib.toList modules; shorthandOnlyDefinesConfig = true; };
    submoduleWith = { modules, specialArgs ? { }, shorthandOnlyDefinesConfig ? false, description ? "submodule", class ? null }:
      let evaluate = loc: more: evalModules { inherit specialArgs; prefix = loc; modules = [ { _module.args.name = lib.mkDefault (if loc == [ ] then "" else lib.last loc); } ] ++ modules ++ more; };
        freeformType = (evaluate [ ] [ ]).freeformType;
      in type "submodule" (if freeformType == null then description else "open ${description} of ${in' [ "noun" "composite" ] freeformType}") (value: isAttrs value || isFunction value || isPath value) // {
        descriptionClass = null;
        merge = loc: definitions: builtins.removeAttrs (evaluate loc (map (each:
          if isAttrs each.value && shorthandOnlyDefinesConfig then { _file = each.file; config = each.value; } else { _file = each.file; imports = [ each.value ]; }) definitions)).config [ "_module" ];
        getSubOptions = prefix: (evaluate prefix [ ]).options;
      };
  };
  zipped = loc: of: definitions: zipAttrsWith (name: values: mergeDefinitions (loc ++ [ name ]) of values) (map (each: mapAttrs (_: value: { inherit (each) file; inherit value; }) each.value) definitions);
in types
