# For Home Manager, beside its own modules of the same names. Functions, because Nix 2.8 refuses paths.
{
  claude-code = import ./claude-code.nix;
  opencode = import ./opencode.nix;
}
