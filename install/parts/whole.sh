
# --- Is a path of the base whole? By type and size; every byte only if NIX_FEATURE_VERIFY is "all" --------------------------
#
# Images made with mounts keep empty folders and files where something was mounted, and a later layer may empty a path. The
# size that the Feature knows is that of a NAR (Nix manual, "Nix Archive"): 96 bytes around nothing for a folder, 112 around
# a link's target or a file's bytes, padded to 8, and 32 more if it may be run.

# Sets nf_absent, the required paths that are not here, and nf_emptied, those of them that are only stubs.
nf_check_requires() {
  local path hash size target files
  nf_absent=$nf_nl nf_emptied=$nf_nl files=$nf_nl
  [ -f "$nf_data/requires" ] || return 0
  while IFS=' ' read -r path hash size; do
    if [ -L "$nf_root$path" ]; then
      target=$(readlink "$nf_root$path" && printf x)
      target=${target%"$nf_nl"x}
      [ $((112 + (${#target} + 7) / 8 * 8)) = "$size" ] || nf_emptied=$nf_emptied$path$nf_nl
    elif [ -d "$nf_root$path" ]; then
      [ "$size" = 96 ] || ! nf_is_empty "$nf_root$path" || nf_emptied=$nf_emptied$path$nf_nl
    elif [ -f "$nf_root$path" ]; then
      if [ -x "$nf_root$path" ]; then size=$((size - 32)); fi
      files="$files$((size - 112)) $nf_root$path$nf_nl"
    elif [ -e "$nf_root$path" ]; then
      nf_emptied=$nf_emptied$path$nf_nl
    else
      nf_absent=$nf_absent$path$nf_nl
    fi
  done < "$nf_data/requires"
  [ "$files" = "$nf_nl" ] || nf_find_other_lengths "$files"
  for path in $nf_emptied; do nf_absent=$nf_absent$path$nf_nl; done
}

# nf_find_other_lengths FILES, `length place` each, the length padded to 8: one process for all
nf_find_other_lengths() {
  local line path length place
  set -- $1
  for line in $(stat -c '%s %n' $(for line in "$@"; do printf '%s\n' "${line#* }"; done) 2> /dev/null); do
    length=$(((${line%% *} + 7) / 8 * 8)) place=${line#* }
    nf_in "$nf_nl$*$nf_nl" "$length $place" || nf_emptied=$nf_emptied${place#"$nf_root"}$nf_nl
  done
}

# nf_is_empty FOLDER, without a process of its own
nf_is_empty() {
  local entry
  set +f
  for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
    if nf_exists "$entry"; then
      set -f
      return 1
    fi
  done
  set -f
}

# Reads all that the Feature relies on, if it was asked for: a test in the base does.
nf_check_base_bytes() {
  local path hash size others
  [ "${NIX_FEATURE_VERIFY:-full}" = all ] && [ -s "$nf_data/requires" ] || return 0
  others=$nf_nl
  set -- $(nf_hashes $(for path in $nf_requires; do printf '%s\n' "$nf_root$path"; done))
  while IFS=' ' read -r path hash size; do
    [ "${1:-}" = "$hash" ] || others=$others$path$nf_nl
    [ $# = 0 ] || shift
  done < "$nf_data/requires"
  [ "$others" = "$nf_nl" ] || nf_die "$(nf_count "$others") of the $(nf_count "$nf_requires") store paths that the Feature $nf_id relies on are not what it was built with:$(nf_first "$others")" \
    "They are other builds of the same paths, or a layer of the image changed them. Have the Feature built for this very image."
}
