# The command: the committed bundle, with the Node.js of the nixpkgs that it is called with.
{ lib, bash, nodejs, nodejs_24 ? null, writeTextFile }:
let
  # Nixpkgs' usual one, once that is 24 or newer; an older nixpkgs has 24 beside it.
  node = if lib.versionAtLeast nodejs.version "24" then nodejs else nodejs_24;
  inherit (lib.importJSON ../../package.json) version;
  # What the command needs of dist/: the rest is for actions, which bring their own Node.js.
  bundle = builtins.path {
    name = "nix-feature-dist";
    path = ../../dist;
    filter = path: _: builtins.match ".*/dist/(cli|tools|worker)(/.*)?" (toString path) != null;
  };
in
writeTextFile {
  name = "nix-feature-${version}";
  executable = true;
  destination = "/bin/nix-feature";
  text = ''
    #!${bash}/bin/bash
    exec ${node}/bin/node ${bundle}/cli/index.js "$@"
  '';
  meta = {
    description = "Turns a Nix flake into a Dev Container Feature";
    homepage = "https://github.com/org/nix-feature-action";
    license = lib.licenses.mit;
    mainProgram = "nix-feature";
    platforms = lib.platforms.linux;
  };
}
