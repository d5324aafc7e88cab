# The modules and configurations for WSL, beside NixOS-WSL's module that is given.
{ pkgs, lib, nixosSystem, nixosWsl }:
let
  inherit (import ../configurations) minimal dev-team;
  nixosModules = import ../modules/nixos;

  # Packages that a nixpkgs may lack, so that only their names matter.
  named = pkgs.extend (_: _: lib.genAttrs [ "git" "vim" "curl" "htop" "claude-code" "opencode" ] (name: pkgs.writeText name "" // { pname = name; version = "1.0"; }));
  machine = modules: (nixosSystem {
    inherit (pkgs.stdenv.hostPlatform) system;
    modules = [ { _module.args.pkgs = lib.mkForce named; system.stateVersion = "26.05"; } ] ++ modules;
  }).config;
  failures = config: map (each: each.message) (lib.filter (each: !each.assertion && lib.hasPrefix "services.nix-feature" each.message) config.assertions);
  packagesOf = config: map lib.getName config.environment.systemPackages;
  refused = modules: failures (machine ([ nixosWsl (minimal { }) ] ++ modules));

  off = machine [ nixosWsl nixosModules.wsl-common nixosModules.wsl-tarball-checks nixosModules.wsl-cuda ];
  small = machine [ nixosWsl (minimal { }) ];
  team = machine [ nixosWsl (dev-team { user = "dev"; cuda = true; aiDev = true; packages = pkgs: [ pkgs.git ]; modules = [ { services.nix-feature.cache = { urls = [ "https://cache.example.org" ]; publicKeys = [ "cache.example.org-1:AAAA=" ]; }; } ]; }) ];
  plain = machine [ nixosWsl (dev-team { }) ];

  facts = {
    "a machine with every module off is no WSL machine" = !off.wsl.enable && failures off == [ ];
    "a minimal machine logs in its user, and has flakes" = small.wsl.enable && small.wsl.defaultUser == "nixos" && lib.elem "flakes" small.nix.settings.experimental-features && failures small == [ ];
    "the team's machine has its programs, user, cache, driver and AI tools" = lib.all (name: lib.elem name (packagesOf team)) [ "git" "vim" "curl" "htop" "claude-code" "opencode" ]
      && team.wsl.defaultUser == "dev" && team.wsl.useWindowsDriver && lib.elem "https://cache.example.org" team.nix.settings.substituters && failures team == [ ];
    "CUDA and AI tools are left out unless they are asked for" = !plain.wsl.useWindowsDriver && !(lib.elem "claude-code" (packagesOf plain));
    "a module without NixOS-WSL says what is missing" = lib.any (lib.hasPrefix "services.nix-feature.wsl needs NixOS-WSL") (failures (machine [ (minimal { }) ]));
    "root is refused as the user" = refused [ { services.nix-feature.wsl.user = lib.mkForce "root"; } ] != [ ];
    "a password is refused" = refused [ { users.users.nixos.hashedPassword = "$6$x"; } ] != [ ];
    "a locked password is not" = refused [ { users.users.nixos.hashedPassword = "!"; } ] == [ ];
    "a key that may log in is refused" = refused [ { users.users.root.openssh.authorizedKeys.keys = [ "ssh-ed25519 AAAA" ]; } ] != [ ];
    "an author of git is refused" = refused [ { programs.git.config.user.email = "me@example.org"; } ] != [ ];
    "a variable with a secret is refused" = refused [ { environment.variables.NPM_TOKEN = "x"; } ] != [ ];
    "what is skipped is not" = refused [ { environment.variables.NPM_TOKEN = "x"; services.nix-feature.wslTarballChecks.skip = [ "environment" ]; } ] == [ ];
  };
  wrong = lib.filter (name: !facts.${name}) (lib.attrNames facts);
in
if wrong != [ ] then throw "These do not hold of WSL machines:\n${lib.concatMapStringsSep "\n" (name: "- ${name}") wrong}"
else pkgs.writeText "wsl" (lib.concatMapStringsSep "" (name: "${name}\n") (lib.attrNames facts))
