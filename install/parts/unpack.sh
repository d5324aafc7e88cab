
# --- A layer: one pass that checks it, and unpacks it on the way if this tar can be trusted with what is not checked yet ----

nf_unpack_layer() {
  nf_find_layer
  if [ $nf_tar_confines = yes ] && [ $nf_overrides = yes ]; then nf_unpack_in_one_pass; else nf_unpack_in_two; fi
  case $nf_file in "$nf_staging"/*) rm -f "$nf_file" ;; esac
}

# Into an empty folder that is nobody else's, of which nothing is used before all of the layer is found to be right.
nf_unpack_in_one_pass() {
  local path
  nf_debug "unpacking $name, which is checked on the way"
  mkdir -m 700 "$nf_staging/layer" || nf_die "can't write to $nf_staging (see above)."
  nf_check_layer "$nf_staging/layer"
  set --
  for path in $nf_layer; do
    ! nf_exists "$nf_staging/layer$path" || set -- "$@" "$nf_staging/layer$path"
  done
  mkdir -p "$nf_staging/tree/nix/store" && { [ $# = 0 ] || mv "$@" "$nf_staging/tree/nix/store/"; } && nf_remove "$nf_staging/layer" ||
    nf_die_of_unpacking "unpacking the layer $name failed (see above)"
}

nf_unpack_in_two() {
  nf_debug "checking what is in $name"
  nf_check_layer ''
  nf_debug "unpacking $name"
  nf_make_folders_for "$nf_file" && nf_decompress "$nf_file" | nf_untar "$nf_staging/tree" || nf_die_of_unpacking "unpacking the layer $name failed (see above)"
}

nf_untar() { tar -xp${nf_tar_owner}f - -C "$1"; }

nf_die_of_unpacking() { nf_die "$1." "Is the disk full? ($(df -P -k "$nf_store" 2> /dev/null | tail -n 1))"; }

nf_die_of_layer() { nf_die "the layer $name $1." "The Feature is broken: tell whoever made it."; }

nf_decompress() {
  case $type in
    *+gzip | *.gzip) gzip -dc < "$1" ;;
    *+zstd) zstd -dcq < "$1" ;;
    *) cat < "$1" ;;
  esac
}

# nf_check_layer FOLDER: reads the whole layer once: the tar's digest, and every member. If FOLDER is not empty, what the layer
# holds is in it afterwards. At most one byte more than the manifest promises is unpacked, whatever the compressed bytes claim.
nf_check_layer() {
  local list said sum
  list=$nf_staging/list
  rm -rf "$list"
  mkdir -p "$list" && mkfifo "$list/tar" "$list/unpack" || nf_die "can't write to $nf_staging (see above)."
  said=$(nf_read_layer "$1")
  # A full disk stops more than one stage, and what they say of the layer is wrong.
  case $said in *'No space left'* | *'quota exceeded'*) nf_die_of_unpacking "unpacking the layer $name failed: $(nf_said_by unpack || nf_said_by list)" ;; esac
  sum=$(nf_said_by sum)
  if [ "sha256:${sum%% *}" != "$diff" ]; then
    sum=$(nf_said_by decompress) # ended early, it says nothing or that the pipe is broken
    case $sum in '' | *'roken pipe'*) ;; *) nf_die_of_layer "can't be decompressed: $sum" ;; esac
    nf_die_of_layer "unpacks to other bytes, or to more than the $unpacked bytes, than its manifest says ($diff)"
  fi
  ! sum=$(nf_said_by list) || nf_die_of_layer "is not a complete tar archive: $sum"
  nf_check_members < "$list/members" 3> "$list/names" 4> "$list/files" 5> "$list/targets" 6> "$list/masked"
  nf_check_masked "$list/masked"
  sum=$(sort "$list/names" | uniq -d | head -n 1)
  [ -z "$sum" ] || nf_refuse "the same name twice" "$sum"
  # Every file twice and every target once: what is there only once is a target that is no file.
  sum=$(sort -u "$list/targets" | sort - "$list/files" "$list/files" | uniq -u | head -n 1)
  [ -z "$sum" ] || nf_refuse "a hard link to something that is not a file of the layer" "$sum"
  ! sum=$(nf_said_by unpack) || nf_die_of_unpacking "unpacking the layer $name failed: $sum"
}

# nf_read_layer FOLDER: the one pass. Writes `<stage> <why>` for each stage that failed, and `sum <hash>` of the tar. No files,
# as the disk may be full.
nf_read_layer() {
  {
    set -- "$1" "$list/tar"
    nf_stage list nf_list_members < "$list/tar" &
    if [ -n "$1" ]; then
      nf_stage unpack nf_untar "$1" < "$list/unpack" &
      set -- "$@" "$list/unpack"
    fi
    shift
    nf_stage decompress nf_decompress "$nf_file" < /dev/null | head -c $((unpacked + 1)) | tee "$@" | { sum=$(sha256sum) && printf 'sum %s\n' "$sum"; }
    wait
  } 3>&1
}

nf_list_members() { tar --numeric-owner -tvf - > "$list/members"; }

# nf_stage NAME COMMAND...: what it leaves of its input is read, too, or the stage before it would end early
nf_stage() {
  local stage failure
  stage=$1
  shift
  { failure=$("$@" 2>&1 >&4) || printf '%s %s\n' "$stage" "$(nf_lines "$failure" | head -n 1)" >&3; } 4>&1
  cat > /dev/null
}

# nf_said_by STAGE
nf_said_by() {
  local line
  for line in $said; do
    case $line in "$1 "*) printf '%s' "${line#* }" && return ;; esac
  done
  return 1
}

nf_refuse() {
  nf_die "the layer $name is refused, nothing of it is used: $1: $2" \
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
    esac || nf_die_of_unpacking "can't write to $nf_staging"
    case $kind$target in
      h) nf_refuse "a hard link to nothing" "$line" ;;
      -) printf '%s\n' "$member" >&4 ;;
      [-h]?*) printf '%s\n' "$target" >&5 ;;
    esac || nf_die_of_unpacking "can't write to $nf_staging"
  done
}

# BusyBox 1.38 and newer prints bytes that are not ASCII as question marks, so that two names may look like one, and a name
# alone proves nothing. What a link could be followed by is a folder of its name: those two must not look alike.
nf_check_masked() {
  local name
  name=$(sort -u "$1" | while IFS= read -r name; do case $name in [dl]*) printf '%s\n' "${name#??}" ;; esac done | sort | uniq -d | head -n 1)
  [ -z "$name" ] || nf_refuse "a link and a folder whose names can't be told apart" "$name"
}

# What this tar can do. nf_tar_links: b where hard links are listed as files with an arrow (BusyBox). nf_tar_confines: whether no
# archive leads it out of an empty folder (GNU tar manual, "Security Rules of Thumb": it makes links last of all).
nf_find_tar() {
  unset TAR_OPTIONS
  nf_tar_links=g nf_tar_owner=o nf_tar_confines=no
  case $(tar --version 2> /dev/null) in
    *[Bb]usy[Bb]ox*) nf_tar_links=b ;;
    *'GNU tar'*) nf_tar_confines=yes ;;
  esac
  [ $nf_tar_links = g ] || [ $nf_overrides = yes ] || nf_die "BusyBox's tar can't unpack read-only folders for anybody but root with the capability DAC_OVERRIDE." \
    "Install GNU tar first ($(nf_how_to_install tar))."
}
