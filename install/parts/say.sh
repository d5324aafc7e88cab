
# --- Messages ---------------------------------------------------------------------------------------------------------

nf_nl='
'

nf_say() { printf 'nix-feature: %s\n' "$1"; }
nf_warn() {
  printf 'nix-feature: warning: %s\n' "$1" >&2
  nf_warned="${nf_warned:-}${nf_nl}warning: $1" # for the log
}
nf_debug() { [ "${NIX_FEATURE_DEBUG:-}" != 1 ] || printf 'nix-feature: debug: %s\n' "$1" >&2; }

# nf_die MESSAGE [WHAT TO DO]
nf_die() {
  printf 'nix-feature: error: %s\n' "$1" >&2
  [ -z "${2:-}" ] || printf 'nix-feature:   %s\n' "$2" >&2
  nf_log "error: $1"
  exit 1
}

# nf_size BYTES: for people
nf_size() {
  if [ "$1" -lt 1024 ]; then printf '%s B' "$1"
  elif [ "$1" -lt 1048576 ]; then printf '%s KiB' $(($1 / 1024))
  elif [ "$1" -lt 1073741824 ]; then printf '%s.%s MiB' $(($1 / 1048576)) $(($1 % 1048576 * 10 / 1048576))
  else printf '%s.%s GiB' $(($1 / 1073741824)) $(($1 % 1073741824 / 107374183))
  fi
}

# --- Lists: one item a line, with a line break before and after each ---------------------------------------------------

nf_in() {
  case "$1" in *"$nf_nl$2$nf_nl"*) return 0 ;; esac
  return 1
}

nf_count() {
  local item n
  n=0
  for item in $1; do n=$((n + 1)); done
  printf '%s' "$n"
}

# The first few items, for a message.
nf_first() {
  local item n
  n=0
  for item in $1; do
    n=$((n + 1))
    [ "$n" -le 3 ] || break
    printf '\nnix-feature:     %s' "$item"
  done
}

nf_exists() { [ -e "$1" ] || [ -L "$1" ]; }
nf_have() { command -v "$1" > /dev/null 2>&1; }
