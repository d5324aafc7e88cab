
# --- What was installed: /var/lib/nix-feature/<id>/ --------------------------------------------------------------------

nf_recorded='feature.env
manifest
paths
requires
registration
requires-registration
env-path
environment
complement-paths'

nf_source_of() {
  case $1 in
    feature.env) printf '%s' "$nf_bundle/feature.env" ;;
    *) printf '%s' "$nf_data/$1" ;;
  esac
}

# Is the record that of this very bundle, with nothing left to do?
nf_is_recorded() {
  local name source
  [ -d "$nf_record" ] && [ ! -e "$nf_record/pending" ] && [ -e "$nf_record/owned" ] || return 1
  for name in $nf_recorded; do
    source=$(nf_source_of "$name")
    if [ -e "$source" ]; then
      [ "$(cat "$source" 2> /dev/null)" = "$(cat "$nf_record/$name" 2> /dev/null)" ] || return 1
    elif [ -e "$nf_record/$name" ]; then
      return 1
    fi
  done
}

nf_recorded_version() {
  local line
  [ -f "$nf_record/feature.env" ] || return 0
  while IFS= read -r line; do
    case $line in version=*) printf '%s' "${line#*=}" ;; esac
  done < "$nf_record/feature.env"
}

# Notes which paths are ours before the first is put into the store: after a kill nobody could tell.
nf_note_pending() {
  local path
  mkdir -p "$nf_record" && {
    for path in $(cat "$nf_record/pending" "$nf_record/owned" 2> /dev/null) $nf_wanted; do printf '%s\n' "$path"; done
  } | sort -u > "$nf_record/pending.new" && mv -f "$nf_record/pending.new" "$nf_record/pending" || nf_die "can't write to $nf_record (see above)."
}

nf_write_list() {
  local item
  { for item in $2; do printf '%s\n' "$item"; done; } > "$1.new" && mv -f "$1.new" "$1" || nf_die "can't write $1 (see above)."
}

nf_copy_to_record() { cp "$1" "$nf_record/$2.new" && mv -f "$nf_record/$2.new" "$nf_record/$2" || nf_die "can't write to $nf_record (see above)."; }

# nf_record_runtime MODE. With the runtime beside it the Feature can be removed when its own folder is long gone.
nf_record_runtime() {
  cp "$nf_bundle/install.sh" "$nf_record/install.sh.new" && chmod 755 "$nf_record/install.sh.new" && mv -f "$nf_record/install.sh.new" "$nf_record/install.sh" &&
    printf '%s\n' "$1" > "$nf_record/mode" && printf '%s\n' "$nf_runtime" > "$nf_record/runtime" || nf_die "can't write to $nf_record (see above)."
}

nf_write_record() {
  local name source
  for name in $nf_recorded; do
    source=$(nf_source_of "$name")
    if [ -e "$source" ]; then
      nf_copy_to_record "$source" "$name"
    else
      rm -f "$nf_record/$name"
    fi
  done
  nf_record_runtime "$nf_mode"
  nf_options > "$nf_record/options" && printf '%s\n' "$nf_registered" > "$nf_record/registered" || nf_die "can't write to $nf_record (see above)."
  nf_drop_links
  nf_write_list "$nf_record/links" "$nf_links_made"
  nf_set_door
  nf_copy_to_record "$nf_record/pending" owned
}

# Links that an earlier version made and this one does not.
nf_drop_links() {
  local link
  [ -f "$nf_record/links" ] || return 0
  while IFS= read -r link; do
    nf_in "$nf_links_made" "$link" || nf_remove_link "$link"
  done < "$nf_record/links"
}

# Only a link of ours: its user may have put something else there.
nf_remove_link() {
  case $(readlink "$nf_root$1" 2> /dev/null) in "/opt/nix-feature/$nf_id"/*) rm -f "$nf_root$1" ;; esac
}

# Removes from the store what is ours and no longer wanted. nf_prune KEEP, a list
nf_prune() {
  local path other kept obsolete
  obsolete=$nf_nl kept=$nf_nl
  for path in $(cat "$nf_record/owned" 2> /dev/null); do
    if nf_in "$1" "$path"; then
      kept=$kept$path$nf_nl
    elif other=$(nf_other_user "$path"); then
      # It goes over to a Feature that still needs it.
      nf_debug "$path stays for ${other##*/}"
      { cat "$other/owned" 2> /dev/null; printf '%s\n' "$path"; } | sort -u > "$other/owned.new" && mv -f "$other/owned.new" "$other/owned" ||
        nf_die "can't write to $other (see above)."
    else
      obsolete=$obsolete$path$nf_nl
    fi
  done
  [ "$obsolete" = "$nf_nl" ] || nf_delete_paths "$obsolete"
  nf_write_list "$nf_record/owned" "$kept"
}

# Another Feature whose closure holds the path.
nf_other_user() {
  local record path rest
  for record in $(set +f && IFS=' ' && printf "%s$nf_nl" "$nf_root"/var/lib/nix-feature/*); do
    [ "$record" != "$nf_record" ] && [ -f "$record/paths" ] || continue
    while IFS=' ' read -r path rest; do
      [ "$path" != "$1" ] || { printf '%s' "$record" && return 0; }
    done <<LIST
$(cat "$record/paths" "$record/requires" "$record/complement-paths" "$record/pending" 2> /dev/null)
LIST
  done
  return 1
}

# Nix itself deletes what it knows: it sees whether anything else still needs it. The rest goes out of the store in one
# rename each, and is then removed.
nf_delete_paths() {
  local path unknown
  nf_debug "deleting $(nf_count "$1") paths that are no longer needed"
  unknown=$1
  if [ -n "$nf_nix_store" ] && [ -d "$nf_root/nix/var/nix/db" ]; then
    unknown=$nf_nl$(nf_invalid $1)$nf_nl
    nf_delete_known "$1" "$unknown"
  fi
  for path in $unknown; do
    nf_exists "$nf_root$path" || continue
    mkdir -p "$nf_staging/trash" && nf_move "$nf_root$path" "$nf_staging/trash/${path##*/}" || nf_die "can't remove $path (see above)."
  done
  nf_remove "$nf_staging/trash"
}

# nf_delete_known OBSOLETE UNKNOWN, two lists. All in one command: Nix deletes no path that another one refers to, unless
# that one is to go as well.
nf_delete_known() {
  local path referrer known left
  known=$nf_nl
  for path in $1; do
    nf_in "$2" "$path" || known=$known$path$nf_nl
  done
  for path in $known; do
    for referrer in $(nf_nix --query --referrers-closure "$path"); do
      nf_in "$known" "$referrer" && continue
      nf_say "$path stays: $referrer needs it"
      known=${known%%"$nf_nl$path$nf_nl"*}$nf_nl${known#*"$nf_nl$path$nf_nl"}
      break
    done
  done
  [ "$known" != "$nf_nl" ] || return 0
  nf_nix --delete $known > /dev/null 2> "$nf_staging/failure" && return
  left=$nf_nl
  for path in $known; do
    [ -n "$(nf_invalid "$path")" ] || left=$left$path$nf_nl
  done
  nf_say "$(nf_count "$left") store paths stay for now, because something uses them; Nix's garbage collection will remove them:$(nf_first "$left")"
  nf_debug "$(cat "$nf_staging/failure")"
}
