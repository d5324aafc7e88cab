# What makes store paths of others: stdenv in small, and nixpkgs' "trivial builders".
{ lib, system, pkgs }:
let
  # These need no more than the builder's /bin/sh and coreutils.
  sh = { name, script, meta ? { }, passthru ? { }, attributes ? { } }:
    derivation ({
      inherit name system;
      builder = "/bin/sh";
      args = [ "-euc" script ];
      PATH = "/usr/bin:/bin";
      LC_ALL = "C";
    } // attributes) // passthru // { meta = { inherit name; outputsToInstall = [ "out" ]; } // meta; };

  # Like nixpkgs' own, it keeps its inputs as one text. Where two packages have a file, the first one's is taken.
  buildEnv = { name, paths, pathsToLink ? [ "/" ], extraPrefix ? "", postBuild ? "", ignoreCollisions ? true, meta ? { }, passthru ? { } }:
    sh {
      inherit name meta;
      passthru = passthru // { inherit paths; };
      attributes = { pkgs = lib.concatMapStringsSep " " toString (lib.flatten paths); pathsToLink = lib.concatStringsSep " " pathsToLink; inherit extraPrefix; };
      script = ''
        mkdir -p "$out$extraPrefix"
        for package in $pkgs; do
          for folder in $pathsToLink; do
            [ -d "$package$folder" ] || continue
            mkdir -p "$out$extraPrefix$folder"
            cp -rsn "$package$folder/." "$out$extraPrefix$folder/" 2>/dev/null || :
          done
        done
        find "$out" -type d -exec chmod u+w {} +
        ${postBuild}
      '';
    };

  writeTextFile = { name, text, executable ? false, destination ? "", meta ? { }, passthru ? { } }:
    sh {
      inherit name meta passthru;
      attributes = { inherit text; passAsFile = [ "text" ]; };
      script = ''
        target=$out${lib.escapeShellArg destination}
        mkdir -p "$(dirname "$target")"
        cp "$textPath" "$target"
        ${lib.optionalString executable ''chmod +x "$target"''}
      '';
    };

  shell = "${pkgs.bash}/bin/bash";
  inheritedFrom = names: packages: lib.genAttrs names (name: lib.concatMap (package: package.${name} or [ ]) packages);
  INPUTS = [ "buildInputs" "nativeBuildInputs" "propagatedBuildInputs" "propagatedNativeBuildInputs" ];

  # A compiler that compiles nothing. It is there to be told from what is shipped.
  gcc = sh {
    name = "gcc-wrapper-14.2.0";
    meta = { description = "Stand-in for a compiler"; license = lib.licenses.gpl3Plus; mainProgram = "gcc"; };
    passthru = { pname = "gcc-wrapper"; version = "14.2.0"; };
    script = ''mkdir -p $out/bin; for program in cc gcc; do printf '#!/bin/sh\necho "no compiler: $*"\n' > $out/bin/$program; chmod +x $out/bin/$program; done'';
  };

  makeStdenv = cc:
    let
      initialPath = [ pkgs.coreutils ];
      stdenv = sh {
        name = "stdenv-linux";
        attributes = { inherit shell; initialPath = toString initialPath; defaultNativeBuildInputs = toString (lib.optional (cc != null) cc); setup = ./setup.sh; };
        script = ''
          mkdir $out
          { printf 'export SHELL=%s\ninitialPath="%s"\ndefaultNativeBuildInputs="%s"\n' "$shell" "$initialPath" "$defaultNativeBuildInputs"; cat "$setup"; } > $out/setup
        '';
        passthru = {
          inherit cc shell initialPath mkDerivation;
          hostPlatform = { inherit system; isLinux = true; isDarwin = false; isx86_64 = system == "x86_64-linux"; isAarch64 = system == "aarch64-linux"; };
          buildPlatform = stdenv.hostPlatform;
          inherit (stdenv.hostPlatform) isLinux isDarwin;
        };
      };
      mkDerivation = arguments:
        let
          given = if lib.isFunction arguments then lib.fix arguments else arguments;
          name = given.name or "${given.pname}-${given.version}";
          package = builtins.derivation (lib.genAttrs INPUTS (_: [ ]) // builtins.removeAttrs given [ "meta" "passthru" "pkgs" "env" ] // given.env or { } // {
            inherit name system stdenv;
            builder = shell;
            args = given.args or [ "-e" ./builder.sh ];
          });
        in package // {
          pname = given.pname or (builtins.parseDrvName name).name;
          version = given.version or (builtins.parseDrvName name).version;
          inherit stdenv;
          overrideAttrs = f: mkDerivation (given // (if lib.isFunction (f given) then f given given else f given));
          passthru = given.passthru or { };
          meta = { inherit name; outputsToInstall = [ "out" ]; available = true; position = "${toString ./builders.nix}:1"; } // given.meta or { };
        } // given.passthru or { };
    in stdenv;

  mkShellWith = stdenv: { name ? "nix-shell", packages ? [ ], inputsFrom ? [ ], shellHook ? "", ... }@arguments:
    let own = lib.genAttrs INPUTS (input: arguments.${input} or [ ] ++ lib.optionals (input == "nativeBuildInputs") packages ++ lib.filter (package: !lib.elem package inputsFrom) (inheritedFrom INPUTS inputsFrom).${input});
    in stdenv.mkDerivation (builtins.removeAttrs arguments [ "packages" "inputsFrom" ] // own // {
      inherit name;
      shellHook = lib.concatStringsSep "\n" (lib.filter (text: text != "") (map (package: package.shellHook or "") inputsFrom ++ [ shellHook ]));
      phases = [ "buildPhase" ];
      buildPhase = ''
        { echo "------------------------------------------------------------"; echo " WARNING: the existence of this path is not guaranteed."; echo "------------------------------------------------------------"; export; } >> "$out"
      '';
      preferLocalBuild = true;
    });
