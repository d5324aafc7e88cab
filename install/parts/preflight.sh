
# --- Before anything is written ----------------------------------------------------------------------------------------

nf_need() {
  local tool
  for tool in "$@"; do
    nf_have "$tool" || nf_die "the command \"$tool\" is missing." "Install it first ($(nf_how_to_install "$tool"))."
  done
}

nf_check_tools() {
  nf_need tar sha256sum mkdir mv rm ln cp cat cut head tee sort uniq mkfifo readlink uname
  case $(cat $nf_manifest_files) in
    *tar+zstd*) nf_need zstd ;;
  esac
  case $(cat $nf_manifest_files) in
    *tar+gzip*) nf_need gzip ;;
  esac
}

nf_check_store() {
  local place
  for place in /nix /nix/store; do
    [ ! -L "$nf_root$place" ] || nf_die "$place is a symbolic link (to $(readlink "$nf_root$place"))." \
      "Nix store paths hold their own place, and Nix refuses such a store: make it a real folder, or a bind mount."
    [ ! -e "$nf_root$place" ] || [ -d "$nf_root$place" ] || nf_die "$place is not a folder."
  done
  if nf_is_mount /nix || nf_is_mount /nix/store; then
    nf_warn "a volume is mounted over /nix: what is installed now goes into the volume, not into the image, and it hides what the image has there."
  fi
  [ ! -e "$nf_root/usr/local/share/nix-entrypoint.sh" ] ||
    nf_warn "the Dev Container Feature \"nix\" is installed here too. Up to version 1.3.1 it mounts a volume over /nix, which will hide $nf_id: use a later one, or none."
}

nf_is_mount() {
  local id parent device root point rest
  [ -z "$nf_root" ] && [ -r /proc/self/mountinfo ] || return 1
  while IFS=' ' read -r id parent device root point rest; do
    [ "$point" != "$1" ] || return 0
  done < /proc/self/mountinfo
  return 1
}

nf_os() {
  local line
  if [ -r "$nf_root/etc/os-release" ]; then
    while IFS= read -r line; do
      case $line in
        PRETTY_NAME=*)
          line=${line#*=}
          line=${line#\"}
          printf '%s' "${line%\"}"
          return
          ;;
      esac
    done < "$nf_root/etc/os-release"
  fi
  printf 'an unnamed Linux'
}

nf_die_of_requires() {
  local volume
  volume=''
  ! nf_is_mount /nix && ! nf_is_mount /nix/store ||
    volume=' A volume is mounted over /nix and hides the image'"'"'s own store: that may be the whole reason.'
  nf_die "$(nf_count "$nf_absent") of the $(nf_count "$nf_requires") store paths that the Feature $nf_id $nf_version relies on are not here$([ "$nf_emptied" = "$nf_nl" ] || printf ', or are emptied (%s of them)' "$(nf_count "$nf_emptied")") ($(nf_os)):$(nf_first "$nf_absent")
nix-feature:   It was built for the base image ${nf_bases:-(unknown)}.$volume" \
    "Use that base image; or, if the base was rebuilt, have the Feature built again for the new one. Built with \"complement: true\" it brings what is missing."
}

# Space that is needed beside the store: what is unpacked and what is downloaded. nf_check_space BYTES
nf_check_space() {
  local place line free
  place=$nf_store
  while [ ! -d "$place" ]; do place=${place%/*}; done
  line=$(df -P -k "${place:-/}" 2> /dev/null) || return 0
  line=${line##*"$nf_nl"}
  # The columns of `df -P`: device, size, used, free. A device's name may hold blanks, so the size's sign is the percent.
  free=${line%%\%*}
  free=${free% *}
  while :; do case $free in *' ') free=${free% } ;; *) break ;; esac done
  free=${free##* }
  case $free in '' | *[!0-9]*) return 0 ;; esac
  nf_debug "space: $1 bytes needed, $free KiB free"
  [ $((free)) -ge $(($1 / 1024)) ] ||
    nf_die "not enough space for the Feature $nf_id: it needs $(nf_size "$1") in ${place:-/}, and $(nf_size $((free * 1024))) are free." "Make room, and run it again."
}
