# MCP servers in the form of Home Manager's `programs.mcp.servers`: a command (`command`, `args`, `env`) or an address
# (`url`, `headers`), where a variable may name a file (`env.TOKEN.file`).
{ lib, secrets }:
let
  inherit (secrets) checked;
  isFile = value: builtins.isAttrs value && value ? file;

  # A script that reads secrets and becomes the server.
  withSecrets = { pkgs, name, command, args, read }:
    "${pkgs.writeShellScript "mcp-${name}" ''
      set -eu
      ${secrets.readSecrets "mcp-${name}" read}exec ${lib.escapeShellArgs ([ command ] ++ args)} "$@"
    ''}";

  # A server as it may be written, with the types of Home Manager's options.
  typed = where: fields: builtins.removeAttrs (lib.evalModules {
    modules = [
      {
        _file = where;
        options = lib.mapAttrs (_: type: lib.mkOption { inherit type; default = null; }) (lib.mapAttrs (_: lib.types.nullOr) {
          command = lib.types.str;
          url = lib.types.str;
          args = lib.types.listOf lib.types.str;
          env = lib.types.attrsOf lib.types.str;
          headers = lib.types.attrsOf lib.types.str;
          secrets = lib.types.attrsOf secrets.secret;
          enabled = lib.types.bool;
        });
      }
      { _file = where; config = fields; }
    ];
  }).config [ "_module" ];

  isSet = _: value: value != null && value != [ ] && value != { };

  enabled = lib.filterAttrs (_: server: server.enabled or null != false && server.disabled or null != true);
in
rec {
  # `secrets`: variables by file or command. A file stays a reference that each client resolves; a command needs a script.
  mkMcpServer = { pkgs ? null, name, package ? null, command ? null, args ? [ ], env ? { }, secrets ? { }, url ? null, headers ? { }, enabled ? null }@given:
    let
      is = typed "mkMcpServer ${name}" ({ inherit args env secrets url headers enabled; } // lib.optionalAttrs (package == null) { inherit command; });
      checkedSecrets = lib.mapAttrs (variable: checked "mkMcpServer ${name}: ${variable}") is.secrets;
      files = lib.mapAttrs (_: secret: { inherit (secret) file; }) (lib.filterAttrs (_: secret: secret.file != null) checkedSecrets);
      commands = lib.filterAttrs (_: secret: secret.command != null) checkedSecrets;
      program = if package != null then lib.getExe package else is.command;
      isLocal = package != null || command != null;
    in
    if lib.length (lib.filter (each: given.${each} or null != null) [ "package" "command" "url" ]) != 1 then throw "mkMcpServer ${name}: give exactly one of `package`, `command` and `url`."
    else if url != null && (args != [ ] || env != { } || secrets != { }) then throw "mkMcpServer ${name}: `args`, `env` and `secrets` are for local servers; a server with a `url` takes `headers`."
    else if isLocal && headers != { } then throw "mkMcpServer ${name}: `headers` are for servers with a `url`."
    else if commands != { } && pkgs == null then throw "mkMcpServer ${name}: a secret by `command` needs `pkgs`, for the script that runs it."
    else lib.filterAttrs isSet (
      if url != null then { inherit (is) url headers enabled; }
      else if commands == { } then { command = program; inherit (is) args enabled; env = is.env // files; }
      else { command = withSecrets { inherit pkgs name; inherit (is) args; command = program; read = commands; }; inherit (is) enabled; env = is.env // files; }
    );

  # For Claude Code's `--mcp-config`. It knows no files, so a script reads them.
  toClaude = pkgs: servers: lib.mapAttrs
    (name: server:
      let files = lib.filterAttrs (_: isFile) (server.env or { }); in
      if server.url or null != null then lib.filterAttrs isSet { type = "http"; inherit (server) url; headers = server.headers or { }; }
      else lib.filterAttrs isSet {
        type = "stdio";
        env = lib.filterAttrs (_: value: !isFile value) (server.env or { });
      } // (if files == { } then { inherit (server) command; args = server.args or [ ]; }
        else { command = withSecrets { inherit pkgs name; inherit (server) command; args = server.args or [ ]; read = files; }; args = [ ]; }))
    (enabled servers);

  # For `mcp` in opencode.json, which reads `{file:…}` itself.
  toOpenCode = servers: lib.mapAttrs
    (_: server:
      if server.url or null != null then lib.filterAttrs isSet { type = "remote"; inherit (server) url; headers = server.headers or { }; }
      else lib.filterAttrs isSet {
        type = "local";
        command = [ server.command ] ++ server.args or [ ];
        environment = lib.mapAttrs (_: value: if isFile value then "{file:${value.file}}" else value) (server.env or { });
      })
    (enabled servers);
}
