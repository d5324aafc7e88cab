{
  description = "The smallest feature: one program, and no nixpkgs";

  outputs =
    { self }:
    let
      hello =
        system:
        derivation {
          name = "hello-1.0.0";
          inherit system;
          # The machine's own shell: enough for an example. It is why this one is built with the sandbox off.
          builder = "/bin/sh";
          args = [ ./build.sh ];
        };
    in
    {
      packages.x86_64-linux.default = hello "x86_64-linux";
      packages.aarch64-linux.default = hello "aarch64-linux";
    };
}
