{
  description = "jq and ripgrep for our dev containers";

  # A revision: best that of your base image. What both have in common is not shipped.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/8fd9daa3db09ced9700431c5b7ad0e8ba199b575";
  inputs.nix-feature = { url = "github:org/nix-feature-action/v1"; inputs.nixpkgs.follows = "nixpkgs"; };

  outputs = { self, nixpkgs, nix-feature }: nix-feature.lib.mkFeature {
    inherit nixpkgs;
    name = "my-tools";
    metadata = ./devcontainer-feature.json;
    packages = pkgs: [ pkgs.jq pkgs.ripgrep ];
    # Names in /opt/nix-feature/my-tools that stay the same, for the variables of devcontainer-feature.json.
    links = pkgs: { "etc/ripgreprc" = pkgs.writeText "ripgreprc" "--smart-case\n"; };
    env.RIPGREP_CONFIG_PATH = "/opt/nix-feature/my-tools/etc/ripgreprc";
  };
}
