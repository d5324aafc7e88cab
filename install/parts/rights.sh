
# --- What this user may do -----------------------------------------------------------------------------------------------

# Root may do anything, unless the container took that away (CAP_DAC_OVERRIDE, the second bit; capabilities(7)). Sets
# nf_overrides to yes or no.
nf_find_rights() {
  local name value
  nf_overrides=yes
  [ "$nf_user" = 0 ] || nf_overrides=no
  [ $nf_overrides = yes ] && [ -r /proc/self/status ] || return 0
  while IFS='	' read -r name value; do
    [ "$name" = CapEff: ] || continue
    case $value in *[014589cdCD]) nf_overrides=no ;; esac
    return 0
  done < /proc/self/status
}

# GNU tar takes root for somebody who can write into a read-only folder that it has just made; folders that are there
# already it makes read-only in the end. nf_make_folders_for LAYER makes them; nothing is needed for anybody else.
nf_make_folders_for() {
  local name rest
  [ "$nf_user" = 0 ] && [ $nf_overrides = no ] || return 0
  nf_decompress "$1" | tar --quoting-style=escape -tf - | while IFS= read -r name; do
    case $name in */) ;; *) continue ;; esac
    # The escapes are those of printf's format, in which a percent sign is doubled.
    rest=$name name=''
    while :; do case $rest in *%*) name=$name${rest%%\%*}%% rest=${rest#*\%} ;; *) break ;; esac done
    mkdir -p "$nf_staging/tree/$(printf "$name$rest")" || exit
  done
}

# May files be made in PLACE, or where it would have to be made? Below NIX_FEATURE_ROOT writing shows it.
nf_check_rights() {
  local place who
  nf_find_rights
  [ -z "$nf_root" ] && [ $nf_overrides = no ] || return 0
  for place in /nix /nix/store /opt /var/lib /etc/profile.d; do
    ! nf_may_write "$place" || continue
    who="this is user $nf_user, who"
    [ "$nf_user" != 0 ] || who="this is root, but without the capability DAC_OVERRIDE, and so root"
    nf_die "installing the Feature $nf_id needs root: $who can't write to $place." "$(nf_rights_hint "$place")"
  done
}

nf_may_write() {
  local place
  place=$1
  while [ ! -e "$place" ]; do place=${place%/*}; done
  [ -w "${place:-/}" ]
}

nf_rights_hint() {
  if [ "$nf_user" = 0 ]; then printf 'Let the container have it (--cap-add DAC_OVERRIDE), or give the folder to root: chown root %s' "$1"
  else printf 'Run it as root, as the dev container tools do. By hand: sudo sh %s' "$0"
  fi
}

# Somebody who has to be given links must be there, before any work is done for them.
nf_check_user() {
  local user line
  user=${_REMOTE_USER:-root}
  nf_wants_links || return 0
  case $user in *[!0-9:]*) ;; *) return 0 ;; esac
  if [ -r "$nf_root/etc/passwd" ]; then
    while IFS= read -r line; do case $line in "$user":*) return 0 ;; esac done < "$nf_root/etc/passwd"
  fi
  [ -n "$nf_root" ] || ! id -u "$user" > /dev/null 2>&1 || return 0
  [ "$user" != root ] || return 0
  nf_die "the user $user, for whom links were asked for (userLinks), does not exist here." \
    "Have the user made before: in the image, or by the Feature common-utils, listed in overrideFeatureInstallOrder. Or set remoteUser to one that exists."
}
