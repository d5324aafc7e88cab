# What the tests use of nixpkgs' lib: their own, or a real one that is in a folder beside this file.
let
  basics = import ./basics.nix;
  own = basics // import ./modules.nix { inherit lib; inherit (lib) types; } // { types = import ./types.nix { inherit lib; }; };
  lib = (if builtins.pathExists ./lib then import ./lib // { inherit (basics) maintainers; } else own) // {
    # A NixOS of the options that the tests set, without a system that could be built.
    nixosSystem = { system ? null, modules, specialArgs ? { }, ... }: lib.evalModules {
      specialArgs = { modulesPath = toString ./.; } // specialArgs;
      modules = [ ./nixos.nix ] ++ lib.optional (system != null) { nixpkgs.hostPlatform = lib.mkDefault system; _module.args.pkgs = lib.mkDefault (import ./. { inherit system; }); } ++ modules;
    };
  };
in lib
