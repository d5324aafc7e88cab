
# --- Which way the Feature is installed ----------------------------------------------------------------------------------

# Secure: the base holds what the Feature relies on, and only the delta is installed. Development: any other Linux.
# Build: the flake in the folder is built here. auto is secure if it can be.
nf_choose_mode() {
  nf_mode=${NIX_FEATURE_MODE:-${MODE:-auto}}
  nf_check_requires
  case $nf_mode in
    build) ;;
    secure)
      [ "$nf_has_data" = yes ] || nf_die_of_system
      [ "$nf_absent" = "$nf_nl" ] || nf_die_of_requires
      ;;
    dev) nf_choose_dev ;;
    auto) nf_choose_auto ;;
    *) nf_die "the mode is \"$nf_mode\": it must be auto, secure, dev or build." ;;
  esac
  nf_debug "mode $nf_mode on $(nf_os)"
}

nf_choose_auto() {
  # What was built here may be all that is relied upon, and is no base for layers.
  if [ "$(nf_recorded_mode)" = build ] && nf_is_local && nf_can_build; then nf_mode=build
  elif [ "$nf_has_data" = yes ] && [ "$nf_absent" = "$nf_nl" ] && ! nf_brought_requires; then nf_mode=secure
  else
    nf_choose_dev
    [ "$nf_absent" = "$nf_nl" ] || nf_say "this is not the base that $nf_id was built for (${nf_bases:-unknown}): $(nf_count "$nf_absent") of $(nf_count "$nf_requires") store paths are not here"
  fi
}

nf_choose_dev() {
  if [ -f "$nf_feature/install-dev.sh" ]; then nf_mode=dev
  elif [ "$nf_has_data" = yes ] && [ "$nf_absent" = "$nf_nl" ] && ! nf_brought_requires; then nf_mode=secure
  elif [ "$nf_has_data" = yes ] && [ -f "$nf_data/complement-manifest" ]; then
    nf_mode=complement
    nf_add_complement
  elif nf_is_local && nf_can_build; then nf_mode=build
  elif [ "$nf_has_data" = yes ]; then nf_die_of_requires
  else nf_die_of_system
  fi
}

# Is what the Feature relies on here because an earlier run brought it? Then it is ours to check and to mend.
nf_brought_requires() {
  [ -f "$nf_data/complement-manifest" ] && [ ! -f "$nf_feature/install-dev.sh" ] || return 1
  [ -n "$(nf_both "$(nf_own_paths)" "$nf_requires")" ]
}
