
# --- What to do about it -----------------------------------------------------------------------------------------------

# nf_how_to_install COMMAND...: what brings these commands, in the words of this system's package manager, or of all
nf_how_to_install() {
  local manager found
  found=''
  for manager in apt-get apk dnf microdnf zypper; do
    nf_have "$manager" || continue
    found=$manager
    break
  done
  case $found in
    '')
      printf 'Debian, Ubuntu: %s; Alpine: %s; Fedora, RHEL: %s; SUSE: %s' \
        "$(nf_install_line apt-get "$@")" "$(nf_install_line apk "$@")" "$(nf_install_line dnf "$@")" "$(nf_install_line zypper "$@")"
      ;;
    *) nf_install_line "$found" "$@" ;;
  esac
}

# nf_install_line MANAGER COMMAND...
nf_install_line() {
  local manager command line
  manager=$1 line=''
  shift
  for command in "$@"; do line="$line $(nf_package_of "$manager" "$command")"; done
  case $manager in
    apt-get) printf 'apt-get update && apt-get install -y%s' "$line" ;;
    apk) printf 'apk add%s' "$line" ;;
    *) printf '%s install -y%s' "$manager" "$line" ;;
  esac
}

# nf_package_of MANAGER COMMAND
nf_package_of() {
  case $2 in
    sha256sum | mkdir | mv | rm | ln | cp | cat | head | tee | sort | uniq | mkfifo | readlink | uname) printf coreutils ;;
    find) printf findutils ;;
    flock) printf util-linux ;;
    xz) if [ "$1" = apt-get ]; then printf xz-utils; else printf xz; fi ;;
    *) printf '%s' "$2" ;;
  esac
}
