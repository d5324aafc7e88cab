{
  description = "jq and ripgrep for our dev containers";

  # A revision: best that of your base image. What both have in common is not shipped.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/8fd9daa3db09ced9700431c5b7ad0e8ba199b575";

  outputs = { self, nixpkgs }: {
    packages = nixpkgs.lib.genAttrs [ "x86_64-linux" "aarch64-linux" ] (system: {
      default = with nixpkgs.legacyPackages.${system}; buildEnv {
        name = "my-tools";
        paths = [ jq ripgrep ];
      };
    });
  };
}
