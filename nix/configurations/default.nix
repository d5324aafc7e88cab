# WSL machines as functions of what differs: what comes out is a NixOS module, to go beside NixOS-WSL's.
{
  minimal = import ./minimal;
  dev-team = import ./dev-team;
}
