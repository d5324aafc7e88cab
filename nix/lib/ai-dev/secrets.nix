# Where a secret comes from: a file or a command, read when a program starts. Its value is never here: everybody can
# read the store.
{ lib }:
let
  inherit (lib) mkOption types;

  inStore = value: builtins.isPath value || lib.hasPrefix "${builtins.storeDir}/" (toString value);

  # `reference` with exactly one of its two forms; `where` begins the message.
  checked = where: reference:
    let file = reference.file or null; command = reference.command or null; in
    if (file == null) == (command == null) then throw "${where}: give the secret by exactly one of `file` and `command`."
    else if file != null && inStore file then throw "${where}: `file` is in the Nix store, which everybody can read. Write the path as a string, outside the store, such as \"/run/secrets/token\"."
    else { inherit file command; };

  # A path for a shell: `~/` is the home of whoever runs it.
  shellPath = path: if lib.hasPrefix "~/" path then ''"$HOME"/${lib.escapeShellArg (lib.removePrefix "~/" path)}'' else lib.escapeShellArg path;
in
{
  inherit checked shellPath;

  secret = types.submodule {
    options = {
      file = mkOption {
        type = types.nullOr types.str;
        default = null;
        example = "/run/secrets/github-token";
        description = "File that holds the secret. It is read at each start. `~/` is the user's home. It must be outside the Nix store.";
      };
      command = mkOption {
        type = types.nullOr (types.listOf types.str);
        default = null;
        example = [ "rbw" "get" "github-token" ];
        description = "Program and arguments that print the secret. It runs at each start.";
      };
    };
  };

  # Shell lines that export each secret, or end the program `who` with a message.
  readSecrets = who: secrets: lib.concatStrings (lib.mapAttrsToList
    (variable: reference:
      let
        secret = checked "${who}: ${variable}" reference;
        source = if secret.file != null then "the file ${secret.file}" else "the command ${builtins.head secret.command}";
        read = if secret.file != null then "cat -- ${shellPath secret.file}" else lib.escapeShellArgs secret.command;
      in
      ''
        if ! ${variable}=$(${read}) || [ -z "''$${variable}" ]; then
          echo ${lib.escapeShellArg "${who}: ${variable} could not be read from ${source}"} >&2
          exit 1
        fi
        export ${variable}
      '')
    secrets);

  # Bitwarden's vault, through rbw's agent, which asks for the password when it is locked.
  mkRbwCommand = { pkgs, entry, user ? null, field ? null, folder ? null, package ? pkgs.rbw }: {
    command = [ "${package}/bin/rbw" "get" ]
      ++ lib.optionals (folder != null) [ "--folder" folder ]
      ++ lib.optionals (field != null) [ "--field" field ]
      ++ [ entry ] ++ lib.optional (user != null) user;
  };

  # Either what sops-nix has decrypted already (`path`), or a key of an encrypted file that sops opens at each start.
  mkSopsSecret = { pkgs ? null, path ? null, file ? null, key ? null, package ? pkgs.sops }:
    if path != null && file == null then checked "mkSopsSecret" { file = path; }
    else if path != null || file == null then throw "mkSopsSecret: give exactly one of `path` (decrypted by sops-nix) and `file` (encrypted)."
    else {
      command = [ "${package}/bin/sops" "decrypt" ]
        ++ lib.optionals (key != null) [ "--extract" (lib.concatMapStringsSep "" (part: "[${builtins.toJSON part}]") (lib.toList key)) ]
        ++ [ "${file}" ];
    };

  # The token of the forge's own command line, whose login keeps it.
  mkForgeToken = { pkgs, forge ? "github", host ? { github = "github.com"; gitlab = "gitlab.com"; }.${forge}, package ? null }:
    {
      github.command = [ "${if package != null then package else pkgs.gh}/bin/gh" "auth" "token" "--hostname" host ];
      gitlab.command = [ "${if package != null then package else pkgs.glab}/bin/glab" "config" "get" "token" "--host" host ];
    }.${forge} or (throw "mkForgeToken: `forge` is \"github\" or \"gitlab\", not \"${forge}\".");
}
