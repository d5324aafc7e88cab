# A stand-in for devenv's flake: `lib.mkShell`, as far as the tests use it. docs/contributing/status.md says what it leaves out.
{
  description = "a stand-in for devenv";

  outputs = { self }: {
    lib.mkShell = { inputs, pkgs, modules, lib ? pkgs.lib }:
      let
        priorities = {
          mkOverride = priority: content: { _type = "override"; inherit priority content; };
          mkDefault = priorities.mkOverride 1000;
          mkForce = priorities.mkOverride 50;
        };
        given = inputs // { inherit config inputs pkgs; lib = lib // priorities; };
        loaded = module:
          let
            value = if builtins.isPath module || builtins.isString module then import module else module;
            set = if builtins.isFunction value then value given else value;
          in builtins.concatMap loaded (set.imports or [ ]) ++ [ (set.config or set) ];
        all = builtins.concatMap loaded ([ { devenv.root = priorities.mkDefault (builtins.getEnv "PWD"); } ] ++ modules);
        each = read: builtins.concatMap read all;
        priorityOf = value: if builtins.isAttrs value && value._type or "" == "override" then value else { priority = 100; content = value; };
        strongest = values: (builtins.head (builtins.sort (a: b: a.priority < b.priority) (map priorityOf values))).content;
        config = {
          devenv.root = strongest (each (module: if module ? devenv.root then [ module.devenv.root ] else [ ]));
          packages = each (module: module.packages or [ ]);
          enterShell = builtins.concatStringsSep "\n" (each (module: if module ? enterShell then [ module.enterShell ] else [ ]));
          env = builtins.foldl' (before: module: before // module.env or { }) {
            DEVENV_ROOT = config.devenv.root;
            DEVENV_STATE = config.devenv.root + "/.devenv/state";
            DEVENV_PROFILE = pkgs.buildEnv { name = "devenv-profile"; paths = config.packages; };
          } all;
        };
      in
      if config.devenv.root == "" then throw "devenv was not able to determine the current directory."
      else pkgs.mkShell ({ name = "devenv-shell"; inherit (config) packages; shellHook = config.enterShell; } // config.env);
  };
}
