
# --- nix-feature-ctl, the command that looks after what is installed ----------------------------------------------------
#
# It is a link to the recorded runtime of one of the Features: the newest runtime, whoever brought it.

nf_door=/usr/local/bin/nix-feature-ctl

# nf_set_door [RECORD]: points the command to the newest runtime, or removes it if there is none. RECORD is going away.
# A system without /usr/local/bin gets no command: it would not be found.
nf_set_door() {
  local record number newest most
  newest='' most=0
  for record in $(nf_records); do
    number=0
    [ "$record" != "${1:-}" ] && read -r number 2> /dev/null < "$record/runtime" || continue
    case $number in '' | *[!0-9]*) continue ;; esac
    [ "$number" -gt "$most" ] || continue
    newest=${record#"$nf_root"}/install.sh most=$number
  done
  if nf_exists "$nf_root$nf_door" && ! nf_has_door; then return 0; fi
  [ -d "$nf_root${nf_door%/*}" ] && [ -w "$nf_root${nf_door%/*}" ] && ! nf_has_link "${nf_door%/*}" || return 0
  if [ -n "$newest" ]; then nf_switch "$newest" "$nf_root$nf_door"; else rm -f "$nf_root$nf_door"; fi
}

# Is the command there, and ours?
nf_has_door() {
  case $(readlink "$nf_root$nf_door" 2> /dev/null) in
    /var/lib/nix-feature/*/install.sh) return 0 ;;
  esac
  return 1
}

# What removes this Feature, as a line for a shell.
nf_removal() {
  if nf_has_door; then printf 'nix-feature-ctl remove %s' "$nf_id"; else printf 'sh /var/lib/nix-feature/%s/install.sh --uninstall' "$nf_id"; fi
}
