
# --- For install-dev.sh ---------------------------------------------------------------------------------------------------
#
#   . "$NIX_FEATURE_RUNTIME"
#   nix_feature_packages jq --apk 'jq oniguruma'
#   nix_feature_release cli/cli --asset 'gh_{version}_linux_{arch}.tar.gz' --sums 'gh_{version}_checksums.txt' --bin gh
#
# Each works in a subshell, says what it did, notes it for nix-feature-ctl, and fails with a message. docs/use/development-mode.md.

# nix_feature_resolve OWNER/REPOSITORY [VERSION [PREFIX]]: the tag of a release on GitHub, for latest, 1, 1.2 or 1.2.3
nix_feature_resolve() (
  nf_dev_begin
  nf_resolve "$1" "${2:-${VERSION:-latest}}" "${3-}" && printf '%s\n' "$nf_tag"
)

# nix_feature_release OWNER/REPOSITORY [--version V] [--tag-prefix P] --asset NAME | --amd64 NAME --arm64 NAME
#   [--sums NAME | --sha256 HEX] [--bin NAME]... [--tree]
nix_feature_release() (
  nf_dev_begin
  nf_release "$@"
)

# nix_feature_installer URL [--sha256 HEX] [ARGUMENT...]: downloads a script, and runs it with PREFIX set
nix_feature_installer() (
  nf_dev_begin
  nf_installer "$@"
)

# nix_feature_packages NAME... [--apt 'NAMES'] [--apk 'NAMES'] [--dnf 'NAMES'] [--zypper 'NAMES']
nix_feature_packages() (
  nf_dev_begin
  nf_packages "$@"
)

# nix_feature_link PROGRAM NAME: the program under another name, in the prefix
nix_feature_link() (
  nf_dev_begin
  program=$(command -v "$1") || nf_die "there is no program $1 to link as $2."
  mkdir -p "$nf_prefix_folder/bin" && ln -sf "$program" "$nf_prefix_folder/bin/$2" || nf_die "can't write to $nf_prefix_folder (see above)."
)

nf_dev_begin() {
  nf_begin
  nf_id=${nf_id:-install-dev.sh} nf_login='' nf_token='' nf_prefix_folder=${NIX_FEATURE_PREFIX:-/usr/local}
  nf_github=${NIX_FEATURE_GITHUB:-https://github.com}
  nf_github=${nf_github%/}
  nf_staging=$(mktemp -d) && [ -d "$nf_staging" ] || nf_die "can't make a temporary folder (see above)."
  case $(uname -m) in
    x86_64 | amd64) nf_arch=amd64 nf_machine=x86_64 ;;
    aarch64 | arm64) nf_arch=arm64 nf_machine=aarch64 ;;
    *) nf_arch=$(uname -m) nf_machine=$nf_arch ;;
  esac
}

# nf_note KIND TEXT
nf_note() { [ -z "${NIX_FEATURE_NOTES:-}" ] || printf '%s %s\n' "$1" "$2" 2> /dev/null >> "$NIX_FEATURE_NOTES" || :; }

# nf_download URL FILE: by https, or from this machine
nf_download() {
  local attempt
  nf_scheme=${1%%://*} nf_host=$(nf_host_of "$1")
  nf_check_web "$1"
  nf_find_downloader
  attempt=1
  while ! nf_get "$1" 0 '' > "$2" 2> "$nf_staging/failure"; do
    [ $attempt -lt "${NIX_FEATURE_ATTEMPTS:-5}" ] && ! nf_is_final "$(nf_failure)" || return 1
    sleep $((attempt * ${NIX_FEATURE_RETRY_SECONDS:-1}))
    attempt=$((attempt + 1))
  done
}

nf_check_web() {
  case $1 in
    https://?*) return 0 ;;
    http://*) ! nf_is_loopback "$(nf_host_of "$1")" || return 0 ;;
  esac
  nf_die "$1 is not https." "Without it, anybody could have changed the download."
}

nf_host_of() {
  local rest
  rest=${1#*://}
  printf '%s' "${rest%%/*}"
}

# nf_must_download URL FILE
nf_must_download() {
  nf_download "$1" "$2" && return
  case $(nf_failure) in
    *certificate*) nf_die "downloading $1 failed: $(nf_failure)" "This system does not trust the certificate. $(nf_certificate_hint)" ;;
    *404*) nf_die "downloading $1 failed: $(nf_failure)" "There is nothing at this URL: see the release's page for the names of its files." ;;
    *) nf_die "downloading $1 failed: $(nf_failure)" "Check that this machine reaches $nf_host." ;;
  esac
}

# nf_check_sum FILE HEX NAME
nf_check_sum() {
  local sum
  sum=$(sha256sum < "$1")
  [ "${sum%% *}" = "$2" ] || nf_die "$3 is not what its checksum says: it is ${sum%% *}, and should be $2." "It was changed on its way, or published anew. Nothing of it was used."
}

# nf_installer URL [--sha256 HEX] [ARGUMENT...]
nf_installer() {
  local url sum shell first
  url=$1 sum=''
  shift
  if [ "${1:-}" = --sha256 ]; then
    sum=$2
    shift 2
  fi
  nf_must_download "$url" "$nf_staging/installer"
  if [ -n "$sum" ]; then nf_check_sum "$nf_staging/installer" "$sum" "$url"
  else nf_warn "$url is run unchecked, because no --sha256 is given."
  fi
  shell=sh
  read -r first < "$nf_staging/installer"
  case $first in '#!'*bash*) shell=bash && nf_need bash ;; esac
  mkdir -p "$nf_prefix_folder/bin" || nf_die "can't make $nf_prefix_folder (see above)."
  nf_say "running the installer $url"
  (
    unset IFS LC_ALL
    set +f
    PREFIX=$nf_prefix_folder PATH=$nf_prefix_folder/bin:$PATH
    export PREFIX PATH
    exec "$shell" "$nf_staging/installer" "$@"
  ) || nf_die "the installer $url failed (see above)."
  nf_note installer "$url"
}
