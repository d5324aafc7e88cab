
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
  case $1 in '' | .* | -* | *[!A-Za-z0-9._-]*) nf_die "$nf_data names \"$1\", which is no name of a layer's file." "The Feature is broken: tell whoever made it." ;; esac
}

nf_unpack_layer() {
  nf_find_layer
  nf_check_layer "$nf_file"
  nf_debug "unpacking $name"
  nf_make_folders_for "$nf_file" || nf_die "unpacking the layer $name failed (see above)."
  nf_decompress "$nf_file" | tar -xp${nf_tar_owner}f - -C "$nf_staging/tree" ||
    nf_die "unpacking the layer $name failed (see above)." "Is the disk full? ($(df -P -k "$nf_store" 2> /dev/null | tail -n 1))"
  case $nf_file in "$nf_staging"/*) rm -f "$nf_file" ;; esac
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

nf_decompress() {
  case $type in
    *+gzip | *.gzip) gzip -dc < "$1" ;;
    *+zstd) zstd -dcq < "$1" ;;
    *) cat < "$1" ;;
  esac
}

# Reads the whole layer once before anything of it is written: the tar's digest, and every member. At most one byte more
# than the manifest promises is unpacked, whatever the compressed bytes claim.
nf_check_layer() {
  local sum list
  list=$nf_staging/list
  nf_debug "checking what is in $name"
  rm -rf "$list"
  mkdir -p "$list" && mkfifo "$list/tar" || nf_die "can't write to $nf_staging."
  { tar --numeric-owner -tvf - && cat > /dev/null; } < "$list/tar" > "$list/members" 2> "$list/failure" &
  sum=$(nf_decompress "$1" 2> /dev/null | head -c $((unpacked + 1)) | tee "$list/tar" | sha256sum)
  wait $! || nf_die "the layer $name is not a whole tar archive: $(cat "$list/failure")" "The Feature is broken: tell whoever made it."
  [ "sha256:${sum%% *}" = "$diff" ] ||
    nf_die "the layer $name unpacks to other bytes, or to more than the $unpacked bytes, than its manifest says ($diff)." "The Feature is broken: tell whoever made it."
  nf_check_members < "$list/members" 3> "$list/names" 4> "$list/files" 5> "$list/targets" 6> "$list/masked"
  nf_check_masked "$list/masked"
  [ -z "$(sort "$list/names" | uniq -d | head -n 1)" ] || nf_refuse "the same name twice" "$(sort "$list/names" | uniq -d | head -n 1)"
  # Every file twice and every target once: what is there only once is a target that is no file.
  sum=$(sort -u "$list/targets" | sort - "$list/files" "$list/files" | uniq -u | head -n 1)
  [ -z "$sum" ] || nf_refuse "a hard link to what is no file of the layer" "$sum"
}

nf_refuse() {
  nf_die "the layer $name is refused, nothing of it was unpacked: $1: $2" \
    "A layer holds whole store paths and nothing else. The Feature is broken or hostile: tell whoever made it."
}

# Reads `tar -tv`. Both GNU tar and BusyBox begin a line with type, mode and owner; GNU escapes line breaks in names,
# BusyBox writes them as they are, so that a line that does not begin so goes on with a name.
nf_check_members() {
  local line kind rest member target parent open root known
  open=nix/store known=''
  while IFS= read -r line; do
    case $line in
      [-a-zA-Z?][-r][-w][-xsS][-r][-w][-xsS][-r][-w][-xtT]\ *) ;;
      */*) nf_refuse "a name with a line break before a slash" "$line" ;;
      *) continue ;;
    esac
    kind=${line%"${line#?}"}
    rest=${line#??????????}
    case ${line%"$rest"} in *[sStT]*) nf_refuse "a set-uid, set-gid or sticky bit, or a socket" "$line" ;; esac
    case $kind in [-dlh]) ;; *) nf_refuse "a device or another special file" "$line" ;; esac
    case $rest in ' 0/0 '* | ' root/root '*) ;; *) nf_refuse "an owner other than root" "$line" ;; esac
    member=${rest#*:[0-9][0-9] }
    target=''
    case $nf_tar_links$kind$member in
      ?l*) member=${member%% -> *} ;;
      ?h*' link to '*) target=${member#* link to } member=${member%% link to *} ;;
      b-*' -> '*) target=${member#* -> } member=${member%% -> *} ;;
    esac
    [ "$kind" != d ] || member=${member%/}
    case /$member/ in *//* | */./* | */../*) nf_refuse "an absolute name, or one with . or .." "$line" ;; esac
    case $kind$member in
      dnix | dnix/store) continue ;;
      ?nix/store/*) ;;
      *) nf_refuse "a member outside nix/store" "$line" ;;
    esac
    root=${member#nix/store/}
    root=${root%%/*}
    if [ "$root" != "$known" ]; then
      nf_in "$nf_layer" "/nix/store/$root" || nf_refuse "a store path that is not on the Feature's list for this layer" "$line"
      known=$root
    fi
    # Members come depth first: what is above one is a folder that is still open. So no link is ever above one.
    parent=${member%/*}
    if [ "$parent" = nix/store ]; then open=nix/store; fi
    case $open/ in "$parent"/*) ;; *) nf_refuse "a member that is not inside a folder of the layer" "$line" ;; esac
    if [ "$kind" = d ]; then open=$member; else open=$parent; fi
    case $nf_tar_links$member in
      b*\?*) printf '%s %s\n' "$kind" "$member" >&6 ;;
      *) printf '%s\n' "$member" >&3 ;;
    esac
    case $kind$target in
      h) nf_refuse "a hard link to nothing" "$line" ;;
      -) printf '%s\n' "$member" >&4 ;;
      [-h]?*) printf '%s\n' "$target" >&5 ;;
    esac
  done
}

# BusyBox 1.38 and newer prints bytes that are not ASCII as question marks, so that two names may look like one, and a name
# alone proves nothing. What a link could be followed by is a folder of its name: those two must not look alike.
nf_check_masked() {
  local name
  name=$(sort -u "$1" | while IFS= read -r name; do case $name in [dl]*) printf '%s\n' "${name#??}" ;; esac done | sort | uniq -d | head -n 1)
  [ -z "$name" ] || nf_refuse "a link and a folder whose names can't be told apart" "$name"
}

# What this tar can do. nf_tar_links: b where hard links are listed as files with an arrow (BusyBox).
nf_find_tar() {
  unset TAR_OPTIONS
  nf_tar_links=g nf_tar_owner=o
  case $(tar --version 2> /dev/null) in *[Bb]usy[Bb]ox*) nf_tar_links=b ;; esac
  [ $nf_tar_links = g ] || [ $nf_overrides = yes ] || nf_die "BusyBox's tar can't unpack read-only folders for anybody but root with the capability DAC_OVERRIDE." \
    "Install GNU tar first ($(nf_how_to_install tar))."
}
