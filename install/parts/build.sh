
# --- Built here: the flake in the Feature's folder, by the Nix of this system -----------------------------------------------
#
# For local Features, and for systems that the published layers don't fit. What Nix built is recorded as a delta is, in files
# of the same format; so all that comes after is the same.

# Is this a Feature that lies beside a devcontainer.json, and was not downloaded as a published one?
nf_is_local() { [ "$nf_has_data" = no ] || [ -f "$nf_bundle/exported" ]; }

nf_can_build() {
  [ -f "$nf_feature/flake.nix" ] || return 1
  nf_find_nix
  nf_has_nix_build
}

# The command `nix` lies beside nix-store, wherever that was found.
nf_has_nix_build() { [ -n "$nf_nix_store" ] && [ -x "${nf_nix_store%/*}/nix" ]; }

nf_check_build() {
  [ -f "$nf_feature/flake.nix" ] || nf_die "mode build needs the flake of $nf_id, and there is no flake.nix in $nf_feature." "Use mode auto or secure."
  nf_find_nix
  nf_has_nix_build || nf_die "mode build needs Nix, and there is none here (nix, nix-store)." \
    "Use an image with Nix in it, or install Nix before this Feature; or use mode auto or secure."
  nf_need find sort cut
}

nf_install_build() {
  local before key
  before=$(nf_recorded_version)
  key=$(nf_build_key)
  if nf_is_built "$key"; then
    rm -f "$nf_record/build-before"
    nf_say "$nf_id $nf_version is installed already, built from this flake; nothing to do"
    return 0
  fi
  nf_say "building $nf_id $nf_version from the flake in its folder, by the Nix of this system: no layers are used"
  nf_open_staging
  nf_build
  nf_describe_build
  nf_read_paths
  nf_note_pending
  nf_root_add "nix-feature-$nf_id-next" "$nf_storepath"
  nf_registered=yes nf_added=$nf_wanted
  nf_activate
  nf_write_record
  printf '%s\n' "$key" > "$nf_record/build-key" || nf_die "can't write to $nf_record (see above)."
  nf_drop_build_inputs
  rm -f "$nf_record/build-before"
  nf_finish "$before"
}

# What the build depends on, as far as the folder says it.
nf_build_key() {
  (
    cd -- "$nf_feature" || exit
    printf '%s\n' "$nf_system" "$nf_attribute"
    find . \( -path ./nix-feature -o -path ./dist -o -name .git -o -name node_modules \) -prune -o \( -type f -o -type l \) -print | sort | while IFS= read -r file; do
      printf '%s ' "$file" "$(readlink "$file")"
      [ ! -f "$file" ] || sha256sum < "$file"
    done
  ) | sha256sum | cut -d ' ' -f 1
}

# nf_is_built KEY: is the record that of a build of this very folder, and all of it in place?
nf_is_built() {
  local path
  [ "$(nf_recorded_mode)" = build ] && [ "$(cat "$nf_record/build-key" 2> /dev/null)" = "$1" ] || return 1
  (
    nf_data=$nf_record
    nf_read_paths
    for path in $nf_paths $nf_requires; do nf_exists "$nf_root$path" || exit 1; done
    nf_is_whole
  )
}

# Builds a copy without what is ours: a flake's result may depend on every file of its folder. Sets nf_storepath and
# nf_before, the store as it was.
nf_build() {
  local entry copy result
  copy=$nf_staging/flake
  nf_remove "$copy" "$nf_staging/built" # of a run that was killed
  mkdir -p "$copy" "$nf_staging/cache" || nf_die "can't write to $nf_staging (see above)."
  for entry in $(set +f && cd -- "$nf_feature" && for entry in * .[!.]*; do printf '%s\n' "$entry"; done); do
    case $entry in nix-feature | dist | .git | node_modules) continue ;; esac
    nf_exists "$nf_feature/$entry" || continue
    cp -R -P -p "$nf_feature/$entry" "$copy/" || nf_die "can't copy the flake of $nf_id (see above)."
  done
  nf_note_before
  nf_nix_build --out-link "$nf_staging/result" "path:$copy#$nf_attribute" ||
    nf_die "building the flake of $nf_id failed (see above)." "Nix has to reach what the flake's inputs name, and a binary cache or a compiler; layers that were built before need neither (mode secure)."
  # Of several outputs the first has the plain name, unless it is one such as "bin".
  for result in $(set +f && printf '%s\n' "$nf_staging"/result "$nf_staging"/result-*); do
    [ -L "$result" ] || continue
    nf_storepath=$(readlink "$result")
    break
  done
  nf_check_store_path "$nf_storepath"
}

