# A stand-in for Home Manager: its options that the tests set, in its own folders, and the environment that comes of them.
# docs/status.md says what it leaves out.
{
  description = "a stand-in for Home Manager";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs";

  outputs =
    { self, nixpkgs }:
    {
      lib.homeManagerConfiguration = { pkgs, modules, lib ? pkgs.lib, extraSpecialArgs ? { } }:
        let
          home = lib.evalModules {
            modules = [ ./modules/home.nix ./modules/programs/mcp.nix ./modules/programs/claude-code ./modules/programs/opencode.nix { _module.args.pkgs = pkgs; } ] ++ modules;
            specialArgs = { modulesPath = toString ./modules; } // extraSpecialArgs;
          };
          failed = builtins.filter (each: !each.assertion) home.config.assertions;
        in
        if failed != [ ] then throw "Failed assertions:\n${lib.concatMapStringsSep "\n" (each: "- ${each.message}") failed}"
        else home // { activationPackage = pkgs.buildEnv { name = "home-manager-generation"; paths = home.config.home.packages; }; };
    };
}
