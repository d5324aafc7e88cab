
# --- Nix, where it is --------------------------------------------------------------------------------------------------

# nf_nix_store, nf_nix_hash: the programs, or empty
nf_find_nix() {
  local folder
  nf_nix_store='' nf_nix_hash=''
  case ${NIX_FEATURE_NIX:-auto} in
    auto) ;;
    no) return 0 ;;
    *) nf_die "NIX_FEATURE_NIX is \"$NIX_FEATURE_NIX\": it must be auto or no." ;;
  esac
  nf_nix_store=$(command -v nix-store) || nf_nix_store=''
  if [ -z "$nf_nix_store" ]; then
    for folder in $(nf_nix_folders); do
      case $([ ! -x "$folder/nix-store" ] || readlink -f "$folder/nix-store") in /nix/store/*) nf_nix_store=$folder/nix-store && break ;; esac
    done
  fi
  nf_nix_hash=${nf_nix_store%/*}/nix-hash
  [ -n "$nf_nix_store" ] && [ -x "$nf_nix_hash" ] || nf_nix_hash=$(command -v nix-hash) || nf_nix_hash=''
  nf_debug "nix-store: ${nf_nix_store:-none}"
}

# Where installers put it: for all users, into the profile of the one who runs them (root's PATH has it not), into a
# system's profile, or into the store alone (Flox).
nf_nix_folders() (
  set +f
  IFS=' '
  printf '%s\n' /nix/var/nix/profiles/default/bin /run/current-system/sw/bin
  for home in "${HOME:-/root}" /root "${_REMOTE_USER_HOME:-/root}" "${_CONTAINER_USER_HOME:-/root}" /home/*; do
    printf '%s\n' "$home/.nix-profile/bin" "$home/.local/state/nix/profiles/profile/bin"
  done
  printf '%s\n' /nix/var/nix/profiles/per-user/*/profile/bin /nix/store/*-nix-[0-9]*/bin /nix/store/*-nix-*/bin
)

# `local` goes past a daemon, which lets nobody load registrations. Without build users nothing of the store's own
# owner and mode is changed by opening it.
nf_nix() {
  NIX_REMOTE=$nf_nix_remote NIX_CONFIG="build-users-group =${nf_no_reserve:-}" "$nf_nix_store" "$@"
}

# nf_invalid PATH...: those that the database does not know
nf_invalid() {
  nf_nix --check-validity --print-invalid "$@"
}

# Before anything is removed: on a full disk Nix can't note what goes. It keeps a file to be emptied then (nix.conf,
# gc-reserved-space), and fills it again when there is room.
nf_check_database() {
  local said
  [ -n "$nf_nix_store" ] && [ -f "$nf_root/nix/var/nix/db/db.sqlite" ] && ! nf_has_link /nix/var/nix/db || return 0
  said=$(nf_try_database) && return
  nf_empty_reserve && said=$(nf_try_database) && return
  case $said in
    *'No space left'* | *'quota exceeded'*)
      nf_die "the disk is full, and Nix's database can't be told that $nf_id is removed ($(df -P -k "$nf_root/nix/var/nix/db" 2> /dev/null | tail -n 1))." \
        "Nothing was removed. Make a little room, and run it again. NIX_FEATURE_NIX=no removes the Feature without telling Nix; \"nix-store --verify\" tells it later."
      ;;
  esac
}

# Opening it makes an overlay copy it, and its log takes some room. It is not changed.
nf_try_database() {
  local probe
  probe=$nf_root/nix/var/nix/db/.nix-feature-probe
  { : >> "$nf_root/nix/var/nix/db/db.sqlite" && head -c 131072 /dev/zero > "$probe"; } 2>&1
  set -- $?
  rm -f "$probe"
  return "$1"
}

# Each Nix that opens the store fills it again, unless it is told not to.
nf_empty_reserve() {
  nf_no_reserve="${nf_nl}gc-reserved-space = 0"
  [ -s "$nf_root/nix/var/nix/db/reserved" ] && ! nf_has_link /nix/var/nix/db/reserved && : > "$nf_root/nix/var/nix/db/reserved"
}

# Keeps a garbage collection from starting until nf_allow_gc: it would delete what is in the store and not yet known.
# Nix takes this very lock for the whole of a collection.
# The file is not made here: it would be root's, in a store that may be another user's.
nf_hold_gc() {
  [ -n "$nf_nix_store" ] && [ -f "$nf_root/nix/var/nix/gc.lock" ] && nf_have flock || return 0
  [ -r "$nf_root/nix/var/nix/gc.lock" ] && exec 8< "$nf_root/nix/var/nix/gc.lock" || return 0
  if ! flock -s -n 8; then
    nf_say "waiting for Nix's garbage collection to end"
    flock -s 8
  fi
}

nf_allow_gc() { exec 8<&-; }

