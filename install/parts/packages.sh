
# --- Packages of the system -----------------------------------------------------------------------------------------------

# nf_packages NAME... [--apt NAMES] [--apk NAMES] [--dnf NAMES] [--zypper NAMES]: those that are missing, and nothing is left
# of what the package manager downloaded.
nf_packages() {
  local manager names kind
  nf_find_manager
  names='' kind=$nf_manager
  case $kind in microdnf | yum) kind=dnf ;; apt-get) kind=apt ;; esac
  nf_own_names=''
  while [ $# -gt 0 ]; do
    case $1 in
      --apt | --apk | --dnf | --zypper)
        [ $# -ge 2 ] || nf_die "nix_feature_packages: $1 needs names."
        [ "$1" != "--$kind" ] || nf_own_names=$2
        shift
        ;;
      -*) nf_die "nix_feature_packages does not know \"$1\"." ;;
      *) names="$names${names:+ }$1" ;;
    esac
    shift
  done
  names=$(nf_missing_packages "${nf_own_names:-$names}")
  [ -n "$names" ] || return 0
  [ "$nf_user" = 0 ] || nf_warn "only root can install packages, and this is user $nf_user."
  nf_say "installing packages of the system: $names"
  nf_install_packages "$names" || nf_die "installing $names failed (see above)."
  nf_note packages "$names"
}

nf_find_manager() {
  for nf_manager in apt-get apk dnf microdnf yum zypper; do ! nf_have $nf_manager || return 0; done
  nf_die "no known package manager is here: apt-get, apk, dnf, microdnf, yum, zypper."
}

# nf_missing_packages NAMES, on one line as they come
nf_missing_packages() {
  local name missing
  missing=''
  IFS=' '
  for name in $1; do
    case $nf_manager in
      apt-get) case $(dpkg-query -W -f '${Status}' "$name" 2> /dev/null) in *' installed') continue ;; esac ;;
      apk) ! apk info -e "$name" > /dev/null 2>&1 || continue ;;
      *) ! rpm -q "$name" > /dev/null 2>&1 || continue ;;
    esac
    missing="$missing${missing:+ }$name"
  done
  IFS=$nf_nl
  printf '%s' "$missing"
}

nf_install_packages() (
  unset LC_ALL
  IFS=' '
  set -- $1
  case $nf_manager in
    apt-get)
      DEBIAN_FRONTEND=noninteractive
      export DEBIAN_FRONTEND
      set +f
      IFS=$nf_nl
      had_lists=no
      for list in "$nf_root"/var/lib/apt/lists/*_Packages*; do [ ! -e "$list" ] || had_lists=yes; done
      apt-get update -q && apt-get install -q -y --no-install-recommends "$@" || exit
      apt-get clean
      [ $had_lists = yes ] || rm -rf "$nf_root"/var/lib/apt/lists/*
      ;;
    apk) apk add --no-cache "$@" ;;
    zypper) zypper --non-interactive install --no-recommends "$@" && zypper clean --all ;;
    *) $nf_manager install -y "$@" && $nf_manager clean all ;;
  esac
)
