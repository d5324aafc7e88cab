
# --- What happened: /var/lib/nix-feature/log ---------------------------------------------------------------------------

nf_home() { printf '%s' "$nf_root/var/lib/nix-feature"; }

# nf_records: the folders of all Features that are recorded, whole or not
nf_records() (
  set +f
  for record in "$nf_root"/var/lib/nix-feature/*/; do
    [ ! -d "$record" ] || printf '%s\n' "${record%/}"
  done
)

# nf_log EVENT: adds it to the log, after the warnings of this run. Only what changes a system, or fails to, is logged; the
# log goes with the last Feature.
nf_log() {
  local now line
  [ "${nf_logs:-no}" = yes ] && [ -d "$(nf_home)" ] && [ -w "$(nf_home)" ] && ! nf_has_link /var/lib/nix-feature/log || return 0
  now=$(date -u +%Y-%m-%dT%H:%M:%SZ 2> /dev/null)
  for line in ${nf_warned:-} "${1%%"$nf_nl"*}"; do
    printf '%s %s: %s\n' "${now:--}" "${nf_id:--}" "$line"
  done 2> /dev/null >> "$(nf_home)/log"
  nf_warned=''
}
