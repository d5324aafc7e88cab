
# --- nix-feature-ctl register: for a Nix that came after the Features ---------------------------------------------------

nf_register_record() {
  [ -f "$nf_record/paths" ] || { nf_say "$nf_id was installed in development mode: there is nothing to register" && return; }
  nf_find_nix
  [ -n "$nf_nix_store" ] || nf_die "there is no Nix: nix-store is neither in PATH nor in the profile of a user." "Install Nix, or name its folder: PATH=\$PATH:/its/bin nix-feature-ctl register"
  nf_read_paths
  [ ! -f "$nf_record/complement-paths" ] || ! nf_brought_requires || nf_add_complement
  nf_scan
  [ "$nf_missing$nf_damaged" = "$nf_nl$nf_nl" ] || nf_die "$nf_id is incomplete: it is not registered with Nix." "Install it again; \"nix-feature-ctl verify $nf_id\" says what is wrong."
  nf_check_links
  nf_lock
  nf_staging=$nf_root/nix/.nix-feature-staging-$nf_id
  mkdir -p "$nf_staging" || nf_die "can't write to $nf_root/nix (see above)." "Run it as root, or as the owner of the store."
  nf_hold_gc
  nf_replaced=$(nf_standing_in "$nf_paths")
  nf_root_add "nix-feature-$nf_id" "$nf_storepath"
  nf_register
  nf_allow_gc
  # The store's owner may register, and can't write to the record.
  printf '%s\n' "$nf_registered" 2> /dev/null > "$nf_record/registered"
  nf_unlock
  [ $nf_registered = yes ] && nf_say "Nix knows the $(nf_count "$nf_paths") store paths of $nf_id, and keeps them"
}
