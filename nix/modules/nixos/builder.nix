# A remote builder: a machine that builds for others, over ssh (docs: "build-in: host" with remote builders).
{ config, lib, pkgs, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.services.nix-feature.builder;

  # The two sides of a remote store that Nix speaks to, `ssh-ng://` and `ssh://`, and nothing else.
  serve = pkgs.writeShellScript "nix-feature-builder" ''
    case "''${SSH_ORIGINAL_COMMAND-}" in
      *nix-daemon*--stdio*) exec nix-daemon --stdio ;;
      *nix-store*--serve*) exec nix-store --serve --write ;;
      *) echo "This user only builds: use ssh-ng:// as a remote builder of Nix." >&2; exit 1 ;;
    esac
  '';
in
{
  imports = [ ./team-cache.nix ./both-systems.nix ];

  options.services.nix-feature.builder = {
    enable = lib.mkEnableOption "a remote builder, which builds for other machines over ssh";
    user = mkOption {
      type = types.strMatching "[a-z_][a-z0-9_-]*";
      default = "nix-builder";
      example = "builder";
      description = "User that the others log in as. It may do nothing but build.";
    };
    authorizedKeys = mkOption {
      type = types.listOf types.singleLineStr;
      default = [ ];
      example = [ "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAA ci@example.org" ];
      description = "Public ssh keys of those who may build here.";
    };
    maxJobs = mkOption {
      type = types.either types.ints.positive (types.enum [ "auto" ]);
      default = "auto";
      example = 4;
      description = "Builds at a time; `auto` is one per processor.";
    };
    keepFree = mkOption {
      type = types.ints.positive;
      default = 20;
      example = 100;
      description = "GiB to keep free: below this, Nix collects garbage while it builds.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.openssh.enable = true;
    users.users.${cfg.user} = {
      isSystemUser = true;
      group = cfg.user;
      shell = pkgs.bashInteractive;
      openssh.authorizedKeys.keys = map (key: ''restrict,command="${serve}" ${key}'') cfg.authorizedKeys;
    };
    users.groups.${cfg.user} = { };
    nix.settings = {
      trusted-users = [ cfg.user ];
      max-jobs = cfg.maxJobs;
      min-free = cfg.keepFree * 1024 * 1024 * 1024;
      max-free = cfg.keepFree * 2 * 1024 * 1024 * 1024;
    };
    assertions = [
      { assertion = cfg.authorizedKeys != [ ]; message = "services.nix-feature.builder.authorizedKeys is empty, so nobody could build here."; }
    ];
  };
}
