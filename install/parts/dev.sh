
# --- Development mode: the author's install-dev.sh ----------------------------------------------------------------------

nf_install_dev() {
  nf_say "installing $nf_id the way its author has it for other systems (install-dev.sh)"
  cd -- "$nf_feature" || return
  unset LC_ALL
  NIX_FEATURE_SYSTEM=$nf_system
  export NIX_FEATURE_SYSTEM
  if [ -x ./install-dev.sh ]; then ./install-dev.sh; else sh ./install-dev.sh; fi || nf_die "install-dev.sh of $nf_id failed (see above)."
  LC_ALL=C
  export LC_ALL
  nf_record_dev
}

# Records that the Feature is here in development mode. Somebody who may not write there gets it installed all the same.
nf_record_dev() {
  ! nf_has_link "/var/lib/nix-feature/$nf_id" && mkdir -p "$nf_record" 2> /dev/null && [ -w "$nf_record" ] || { nf_warn "can't write to $nf_record: this installation is not recorded." && return 0; }
  nf_copy_to_record "$nf_bundle/feature.env" feature.env
  nf_record_runtime dev
  nf_set_door
  nf_log "installed $nf_version (dev: install-dev.sh)"
  nf_say "$nf_id $nf_version is installed; what install-dev.sh did is its author's: \"$(nf_removal)\" removes the record"
}

nf_dev_status() {
  [ "$nf_mode" = dev ] || return 0
  nf_fact brought 'by install-dev.sh, the way of its author for other systems'
}

nf_dev_fault() { :; }
