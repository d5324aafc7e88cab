{
  description = "ripgrep for our dev containers";

  # The same revision in every Feature, so that they share what they have in common.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/8fd9daa3db09ced9700431c5b7ad0e8ba199b575";
  inputs.nix-feature = { url = "github:org/nix-feature-action/v1"; inputs.nixpkgs.follows = "nixpkgs"; };

  outputs = { self, nixpkgs, nix-feature }: nix-feature.lib.mkFeature {
    inherit nixpkgs;
    name = "cli-tools";
    metadata = ./devcontainer-feature.json;
    packages = pkgs: [ pkgs.ripgrep ];
  };
}
