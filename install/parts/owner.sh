
# --- Whose a store path is ---------------------------------------------------------------------------------------------
#
# A path is a Feature's own if it was absent when the Feature came: `owned` in its record lists those, and `pending` those
# of a run that has not ended. What was there before, with other bytes, is never ours: it waits in /nix/.nix-feature-aside
# under its name, and comes back when no Feature claims its place any more. There is no other note of it, so a run that is
# killed leaves nothing that could be wrong.

# nf_own_paths: what our record claims. Text that is no store path is nothing that we ever wrote.
nf_own_paths() {
  local path
  cat "$nf_record/owned" "$nf_record/pending" 2> /dev/null | while IFS= read -r path; do
    ! nf_is_store_path "$path" || printf '%s\n' "$path"
  done | sort -u
}

# nf_other_records: the records of other Features, whole or not
nf_other_records() {
  local record
  for record in $(nf_records); do
    [ "$record" != "$nf_record" ] && [ ! -L "$record" ] || continue
    [ ! -f "$record/paths" ] && [ ! -f "$record/pending" ] || printf '%s\n' "$record"
  done
}

# nf_of_others NAME...: files of these names in the records of other Features
nf_of_others() {
  local record name
  for record in $(nf_other_records); do
    for name in "$@"; do [ ! -f "$record/$name" ] || printf '%s\n' "$record/$name"; done
  done
}

# nf_words N FILE...: the first N words of every line
nf_words() {
  local count
  count=$1
  shift
  [ $# = 0 ] || cat "$@" | cut -d ' ' -f "1-$count"
}

nf_needed_by_others() { nf_words 1 $(nf_of_others paths requires complement-paths pending); }

# nf_vouched_by_others: `path hash` of what other Features were built with
nf_vouched_by_others() { nf_words 2 $(nf_of_others paths requires complement-paths); }

# nf_is_vouched PATH HASH: is this, which is not what we would install, known to be a build of its own? Two Features that
# have one path with other bytes would else swap it for ever. Notes it in nf_accepted.
nf_is_vouched() {
  [ -n "$nf_vouched" ] || nf_vouched=$nf_nl$(nf_vouched_by_others)$nf_nl
  if nf_in "$nf_nl$(cat "$nf_record/accepted" 2> /dev/null)$nf_nl" "$1 $2"; then nf_debug "$1 is from another build, as before"
  elif nf_in "$nf_vouched" "$1 $2" || nf_is_another_build "$1"; then nf_say "$1 is there already, from another build; it is kept"
  else return 1
  fi
  nf_accepted="$nf_accepted$1 $2$nf_nl"
}

# The same derivation, built elsewhere, may give other bytes. What the database vouches for is left as it is.
nf_is_another_build() {
  [ -n "$nf_nix_store" ] && [ -d "$nf_root/nix/var/nix/db" ] && [ -z "$(nf_invalid "$1")" ] || return 1
  nf_nix --verify-path "$1" 2> /dev/null
}

# nf_foreign: the damaged paths that no Feature brought
nf_find_foreign() {
  nf_foreign=$nf_nl
  [ "$nf_damaged" = "$nf_nl" ] || nf_foreign=$nf_nl$(nf_minus "$nf_damaged" "$(nf_own_paths)$nf_nl$(nf_words 1 $(nf_of_others owned pending))")$nf_nl
}

# Moves what is foreign aside, before we note that its place is ours. What Nix's database says of it is kept with it.
nf_set_foreign_aside() {
  local path place
  # Before the first is moved: what would be put over another thing, or into a folder, could not be found again.
  for path in $nf_foreign; do
    place=$nf_aside/${path##*/}
    ! nf_exists "$place" || nf_die "$path was here before and has to be set aside, and $place, its place, is taken." \
      "Look at both. Remove $place, or move it away, and install the Feature again."
  done
  for path in $nf_foreign; do
    place=$nf_aside/${path##*/}
    mkdir -p "$nf_aside" || nf_die "can't make $nf_aside (see above)."
    if nf_is_known "$path"; then
      nf_nix --dump-db "$path" > "$place.nix-registration" || nf_die "Nix's database can't be read (see above)."
    fi
    nf_move "$nf_root$path" "$place" || nf_die "can't move $path aside (see above)."
    nf_warn "$path was here before, and is not what the Feature was built with: it is another build, or damaged. It is $place now, and comes back when $nf_id is removed; until then the Feature's own is in its place."
  done
}

nf_is_known() { [ -n "$nf_nix_store" ] && [ -d "$nf_root/nix/var/nix/db" ] && [ -z "$(nf_invalid "$1" 2>&1)" ]; }

# nf_standing_in LIST: those of it that have something set aside
nf_standing_in() {
  local path
  [ -d "$nf_aside" ] || return 0
  for path in $1; do ! nf_exists "$nf_aside/${path##*/}" || printf '%s\n' "$path"; done
}

# nf_return_asides CLAIMED: everything comes back whose place is neither among those nor any other Feature's.
nf_return_asides() {
  local path claimed
  [ -d "$nf_aside" ] || return 0
  claimed=$nf_nl$1$nf_nl$(nf_words 1 $(nf_of_others owned pending))$nf_nl
  for path in $(set +f && IFS=' ' && printf "%s$nf_nl" "$nf_aside"/*); do
    path=/nix/store/${path##*/}
    case $path in *.nix-registration) continue ;; esac
    nf_is_store_path "$path" || continue
    nf_in "$claimed" "$path" || nf_return_aside "$path" "$nf_aside/${path##*/}"
  done
  rmdir "$nf_aside" 2> /dev/null
}

# nf_return_aside PATH PLACE
nf_return_aside() {
  nf_exists "$2" || return 0
  # Without a note of what the database said, it said nothing: our registration goes with our path.
  [ -e "$2.nix-registration" ] || ! nf_is_known "$1" || nf_nix --delete "$1" > /dev/null 2>&1
  nf_delete_unknown "$1"
  nf_move "$2" "$nf_root$1" || nf_die "can't put $1 back (see above)."
  if [ -e "$2.nix-registration" ]; then
    [ -z "$nf_nix_store" ] || nf_nix --load-db < "$2.nix-registration" || nf_warn "Nix's database did not accept $1 again (see above)."
    rm -f "$2.nix-registration"
  fi
  nf_say "$1, which was here before, is back"
}
