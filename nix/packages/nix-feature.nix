# The command: the committed bundle, with the Node.js of the nixpkgs that it is called with.
{ lib, bash, nodejs_24, writeTextFile }:
let
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
    exec ${nodejs_24}/bin/node ${bundle}/cli/index.js "$@"
  '';
  meta = {
    description = "Turns a Nix flake into a Dev Container Feature";
    homepage = "https://github.com/org/nix-feature-action";
    license = lib.licenses.mit;
    mainProgram = "nix-feature";
    platforms = lib.platforms.linux;
  };
}
