# For `nix flake init --template github:org/nix-feature-action#<name>`.
{
  minimal = { path = ./minimal; description = "The smallest flake with a Feature, without this project's library"; };
  feature = { path = ./feature; description = "A Feature's folder: tools of nixpkgs for a dev container"; };
  feature-dev-shell = { path = ./feature-dev-shell; description = "A Feature made of a development shell, with direnv"; };
  monorepo = { path = ./monorepo; description = "A repository with several Features that share one nixpkgs"; };
  home-manager = { path = ./home-manager; description = "A home with Claude Code, OpenCode and MCP servers"; };
  flake-parts = { path = ./flake-parts; description = "A Feature in a flake that is made with flake-parts"; };
  wsl = { path = ./wsl; description = "WSL machines of a team: tarballs that CI builds, checks and releases"; };
}