# Sets nf_before to the store as it was before the first run of this build: one that was killed has left what it built, and that
# is ours.
nf_note_before() {
  if [ ! -f "$nf_record/build-before" ]; then
    mkdir -p "$nf_record" && nf_store_entries > "$nf_record/build-before.new" && mv -f "$nf_record/build-before.new" "$nf_record/build-before" || nf_die "can't write to $nf_record (see above)."
  fi
  nf_before=$nf_nl$(cat "$nf_record/build-before")$nf_nl
}

# What a run that was killed has built, when the Feature is removed.
nf_forget_build() {
  [ -f "$nf_record/build-before" ] && [ -n "$nf_nix_store" ] || return 0
  nf_staging=$nf_root/nix/.nix-feature-staging-$nf_id nf_paths='' nf_requires=''
  nf_before=$nf_nl$(cat "$nf_record/build-before")$nf_nl
  nf_drop_build_inputs
  nf_remove "$nf_staging"
}

nf_nix_build() (
  unset LC_ALL
  NIX_REMOTE=$nf_nix_remote XDG_CACHE_HOME=$nf_staging/cache
  # Build users where they are, as a daemon has it; else root builds.
  grep -qs '^nixbld:' "$nf_root/etc/group" || NIX_CONFIG="${NIX_CONFIG:-}${nf_nl}build-users-group ="
  export NIX_REMOTE NIX_CONFIG XDG_CACHE_HOME
  exec "${nf_nix_store%/*}/nix" --extra-experimental-features 'nix-command flakes' build --no-write-lock-file "$@" < /dev/null
)

nf_store_entries() (
  cd -- "$nf_store" 2> /dev/null || exit 0
  set +f
  for entry in *; do printf '/nix/store/%s\n' "$entry"; done
)

# Writes the files that a published Feature has for a system. New paths are the Feature's own; others it relies on. Sets
# nf_data, and nf_wanted to the new ones.
nf_describe_build() {
  local closure own path hash size deriver count none
  nf_data=$nf_staging/built
  mkdir -p "$nf_data" || nf_die "can't write to $nf_staging (see above)."
  closure=$(nf_nix --query --requisites "$nf_storepath") && nf_nix --dump-db $closure > "$nf_data/all" || nf_die "Nix's database can't be read (see above)."
  own=$nf_nl$(nf_own_paths)$nf_nl
  nf_wanted=$nf_nl none=sha256:0000000000000000000000000000000000000000000000000000000000000000
  : > "$nf_data/manifest"
  : > "$nf_data/paths" && : > "$nf_data/requires" && : > "$nf_data/registration" && : > "$nf_data/requires-registration"
  while read -r path; do
    read -r hash && read -r size && IFS= read -r deriver && read -r count || nf_die "Nix's database can't be read."
    if ! nf_in "$nf_before" "$path"; then nf_wanted=$nf_wanted$path$nf_nl; fi
    if ! nf_in "$nf_before" "$path" || nf_in "$own" "$path"; then
      printf '%s sha256:%s %s %s\n' "$path" "${hash#sha256:}" "$size" "$none" >> "$nf_data/paths"
      nf_copy_entry >> "$nf_data/registration"
    else
      printf '%s sha256:%s %s\n' "$path" "${hash#sha256:}" "$size" >> "$nf_data/requires"
      nf_copy_entry >> "$nf_data/requires-registration"
    fi
  done < "$nf_data/all"
  printf '%s\n' "$nf_storepath" > "$nf_data/env-path"
  if [ -f "$nf_bundle/$nf_system/environment" ]; then cp "$nf_bundle/$nf_system/environment" "$nf_data/environment"; else printf 'PATH=bin\n' > "$nf_data/environment"; fi
}

# The entry that is being read, to standard output.
nf_copy_entry() {
  local reference
  printf '%s\n' "$path" "${hash#sha256:}" "$size" "$deriver" "$count"
  while [ "$count" -gt 0 ]; do
    read -r reference || return 1
    printf '%s\n' "$reference"
    count=$((count - 1))
  done
}

# What came only for the build: it would make an image larger. Nix keeps of it what anything else uses; only that it would
# keep the derivations of all that is in use is of no help here.
nf_drop_build_inputs() {
  local came
  (set +f && rm -rf "$nf_staging"/result*)
  # Sources of the flake and its inputs are requisites of no derivation. All else that came is looked at, too.
  came=$(nf_minus "$(nf_store_entries)" "$nf_before$nf_paths$nf_requires")
  [ -n "$came" ] || return 0
  # --delete ends at the first path that something uses.
  came=$(nf_both "$came" "$(nf_nix --option keep-derivations false --gc --print-dead 2> /dev/null)")
  [ -z "$came" ] || nf_nix --option keep-derivations false --delete $came > /dev/null 2>&1 || nf_debug "some of what came only for the build is in use, and stays until Nix collects it"
}
