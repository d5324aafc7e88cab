
# --- Install and uninstall ---------------------------------------------------------------------------------------------

# nix_feature_install [FOLDER]: installs the Feature whose nix-feature/ folder this is (else: the one beside the script
# that runs). Run again, it does nothing; killed and run again, it ends the same. Returns 0, or 1 after an error message.
nix_feature_install() (
  nf_begin
  nf_logs=yes
  nf_find_bundle "${1:-}"
  nf_check_signature
  nf_read_feature "$nf_bundle"
  nf_read_options
  nf_record=$nf_root/var/lib/nix-feature/$nf_id
  nf_find_system
  nf_read_paths
  nf_choose_mode
  if [ "$nf_mode" = dev ]; then
    nf_install_dev
    return
  fi
  nf_check_rights
  nf_check_store
  nf_check_links
  nf_check_tools
  [ "$nf_mode" != build ] || nf_check_build
  nf_check_options
  nf_check_user
  [ "$nf_mode" = build ] || nf_check_version_option
  nf_find_tar
  nf_find_nix
  [ "$nf_mode" = build ] || nf_check_base_bytes
  nf_make_folders
  nf_lock
  if [ "$nf_mode" = build ]; then
    nf_install_build
    return
  fi
  nf_hold_gc
  nf_install
)

