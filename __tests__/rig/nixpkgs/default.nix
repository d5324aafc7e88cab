# As `import nixpkgs { … }`: the packages of one system, with overlays on them.
{ system ? builtins.currentSystem, overlays ? [ ], config ? { } }:
let
  lib = import ./lib.nix;
  again = more: import ./. { inherit system config; overlays = overlays ++ more; };
  own = final: import ./programs.nix { inherit lib system; pkgs = final; } // import ./packages.nix { inherit lib system; pkgs = final; } // import ./builders.nix { inherit lib system; pkgs = final; } // {
    inherit lib system config overlays;
    pkgs = final;
    path = ./.;
    callPackage = lib.callPackageWith final;
    appendOverlays = again;
    extend = overlay: again [ overlay ];
  };
in lib.fix (lib.extends (lib.composeManyExtensions overlays) own)
