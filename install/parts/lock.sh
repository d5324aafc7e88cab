
# --- One at a time -----------------------------------------------------------------------------------------------------

# The folder /nix itself is locked where `flock` is: nothing is left behind, and the kernel lets go however we end. (A
# child of a killed run that still writes holds it too, which is right.) Else a folder with our process in it.
nf_lock() {
  local waited
  waited=0
  nf_lock_folder=''
  until nf_try_lock; do
    [ $waited -ne 0 ] || nf_say "waiting for another installation on this system to end"
    waited=$((waited + 1))
    [ $waited -le "${NIX_FEATURE_LOCK_TIMEOUT:-600}" ] ||
      nf_die "another installation on this system has not ended for ${NIX_FEATURE_LOCK_TIMEOUT:-600} s." "Wait for it, or end it; if there is none, remove $nf_root/nix/.nix-feature-lock."
    sleep 1
  done
}

nf_try_lock() {
  local folder holder
  if nf_have flock; then
    exec 9< "$nf_root/nix" || nf_die "can't open $nf_root/nix."
    flock -n 9
    return
  fi
  folder=$nf_root/nix/.nix-feature-lock
  if mkdir "$folder" 2> /dev/null; then
    nf_lock_folder=$folder
    nf_started $$ > "$folder/holder"
    return 0
  fi
  holder=''
  read -r holder 2> /dev/null < "$folder/holder"
  # A holder that is not yet written is given a moment; one that is gone, or is another process by now, is none.
  [ -n "$holder" ] || { sleep 1 && read -r holder 2> /dev/null < "$folder/holder"; }
  if [ "${holder%% *}" != $$ ] && [ -n "$holder" ] && [ "$holder" = "$(nf_started "${holder%% *}")" ]; then return 1; fi
  nf_debug "removing the lock of a run that was ended: $holder"
  rm -rf "$folder"
  return 1
}

# nf_started PID: the process and the time it started, which no later process with the same number shares
nf_started() {
  local pid line
  pid=$1
  read -r line 2> /dev/null < "/proc/$pid/stat" || return 0
  IFS=' '
  set -- ${line##*) }
  IFS=$nf_nl
  # proc(5): starttime is field 22, and the first two are cut off
  printf '%s %s\n' "$pid" "${20}"
}

nf_unlock() {
  [ -z "$nf_lock_folder" ] || rm -rf "$nf_lock_folder"
  nf_lock_folder=''
  exec 9<&-
}
