# What the library says of what it is given: forms, and refusals.
{ pkgs, lib }:
let
  inherit (import ../lib { inherit lib; }) ai-dev mkFeature;
  inherit (ai-dev) mkMcpServer mcpServers;
  throws = value: !(builtins.tryEval (builtins.deepSeq value true)).success;
  feature = given: mkFeature ({ nixpkgs.legacyPackages.x = pkgs; systems = [ "x" ]; name = "tools"; packages = pkgs: [ pkgs.jq ]; } // given);

  facts = {
    "a server with a file as secret is upstream's form" = mkMcpServer { name = "a"; command = "/bin/a"; args = [ "x" ]; env.B = "c"; secrets.TOKEN.file = "/run/t"; }
      == { command = "/bin/a"; args = [ "x" ]; env = { B = "c"; TOKEN.file = "/run/t"; }; };
    "a server with an address is upstream's form" = mkMcpServer { name = "a"; url = "https://mcp.example.org"; headers.X = "y"; } == { url = "https://mcp.example.org"; headers.X = "y"; };
    "a server of npm has a version" = (mcpServers.sequentialThinking { inherit pkgs; version = "1.2.3"; }).args == [ "-y" "@modelcontextprotocol/server-sequential-thinking@1.2.3" ];
    "the filesystem server gets its folders" = lib.last (mcpServers.filesystem { inherit pkgs; folders = [ "/work" ]; }).args == "/work";
    "a server must be either local or remote" = throws (mkMcpServer { name = "a"; }) && throws (mkMcpServer { name = "a"; command = "/bin/a"; url = "https://a"; });
    "what is of the wrong type is refused" = throws (mkMcpServer { name = "a"; command = "a"; args = [ 1 ]; }) && throws (mkMcpServer { name = "a"; command = "a"; env.A = true; }) && throws (mkMcpServer { name = "a"; url = "https://a"; enabled = "yes"; });
    "a remote server takes no secrets" = throws (mkMcpServer { name = "a"; url = "https://a"; secrets.T.file = "/run/t"; });
    "a secret in the store is refused" = throws (mkMcpServer { name = "a"; command = "a"; secrets.T.file = ./library.nix; }) && throws (mkMcpServer { name = "a"; command = "a"; secrets.T.file = "${pkgs.jq}"; });
    "a secret by two ways is refused" = throws (mkMcpServer { inherit pkgs; name = "a"; command = "a"; secrets.T = { file = "/run/t"; command = [ "t" ]; }; });
    "OpenCode gets a file as {file:…}" = ai-dev.toOpenCode { a = { command = "/bin/a"; args = [ "x" ]; env.T.file = "/run/t"; }; b = { command = "b"; enabled = false; }; }
      == { a = { type = "local"; command = [ "/bin/a" "x" ]; environment.T = "{file:/run/t}"; }; };
    "Claude Code gets an address as http" = ai-dev.toClaude pkgs { a = { url = "https://a"; }; } == { a = { type = "http"; url = "https://a"; }; };
    "rbw is asked for a field" = builtins.tail (ai-dev.secrets.mkRbwCommand { inherit pkgs; entry = "forge"; field = "token"; folder = "work"; }).command == [ "get" "--folder" "work" "--field" "token" "forge" ];
    "sops opens a key of a file" = builtins.tail (ai-dev.secrets.mkSopsSecret { inherit pkgs; file = "/etc/secrets.yaml"; key = [ "forge" "token" ]; }).command == [ "decrypt" "--extract" "[\"forge\"][\"token\"]" "/etc/secrets.yaml" ];
    "what sops-nix decrypted is a file" = (ai-dev.secrets.mkSopsSecret { path = "/run/secrets/forge"; }).file == "/run/secrets/forge";
    "each forge has a token, and others are refused" = builtins.tail (ai-dev.secrets.mkForgeToken { inherit pkgs; }).command == [ "auth" "token" "--hostname" "github.com" ]
      && lib.last (ai-dev.secrets.mkForgeToken { inherit pkgs; forge = "gitlab"; host = "gitlab.example.org"; }).command == "gitlab.example.org"
      && throws (ai-dev.secrets.mkForgeToken { inherit pkgs; forge = "svn"; host = "x"; }).command;
    "a Feature is a package and a shell" = (feature { env.A = "b"; }).packages.x.default.name == "tools" && (feature { }).devShells.x ? default;
    "variables that devcontainer-feature.json lacks are refused" = throws (feature { env.A = "b"; name = "my-tools"; metadata = ../templates/minimal/devcontainer-feature.json; }).packages.x.default.name;
    "an id that devcontainer-feature.json has not is refused" = throws (feature { metadata = ../templates/minimal/devcontainer-feature.json; }).packages.x.default.name;
    "an account's command is a plain name" = throws (ai-dev.mkClaudeWrapper { inherit pkgs; name = "a"; account.command = "a b"; }).name;
    "an option that an account has not is refused" = throws (ai-dev.mkClaudeWrapper { inherit pkgs; name = "a"; account.configdir = "~/x"; }).name;
  };
  wrong = lib.filter (name: !facts.${name}) (lib.attrNames facts);
in
if wrong != [ ] then throw "These do not hold of the library:\n${lib.concatMapStringsSep "\n" (name: "- ${name}") wrong}"
else pkgs.writeText "library" (lib.concatMapStringsSep "" (name: "${name}\n") (lib.attrNames facts))
