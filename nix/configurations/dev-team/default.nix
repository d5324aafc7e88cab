# A team's machine: what is in `minimal`, the programs that everybody wants, and CUDA or AI tools if the team does.
{ user ? "nixos", cuda ? false, aiDev ? false, packages ? (_: [ ]), modules ? [ ], stateVersion ? "25.11" }:
{ pkgs, ... }:
{
  imports = [
    (import ../minimal { inherit user stateVersion; })
    ../../modules/nixos/wsl-cuda.nix
  ] ++ modules;
  services.nix-feature.wsl = {
    inherit aiDev;
    packages = [ pkgs.git pkgs.vim pkgs.curl pkgs.htop ] ++ packages pkgs;
  };
  services.nix-feature.wslCuda.enable = cuda;
}
