
# --- What comes from outside is looked at before it is used ------------------------------------------------------------

# nf_check_number TEXT WHAT: a count in decimal digits, short enough for every shell. A shell takes other text in an
# arithmetic expression for a variable's name, or for a command in an array's index.
nf_check_number() {
  case $1 in
    '' | *[!0-9]* | 0?* | ????????????????*) nf_die "$2 is \"$1\", which is not a number." ;;
  esac
}

nf_is_store_path() {
  case $1 in
    /nix/store/*[!0-9a-zA-Z+._?=-]* | /nix/store/.*) return 1 ;;
    /nix/store/????????????????????????????????-?*) return 0 ;;
  esac
  return 1
}

nf_check_sizes() { nf_check_number "$1" "a size in $nf_data" && nf_check_number "${2:-0}" "a size in $nf_data"; }

# nf_has_link PLACE: is PLACE, or a folder above it, a symbolic link? PLACE begins with a slash and is below $nf_root.
# Sets nf_link to the first one.
nf_has_link() {
  local rest
  rest=${1#/} nf_link=$nf_root
  while [ -n "$rest" ]; do
    nf_link=$nf_link/${rest%%/*}
    [ ! -L "$nf_link" ] || return 0
    case $rest in */*) rest=${rest#*/} ;; *) rest='' ;; esac
  done
  return 1
}

# Images link folders of the system into the store, and a link below NIX_FEATURE_ROOT leads out of it: what is written
# through one lands where it must not.
nf_check_links() {
  local place
  for place in /nix/store /nix/var/nix/gcroots "/opt/nix-feature" "/var/lib/nix-feature/$nf_id"; do
    ! nf_has_link "$place" || nf_die "$nf_link is a symbolic link (to $(readlink "$nf_link")), and nothing is written through it." \
      "Make it a real folder in the image, for example: RUN rm $nf_link && mkdir $nf_link"
  done
  # No file that we write is ever a link: one is somebody else's, and leads somewhere.
  nf_drop_link "/nix/.nix-feature-staging-$nf_id" /nix/.nix-feature-damaged /nix/.nix-feature-aside "/etc/profile.d/nix-feature-$nf_id.sh" "/etc/profile.d/nix-feature-$nf_id.sh.new"
  nf_drop_links_in "/nix/.nix-feature-staging-$nf_id" "/nix/.nix-feature-staging-$nf_id/layers" "/var/lib/nix-feature/$nf_id"
}

# nf_drop_link PLACE...: removes those that are links
nf_drop_link() {
  local place
  for place in "$@"; do
    [ ! -L "$nf_root$place" ] || nf_has_link "${place%/*}" || rm -f "$nf_root$place" || nf_die "can't remove the link $nf_root$place (see above)."
  done
}

# nf_drop_links_in FOLDER...
nf_drop_links_in() {
  local folder file
  for folder in "$@"; do
    [ -d "$nf_root$folder" ] && ! nf_has_link "$folder" || continue
    for file in $(set +f && printf "%s$nf_nl" "$nf_root$folder"/*); do nf_drop_link "${file#"$nf_root"}"; done
  done
}

# Is there a folder /etc/profile.d, or can one be made, without following a link?
nf_takes_profile() { [ -d "$nf_root/etc" ] && ! nf_has_link /etc/profile.d; }
