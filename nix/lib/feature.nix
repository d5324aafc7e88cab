# The outputs of a Feature's flake: one environment of programs for each system, and a shell with its variables.
{ lib }:
{
  nixpkgs
, # The Feature's id.
  name
, # What ships: a function of `pkgs`.
  packages
, # Variables. The tools set what `containerEnv` of devcontainer-feature.json says, when the image is built; so these are
  # for the shell, and compared with `metadata` if that is given.
  env ? { }
, # More names in the output, such as `{ "lib/jdk" = pkgs.jdk; }`: a function of `pkgs`. `/opt/nix-feature/<id>/lib/jdk` is
  # then a name that does not change, for variables.
  links ? (_: { })
, # The file devcontainer-feature.json, without comments.
  metadata ? null
, systems ? [ "x86_64-linux" "aarch64-linux" ]
, pathsToLink ? [ "/bin" "/share" ]
, # As `import nixpkgs { config = …; }` takes it, such as `{ allowUnfree = true; }`.
  config ? null
}:
let
  said = if metadata == null then { id = name; containerEnv = env; } else lib.importJSON metadata;
  differing = builtins.filter (variable: said.containerEnv.${variable} or null != env.${variable}) (builtins.attrNames env);
  checked = value:
    if said.id != name then throw "mkFeature: `name` is \"${name}\", and devcontainer-feature.json says \"${said.id}\"."
    else if differing != [ ] then throw "mkFeature ${name}: devcontainer-feature.json must say in `containerEnv` what `env` says of ${lib.concatStringsSep ", " differing}: the dev container tools read only that."
    else value;

  pkgsOf = system: if config == null then nixpkgs.legacyPackages.${system} else import nixpkgs { inherit system config; };
  each = f: lib.genAttrs (builtins.filter (system: nixpkgs.legacyPackages ? ${system}) systems) (system: f (pkgsOf system));
  feature = pkgs: checked (pkgs.buildEnv {
    inherit name pathsToLink;
    paths = packages pkgs;
    postBuild = lib.concatStrings (lib.mapAttrsToList
      (link: target: ''
        mkdir -p "$(dirname "$out"/${lib.escapeShellArg link})"
        ln -s ${lib.escapeShellArg "${target}"} "$out"/${lib.escapeShellArg link}
      '')
      (links pkgs));
  });
in
{
  packages = each (pkgs: { default = feature pkgs; });
  devShells = each (pkgs: { default = pkgs.mkShellNoCC (env // { packages = [ (feature pkgs) ]; }); });
}
