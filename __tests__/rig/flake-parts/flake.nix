# A stand-in for flake-parts: `mkFlake` with `systems`, `perSystem` and `flake`, without modules.
{
  description = "a stand-in for flake-parts";
  inputs.nixpkgs-lib.url = "github:NixOS/nixpkgs";

  outputs =
    { self, nixpkgs-lib }:
    {
      lib.mkFlake = { inputs }: { systems, flake ? { }, perSystem ? _: { } }:
        let
          inherit (nixpkgs-lib) lib;
          here = builtins.filter (system: inputs.nixpkgs.legacyPackages ? ${system}) systems;
          of = lib.genAttrs here (system: perSystem { pkgs = inputs.nixpkgs.legacyPackages.${system}; inherit system lib; });
          kinds = lib.unique (builtins.concatMap builtins.attrNames (builtins.attrValues of));
        in
        lib.recursiveUpdate (lib.genAttrs kinds (kind: lib.genAttrs here (system: of.${system}.${kind} or { }))) flake;
    };
}
