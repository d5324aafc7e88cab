# What `nix flake check` builds. NixOS is that of the nixpkgs in use; Home Manager is the tests' stand-in, since this flake
# has no such input. The end-to-end tests run the same checks with a real one.
{ pkgs, lib, flake }:
let
  packages = flake.packages.${pkgs.stdenv.hostPlatform.system} or { };
  standIn = (import ../../__tests__/rig/home-manager/flake.nix).outputs { self = null; nixpkgs = null; };
  written = builtins.readFile ../../docs/team/options.md;
  missing = builtins.filter (name: builtins.replaceStrings [ "### `${name}`" ] [ "" ] written == written) flake.lib.optionNames;
in
{
  library = import ./library.nix { inherit pkgs lib; };
  options = if flake.lib.optionsWithoutWords != [ ] then throw "These options lack a description or an example: ${toString flake.lib.optionsWithoutWords}"
    else if missing != [ ] then throw "docs/team/options.md lacks ${toString missing}. Run: node_modules/.bin/node scripts/team-options.ts" else pkgs.writeText "options" "${toString flake.lib.optionNames}\n";
}
// lib.optionalAttrs (packages ? nix-feature) {
  modules = import ./modules.nix { inherit pkgs lib; inherit (lib) nixosSystem; inherit (standIn.lib) homeManagerConfiguration; };
  # By the overlay, as another flake would have it.
  nix-feature = pkgs.runCommand "nix-feature-starts" { } ''
    ${(pkgs.extend flake.overlays.default).nix-feature}/bin/nix-feature --version > "$out"
  '';
}
