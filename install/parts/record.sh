
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

# Notes which paths are ours before the first is put into the store: after a kill nobody could tell. What has something
# set aside is in our place already.
nf_note_pending() {
  mkdir -p "$nf_record" && {
    nf_own_paths && nf_lines "$nf_wanted" && nf_standing_in "$nf_paths"
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
  if [ "$nf_accepted" != "$nf_nl" ]; then nf_write_list "$nf_record/accepted" "$nf_accepted"; else rm -f "$nf_record/accepted"; fi
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