# nf_root_add NAME TARGET. Also where there is no Nix: one that comes later finds the root.
nf_root_add() {
  [ "${NIX_FEATURE_NIX:-auto}" != no ] || [ -d "$nf_root/nix/var/nix" ] || return 0
  mkdir -p "$nf_root/nix/var/nix/gcroots" || nf_die "can't make $nf_root/nix/var/nix/gcroots."
  nf_switch "$2" "$nf_root/nix/var/nix/gcroots/$1"
}

# The registration waits in the record for a Nix. A database without one is that of a Nix that is not installed any more,
# is in a volume, or is another user's.
nf_leave_registration() {
  nf_registered=waiting
  [ "${NIX_FEATURE_NIX:-auto}" != no ] && [ -e "$nf_root/nix/var/nix/db/db.sqlite" ] || return 0
  nf_warn "there is a Nix database, but no Nix: it is not told of $nf_id, and a garbage collection would delete what was installed. Once Nix is there, \"nix-feature-ctl register\" tells it."
}

# Registers what is installed and not yet known. What is known is left as it is, except for the paths in $nf_replaced:
# loading overwrites what the database says of a path, and believes all that it reads.
nf_register() {
  local unknown required path
  nf_registered=no
  [ -n "$nf_nix_store" ] || { nf_leave_registration && return; }
  unknown=$nf_nl$(nf_invalid $nf_paths)$nf_nl || nf_die "Nix's database can't be read (see above)." \
    "Repair it, or leave it alone with NIX_FEATURE_NIX=no."
  required=$nf_nl
  # Every reference has to be known, or nothing can be registered. A base without a database knows none of its paths.
  [ "$nf_requires" = "$nf_nl" ] || required=$nf_nl$(nf_invalid $nf_requires)$nf_nl
  if [ "$required" != "$nf_nl$nf_nl" ] && [ "$required" != "$nf_nl" ]; then
    nf_say "registering $(nf_count "$required") paths of the base, which Nix's database does not know"
    nf_check_base_paths "$required" || return 0
  fi
  nf_unregistered=$nf_nl
  for path in $unknown $required $nf_replaced; do
    nf_in "$nf_unregistered" "$path" || nf_unregistered=$nf_unregistered$path$nf_nl
  done
  nf_registered=yes
  [ "$nf_unregistered" != "$nf_nl" ] || return 0
  nf_registration > "$nf_staging/registration" || nf_die "can't write to $nf_staging."
  nf_debug "registering $(nf_count "$nf_unregistered") paths"
  nf_nix --load-db < "$nf_staging/registration" ||
    nf_die "Nix's database did not accept the registration (see above)." "Repair it, or leave it alone with NIX_FEATURE_NIX=no."
}

# A database that is told of a damaged path would hand it out as good.
nf_check_base_paths() {
  local path hash size required
  required=$1
  set -- $(while IFS=' ' read -r path hash size; do ! nf_in "$required" "$path" || printf '%s\n' "$nf_root$path"; done < "$nf_data/requires")
  set -- $(nf_hashes "$@")
  while IFS=' ' read -r path hash size; do
    nf_in "$required" "$path" || continue
    [ "${1:-}" = "$hash" ] || {
      nf_warn "$path, which the base has, is not what the Feature was built with: nothing is registered in Nix's database, and a garbage collection may delete what was installed."
      return 1
    }
    shift
  done < "$nf_data/requires"
}

# The entries of $nf_unregistered, in the format of `nix-store --load-db`: path, hash, size, deriver, count of
# references, references; each on a line.
nf_registration() {
  local file path hash size deriver count reference
  for file in "$nf_data/registration" "$nf_data/requires-registration"; do
    while read -r path; do
      read -r hash && read -r size && IFS= read -r deriver && read -r count || return 1
      nf_check_sizes "$size" "$count"
      # From another build: these are its bytes. Nix takes the size 0 for one that it does not know.
      case $nf_accepted in *"$nf_nl$path sha256:"*) hash=${nf_accepted#*"$nf_nl$path sha256:"} hash=${hash%%"$nf_nl"*} size=0 ;; esac
      if nf_in "$nf_unregistered" "$path"; then
        printf '%s\n' "$path" "$hash" "$size" "$deriver" "$count"
        while [ "$count" -gt 0 ]; do
          read -r reference && printf '%s\n' "$reference" || return 1
          count=$((count - 1))
        done
      else
        while [ "$count" -gt 0 ]; do
          read -r reference || return 1
          count=$((count - 1))
        done
      fi
    done < "$file"
  done
}

# Only this sees what is wrong with a path: loading a registration looks at nothing.
nf_verify_added() {
  [ -n "$nf_nix_store" ] && [ "$nf_added" != "$nf_nl" ] || return 0
  [ -z "$(nf_invalid $nf_added)" ] || return 0
  nf_debug "checking $(nf_count "$nf_added") paths in the store"
  nf_nix --verify-path $nf_added || nf_die "what was installed is not what Nix was told (see above)." \
    "The disk or the memory may be faulty; run it again, and tell whoever made the Feature if it stays."
  nf_debug 'they are what Nix was told'
}
