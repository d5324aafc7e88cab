
# --- The store ---------------------------------------------------------------------------------------------------------

# Which of $nf_paths are there and whole. Sets nf_missing, nf_damaged, nf_present.
nf_scan() {
  local file path hash size layer group hashes
  nf_missing=$nf_nl nf_damaged=$nf_nl nf_present=$nf_nl nf_accepted=$nf_nl nf_vouched=''
  for file in $nf_path_files; do
    while IFS=' ' read -r path hash size layer; do
      if nf_exists "$nf_root$path"; then
        nf_present=$nf_present$path$nf_nl
      else
        nf_missing=$nf_missing$path$nf_nl
      fi
    done < "$file"
  done
  [ "${NIX_FEATURE_VERIFY:-full}" != quick ] || return 0
  [ "$nf_present" = "$nf_nl" ] || nf_find_damage
}

nf_find_damage() {
  local file path hash size layer
  set --
  for path in $nf_present; do set -- "$@" "$nf_root$path"; done
  set -- $(nf_hashes "$@")
  [ $# = "$(nf_count "$nf_present")" ] || nf_die "what is in the store already can't be read (see above)."
  for file in $nf_path_files; do
    while IFS=' ' read -r path hash size layer; do
      nf_in "$nf_present" "$path" || continue
      [ "$1" = "$hash" ] || nf_is_vouched "$path" "$1" < /dev/null || nf_damaged=$nf_damaged$path$nf_nl
      shift
    done < "$file"
  done
}

# A place outside the store (a garbage collection deletes what it does not know) on the same file system, so that a
# path comes to its final name whole or not at all.
nf_open_staging() {
  local left
  nf_staging=$nf_root/nix/.nix-feature-staging-$nf_id
  # What a run that was killed left behind.
  for left in $(set +f && IFS=' ' && printf "%s$nf_nl" "$nf_root"/nix/.nix-feature-staging-*); do
    [ -d "$left" ] || continue
    nf_debug "removing what an earlier run left behind: $left"
    if [ "$left" = "$nf_staging" ]; then nf_remove "$left/tree" "$left/list" "$left/layer"; else nf_remove "$left"; fi
  done
  mkdir -p "$nf_staging/layers" "$nf_staging/tree" && : > "$nf_staging/probe" && rm "$nf_staging/probe" ||
    nf_die "can't write to $nf_root/nix (see above)." "Is it read-only, or the disk full? The Feature has to be installed while the image is built, as root, with a writable /nix."
  nf_same_device "$nf_staging" "$nf_store" || nf_die "$nf_store is on another file system than $nf_root/nix." \
    "Mount the volume over /nix as a whole, or over neither: paths could not be put into the store in one step."
  rmdir "$nf_store/.nix-feature-probe" 2> /dev/null
  mkdir "$nf_store/.nix-feature-probe" 2> "$nf_staging/failure" && rmdir "$nf_store/.nix-feature-probe" ||
    nf_die "the store $nf_store can't be written to: $(cat "$nf_staging/failure")" \
      "Is it mounted read-only? The Feature has to be installed while the image is built, with a writable store."
}

nf_same_device() {
  local one other
  one=$(stat -c %d "$1" 2> /dev/null) && other=$(stat -c %d "$2" 2> /dev/null) || return 0
  [ "$one" = "$other" ]
}

# Store paths are read-only, and only root may remove what is in a read-only folder. Files keep their modes: they may be
# hard links of what is in the store by now.
nf_remove() {
  rm -rf "$@" 2> /dev/null && return
  find "$@" -type d -exec chmod u+rwx {} \; 2> /dev/null
  rm -rf "$@"
}

# nf_move FROM TO, where a folder changes its parent: nobody but root may do that to a read-only one.
nf_move() {
  if [ $nf_overrides = yes ] || [ -L "$1" ] || [ ! -d "$1" ]; then
    mv "$1" "$2"
  else
    chmod u+w "$1" && mv "$1" "$2" && chmod u-w "$2"
  fi
}

# Puts $nf_wanted in place, one rename a path. A path that somebody else put there meanwhile is as good.
nf_place() {
  local path
  nf_added=$nf_nl
  for path in $nf_damaged; do nf_in "$nf_foreign" "$path" || nf_set_aside "$path"; done
  set --
  for path in $nf_wanted; do
    nf_exists "$nf_root$path" && continue
    nf_added=$nf_added$path$nf_nl
    if [ $nf_overrides = yes ]; then
      set -- "$@" "$nf_staging/tree$path"
    else
      nf_move "$nf_staging/tree$path" "$nf_root$path" || nf_die "can't put $path into the store (see above)."
    fi
  done
  [ $# = 0 ] || mv "$@" "$nf_store/" || nf_die "can't put the paths into the store (see above)."
}

nf_set_aside() {
  local place number
  place=$nf_root/nix/.nix-feature-damaged/${1##*/}
  number=''
  while nf_exists "$place$number"; do number=$((${number:-0} - 1)); done
  mkdir -p "${place%/*}" && nf_move "$nf_root$1" "$place$number" || nf_die "can't move the damaged $1 aside (see above)."
  nf_warn "$1 was there, but is not what the Feature was built with (somebody changed it, or it was cut short). It is now $place$number, which can be deleted; a whole one takes its place."
}

# What tar can't know. A store that one user owns (Nix without a daemon) is theirs to collect garbage in.
nf_settle_tree() {
  local owner
  owner=$(stat -c %u:%g "$nf_store" 2> /dev/null)
  case $owner in
    '' | 0:* | "$nf_user":*) ;;
    *) chown -R -h "$owner" "$nf_staging/tree/nix/store" || nf_die "can't give what was unpacked to the store's owner, $owner (see above)." ;;
  esac
  # BusyBox's tar gives folders the time of unpacking; in a store every time is 1.
  [ "$nf_tar_links" != b ] || ! nf_have find || find "$nf_staging/tree/nix/store" -type d -exec touch -d @1 {} +
}