in rec {
  inherit buildEnv writeTextFile gcc;
  stdenv = makeStdenv pkgs.gcc;
  stdenvNoCC = makeStdenv null;
  mkShell = mkShellWith pkgs.stdenv;
  mkShellNoCC = mkShellWith pkgs.stdenvNoCC;

  runCommand = name: { meta ? { }, passthru ? { }, ... }@attributes: script:
    sh { inherit name script meta passthru; attributes = builtins.removeAttrs attributes [ "meta" "passthru" ]; };
  runCommandLocal = runCommand;
  symlinkJoin = { name, paths, ... }@arguments: buildEnv ({ inherit name paths; } // builtins.intersectAttrs { postBuild = 1; meta = 1; passthru = 1; } arguments);

  writeText = name: text: writeTextFile { inherit name text; };
  writeTextDir = path: text: writeTextFile { name = baseNameOf path; inherit text; destination = "/${path}"; };
  writeScript = name: text: writeTextFile { inherit name text; executable = true; };
  writeScriptBin = name: text: writeTextFile { inherit name text; executable = true; destination = "/bin/${name}"; meta.mainProgram = name; };
  writeShellScript = name: text: writeScript name "#!${shell}\n${text}\n";
  writeShellScriptBin = name: text: writeScriptBin name "#!${shell}\n${text}\n";
  writeShellApplication = { name, text, runtimeInputs ? [ ], meta ? { } }:
    writeTextFile {
      inherit name;
      executable = true;
      destination = "/bin/${name}";
      meta = { mainProgram = name; } // meta;
      text = ''
        #!${shell}
        set -o errexit
        set -o nounset
        set -o pipefail
        ${lib.optionalString (runtimeInputs != [ ]) ''export PATH="${lib.makeBinPath runtimeInputs}:$PATH"''}

        ${text}
      '';
    };

  formats.json = { }: {
    type = let json = lib.types.nullOr (lib.types.oneOf [ lib.types.bool lib.types.int lib.types.float lib.types.str lib.types.path (lib.types.attrsOf json) (lib.types.listOf json) ]) // { description = "JSON value"; }; in json;
    generate = name: value: writeText name (builtins.toJSON value);
  };
}
