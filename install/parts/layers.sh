
# --- Layers: find, verify, list, unpack --------------------------------------------------------------------------------

nf_is_blob() {
  local sum
  sum=$(sha256sum < "$1")
  [ "sha256:${sum%% *}" = "$2" ]
}

# The paths of a layer. nf_layer_paths DIGEST sets nf_layer to them.
nf_layer_paths() {
  local file path hash size layer
  nf_layer=$nf_nl
  for file in $nf_path_files; do
    while IFS=' ' read -r path hash size layer; do
      [ "$layer" != "$1" ] || nf_layer=$nf_layer$path$nf_nl
    done < "$file"
  done
}

# Unpacks the layers that hold a path of $nf_wanted into $nf_staging/tree.
nf_unpack_layers() {
  local file digest size diff type name unpacked path number
  # A layer must not be unpacked into what another one left there, which may be a link.
  path=$(nf_words 1 $nf_path_files | sort | uniq -d | head -n 1)
  [ -z "$path" ] || nf_die "$nf_data names $path twice." "The Feature is broken: tell whoever made it."
  number=0
  for file in $nf_manifest_files; do
    while IFS=' ' read -r digest size diff type name unpacked; do
      nf_check_digest "$digest"
      nf_check_digest "$diff"
      nf_check_sizes "$size" "$unpacked"
      nf_check_name "$name"
      nf_layer_paths "$digest"
      for path in $nf_layer; do
        nf_in "$nf_wanted" "$path" || continue
        number=$((number + 1))
        nf_unpack_layer < /dev/null
        break
      done
    done < "$file"
  done
  for path in $nf_wanted; do
    nf_exists "$nf_staging/tree$path" || nf_die "no layer holds $path." "The Feature is broken: tell whoever made it."
  done
}

# A layer's file lies in one of our folders, and nowhere else.
nf_check_name() {
  case $1 in '' | .* | -* | *[!A-Za-z0-9._-]*) nf_die "$nf_data names \"$1\", which is not the name of a layer's file." "The Feature is broken: tell whoever made it." ;; esac
}

# A folder that was named, a local build, what the Feature brings, or else the registry. Sets nf_file.
nf_find_layer() {
  local file hex
  hex=${digest#sha256:}
  set -- "$nf_feature/dist/$name" "$nf_feature/dist/$nf_system/$name" "$nf_feature/dist/blobs/sha256/$hex" "$nf_data/layers/$name"
  [ -z "${NIX_FEATURE_LAYERS:-}" ] || set -- "$NIX_FEATURE_LAYERS/$name" "$NIX_FEATURE_LAYERS/blobs/sha256/$hex" "$@"
  for file in "$@"; do
    [ -f "$file" ] || continue
    nf_debug "checking the digest of $file"
    if [ "$(($(wc -c < "$file")))" = "$size" ] && nf_is_blob "$file" "$digest"; then
      nf_file=$file
      nf_say "layer $number: $name ($(nf_size "$size")), from $file"
      return
    fi
    [ "$file" != "$nf_data/layers/$name" ] ||
      nf_die "the layer $name that came with the Feature is not what its manifest says ($digest, $size bytes)." "The Feature is damaged: get it again."
    nf_warn "$file is not the layer that this version of $nf_id needs; it is not used."
  done
  nf_file=$nf_staging/layers/$hex
  nf_find_registry
  nf_say "layer $number: $name ($(nf_size "$size")), from $nf_place"
  nf_fetch "$digest" "$size" "$nf_file"
}
