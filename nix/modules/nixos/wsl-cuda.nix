# CUDA in WSL: the driver is that of Windows, which WSL mounts at /usr/lib/wsl/lib.
{ config, lib, options, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.services.nix-feature.wslCuda;
in
{
  options.services.nix-feature.wslCuda = {
    enable = lib.mkEnableOption "CUDA by the driver of Windows";
    containers = mkOption {
      type = types.bool;
      default = false;
      example = true;
      description = "Whether containers can use the graphics card too, by NVIDIA's container toolkit.";
    };
  };

  config = lib.mkIf cfg.enable (lib.mkMerge [
    {
      # What upstream's module does not reach: programs that look for libcuda.so by themselves.
      environment.variables.LD_LIBRARY_PATH = lib.mkDefault "/usr/lib/wsl/lib";
      hardware.nvidia-container-toolkit = lib.mkIf cfg.containers { enable = true; suppressNvidiaDriverAssertion = true; };
      assertions = [
        { assertion = options ? wsl; message = "services.nix-feature.wslCuda needs NixOS-WSL: import nixos-wsl.nixosModules.default too."; }
      ];
    }
    (lib.optionalAttrs (options ? wsl) { wsl.useWindowsDriver = true; })
  ]);
}
