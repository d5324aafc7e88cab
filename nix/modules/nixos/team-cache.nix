# The team's binary caches and the keys that sign them, for runners, builders and machines alike.
{ config, lib, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.services.nix-feature.cache;
in
{
  options.services.nix-feature.cache = {
    urls = mkOption {
      type = types.listOf types.str;
      default = [ ];
      example = [ "https://cache.example.org" ];
      description = "Binary caches of the team, besides those that the machine has.";
    };
    publicKeys = mkOption {
      type = types.listOf (types.strMatching "[^: ]+:[A-Za-z0-9+/=]+");
      default = [ ];
      example = [ "cache.example.org-1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" ];
      description = "Keys that sign what the caches hold.";
    };
    secretKeyFile = mkOption {
      type = types.nullOr types.str;
      default = null;
      example = "/run/secrets/nix-signing-key";
      description = "File with the key that signs what this machine builds. It must be outside the Nix store.";
    };
  };

  config = {
    nix.settings = {
      substituters = lib.mkIf (cfg.urls != [ ]) cfg.urls;
      trusted-public-keys = lib.mkIf (cfg.publicKeys != [ ]) cfg.publicKeys;
      secret-key-files = lib.mkIf (cfg.secretKeyFile != null) [ cfg.secretKeyFile ];
    };
    assertions = [
      { assertion = cfg.urls == [ ] || cfg.publicKeys != [ ]; message = "services.nix-feature.cache.urls: without `publicKeys`, Nix takes nothing from them."; }
      { assertion = cfg.secretKeyFile == null || !(lib.hasPrefix builtins.storeDir cfg.secretKeyFile); message = "services.nix-feature.cache.secretKeyFile is in the Nix store, which everybody can read."; }
    ];
  };
}
