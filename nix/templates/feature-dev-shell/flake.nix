{
  description = "The shell that we work in, here and in dev containers";

  # A revision: best that of your base image. What both have in common is not shipped.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/8fd9daa3db09ced9700431c5b7ad0e8ba199b575";

  outputs = { self, nixpkgs }: {
    # No compiler: mkShell would ship one.
    devShells = nixpkgs.lib.genAttrs [ "x86_64-linux" "aarch64-linux" ] (system: {
      default = with nixpkgs.legacyPackages.${system}; mkShellNoCC {
        packages = [ jq ripgrep ];
        OUR_SHELL = "1";
      };
    });
  };
}
