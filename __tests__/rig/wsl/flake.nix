# Stands in for a flake with NixOS-WSL: nixosConfigurations whose tarball builder takes the same arguments as upstream's and writes the same
# layout. What it leaves out: NixOS itself. The system is a folder with four files, and its shell and init are ELF headers without a program.
{
  outputs = { self }:
    let
      mkConfiguration = { system, machine, hash ? "!" }:
        let
          common = { inherit system; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; };
          shell = derivation (common // {
            name = "standin-shell-5.3";
            args = [ "-c" ''mkdir -p $out/bin; printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\002\000${machine}\000\001\000\000\000' > $out/bin/bash; chmod 555 $out/bin/bash'' ];
          });
          toplevel = derivation (common // {
            name = "standin-nixos-25.11";
            inherit shell hash;
            args = [ "-c" ''
              mkdir -p $out/etc $out/bin
              ln -s $shell/bin/bash $out/bin/systemd-shim
              printf '#!%s/bin/bash\nexec %s/bin/bash "$@"\n' $shell $shell > $out/bin/sh; chmod 555 $out/bin/sh
              printf '[boot]\nsystemd=true\n\n[user]\ndefault=nixos\n' > $out/etc/wsl.conf
              printf 'root:x:0:0::/root:/bin/bash\nnixos:x:1000:100::/home/nixos:/bin/bash\n' > $out/etc/passwd
              printf 'root:%s:1::::::\nnixos:!:1::::::\n' "$hash" > $out/etc/shadow
            '' ];
          });
          tarballBuilder = derivation (common // {
            name = "standin-tarball-builder";
            inherit shell toplevel;
            script = builtins.readFile ./builder.sh;
            args = [ "-c" ''mkdir -p $out/bin; printf '#!/bin/sh\ntoplevel=%s\nshell=%s\n%s' $toplevel $shell "$script" > $out/bin/nixos-wsl-tarball-builder; chmod 555 $out/bin/nixos-wsl-tarball-builder'' ];
          });
        in
        { config.system.build = { inherit toplevel tarballBuilder; }; };
      amd64 = { system = "x86_64-linux"; machine = "\\076"; };
      arm64 = { system = "aarch64-linux"; machine = "\\267"; };
    in
    {
      nixosConfigurations = {
        minimal = mkConfiguration amd64;
        minimal-arm64 = mkConfiguration arm64;
        shared-password = mkConfiguration (amd64 // { hash = "$6$salt$hash"; });
        empty = { config.system.build.tarballBuilder = derivation { name = "no-builder"; system = "x86_64-linux"; builder = "/bin/sh"; PATH = "/usr/bin:/bin"; args = [ "-c" "mkdir $out" ]; }; };
      };
    };
}
