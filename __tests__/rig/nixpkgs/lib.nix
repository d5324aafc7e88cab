# What the tests use of nixpkgs' lib.
let
  basics = import ./basics.nix;
  lib = basics // import ./modules.nix { inherit lib; inherit (lib) types; } // {
    types = import ./types.nix { inherit lib; };
    # A NixOS of the options that the tests set, without a system that could be built.
    nixosSystem = { system ? null, modules, specialArgs ? { }, ... }: lib.evalModules {
      specialArgs = { modulesPath = toString ./.; } // specialArgs;
      modules = [ ./nixos.nix ] ++ lib.optional (system != null) { nixpkgs.hostPlatform = lib.mkDefault system; } ++ modules;
    };
  };
in lib
