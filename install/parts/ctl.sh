
# --- The commands of nix-feature-ctl -----------------------------------------------------------------------------------

nix_feature_ctl() (
  nf_begin
  nf_command=${1:-}
  [ $# = 0 ] || shift
  nf_ids=$nf_nl
  case $nf_command in
    list) nf_take_none "$@" && nf_list ;;
    log) nf_show_log "$@" ;;
    status) nf_each nf_status "$@" ;;
    verify) if [ "${1:-}" = --key ]; then nf_verify_folder "$@"; else nf_each nf_verify "$@"; fi ;;
    register) nf_each nf_register_record "$@" ;;
    why) nf_why "$@" ;;
    remove) nf_remove_features "$@" ;;
    help | --help | -h) nf_ctl_usage ;;
    *)
      nf_ctl_usage >&2
      exit 2
      ;;
  esac
)

nf_ctl_usage() {
  cat <<'USAGE'
Usage: nix-feature-ctl COMMAND

Looks after the Dev Container Features of this system that nix-feature-action built.

  list                  the Features: id, version, mode
  status [ID…]          what a Feature brought, and whether all of it is in place
  verify [ID…]          reads every byte of it again; ends with 1 if something is missing or changed
  verify --key FILE FOLDER   whether all files in a Feature's folder are what the owner of a key signed
  register [ID…]        tells a Nix that was installed later of the store paths, so that it keeps them
  why PATH|PROGRAM      which Features need a store path, and by what
  remove ID…            removes Features (as root)
  log [ID]              what was installed and removed, and what went wrong
USAGE
}

nf_take_none() { [ $# = 0 ] || nf_die "nix-feature-ctl $nf_command takes no more arguments."; }

# nf_each FUNCTION [ID...]: for each Feature that is named, or for all; a subshell each, as their state differs
nf_each() {
  local function record status
  function=$1 status=0
  shift
  [ $# != 0 ] || set -- $(for record in $(nf_records); do printf '%s\n' "${record##*/}"; done)
  for record in "$@"; do
    # The subshell has none of the traps, and may have something to clean up.
    (nf_set_traps && nf_open_record "$record" && $function) || status=1
  done
  return $status
}

# Reads the record of a Feature as if it were the Feature's own folder: it has the same files.
nf_open_record() {
  nf_check_id "$1"
  nf_id=$1 nf_version=''
  nf_record=$(nf_home)/$1
  [ -d "$nf_record" ] || nf_die "the Feature $1 is not installed here." "Installed: $(nf_names)"
  nf_bundle=$nf_record nf_data=$nf_record nf_feature=$nf_record
  [ ! -f "$nf_record/feature.env" ] || nf_read_feature "$nf_record"
  nf_mode=$(nf_recorded_mode)
}

nf_names() {
  local record names
  names=''
  for record in $(nf_records); do names="$names${names:+, }${record##*/}"; done
  printf '%s' "${names:-none}"
}

nf_recorded_mode() {
  local mode
  mode=-
  ! [ -f "$nf_record/mode" ] || read -r mode < "$nf_record/mode"
  printf '%s' "$mode"
}

nf_list() {
  local record
  for record in $(nf_records); do
    nf_open_record "${record##*/}"
    printf '%-30s %-12s %s\n' "$nf_id" "${nf_version:--}" "$nf_mode$([ ! -e "$record/pending" ] && [ -e "$record/feature.env" ] || printf ' (interrupted)')"
  done
}

nf_show_log() {
  local line
  [ $# -le 1 ] || nf_die "nix-feature-ctl log takes one id at most."
  [ -f "$(nf_home)/log" ] || return 0
  while IFS= read -r line; do
    case ${1:-}:$line in
      :* | "$1":*" $1: "*) printf '%s\n' "$line" ;;
    esac
  done < "$(nf_home)/log"
}

nf_fact() { printf '  %-10s %s\n' "$1" "$2"; }

nf_status() {
  local count fault
  printf '%s %s\n' "$nf_id" "${nf_version:-}"
  nf_fact mode "$nf_mode"
  [ -z "$nf_bases" ] || nf_fact 'built for' "$nf_bases"
  if [ -f "$nf_record/paths" ]; then
    nf_read_paths
    nf_fact output "$nf_storepath"
    nf_fact store "$(nf_count "$nf_paths") store paths of its own, of which it brought $(nf_count "$(cat "$nf_record/owned" 2> /dev/null)"); it relies on $(nf_count "$nf_requires") of the base"
    nf_fact Nix "$(if [ "$(cat "$nf_record/registered" 2> /dev/null)" = yes ]; then printf 'its database knows the paths'; else printf 'not registered%s' "$([ "$(cat "$nf_record/registered" 2> /dev/null)" != waiting ] || printf '; "nix-feature-ctl register" does it')"; fi)"
  fi
  nf_dev_status
  count=$(nf_count "$(cat "$nf_record/links" 2> /dev/null)")
  [ "$count" = 0 ] || nf_fact links "$count, such as $(head -n 1 "$nf_record/links")"
  fault=$(nf_fault)
  nf_fact state "${fault:-in place}"
  nf_fact removal "$(nf_removal)"
  [ -z "$fault" ]
}

# What is wrong with an installation at first sight, without reading what is in the store; nothing if it is in place.
nf_fault() {
  local path
  if [ -e "$nf_record/pending" ]; then printf 'an installation was interrupted: install the Feature again, or remove it'
  elif [ "$nf_mode" = dev ]; then nf_dev_fault
  elif [ ! -e "$nf_record/owned" ] || [ ! -e "$nf_record/paths" ]; then printf 'the record is not whole: install the Feature again'
  else
    for path in $nf_paths $nf_requires; do
      nf_exists "$nf_root$path" || { printf '%s is missing' "$path" && return; }
    done
    nf_is_linked || printf '%s' "$nf_unlinked"
  fi
}

nf_verify() {
  local path fault problems
  problems=$nf_nl
  nf_find_nix
  # Only root may open Nix's database for itself.
  [ "$nf_user" = 0 ] || nf_nix_store=''
  [ ! -f "$nf_record/paths" ] || nf_read_paths
  fault=$(nf_fault)
  if [ -f "$nf_record/paths" ]; then
    [ ! -f "$nf_record/complement-paths" ] || ! nf_brought_requires || nf_add_complement
    NIX_FEATURE_VERIFY=full
    nf_scan
    for path in $nf_missing; do problems="$problems$path is missing$nf_nl"; done
    for path in $nf_damaged; do problems="$problems$path is not what the Feature was built with$nf_nl"; done
  fi
  [ -z "$fault" ] || nf_in "$problems" "$fault" || problems=$problems$fault$nf_nl
  [ "$problems" != "$nf_nl" ] || { nf_say "$nf_id $nf_version: all of it is in place$([ "$nf_mode" = dev ] || printf ', %s store paths read' "$(nf_count "$nf_paths")")" && return; }
  for path in $problems; do printf 'nix-feature: error: %s: %s\n' "$nf_id" "$path" >&2; done
  printf 'nix-feature:   Installing the Feature again mends it.\n' >&2
  return 1
}

nf_remove_features() {
  local id
  [ $# != 0 ] || nf_die "nix-feature-ctl remove needs the id of a Feature." "Installed: $(nf_names)"
  for id in "$@"; do (nf_open_record "$id") || return; done
  for id in "$@"; do nix_feature_uninstall "$(nf_home)/$id" || return; done
}
