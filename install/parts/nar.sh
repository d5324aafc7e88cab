
# --- The hash of a store path ------------------------------------------------------------------------------------------
#
# Nix hashes a path as a NAR (Nix manual, "Nix Archive"). `nix-hash` does it where Nix is; elsewhere the functions here
# write the archive themselves. That is slow (two processes a file), but it is needed only for a path that is there
# already, on a system without Nix.

# nf_hashes PATH...: one `sha256:<hex>` a line, in order, of paths as they are on disk
nf_hashes() {
  local path
  if [ -n "$nf_nix_hash" ]; then
    "$nf_nix_hash" --type sha256 "$@" | while IFS= read -r path; do printf 'sha256:%s\n' "$path"; done
    return
  fi
  for path in "$@"; do
    path=$(
      set +f
      { nf_nar_text nix-archive-1 && nf_nar_node "$path"; } | sha256sum
    )
    printf 'sha256:%s\n' "${path%% *}"
  done
}

# Eight bytes, the lowest first.
nf_nar_number() {
  local n i
  n=$1
  i=0
  while [ $i -lt 8 ]; do
    printf "\\$((n % 256 / 64))$((n % 64 / 8))$((n % 8))"
    n=$((n / 256)) i=$((i + 1))
    if [ $n -eq 0 ]; then
      while [ $i -lt 8 ]; do printf '\000' && i=$((i + 1)); done
    fi
  done
}

nf_nar_padding() {
  case $(($1 % 8)) in
    1) printf '\000\000\000\000\000\000\000' ;;
    2) printf '\000\000\000\000\000\000' ;;
    3) printf '\000\000\000\000\000' ;;
    4) printf '\000\000\000\000' ;;
    5) printf '\000\000\000' ;;
    6) printf '\000\000' ;;
    7) printf '\000' ;;
  esac
}

nf_nar_text() {
  local text
  for text in "$@"; do
    nf_nar_number ${#text}
    printf '%s' "$text"
    nf_nar_padding ${#text}
  done
}

nf_nar_node() {
  local value
  if [ -L "$1" ]; then
    value=$(readlink "$1" && printf x)
    nf_nar_text '(' type symlink target "${value%"$nf_nl"x}" ')'
  elif [ -d "$1" ]; then
    nf_nar_text '(' type directory
    nf_nar_entries "$1"
    nf_nar_text ')'
  elif [ -f "$1" ]; then
    nf_nar_text '(' type regular
    [ ! -x "$1" ] || nf_nar_text executable ''
    value=$(wc -c < "$1")
    nf_nar_text contents
    nf_nar_number $((value))
    cat "$1"
    nf_nar_padding $((value))
    nf_nar_text ')'
  fi
}

# Entries are sorted by byte. A glob sorts so, but leaves out names that begin with a dot: they come before the first
# name that begins with something greater.
nf_nar_entries() {
  local entry dots
  dots=todo
  for entry in "$1"/*; do
    case $dots${entry##*/} in
      done*) ;;
      todo[\ \!\"\#\$%\&\'\(\)\*+,-]*) ;;
      todo[[:cntrl:]]*)
        case ${entry##*/} in "$nf_del"*) nf_nar_dots "$1" && dots=done ;; esac
        ;;
      *) nf_nar_dots "$1" && dots=done ;;
    esac
    nf_nar_entry "$entry"
  done
  [ $dots = done ] || nf_nar_dots "$1"
}

nf_del=$(printf '\177')

nf_nar_dots() {
  local entry
  for entry in "$1"/.?*; do
    [ "${entry##*/}" = .. ] || nf_nar_entry "$entry"
  done
}

nf_nar_entry() {
  nf_exists "$1" || return 0
  nf_nar_text entry '(' name "${1##*/}" node
  nf_nar_node "$1"
  nf_nar_text ')'
}
