
# --- What the Feature brings: nix-feature/feature.env and nix-feature/<system>/ ----------------------------------------

# Reads feature.env, which is never run: `key=value` lines. Unknown keys are for later versions.
nf_read_feature() {
  local line value
  nf_id='' nf_version='' nf_registry='' nf_repository='' nf_bases='' nf_links=false nf_schema='' nf_options_read=$nf_nl nf_attribute=default
  [ -f "$1/feature.env" ] || nf_die "there is no $1/feature.env." "The Feature is incomplete: get it again."
  while IFS= read -r line || [ -n "$line" ]; do
    value=${line#*=}
    case $line in
      schema=*) nf_schema=$value ;;
      id=*) nf_id=$value ;;
      version=*) nf_version=$value ;;
      registry=*) nf_registry=$value ;;
      repository=*) nf_repository=$value ;;
      base=*) nf_bases="$nf_bases${nf_bases:+, }$value" ;;
      links=*) nf_links=$value ;;
      attribute=*) nf_attribute=$value ;;
      option=*) nf_options_read=$nf_options_read$value$nf_nl ;;
    esac
  done < "$1/feature.env"
  [ "$nf_schema" = 1 ] ||
    nf_die "$1/feature.env is of format ${nf_schema:-(none)}, this runtime knows format 1." "Feature and runtime don't belong together: get the Feature again."
  nf_check_id "$nf_id"
}

nf_check_id() {
  case $1 in
    '' | .* | *[!a-z0-9._-]*) nf_die "\"$1\" can't be the id of a Feature." ;;
  esac
}

# The names of systems are Nix's; `uname -m` is the machine that programs run on, emulated or not.
nf_find_system() {
  local machine
  [ "$(uname -s)" = Linux ] || nf_die "this is $(uname -s); the Feature $nf_id is for Linux."
  machine=$(uname -m)
  case $machine in
    x86_64 | amd64) nf_system=x86_64-linux ;;
    aarch64 | arm64) nf_system=aarch64-linux ;;
    *) nf_system=$machine-linux ;;
  esac
  nf_data=$nf_bundle/$nf_system
  nf_has_data=yes
  [ -f "$nf_data/manifest" ] || nf_has_data=no
}

nf_die_of_system() {
  local systems
  systems=$(nf_systems)
  nf_die "the Feature $nf_id has nothing for this machine ($(uname -m)): it was built for${systems:- no platform}." \
    "Use an image of one of these platforms, or have the Feature built for this one. With Nix in the image, mode build builds its flake here."
}

nf_systems() (
  set +f
  for folder in "$nf_bundle"/*-linux; do [ ! -d "$folder" ] || printf ' %s' "${folder##*/}"; done
)

nf_check_store_path() {
  nf_is_store_path "$1" || nf_die "$nf_data names \"$1\", which is not a store path." "The Feature is broken: tell whoever made it."
}

nf_check_digest() {
  case $1 in
    sha256:*[!0-9a-f]*) ;;
    sha256:*) [ ${#1} -ne 71 ] || return 0 ;;
  esac
  nf_die "$nf_data names \"$1\", which is not a digest." "The Feature is broken: tell whoever made it."
}

# Reads paths and requires. nf_paths: what is to be installed; nf_requires: what has to be there.
nf_read_paths() {
  local path hash size layer
  nf_paths=$nf_nl nf_requires=$nf_nl
  nf_storepath='' nf_path_files=/dev/null nf_manifest_files=/dev/null
  [ -f "$nf_data/manifest" ] || [ -f "$nf_data/env-path" ] || return 0
  for path in env-path paths requires; do
    [ -f "$nf_data/$path" ] || nf_die "there is no $nf_data/$path." "The Feature is incomplete: get it again."
  done
  read -r nf_storepath < "$nf_data/env-path"
  nf_check_store_path "$nf_storepath"
  while IFS=' ' read -r path hash size layer; do
    nf_check_store_path "$path"
    nf_check_digest "$hash"
    nf_check_sizes "$size"
    nf_check_digest "$layer"
    nf_paths=$nf_paths$path$nf_nl
  done < "$nf_data/paths"
  while IFS=' ' read -r path hash size; do
    nf_check_store_path "$path"
    nf_check_digest "$hash"
    nf_check_sizes "$size"
    nf_requires=$nf_requires$path$nf_nl
  done < "$nf_data/requires"
  nf_in "$nf_paths" "$nf_storepath" || nf_in "$nf_requires" "$nf_storepath" ||
    nf_die "$nf_storepath, the output of $nf_id, is neither in $nf_data/paths nor in $nf_data/requires." "The Feature is incomplete: get it again."
  nf_path_files=$nf_data/paths
  nf_manifest_files=$nf_data/manifest
}

# Adds the complement, paths of the base that were published too, to what is to be installed.
nf_add_complement() {
  local path hash size layer
  while IFS=' ' read -r path hash size layer; do
    nf_check_store_path "$path"
    nf_check_digest "$hash"
    nf_check_sizes "$size"
    nf_check_digest "$layer"
    nf_paths=$nf_paths$path$nf_nl
  done < "$nf_data/complement-paths"
  nf_path_files=$nf_path_files$nf_nl$nf_data/complement-paths
  nf_manifest_files=$nf_manifest_files$nf_nl$nf_data/complement-manifest
}
