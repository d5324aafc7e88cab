# Known MCP servers. Each is a function of `pkgs` and of what it needs, and gives what `programs.mcp.servers.<name>` takes.
{ lib, mcp }:
let
  inherit (mcp) mkMcpServer;

  # Of npm, fetched by npx when the server starts first; a version, so that it is the same for everybody.
  npx = name: { pkgs, package, version, args ? [ ], ... }@given: mkMcpServer (removeAttrs given [ "version" "nodejs" ] // {
    inherit name;
    package = null;
    command = "${given.nodejs or pkgs.nodejs}/bin/npx";
    args = [ "-y" "${package}@${version}" ] ++ args;
  });
  VERSION = "2026.8.31";
in
{
  # NixOS packages and options.
  nixos = { pkgs, package ? pkgs.mcp-nixos, ... }@given: mkMcpServer (given // { name = "nixos"; inherit package; });

  # Documentation of libraries. A key (CONTEXT7_API_KEY in `secrets`) raises its limits.
  context7 = { pkgs, package ? pkgs.context7-mcp, ... }@given: mkMcpServer (given // { name = "context7"; inherit package; });

  # GitHub by the login of gh, unless `secrets` says otherwise.
  github = { pkgs, package ? pkgs.github-mcp-server, secrets ? { }, ... }@given: mkMcpServer (given // {
    name = "github";
    inherit package;
    args = given.args or [ "stdio" ];
    secrets = { GITHUB_PERSONAL_ACCESS_TOKEN.command = [ "${pkgs.gh}/bin/gh" "auth" "token" ]; } // secrets;
  });

  # A browser.
  playwright = { pkgs, package ? pkgs.playwright-mcp, ... }@given: mkMcpServer (given // { name = "playwright"; inherit package; });

  # Thinking in steps.
  sequentialThinking = { pkgs, version ? VERSION, ... }@given: npx "sequential-thinking" (given // { inherit version; package = "@modelcontextprotocol/server-sequential-thinking"; });

  # Notes that last from session to session.
  memory = { pkgs, version ? VERSION, ... }@given: npx "memory" (given // { inherit version; package = "@modelcontextprotocol/server-memory"; });

  # Files of these folders, and no others.
  filesystem = { pkgs, folders, version ? VERSION, ... }@given: npx "filesystem" (removeAttrs given [ "folders" ] // { inherit version; package = "@modelcontextprotocol/server-filesystem"; args = folders; });
}
