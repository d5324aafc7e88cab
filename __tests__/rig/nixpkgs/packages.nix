# Debian's packages by the names that nixpkgs has for them.
{ lib, system, pkgs }:
let
  revision = import ./revision.nix;
  inherit (builtins) elem;
  touched = name: elem name revision.touched;
  # The folders of a Debian system, and links to them: of no use in a store, and not to be had there.
  EMPTY = [ "base-files" ];

  # In place of Nix's own where Debian's flake is read: adds what nixpkgs says of a package. What a revision touches is
  # built anew, to another store path of the same name; all that depends on it follows.
  derivation = arguments:
    let
      name = lib.optionalString (arguments ? src) (builtins.replaceStrings [ ".deb" ] [ "" ] (baseNameOf (toString arguments.src)));
      parsed = builtins.parseDrvName arguments.name;
      facts = about.${name} or { };
    in builtins.derivation (arguments // lib.optionalAttrs (elem name EMPTY) { src = null; args = [ "-c" "PATH=/usr/bin:/bin mkdir $out" ]; } // lib.optionalAttrs (touched name) { nixpkgsRevision = toString revision.number; }) // {
      pname = facts.pname or parsed.name;
      inherit (parsed) version;
      meta = {
        available = true;
        broken = false;
        inherit (arguments) name;
        outputsToInstall = [ "out" ];
        platforms = lib.platforms.linux;
        position = "${toString ./packages.nix}:1";
        maintainers = [ lib.maintainers.somebody ];
      } // builtins.removeAttrs facts [ "pname" ];
    };
  debian = (builtins.scopedImport { inherit derivation; } (./debian + "/${system}/flake.nix")).outputs { self = null; };
  deb = name: debian.packages.${system}.${name};

  about = with lib.licenses; {
    bash = { description = "GNU Bourne-Again Shell"; license = gpl3Plus; homepage = "https://www.gnu.org/software/bash/"; mainProgram = "bash"; };
    coreutils = { description = "GNU Core Utilities"; license = gpl3Plus; homepage = "https://www.gnu.org/software/coreutils/"; };
    curl = { description = "Command line tool for transferring files with URL syntax"; license = curl; homepage = "https://curl.se/"; mainProgram = "curl"; };
    direnv = { description = "Shell extension that manages your environment"; license = mit; homepage = "https://direnv.net"; mainProgram = "direnv"; };
    hello = { description = "Program that produces a familiar, friendly greeting"; license = gpl3Plus; homepage = "https://www.gnu.org/software/hello/"; mainProgram = "hello"; };
    jq = { description = "Lightweight and flexible command-line JSON processor"; license = mit; homepage = "https://jqlang.github.io/jq/"; mainProgram = "jq"; };
    libc6 = { pname = "glibc"; description = "GNU C Library"; license = lgpl21Plus; homepage = "https://www.gnu.org/software/libc/"; };
    libjq1 = { license = mit; };
    libonig5 = { pname = "oniguruma"; license = bsd2; };
    libsqlite3-0 = { pname = "sqlite"; license = publicDomain; };
    libssl3t64 = { pname = "openssl"; license = asl20; homepage = "https://www.openssl.org/"; };
    ripgrep = { description = "Utility that combines the usability of The Silver Searcher with the raw speed of grep"; license = [ unlicense mit ]; mainProgram = "rg"; };
    sqlite3 = { pname = "sqlite"; description = "Self-contained, serverless, zero-configuration, transactional SQL database engine"; license = publicDomain; homepage = "https://www.sqlite.org/"; mainProgram = "sqlite3"; };
    zlib1g = { pname = "zlib"; license = zlib; };
  };
in {
  bash = deb "bash";
  bashInteractive = pkgs.bash;
  coreutils = deb "coreutils";
  curl = deb "curl";
  direnv = deb "direnv";
  glibc = deb "libc6";
  hello = deb "hello";
  jq = deb "jq";
  ripgrep = deb "ripgrep";
  sqlite = deb "sqlite3";
  zlib = deb "zlib1g";
  # A package in a set, as `python3Packages.requests` is one.
  gnuPackages = { inherit (pkgs) bash coreutils hello; };
}
