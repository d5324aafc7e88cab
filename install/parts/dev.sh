
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

# After a failure: nothing of it stays, and what was there before does.
nf_close_prefix() {
  rm -rf "$nf_dev_folder" "$nf_record/dev-notes.new"
  ! nf_exists "$nf_dev_before" || mv "$nf_dev_before" "$nf_dev_folder" || nf_die "can't put $nf_dev_before back as $nf_dev_folder (see above)."
  rmdir "${nf_dev_folder%/*}" "${nf_dev_folder%/.dev/*}" "$nf_record" "$(nf_home)" 2> /dev/null
}

nf_dev_folder_of() { printf '%s' "/opt/nix-feature/.dev/$nf_id"; }

# Where the prefix of an earlier run waits until this one has come to its end. No id begins with a dot.
nf_dev_before_of() { printf '%s' "/opt/nix-feature/.dev/.$nf_id"; }

# An empty prefix, but for somebody who may not make one.
nf_open_prefix() {
  nf_dev_folder=$nf_root$(nf_dev_folder_of) nf_dev_before=$nf_root$(nf_dev_before_of)
  nf_check_dev_links
  if nf_exists "$nf_dev_before"; then
    # A run that was killed did not come to its end: what it made is nothing.
    rm -rf "$nf_dev_folder"
  elif nf_exists "$nf_dev_folder"; then
    mv "$nf_dev_folder" "$nf_dev_before" || nf_die "can't set $nf_dev_folder aside (see above)."
  fi
  mkdir -p "$nf_dev_folder" 2> /dev/null
  mkdir -p "$nf_record" 2> /dev/null && rm -f "$nf_record/dev-notes.new"
}

# All that could be refused later is refused before install-dev.sh has done anything.
nf_check_dev_links() {
  local place
  for place in "$(nf_dev_folder_of)" "$(nf_dev_before_of)" "/var/lib/nix-feature/$nf_id"; do
    ! nf_has_link "$place" || nf_die "$nf_link is a symbolic link (to $(readlink "$nf_link")), and nothing is written through it."
  done
  nf_drop_links_in "/var/lib/nix-feature/$nf_id"
  ! nf_has_delta || [ ! -w "$nf_record" ] || nf_check_delta
}

nf_has_delta() { [ -e "$nf_record/owned" ] || [ -e "$nf_record/pending" ]; }

# Before store paths are removed.
nf_check_delta() {
  nf_check_rights
  nf_check_links
}

# Records that the Feature is here in development mode. Somebody who may not write there gets it installed all the same.
nf_record_dev() {
  rm -rf "$nf_dev_before"
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
  if nf_has_delta; then
    nf_say "removing the store paths of $nf_id $before: development mode takes their place"
    nf_check_delta
    nf_find_nix
    nf_lock
    for name in $(cat "$nf_record/links" 2> /dev/null); do nf_remove_link "$name"; done
    rm -f "$nf_root/opt/nix-feature/$nf_id" "$nf_root/nix/var/nix/gcroots/nix-feature-$nf_id" "$nf_root/nix/var/nix/gcroots/nix-feature-$nf_id-next"
    nf_remove_paths
  fi
  for name in $nf_recorded owned pending links registered options accepted build-key; do rm -f "$nf_record/$name"; done
}

# What development mode left, when it is over. A run that was killed may have left no more than an empty folder.
nf_forget_dev() {
  nf_exists "$nf_root$(nf_dev_folder_of)" || nf_exists "$nf_root$(nf_dev_before_of)" || [ -e "$nf_record/dev-notes" ] || [ -d "$nf_root/opt/nix-feature/.dev" ] || return 0
  case $(nf_notes_of packages) in ?*) nf_say "packages of the system stay: $(nf_notes_of packages)" ;; esac
  rm -f "$nf_record/dev-notes"
  ! nf_has_link /opt/nix-feature/.dev || { nf_warn "$nf_link is a symbolic link: nothing is removed through it." && return 0; }
  rm -rf "$nf_root$(nf_dev_folder_of)" "$nf_root$(nf_dev_before_of)"
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
  ! nf_exists "$nf_root$(nf_dev_before_of)" || { printf 'an installation was interrupted: install the Feature again, or remove it' && return; }
  [ ! -f "$nf_record/environment" ] || [ -d "$nf_root$(nf_dev_folder_of)" ] || printf '%s is missing' "$(nf_dev_folder_of)"
}
