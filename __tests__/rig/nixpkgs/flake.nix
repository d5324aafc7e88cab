# A stand-in for nixpkgs, as far as the tests use it. Its packages are Debian's, with their true closures (see
# ../nixpkgs.ts). docs/contributing/status.md says what it leaves out.
{
  description = "a stand-in for nixpkgs, made of Debian packages";

  outputs = { self }:
    let
      lib = import ./lib.nix;
      systems = builtins.attrNames (builtins.readDir ./debian);
    in {
      inherit lib;
      legacyPackages = lib.genAttrs systems (system: import ./. { inherit system; });
    };
}