# nix_feature_uninstall [FOLDER]: removes what nix_feature_install made, except for paths that others need.
nix_feature_uninstall() (
  nf_begin
  nf_logs=yes
  nf_find_bundle "${1:-}"
  # The record of an installation that was killed may have nothing but its name.
  nf_id=${nf_bundle##*/} nf_version=''
  [ "$nf_bundle" = "$(nf_home)/$nf_id" ] && [ ! -f "$nf_bundle/feature.env" ] || nf_read_feature "$nf_bundle"
  nf_record=$nf_root/var/lib/nix-feature/$nf_id
  nf_check_rights
  nf_check_links
  nf_find_nix
  [ ! -d "$nf_root/nix" ] || nf_lock
  if [ -d "$nf_record" ]; then
    nf_check_database
    nf_uninstall
  else
    nf_sweep
    nf_say "$nf_id is not installed here"
  fi
)

# The state of this subshell, whatever the caller's was.
nf_begin() {
  set +eu +C
  set -f
  # Not every shell has it, and one that has not would end here.
  if (set +o pipefail) 2> /dev/null; then set +o pipefail; fi
  [ -z "${BASH_VERSION:-}" ] || nf_begin_bash
  unset GLOBIGNORE
  umask 022
  IFS=$nf_nl
  LC_ALL=C
  export LC_ALL
  unset CDPATH
  nf_root=${NIX_FEATURE_ROOT:-}
  nf_root=${nf_root%/}
  nf_store=$nf_root/nix/store
  nf_nix_remote=local
  [ -z "$nf_root" ] || nf_nix_remote="local?root=$nf_root"
  nf_user=$(id -u)
  nf_aside=$nf_root/nix/.nix-feature-aside
  nf_staging='' nf_private='' nf_lock_folder='' nf_watcher=''
  nf_set_traps
}

nf_set_traps() {
  trap nf_end EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

# bash's own ways to read a pattern, and the caller's traps: with `set -E` and `set -T` they would be ours too.
nf_begin_bash() {
  shopt -u dotglob failglob nocasematch nullglob
  trap - ERR DEBUG RETURN
  set +ET
}

nf_end() {
  nf_status=$? # not local: that would be a command, and have a status of its own
  trap '' HUP INT TERM
  [ -z "$nf_watcher" ] || nf_unwatch
  [ -z "$nf_staging" ] || nf_remove "$nf_staging"
  [ -z "$nf_private" ] || rm -rf "$nf_private"
  [ -z "$nf_lock_folder" ] || rm -rf "$nf_lock_folder"
  exit $nf_status
}

# nf_bundle: the nix-feature folder; nf_feature: the folder that it is in
nf_find_bundle() {
  local folder
  folder=$1
  if [ -z "$folder" ]; then
    folder=$(dirname -- "$0")
    [ -f "$folder/feature.env" ] || folder=$folder/nix-feature
  fi
  nf_bundle=$(cd -- "$folder" 2> /dev/null && pwd -P) || nf_die "there is no folder $folder." \
    "Run the install.sh in the Feature's folder, or say where: nix_feature_install <folder>/nix-feature"
  nf_feature=${nf_bundle%/*}
}

nf_make_folders() {
  local folder
  for folder in /nix /nix/store; do
    [ -d "$nf_root$folder" ] || mkdir -p "$nf_root$folder" || nf_die "can't make $folder (see above)." "Is the file system read-only?"
  done
}

nf_install() {
  local before path
  nf_scan
  before=$(nf_recorded_version)
  nf_wanted=$nf_missing
  for path in $nf_damaged; do nf_wanted=$nf_wanted$path$nf_nl; done
  if [ "$nf_wanted" = "$nf_nl" ] && nf_is_whole; then
    nf_say "$nf_id $nf_version is installed already; nothing to do"
    return 0
  fi
  case $before in
    '') nf_say "installing $nf_id $nf_version: $(nf_count "$nf_wanted") of $(nf_count "$nf_paths") store paths to add" ;;
    "$nf_version") nf_say "completing $nf_id $nf_version: $(nf_count "$nf_wanted") of $(nf_count "$nf_paths") store paths to add" ;;
    *) nf_say "changing $nf_id from $before to $nf_version: $(nf_count "$nf_wanted") of $(nf_count "$nf_paths") store paths to add" ;;
  esac
  nf_check_space "$(nf_needed_space)"
  nf_open_staging
  nf_unpack_layers
  nf_settle_tree
  nf_find_foreign
  nf_set_foreign_aside
  nf_note_pending
  nf_root_add "nix-feature-$nf_id-next" "$nf_storepath"
  nf_place
  # What the database says of these is of other bytes, if it knows them.
  nf_replaced=$nf_added$(nf_standing_in "$nf_paths")
  nf_register
  nf_allow_gc
  nf_verify_added
  nf_activate
  nf_write_record
  rm -f "$nf_record/build-key"
  nf_finish "$before"
}

# nf_finish VERSION: what comes after all is recorded. VERSION was here before.
nf_finish() {
  # What it relies on may be ours too, brought by an earlier complement.
  nf_prune "$nf_paths$nf_requires"
  nf_write_list "$nf_record/owned" "$(nf_both "$(nf_own_paths)" "$nf_paths$nf_requires")"
  nf_forget_dev
  nf_log "$([ -n "$1" ] && [ "$1" != "$nf_version" ] && printf 'changed from %s to' "$1" || printf 'installed') $nf_version ($nf_mode): $(nf_count "$nf_added") of $(nf_count "$nf_paths") store paths added"
  # Last of all: until then a run that was killed here is taken up again.
  nf_remove "$nf_staging"
  rm -f "$nf_record/pending"
  nf_say "$nf_id $nf_version is installed; \"$(nf_removal)\" removes it"
}

# Both roots are there while the link changes from one to the other.
nf_activate() {
  mkdir -p "$nf_root/opt/nix-feature" || nf_die "can't make $nf_root/opt/nix-feature (see above)."
  nf_switch "$nf_storepath" "$nf_root/opt/nix-feature/$nf_id"
  nf_root_add "nix-feature-$nf_id" "$nf_storepath"
  rm -f "$nf_root/nix/var/nix/gcroots/nix-feature-$nf_id-next"
  nf_write_profile
  nf_link_for_user
}

# Besides the paths: record, options, and all that leads to the paths.
nf_is_whole() { nf_is_recorded && [ "$(cat "$nf_record/options" 2> /dev/null)" = "$(nf_options)" ] && nf_is_linked; }

# Link, profile, links, root, database. Sets nf_unlinked to what is wrong.
nf_is_linked() {
  local file
  nf_unlinked="/opt/nix-feature/$nf_id does not lead to $nf_storepath"
  [ "$(readlink "$nf_root/opt/nix-feature/$nf_id")" = "$nf_storepath" ] || return 1
  nf_shells_know || return 1
  for file in $(cat "$nf_record/links"); do nf_unlinked="the link $file is missing" && [ -L "$nf_root$file" ] || return 1; done
  [ -n "$nf_nix_store" ] || return 0
  nf_unlinked="Nix does not know its paths, or has no root that keeps them"
  [ "$(readlink "$nf_root/nix/var/nix/gcroots/nix-feature-$nf_id")" = "$nf_storepath" ] || return 1
  case $(cat "$nf_record/registered" 2> /dev/null) in
    no) ;;
    waiting) return 1 ;;
    *) [ -z "$(nf_invalid $nf_paths)" ] ;;
  esac
}

# What is unpacked, and what has to be downloaded before: in bytes.
nf_needed_space() {
  local file path hash size layer sum
  sum=0
  for file in $nf_path_files; do
    while IFS=' ' read -r path hash size layer; do
      ! nf_in "$nf_wanted" "$path" || sum=$((sum + size))
    done < "$file"
  done
  printf '%s' "$sum"
}

nf_uninstall() {
  local link before
  before=$(nf_recorded_version)
  for link in $(cat "$nf_record/links" 2> /dev/null); do nf_remove_link "$link"; done
  nf_forget_shells && rm -f "$nf_root/opt/nix-feature/$nf_id" "$nf_root/nix/var/nix/gcroots/nix-feature-$nf_id" \
    "$nf_root/nix/var/nix/gcroots/nix-feature-$nf_id-next" || nf_die "can't remove the links of $nf_id (see above)."
  [ ! -e "$nf_record/owned" ] && [ ! -e "$nf_record/pending" ] || nf_remove_paths
  nf_forget_build
  nf_forget_dev
  nf_sweep
  nf_set_door "$nf_record"
  nf_remove_record
  nf_log "removed${before:+ $before}"
  nf_sweep
  nf_say "$nf_id is removed"
}

nf_remove_paths() {
  nf_staging=$nf_root/nix/.nix-feature-staging-$nf_id
  nf_prune "$nf_nl"
  nf_remove "$nf_staging"
}

# What is left of records that were being removed, and folders that hold nothing any more.
nf_sweep() {
  rm -rf "$nf_root/var/lib/nix-feature/.removed"
  [ -n "$(nf_records)" ] || rm -f "$nf_root/var/lib/nix-feature/log"
  rmdir "$nf_root/opt/nix-feature" "$nf_root/var/lib/nix-feature" 2> /dev/null
  [ -e "$nf_root/nix/var/nix/db" ] || rmdir "$nf_root/nix/var/nix/gcroots" "$nf_root/nix/var/nix" "$nf_root/nix/var" 2> /dev/null
}

# --- Run as a program, not sourced: then the second line of $0 is that of this file ------------------------------------

nf_is_program() {
  local first second
  [ -f "$0" ] && { read -r first && read -r second; } < "$0" && [ "$second" = '# nix-feature runtime: installs the store paths of a Dev Container Feature into /nix/store.' ]
}

if nf_is_program && [ "${0##*/}" = nix-feature-ctl ]; then
  nix_feature_ctl "$@"
elif nf_is_program; then
  case ${1:-} in
    --ctl)
      shift
      nix_feature_ctl "$@"
      ;;
    '' | --install) nix_feature_install ;;
    --uninstall) nix_feature_uninstall ;;
    *)
      printf 'Usage: sh %s [--install | --uninstall | --ctl COMMAND]\n\nInstalls or removes a Dev Container Feature, or looks after all that are installed (--ctl help). Environment: NIX_FEATURE_DEBUG=1 (say more),\nNIX_FEATURE_MODE=auto|secure|dev|build, NIX_FEATURE_MIRROR=host/prefix, NIX_FEATURE_LAYERS=folder,\nNIX_FEATURE_LINKS=true|false, NIX_FEATURE_NIX=auto|no, NIX_FEATURE_VERIFY=full|quick|all,\nNIX_FEATURE_KEY=public key.\n' "$0"
      [ "${1:-}" = --help ]
      ;;
  esac
fi
