
# --- Development mode: the author's install-dev.sh ----------------------------------------------------------------------
#
# It may install wherever it likes. What it puts into NIX_FEATURE_PREFIX is found as a delta's programs are, and goes with
# the Feature.

nf_install_dev() {
  local before
  before=$(nf_recorded_version)
  nf_say "installing $nf_id the way its author has it for other systems (install-dev.sh)"
  nf_open_prefix
  (
    cd -- "$nf_feature" || exit
    unset LC_ALL
    NIX_FEATURE_SYSTEM=$nf_system NIX_FEATURE_RUNTIME=$nf_bundle/install.sh NIX_FEATURE_PREFIX=$nf_dev_folder
    NIX_FEATURE_NOTES=$nf_record/dev-notes.new
    export NIX_FEATURE_SYSTEM NIX_FEATURE_RUNTIME NIX_FEATURE_PREFIX NIX_FEATURE_NOTES
    if [ -x ./install-dev.sh ]; then ./install-dev.sh; else sh ./install-dev.sh; fi
  ) || {
    nf_close_prefix
    nf_die "install-dev.sh of $nf_id failed (see above)."
  }
  nf_record_dev
}

# After a failure: nothing of it stays, and what was recorded before does.
nf_close_prefix() {
  rm -rf "$nf_dev_folder" "$nf_record/dev-notes.new"
  rmdir "${nf_dev_folder%/*}" "${nf_dev_folder%/.dev/*}" "$nf_record" "$(nf_home)" 2> /dev/null
}

nf_dev_folder_of() { printf '%s' "/opt/nix-feature/.dev/$nf_id"; }

# An empty prefix, but for somebody who may not make one.
nf_open_prefix() {
  nf_dev_folder=$nf_root$(nf_dev_folder_of)
  ! nf_has_link "$(nf_dev_folder_of)" || nf_die "$nf_link is a symbolic link, and nothing is written through it."
  rm -rf "$nf_dev_folder"
  mkdir -p "$nf_dev_folder" 2> /dev/null
  ! nf_has_link "/var/lib/nix-feature/$nf_id" && mkdir -p "$nf_record" 2> /dev/null && rm -f "$nf_record/dev-notes.new"
}

# Records that the Feature is here in development mode. Somebody who may not write there gets it installed all the same.
nf_record_dev() {
  [ -d "$nf_record" ] && [ -w "$nf_record" ] || { nf_warn "can't write to $nf_record: this installation is not recorded." && return 0; }
  nf_drop_delta
  nf_copy_to_record "$nf_bundle/feature.env" feature.env
  nf_record_runtime dev
  if [ -f "$nf_record/dev-notes.new" ]; then mv -f "$nf_record/dev-notes.new" "$nf_record/dev-notes"; else rm -f "$nf_record/dev-notes"; fi
  nf_activate_dev
  nf_set_door
  nf_log "installed $nf_version (dev: install-dev.sh)"
  nf_say "$nf_id $nf_version is installed; \"$(nf_removal)\" removes what is in $(nf_dev_folder_of), and the record"
}

nf_activate_dev() {
  if rmdir "$nf_dev_folder" 2> /dev/null; then
    rm -f "$nf_root/opt/nix-feature/$nf_id"
    rmdir "${nf_dev_folder%/*}" "${nf_dev_folder%/.dev/*}" 2> /dev/null
    nf_forget_shells
    return
  fi
  nf_data=$nf_record
  printf 'PATH=bin\n' > "$nf_record/environment" || nf_die "can't write to $nf_record (see above)."
  nf_switch "$(nf_dev_folder_of)" "$nf_root/opt/nix-feature/$nf_id"
  nf_write_profile
}

# The delta that was here before, if there was one.
nf_drop_delta() {
  local name
  if [ -e "$nf_record/owned" ] || [ -e "$nf_record/pending" ]; then
    nf_say "removing the store paths of $nf_id $before: development mode takes their place"
    nf_check_rights
    nf_find_nix
    nf_lock
    for name in $(cat "$nf_record/links" 2> /dev/null); do nf_remove_link "$name"; done
    rm -f "$nf_root/opt/nix-feature/$nf_id" "$nf_root/nix/var/nix/gcroots/nix-feature-$nf_id" "$nf_root/nix/var/nix/gcroots/nix-feature-$nf_id-next"
    nf_remove_paths
  fi
  for name in $nf_recorded owned pending links registered options accepted build-key; do rm -f "$nf_record/$name"; done
}

# What development mode left, when it is over.
nf_forget_dev() {
  [ -e "$nf_root$(nf_dev_folder_of)" ] || [ -e "$nf_record/dev-notes" ] || return 0
  case $(nf_notes_of packages) in ?*) nf_say "packages of the system stay: $(nf_notes_of packages)" ;; esac
  rm -rf "$nf_root$(nf_dev_folder_of)" "$nf_record/dev-notes"
  rmdir "$nf_root/opt/nix-feature/.dev" 2> /dev/null || :
}

# nf_notes_of KIND: what install-dev.sh noted, on one line
nf_notes_of() {
  local kind rest all
  all=''
  while IFS=' ' read -r kind rest; do [ "$kind" != "$1" ] || all="$all${all:+, }$rest"; done 2> /dev/null < "$nf_record/dev-notes"
  printf '%s' "$all"
}

nf_dev_status() {
  local kind
  [ "$nf_mode" = dev ] || return 0
  nf_fact brought 'by install-dev.sh, the way of its author for other systems'
  for kind in release installer packages; do
    [ -z "$(nf_notes_of $kind)" ] || nf_fact "$kind" "$(nf_notes_of $kind)"
  done
}

nf_dev_fault() {
  [ ! -f "$nf_record/environment" ] || [ -d "$nf_root$(nf_dev_folder_of)" ] || printf '%s is missing' "$(nf_dev_folder_of)"
}
