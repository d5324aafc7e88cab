
# --- Who made the Feature's files: NIX_FEATURE_KEY demands a signature ----------------------------------------------------
#
# nix-feature/signed lists the files, signed.sig is its signature. Nothing is believed because a command says nothing: a hash
# has to be the one that is listed, and files are found by the shell itself.

# Checks the files of the Feature, if a key is given, and says so. Nothing of them was run before but this.
nf_check_signature() {
  local key listed
  key=${NIX_FEATURE_KEY:-}
  [ -n "$key" ] || return 0
  nf_is_there "$nf_bundle/signed" && nf_is_there "$nf_bundle/signed.sig" ||
    nf_die "the Feature in $nf_feature is not signed, and NIX_FEATURE_KEY demands it." "Have it published with a key (sign: key), or unset the key."
  nf_have openssl || nf_die "NIX_FEATURE_KEY demands a signature, and openssl, which checks it, is missing." "Install it first ($(nf_how_to_install openssl))."
  nf_need sha256sum mktemp
  nf_check_signed_list
  nf_check_listed_files
  nf_refuse_others
  nf_say "the $listed files of the Feature are those that the owner of the key signed"
}

nf_is_there() { [ -f "$1" ] && [ ! -L "$1" ]; }

nf_die_of_files() {
  nf_die "the Feature in $nf_feature is not what the owner of the key (NIX_FEATURE_KEY) signed: $1." "Nothing more of it is run. It was changed on its way: get it again, or tell whoever made it."
}

# The key is a file, or the text of one. An answer counts only if openssl says that it is right, and ends so.
nf_check_signed_list() {
  local said kind
  nf_private=$(mktemp -d) && [ -d "$nf_private" ] || nf_die "can't make a temporary folder (see above)."
  case $key in
    *'BEGIN PUBLIC KEY'*) printf '%s\n' "$key" > "$nf_private/key" ;;
    *) cat < "$key" > "$nf_private/key" ;;
  esac || nf_die "the key in NIX_FEATURE_KEY can't be read (see above)." "It is the text of a public key (PEM), or a file that holds one."
  kind=$(openssl pkey -pubin -in "$nf_private/key" -noout -text 2> /dev/null) || kind=''
  case $kind in
    '') nf_die "the key in NIX_FEATURE_KEY is not a public key that openssl can read." "It is the text of a public key (PEM: BEGIN PUBLIC KEY), or a file that holds one." ;;
    *[Ee][Dd]25519*)
      said=$(openssl pkeyutl -verify -pubin -inkey "$nf_private/key" -rawin -in "$nf_bundle/signed" -sigfile "$nf_bundle/signed.sig" 2>&1) &&
        case $said in *'Verified Successfully'*) return ;; esac
      case $said in *rawin*) nf_die "this openssl ($(openssl version)) can't check signatures of Ed25519 keys." "openssl 3 can; or have the Feature signed with an ECDSA key." ;; esac
      ;;
    *)
      said=$(openssl dgst -sha256 -verify "$nf_private/key" -signature "$nf_bundle/signed.sig" "$nf_bundle/signed" 2>&1) &&
        case $said in 'Verified OK') return ;; esac
      ;;
  esac
  nf_debug "$said"
  nf_die_of_files "the signature of its list of files is not by this key"
}

# Sets listed to how many files there are in the list; each of them is what it was.
nf_check_listed_files() {
  local line name hash sum
  listed=0
  {
    IFS= read -r line
    [ "$line" = nix-feature-files-v1 ] || nf_die "$nf_bundle/signed has a format that this runtime does not know." "Feature and runtime don't belong together: get the Feature again."
    while IFS= read -r line; do
      hash=${line%% *} name=${line#* }
      name=${name#* }
      case $hash in *[!0-9a-f]*) hash='' ;; esac
      [ ${#hash} = 64 ] || nf_die_of_files "its list has the line \"$line\""
      case /$name/ in *//* | */./* | */../*) nf_die_of_files "its list has the name \"$name\"" ;; esac
      nf_is_there "$nf_feature/$name" || nf_die_of_files "$name is missing"
      sum=$(sha256sum < "$nf_feature/$name")
      [ "${sum%% *}" = "$hash" ] || nf_die_of_files "$name was changed"
      nf_is_extra "$name" || listed=$((listed + 1))
    done
  } < "$nf_bundle/signed"
}

# All that are listed are there; so there is no other one if there are as many.
nf_refuse_others() {
  local found names
  found=0 names=$nf_nl
  nf_count_files "$nf_feature" ''
  [ "$listed" != 0 ] && [ "$found" = "$listed" ] ||
    nf_die_of_files "there are $found files, and $listed are signed. Not signed:$(nf_first "$(nf_minus "$names" "$(cut -d ' ' -f 3- "$nf_bundle/signed")")")"
}

# nf_count_files FOLDER PREFIX: a link may lead anywhere, and only files and folders can be in a Feature
nf_count_files() {
  local prefix entry name
  prefix=$2
  set +f
  set -- "$1"/* "$1"/.[!.]* "$1"/..?*
  set -f
  for entry in "$@"; do
    nf_exists "$entry" || continue
    name=$prefix${entry##*/}
    [ ! -L "$entry" ] || nf_die_of_files "$name is a link"
    if [ -d "$entry" ]; then nf_count_files "$entry" "$name/"
    elif [ ! -f "$entry" ]; then nf_die_of_files "$name is not a file"
    elif ! nf_is_extra "$name"; then found=$((found + 1)) names=$names$name$nf_nl
    fi
  done
}

# nf_is_extra NAME: is it signed by itself, or put there by the dev container tools or by nix-feature? Layers are checked by
# the digests of lists that are signed. Nothing of all this is run by the runtime.
nf_is_extra() {
  case $1 in
    nix-feature/*/layers/*/* | nix-feature/*/*/layers/* | dist/blobs/sha256/*/*) ;;
    nix-feature/signed | nix-feature/signed.sig | nix-feature/exported | nix-feature/*-linux/layers/*) return 0 ;;
    devcontainer-features.env | devcontainer-features-install.sh | dist/oci-layout | dist/index.json | dist/blobs/sha256/*) return 0 ;;
  esac
  return 1
}

# nix-feature-ctl verify --key FILE FOLDER: before anything in the folder is run
nf_verify_folder() {
  [ $# = 3 ] || nf_die "nix-feature-ctl verify --key takes a key's file and the folder of a Feature."
  NIX_FEATURE_KEY=$2
  nf_find_bundle "$3/nix-feature"
  nf_check_signature
}
