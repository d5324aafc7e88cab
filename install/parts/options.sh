
# --- Options -----------------------------------------------------------------------------------------------------------

# What somebody asks for, by a variable or else by an option of devcontainer.json. An option counts if feature.env lists
# it: others are the author's own, whatever their names are.
nf_read_options() {
  NIX_FEATURE_MIRROR=${NIX_FEATURE_MIRROR:-$(nf_option mirror "${MIRROR:-}")}
  NIX_FEATURE_VERIFY=${NIX_FEATURE_VERIFY:-$(nf_option verify "${VERIFY:-}")}
  case $(nf_option debug "${DEBUG:-}") in true) NIX_FEATURE_DEBUG=${NIX_FEATURE_DEBUG:-1} ;; esac
}

nf_option() {
  ! nf_in "$nf_options_read" "$1" || printf '%s' "$2"
}

nf_check_options() {
  nf_check_number "${NIX_FEATURE_ATTEMPTS:-5}" NIX_FEATURE_ATTEMPTS
  nf_check_number "${NIX_FEATURE_RETRY_SECONDS:-1}" NIX_FEATURE_RETRY_SECONDS
  nf_check_number "${NIX_FEATURE_LOCK_TIMEOUT:-600}" NIX_FEATURE_LOCK_TIMEOUT
  case ${NIX_FEATURE_VERIFY:-full} in
    full | quick | all) ;;
    *) nf_die "verify is \"$NIX_FEATURE_VERIFY\": it must be full, quick or all." "Set the option \"verify\" or the variable NIX_FEATURE_VERIFY." ;;
  esac
  nf_check_number "${NIX_FEATURE_NOTICE_SECONDS:-15}" NIX_FEATURE_NOTICE_SECONDS
  case ${NIX_FEATURE_LINKS:-${USERLINKS:-$nf_links}} in
    true | false) ;;
    *) nf_die "the option userLinks is \"${NIX_FEATURE_LINKS:-$USERLINKS}\": it must be true or false." ;;
  esac
}

# The delta is of one version, whatever the author's option "version" says: that is for development mode. It fits if a
# store path, or the Feature, is of the version that was asked for.
nf_check_version_option() {
  local wanted path
  wanted=${VERSION:-}
  wanted=${wanted#v}
  case $wanted in '' | [!0-9]* | *[!0-9A-Za-z.+_-]*) return 0 ;; esac
  for path in "-$nf_version" $nf_paths $nf_requires; do
    case $path in *"-$wanted" | *"-$wanted"[.+-]*) return 0 ;; esac
  done
  nf_warn "the option version is \"$VERSION\", and nothing of that version is in $nf_id $nf_version: mode $nf_mode installs what the Feature was built with (${nf_storepath#/nix/store/????????????????????????????????-}). Use the version of the Feature that has it, or mode dev."
}
