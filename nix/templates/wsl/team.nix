# What your team's machine has besides. Everything here is in the tarball, so no secrets: the check would find them.
{ ... }:
{
  networking.hostName = "dev-team";
  time.timeZone = "Europe/Berlin";

  # services.nix-feature.cache = {
  #   urls = [ "https://cache.example.org" ];
  #   publicKeys = [ "cache.example.org-1:…" ];
  # };
}
