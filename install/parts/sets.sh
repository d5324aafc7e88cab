
# --- Sets of paths: lists, compared by sort and uniq, so that a thousand paths cost a few processes --------------------

# nf_lines LIST: its items, a line each
nf_lines() {
  set -- $1
  [ $# = 0 ] || printf '%s\n' "$@"
}

# nf_minus A B: what is in A and not in B, sorted
nf_minus() { { nf_lines "$1" | sort -u && nf_lines "$2$nf_nl$2"; } | sort | uniq -u; }

# nf_both A B: what is in A and in B, sorted
nf_both() { { nf_lines "$1" | sort -u && nf_lines "$2" | sort -u; } | sort | uniq -d; }

# nf_there LIST: those of it that are in the store
nf_there() {
  local path
  for path in $1; do ! nf_exists "$nf_root$path" || printf '%s\n' "$path"; done
}
