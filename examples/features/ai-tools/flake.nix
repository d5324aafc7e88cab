{
  description = "Wrappers for AI tools, and MCP servers";

  # A revision. Ideally the one that the base image was built from, because what both have in common does not ship.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/8fd9daa3db09ced9700431c5b7ad0e8ba199b575";
  inputs.nix-feature = {
    url = "github:org/nix-feature-action/v1";
    inputs.nixpkgs.follows = "nixpkgs";
  };

  outputs =
    {
      self,
      nixpkgs,
      nix-feature,
    }:
    nix-feature.lib.mkFeature {
      inherit nixpkgs;
      name = "ai-tools";
      metadata = ./devcontainer-feature.json;
      packages =
        pkgs:
        let
          inherit (nix-feature.lib) ai-dev;
          servers = {
            nixos = ai-dev.mcpServers.nixos { inherit pkgs; };
            context7 = ai-dev.mcpServers.context7 { inherit pkgs; };
          };
          # Claude Code is the container's own: its licence does not let others publish it.
          claude =
            name: account:
            ai-dev.mkClaudeWrapper {
              inherit pkgs name account;
              package = null;
              mcpServers = servers;
            };
        in
        [
          (claude "max" { })
          (claude "work" { secrets.ANTHROPIC_API_KEY.file = "~/.secrets/anthropic"; })
          (ai-dev.mkOpenCodeWrapper {
            inherit pkgs;
            name = "work";
            mcpServers = servers;
          })
        ];
    };
}
