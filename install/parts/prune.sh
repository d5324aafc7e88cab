
# --- What is no longer needed ------------------------------------------------------------------------------------------

# nf_prune KEEP, a list: removes from the store what is ours and not on it, but for what another Feature needs. That one
# owns it from then on. One pass over the records, and a fixed number of questions to Nix.
nf_prune() {
  local mine gone needed obsolete returning
  needed=''
  mine=$(nf_own_paths)
  gone=$(nf_minus "$mine" "$1")
  if [ -n "$gone" ]; then
    needed=$(nf_both "$gone" "$(nf_needed_by_others)")
    obsolete=$(nf_minus "$gone" "$needed")
    returning=$(nf_standing_in "$obsolete")
    # What comes back is not ours from before it is there: else a run that takes this one up would delete it.
    [ -z "$returning" ] || nf_disown "$(nf_minus "$mine" "$returning")"
  fi
  # What is about to be handed over is claimed already: the base's comes back when the last that needs ours is gone.
  nf_return_asides "$(nf_minus "$mine" "$gone")$nf_nl$needed"
  [ -n "$gone" ] || return 0
  obsolete=$(nf_minus "$obsolete" "$returning")
  [ -z "$obsolete" ] || nf_delete_paths "$obsolete"
  [ -z "$needed" ] || nf_hand_over "$needed"
}

# nf_disown KEPT
nf_disown() {
  [ ! -e "$nf_record/pending" ] || nf_write_list "$nf_record/pending" "$1"
  [ ! -e "$nf_record/owned" ] || nf_write_list "$nf_record/owned" "$1"
}

# nf_hand_over PATHS: to all that need them
nf_hand_over() {
  local record paths
  for record in $(nf_other_records); do
    paths=$(nf_both "$1" "$(cat "$record/paths" "$record/requires" "$record/complement-paths" "$record/pending" 2> /dev/null | cut -d ' ' -f 1)")
    [ -n "$paths" ] || continue
    nf_debug "$(nf_count "$paths") store paths stay for ${record##*/}"
    nf_write_list "$record/owned" "$(nf_minus "$paths$nf_nl$(cat "$record/owned" 2> /dev/null)" '')"
  done
}

# Nix itself deletes what it knows: it sees whether anything else still needs it.
nf_delete_paths() {
  local unknown
  nf_debug "deleting $(nf_count "$1") paths that are no longer needed"
  unknown=$1
  if [ -n "$nf_nix_store" ] && [ -d "$nf_root/nix/var/nix/db" ]; then
    unknown=$(nf_invalid $1) || nf_die "Nix's database can't be read (see above)." "Repair it, or leave it alone with NIX_FEATURE_NIX=no."
    nf_delete_known "$(nf_minus "$1" "$unknown")"
  fi
  nf_delete_unknown "$unknown"
}

# nf_delete_unknown PATHS: out of the store in one rename each, and then removed. An overlay makes a rename a copy, which
# takes time, and on a full disk space that is not there: in one, and where nothing can be written, they go in place.
nf_delete_unknown() {
  local path places
  places=$(for path in $(nf_there "$1"); do printf '%s\n' "$nf_root$path"; done)
  [ -n "$places" ] || return 0
  if ! nf_is_overlay "$nf_store" && mkdir -p "$nf_staging/trash" 2> /dev/null && nf_move_all "$nf_staging/trash" $places; then
    nf_remove "$nf_staging/trash"
  else
    nf_remove $places || nf_die "can't remove what is no longer needed (see above)."
  fi
}

nf_is_overlay() { [ "$(stat -f -c %t "$1" 2> /dev/null)" = 794c7630 ]; }

# In one step, or what is left of the record could not be removed by the runtime that lies in it. Where that step would be a
# copy, the runtime and what names the Feature go last.
nf_remove_record() {
  local file
  if ! nf_is_overlay "$nf_record" && mv "$nf_record" "${nf_record%/*}/.removed"; then return; fi
  for file in $(set +f && IFS=' ' && printf "%s$nf_nl" "$nf_record"/*); do
    case ${file##*/} in install.sh | feature.env) ;; *) rm -rf "$file" ;; esac
  done
  rm -rf "$nf_record" || nf_die "can't remove $nf_record (see above)."
}

# nf_move_all FOLDER PLACE...
nf_move_all() {
  local folder place
  folder=$1
  shift
  # What an earlier run was about to remove.
  for place in "$@"; do ! nf_exists "$folder/${place##*/}" || nf_remove "$folder/${place##*/}"; done
  if [ "$nf_overrides" = yes ]; then mv "$@" "$folder/" && return; fi
  for place in "$@"; do nf_move "$place" "$folder/${place##*/}" || return; done
}

# nf_delete_known PATHS: all in one command, because Nix deletes no path that another one refers to, unless that one is to
# go as well.
nf_delete_known() {
  local known outside needed failure left
  known=$1
  [ -n "$known" ] || return 0
  outside=$(nf_minus "$(nf_nix --query --referrers-closure $known)" "$known")
  if [ -n "$outside" ]; then
    needed=$(nf_both "$known" "$(nf_nix --query --requisites $outside)")
    known=$(nf_minus "$known" "$needed")
    nf_say "$(nf_count "$needed") store paths stay, because $(nf_count "$outside") others need them:$(nf_first "$outside")"
  fi
  [ -n "$known" ] || return 0
  failure=$(nf_nix --delete $known 2>&1 > /dev/null) && return
  left=$(nf_minus "$known" "$(nf_invalid $known)")
  [ -n "$left" ] || return 0
  case $failure in
    *' disk '* | *'readonly database'*) nf_die "Nix could not delete $(nf_count "$left") store paths: $failure" "Is the disk full? ($(df -P -k "$nf_store" 2> /dev/null | tail -n 1)) Make room, and run it again." ;;
  esac
  nf_say "$(nf_count "$left") store paths stay for now, because something uses them; Nix's garbage collection will remove them:$(nf_first "$left")"
  nf_debug "$failure"
}
