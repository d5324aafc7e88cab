# Each module, off and on, beside the upstream modules that are given: those of a nixpkgs and of a Home Manager.
{ pkgs, lib, nixosSystem, homeManagerConfiguration }:
let
  homeModules = import ../modules/home;
  nixosModules = import ../modules/nixos;
  ours = lib.attrValues homeModules;

  me = { home = { username = "me"; homeDirectory = "/home/me"; stateVersion = "26.05"; }; };
  home = modules: homeManagerConfiguration { inherit pkgs; modules = [ me ] ++ modules; extraSpecialArgs.nix-feature.lib = import ../lib { inherit lib; }; };
  example = name: (home (ours ++ [ (../../examples/team + "/${name}.nix") ])).config;
  packagesOf = config: map lib.getName config.home.packages;
  # A home with a failed assertion can't be had.
  refused = modules: !(builtins.tryEval (builtins.seq (home (ours ++ modules)).config true)).success;

  machine = modules: (nixosSystem {
    inherit (pkgs.stdenv.hostPlatform) system;
    modules = [ nixosModules.runner nixosModules.builder { _module.args.pkgs = lib.mkForce pkgs; system.stateVersion = "26.05"; } ] ++ modules;
  }).config;
  failures = config: map (each: each.message) (lib.filter (each: !each.assertion && lib.hasPrefix "services.nix-feature" each.message) config.assertions);

  off = (home ours).config;
  on = (home (ours ++ [ {
    programs.mcp = { enable = true; sets = [ "nixos" "context7" "github" ]; setSecrets.context7.CONTEXT7_API_KEY.file = "/run/secrets/context7"; };
    programs.claude-code = {
      enable = true;
      enableMcpIntegration = true;
      settings.includeCoAuthoredBy = false;
      defaultModel = "sonnet";
      statusLine = "jq -r .model.display_name";
      eventHooks.PostToolUse = [ { matcher = "Edit|Write"; command = "nix fmt"; timeout = 30; } { command = "true"; } ];
      accounts = { max = { }; work.secrets.ANTHROPIC_API_KEY.file = "/run/secrets/anthropic"; };
    };
    programs.opencode = { enable = true; enableMcpIntegration = true; defaultModel = "anthropic/claude-sonnet-4-5"; accounts.work = { }; };
  } ])).config;

  machineOff = machine [ ];
  machineOn = machine [ {
    services.nix-feature = {
      emulate = true;
      cache = { urls = [ "https://cache.example.org" ]; publicKeys = [ "cache.example.org-1:AAAA=" ]; };
      runner = { enable = true; url = "https://github.com/example/features"; tokenFile = "/run/secrets/runner"; };
      builder = { enable = true; authorizedKeys = [ "ssh-ed25519 AAAA ci" ]; };
    };
  } ];
  runner = machineOn.services.github-runners.nix-feature;
  key = builtins.head machineOn.users.users.nix-builder.openssh.authorizedKeys.keys;
  other = if pkgs.stdenv.hostPlatform.system == "x86_64-linux" then "aarch64-linux" else "x86_64-linux";

  facts = {
    "a home with every module off has no program of ours" = lib.filter (name: builtins.match "(claude|opencode)(-.*)?" name != null) (packagesOf off) == [ ];
    "a home with every module off has no settings" = off.programs.claude-code.settings == { } && off.programs.mcp.servers == { };
    "each account is a program" = lib.all (name: lib.elem name (packagesOf on)) [ "claude-max" "claude-work" "opencode-work" ];
    "upstream's own program stays" = lib.elem "claude-code" (packagesOf on) && lib.elem "opencode" (packagesOf on);
    "event hooks, model and status line are settings" = on.programs.claude-code.settings == {
      includeCoAuthoredBy = false;
      model = "sonnet";
      statusLine = { type = "command"; command = "jq -r .model.display_name"; };
      hooks.PostToolUse = [
        { matcher = "Edit|Write"; hooks = [ { type = "command"; command = "nix fmt"; timeout = 30; } ]; }
        { hooks = [ { type = "command"; command = "true"; } ]; }
      ];
    };
    "the model of OpenCode is a setting" = on.programs.opencode.settings.model == "anthropic/claude-sonnet-4-5";
    "the sets of MCP servers are servers" = lib.attrNames on.programs.mcp.servers == [ "context7" "github" "nixos" ];
    "a secret of a set is a reference to its file" = on.programs.mcp.servers.context7.env == { CONTEXT7_API_KEY.file = "/run/secrets/context7"; };
    "a set is changed by what is set beside it" = (home (ours ++ [ { programs.mcp = { sets = [ "nixos" ]; servers.nixos.command = "/other"; }; } ])).config.programs.mcp.servers.nixos.command == "/other";
    "two accounts with one folder are refused" = refused [ { programs.claude-code = { enable = true; accounts.a.configDir = "~/x"; accounts.b.configDir = "~/x"; }; } ];
    "accounts without a package are refused" = refused [ { programs.opencode = { enable = true; package = null; accounts.a = { }; }; } ];
    "a plan that is none is refused" = !(builtins.tryEval (builtins.deepSeq (map (each: each.drvPath) (home (ours ++ [ { programs.claude-code = { enable = true; accounts.a.plan = "free"; }; } ])).config.home.packages) true)).success;
    "the example of one account has a hook, and no program more" = (example "single-account").programs.claude-code.settings ? hooks && !(lib.any (lib.hasPrefix "claude-") (lib.remove "claude-code" (packagesOf (example "single-account"))));
    "the example of several accounts has a program for each" = lib.all (name: lib.elem name (packagesOf (example "several-accounts"))) [ "claude-max" "claude-pro" "claude-work" "opencode-work" ];
    "the example of an own MCP server has it beside the known ones" = lib.attrNames (example "own-mcp-server").programs.mcp.servers == [ "context7" "nixos" "tickets" ]
      && lib.hasSuffix "-mcp-tickets" (example "own-mcp-server").programs.mcp.servers.tickets.command;
    # What to write to replace upstream's module: the name of its folder, without ".nix".
    "disabledModules with the folder's name takes upstream's options away" = !((home [ { disabledModules = [ "programs/claude-code" ]; } ]).options.programs ? claude-code);
    "disabledModules with .nix takes nothing away" = (home [ { disabledModules = [ "programs/claude-code.nix" ]; } ]).options.programs ? claude-code;

    "a machine with every module off has no runner and no builder" = machineOff.services.github-runners or { } == { } && !(machineOff.users.users ? nix-builder) && failures machineOff == [ ];
    "a machine with every module on fails no assertion" = failures machineOn == [ ];
    "the runner is registered with the token's file" = runner.enable && runner.tokenFile == "/run/secrets/runner" && runner.ephemeral && runner.extraLabels == [ "nix-feature" ];
    "builds for the other system are emulated" = machineOn.boot.binfmt.emulatedSystems == [ other ];
    "the team's cache is a substituter, with its key" = lib.elem "https://cache.example.org" machineOn.nix.settings.substituters && lib.elem "cache.example.org-1:AAAA=" machineOn.nix.settings.trusted-public-keys;
    "who may build may do nothing else" = lib.hasPrefix "restrict,command=\"${builtins.storeDir}/" key && lib.hasSuffix "ssh-ed25519 AAAA ci" key;
    "a token in the store is refused" = failures (machine [ { services.nix-feature.runner = { enable = true; url = "https://github.com/example/features"; tokenFile = "${pkgs.writeText "token" "x"}"; }; } ]) != [ ];
    "a cache without a key is refused" = failures (machine [ { services.nix-feature.cache.urls = [ "https://cache.example.org" ]; } ]) != [ ];
    "a builder that nobody may use is refused" = failures (machine [ { services.nix-feature.builder.enable = true; } ]) != [ ];
  };
  wrong = lib.filter (name: !facts.${name}) (lib.attrNames facts);
in
if wrong != [ ] then throw "These do not hold of the modules:\n${lib.concatMapStringsSep "\n" (name: "- ${name}") wrong}"
else pkgs.writeText "modules" (lib.concatMapStringsSep "" (name: "${name}\n") (lib.attrNames facts))
