
# --- While a download takes its time -------------------------------------------------------------------------------------

# Says each NIX_FEATURE_NOTICE_SECONDS (15) how far FILE is, and if nothing came. nf_watch FILE SIZE begins it, and
# nf_unwatch ends it; it ends by itself when the run does. It holds neither locks nor the caller's output.
nf_watch() {
  (
    exec 8<&- 9<&- 2>&1
    have=$(nf_bytes_of "$1") ticks=0
    while kill -0 $$ 2> /dev/null; do
      sleep 1 > /dev/null 2>&1
      ticks=$((ticks + 1))
      [ $ticks -ge "${NIX_FEATURE_NOTICE_SECONDS:-15}" ] || continue
      ticks=0 before=$have have=$(nf_bytes_of "$1")
      if [ "$have" = "$before" ]; then nf_say "still waiting for $nf_place, which has sent nothing for ${NIX_FEATURE_NOTICE_SECONDS:-15} s ($(nf_size "$have") of $(nf_size "$2"))"
      else nf_say "$(nf_size "$have") of $(nf_size "$2") from $nf_place"
      fi
    done
  ) &
  nf_watcher=$!
}

# KILL, as another signal is lost where it comes before the new shell has dropped the traps of this one.
nf_unwatch() {
  { kill -9 "$nf_watcher" && wait "$nf_watcher"; } 2> /dev/null
  nf_watcher=''
}

nf_bytes_of() { if [ -f "$1" ]; then printf '%s' $(($(wc -c < "$1"))); else printf 0; fi; }
