# A self-hosted runner of GitHub Actions that can do all that this project's actions need.
{ config, lib, pkgs, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.services.nix-feature.runner;
  docker = cfg.containerEngine == "docker";
in
{
  imports = [ ./team-cache.nix ./both-systems.nix ];

  options.services.nix-feature.runner = {
    enable = lib.mkEnableOption "a self-hosted runner of GitHub Actions for Features";
    url = mkOption {
      type = types.str;
      example = "https://github.com/example/features";
      description = "Repository or organization that the runner works for. Use a private one, because whoever can open a pull request can run programs here.";
    };
    tokenFile = mkOption {
      type = types.str;
      example = "/run/secrets/github-runner";
      description = "File with the token that registers the runner. It must be outside the Nix store.";
    };
    name = mkOption {
      type = types.str;
      default = "nix-feature";
      example = "nix-feature-1";
      description = "Name of the runner, which GitHub shows.";
    };
    labels = mkOption {
      type = types.listOf types.str;
      default = [ "nix-feature" ];
      example = [ "nix-feature" "big" ];
      description = "Labels for `runs-on`, besides GitHub's own.";
    };
    ephemeral = mkOption {
      type = types.bool;
      default = true;
      example = false;
      description = "Whether the runner is registered anew for each job. The token must then be long-lived, such as a personal access token.";
    };
    containerEngine = mkOption {
      type = types.enum [ "docker" "podman" ];
      default = "docker";
      example = "podman";
      description = "Engine that builds in containers of the base.";
    };
    extraPackages = mkOption {
      type = types.listOf types.package;
      default = [ ];
      example = lib.literalExpression "[ pkgs.gh ]";
      description = "More programs for the jobs.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.github-runners.${cfg.name} = {
      enable = true;
      inherit (cfg) url tokenFile ephemeral;
      inherit (cfg) name;
      replace = true;
      extraLabels = cfg.labels;
      extraPackages = [ pkgs.git pkgs.jq pkgs.zstd (if docker then pkgs.docker else pkgs.podman) ] ++ cfg.extraPackages;
      user = "nix-feature-runner";
      group = "nix-feature-runner";
      # The engine's socket and Nix's daemon are outside of what the service would see.
      serviceOverrides = { SupplementaryGroups = [ (if docker then "docker" else "podman") ]; PrivateUsers = false; };
    };
    users.users.nix-feature-runner = { isSystemUser = true; group = "nix-feature-runner"; };
    users.groups.nix-feature-runner = { };
    virtualisation.docker.enable = lib.mkIf docker true;
    virtualisation.podman = lib.mkIf (!docker) { enable = true; dockerSocket.enable = true; };
    nix.settings = {
      experimental-features = [ "nix-command" "flakes" ];
      # Its jobs name caches and sign what they upload.
      trusted-users = [ "nix-feature-runner" ];
    };
    assertions = [
      { assertion = !(lib.hasPrefix builtins.storeDir cfg.tokenFile); message = "services.nix-feature.runner.tokenFile is in the Nix store, which everybody can read."; }
    ];
  };
}
