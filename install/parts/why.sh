
# --- nix-feature-ctl why -----------------------------------------------------------------------------------------------

nf_why() {
  local path record found
  [ $# = 1 ] || nf_die "nix-feature-ctl why takes one store path, or the name of a program."
  path=$(nf_store_path_of "$1")
  case $path in
    /nix/store/?*) ;;
    *) nf_die "$1 is not in /nix/store$([ -z "$path" ] || printf ' (it is %s)' "$path")." "Give a store path, a file in one, or the name of a program." ;;
  esac
  printf '%s\n' "$path"
  found=1
  for record in $(nf_records); do
    [ -f "$record/paths" ] && (nf_open_record "${record##*/}" && nf_read_paths && nf_why_in "$path") && found=0
  done
  [ $found = 0 ] || printf '  no Feature needs it\n'
  return $found
}

# The store path that a path is in, or that a program comes from.
nf_store_path_of() {
  local path
  path=$1
  case $path in
    /nix/store/*) ;;
    */*) path=$(readlink -f "$path" 2> /dev/null) ;;
    *)
      path=$(command -v "$path" 2> /dev/null) || return 0
      path=$(readlink -f "$path" 2> /dev/null)
      ;;
  esac
  case $path in
    /nix/store/?*)
      path=${path#/nix/store/}
      path=/nix/store/${path%%/*}
      ;;
  esac
  printf '%s' "$path"
}

nf_why_in() {
  local word indent path
  if nf_in "$nf_nl$(cat "$nf_record/owned" 2> /dev/null)$nf_nl" "$1"; then word='brought it'
  elif nf_in "$nf_paths" "$1"; then word='needs it; it was here before'
  elif nf_in "$nf_requires" "$1"; then word='relies on it; it is of the base'
  else return 1
  fi
  printf '  %s %s %s\n' "$nf_id" "$nf_version" "$word"
  indent='    '
  for path in $(nf_chain "$1"); do
    printf '%s%s\n' "$indent" "$path"
    indent="  $indent"
  done
}

# nf_chain PATH: from the output down to it. Every path of a closure but the output has one that refers to it, and
# references make no circle: upwards, any way leads to the output.
nf_chain() {
  local at chain steps
  at=$1 chain=$1 steps=0
  while [ "$at" != "$nf_storepath" ] && [ $steps -lt 500 ]; do
    at=$(nf_referrer "$at")
    [ -n "$at" ] || break
    chain=$at$nf_nl$chain
    steps=$((steps + 1))
  done
  printf '%s' "$chain"
}

# nf_referrer PATH: the first path of the record, other than itself, that refers to it
nf_referrer() {
  local file path hash size deriver count reference
  for file in "$nf_record/registration" "$nf_record/requires-registration"; do
    [ -f "$file" ] || continue
    while read -r path; do
      read -r hash && read -r size && IFS= read -r deriver && read -r count || return 1
      while [ "$count" -gt 0 ]; do
        read -r reference || return 1
        if [ "$reference" = "$1" ] && [ "$path" != "$1" ]; then
          printf '%s' "$path"
          return
        fi
        count=$((count - 1))
      done
    done < "$file"
  done
}
