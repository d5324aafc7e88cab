# Refuses to evaluate what the check of the tarball would find anyway (docs/team/wsl.md), before anything is built.
{ config, lib, options, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.services.nix-feature.wslTarballChecks;
  users = config.users.users;
  having = attributes: lib.filter (name: lib.any (attribute: !(lib.elem (users.${name}.${attribute} or null) [ null "!" "*" ])) attributes) (lib.attrNames users);
  keys = name: let ssh = users.${name}.openssh.authorizedKeys or { }; in (ssh.keys or [ ]) ++ (ssh.keyFiles or [ ]);
  secret = name: builtins.match ".*(^|_)(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|APIKEY|CREDENTIALS?|(API|ACCESS|SECRET|PRIVATE|SIGNING|AUTH)_KEY)" name != null;
  configPath = if options ? wsl then config.wsl.tarball.configPath or null else null;

  # By the names that the check of the tarball has for them.
  found = {
    passwords = map (name: "users.users.${name} has a password") (having [ "password" "hashedPassword" "initialPassword" "initialHashedPassword" ]);
    authorized-keys = map (name: "users.users.${name}.openssh.authorizedKeys lets somebody in") (lib.filter (name: keys name != [ ]) (lib.attrNames users));
    git-author = lib.optional ((config.programs.git.config.user or { }) != { }) "programs.git.config.user names an author";
    environment = map (name: "environment.variables.${name} has the name of a secret") (lib.filter secret (lib.attrNames (config.environment.variables or { })));
    config-path = lib.optional (configPath != null && builtins.pathExists (configPath + "/.git")) "wsl.tarball.configPath has a git repository";
  };
in
{
  options.services.nix-feature.wslTarballChecks = {
    enable = lib.mkEnableOption "checks of what a WSL tarball must not have";
    skip = mkOption {
      type = types.listOf (types.enum (lib.attrNames found));
      default = [ ];
      example = [ "authorized-keys" ];
      description = "Checks that do not count. The action needs the same names in its input `skip-checks`.";
    };
  };

  config = lib.mkIf cfg.enable {
    assertions = lib.mapAttrsToList (name: faults: {
      assertion = lib.elem name cfg.skip || faults == [ ];
      message = "services.nix-feature.wslTarballChecks (${name}): every machine would share this: ${lib.concatMapStringsSep ", " (fault: fault) faults}.";
    }) found;
  };
}
