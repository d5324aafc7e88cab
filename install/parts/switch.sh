
# --- What makes the Feature's programs found ---------------------------------------------------------------------------

# nf_switch TARGET LINK: in one step, where mv can be told that the link is not a folder to move into
nf_switch() {
  rm -f "$2.new"
  [ "$(readlink "$2" 2> /dev/null)" != "$1" ] || return 0
  ln -s "$1" "$2.new" && { mv -fT "$2.new" "$2" 2> /dev/null || { rm -f "$2" && mv "$2.new" "$2"; }; } || nf_die "can't make the link $2 (see above)."
}

# A text for inside single quotes.
nf_quoted() {
  local rest
  rest=$1
  while :; do
    case $rest in
      *\'*) printf "%s'\\\\''" "${rest%%\'*}" && rest=${rest#*\'} ;;
      *) break ;;
    esac
  done
  printf '%s' "$rest"
}

nf_wants_links() { [ "${NIX_FEATURE_LINKS:-${USERLINKS:-$nf_links}}" = true ]; }

# What was asked for: with other options an installation is another one.
nf_options() {
  if nf_wants_links; then printf 'links for %s in %s' "${_REMOTE_USER:-root}" "${_REMOTE_USER_HOME:-}"; else printf 'no links'; fi
}

# Links in the remote user's ~/.local/bin to every program of the output. Sets nf_links_made.
nf_link_for_user() {
  local home user folder tool link
  nf_links_made=$nf_nl
  nf_wants_links || return 0
  user=${_REMOTE_USER:-root} home=${_REMOTE_USER_HOME:-}
  if [ -z "$home" ] || [ ! -d "$nf_root$home" ]; then
    nf_warn "links for the user $user were asked for, but the home folder \"$home\" does not exist: none are made."
    return 0
  fi
  # Below NIX_FEATURE_ROOT a link leads out of it.
  if [ -n "$nf_root" ] && nf_has_link "$home"; then
    nf_warn "$nf_link is a link: no links are made in $home."
    return 0
  fi
  home=$nf_root$home
  for folder in "$home/.local" "$home/.local/bin"; do
    # A link here could lead root to write anywhere.
    [ ! -L "$folder" ] || { nf_warn "$folder is a link: no links are made there." && return 0; }
    [ -d "$folder" ] || { mkdir "$folder" && nf_give "$user" "$folder"; } || nf_die "can't make $folder (see above)."
  done
  for tool in $(nf_tools); do
    link=$home/.local/bin/$tool
    case $(readlink "$link" 2> /dev/null) in
      "/opt/nix-feature/$nf_id/bin/$tool") ;;
      *)
        if nf_exists "$link"; then
          nf_warn "$link exists already and is left alone."
          continue
        fi
        ln -s "/opt/nix-feature/$nf_id/bin/$tool" "$link" && nf_give "$user" "$link" || nf_die "can't make $link (see above)."
        ;;
    esac
    nf_links_made=$nf_links_made${link#"$nf_root"}$nf_nl
  done
}

nf_tools() (
  set +f
  for tool in "$nf_root$nf_storepath"/bin/*; do
    nf_exists "$tool" && [ ! -d "$tool" ] && printf '%s\n' "${tool##*/}"
  done
)

nf_give() {
  [ "$nf_user" != 0 ] || [ "$1" = root ] || chown -h "$1:$(id -g "$1")" "$2"
}
