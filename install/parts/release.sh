
# --- Releases on GitHub ---------------------------------------------------------------------------------------------------

# nf_resolve OWNER/REPOSITORY VERSION PREFIX: sets nf_tag. Neither way counts against the limit of GitHub's API: the newest
# release is where its page leads to, and tags are listed as git does it.
nf_resolve() {
  case $1 in
    */*/* | /* | */ | *[!A-Za-z0-9._/-]*) nf_die "\"$1\" is not owner/repository." ;;
    */*) ;;
    *) nf_die "\"$1\" is not owner/repository." ;;
  esac
  nf_check_web "$nf_github"
  nf_tag=''
  [ "$2" != latest ] || nf_latest_tag "$1"
  [ -n "$nf_tag" ] || nf_matching_tag "$1" "$2" "$3"
  case $nf_tag in *[!A-Za-z0-9._+~@/-]* | *..*) nf_die "the tag \"$nf_tag\" of $1 has characters that are not expected in one." ;; esac
}

# BusyBox's wget follows before one sees where; the newest of all tags then is the answer.
nf_latest_tag() {
  nf_find_downloader
  nf_scheme=${nf_github%%://*}
  case $nf_downloader in
    curl) nf_curl "$nf_github/$1/releases/latest" -I --max-time 60 > "$nf_staging/headers" 2> /dev/null || : ;;
    wget) nf_wget "$nf_github/$1/releases/latest" --spider || : ;;
    *) return 0 ;;
  esac
  nf_tag=$(nf_header location "$nf_staging/headers")
  nf_tag=${nf_tag%% \[following\]}
  case $nf_tag in */releases/tag/?*) nf_tag=${nf_tag##*/releases/tag/} ;; *) nf_tag='' ;; esac
}

# nf_matching_tag REPOSITORY VERSION PREFIX: the highest version that is VERSION, or begins with it and a dot
nf_matching_tag() {
  local wanted
  wanted=$2
  case $wanted in latest | '') wanted='' ;; v[0-9]*) wanted=${wanted#v} ;; esac
  nf_must_download "$nf_github/$1.git/info/refs?service=git-upload-pack" "$nf_staging/refs"
  tr '\000' '\n' < "$nf_staging/refs" | while IFS= read -r line; do
    case $line in
      *'^{}') ;;
      *' refs/tags/'*) nf_tag_line "${line##* refs/tags/}" "${1##*/}" "$2" "$3" "$wanted" ;;
    esac
  done > "$nf_staging/tags"
  nf_tag=$(sort -t . -k 1,1n -k 2,2n -k 3,3n -k 4,4n "$nf_staging/tags" | tail -n 1)
  nf_tag=${nf_tag#* }
  [ -n "$nf_tag" ] || nf_die "no release of $1 is of version \"$2\"." "Versions are latest, 1, 1.2 or 1.2.3; $nf_github/$1/tags has them all."
}

# nf_tag_line TAG NAME ASKED PREFIX WANTED: `version.0.0.0 tag`, if it is a version that fits: its first four numbers are in front of the tag's. The very tag that was asked for is
# before all others; pre-releases, and names with anything else in them, are none.
nf_tag_line() {
  local version prefix
  [ "$1" != "$3" ] || printf '999999999.0.0.0 %s\n' "$1"
  for prefix in v "$2-v" "$2-" release- ''; do
    [ -z "$4" ] || prefix=$4
    case $1 in "$prefix"[0-9]*) version=${1#"$prefix"} ;; *) continue ;; esac
    case $version in *[!0-9.]*) return 0 ;; esac
    case $5:$version in :* | "$version:$version" | *":$5".*) printf '%s.0.0.0 %s\n' "$version" "$1" ;; esac
    return 0
  done
}

nf_release() {
  local repository version prefix asset sums sha bins tree
  repository=$1 version=${VERSION:-latest} prefix='' asset='' sums='' sha='' bins=$nf_nl tree=no
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --tree) tree=yes && shift && continue ;;
      --version | --tag-prefix | --asset | --amd64 | --arm64 | --sums | --sha256 | --bin) [ $# -ge 2 ] || nf_die "nix_feature_release: $1 needs a value." ;;
      *) nf_die "nix_feature_release does not know \"$1\"." ;;
    esac
    case $1 in
      --version) version=$2 ;;
      --tag-prefix) prefix=$2 ;;
      --asset) asset=$2 ;;
      --amd64 | --arm64) [ "$1" != "--$nf_arch" ] || asset=$2 ;;
      --sums) sums=$2 ;;
      --sha256) sha=$2 ;;
      --bin) bins=$bins$2$nf_nl ;;
    esac
    shift 2
  done
  [ -n "$asset" ] || nf_die "$repository has nothing for this machine ($nf_arch)." "Name its file: nix_feature_release $repository --asset NAME, or --amd64 NAME --arm64 NAME."
  nf_resolve "$repository" "$version" "$prefix"
  nf_release_version=${nf_tag#"${nf_tag%%[0-9]*}"}
  asset=$(nf_filled "$asset")
  nf_must_download "$nf_github/$repository/releases/download/$nf_tag/$asset" "$nf_staging/asset"
  [ -n "$sha" ] || sha=$(nf_release_sum) || exit
  [ -n "$sha" ] || nf_die "there is no checksum for $asset of $repository $nf_tag." "Name the file that has it (--sums), or give it (--sha256)."
  nf_check_sum "$nf_staging/asset" "$sha" "$asset of $repository $nf_tag"
  [ "$bins" != "$nf_nl" ] || bins=$nf_nl${repository##*/}$nf_nl
  nf_unpack_asset "$asset"
  if [ $tree = yes ]; then nf_install_tree; else nf_install_programs "$bins" "$asset"; fi
  nf_note release "$repository $nf_tag"
  nf_say "$repository $nf_tag is installed in $nf_prefix_folder: $asset, whose checksum matches"
}

# nf_filled TEMPLATE: with what stands for {tag}, {version}, {asset}, {arch}, {machine}
nf_filled() {
  local text name value
  text=$1
  for name in tag version asset arch machine; do
    case $name in
      tag) value=$nf_tag ;;
      version) value=$nf_release_version ;;
      asset) value=${asset:-} ;;
      arch) value=$nf_arch ;;
      machine) value=$nf_machine ;;
    esac
    while :; do case $text in *"{$name}"*) text=${text%%"{$name}"*}$value${text#*"{$name}"} ;; *) break ;; esac done
  done
  printf '%s' "$text"
}

# The checksum of $asset: of the file that was named, or what GitHub itself says of what was uploaded.
nf_release_sum() {
  local api
  if [ -n "$sums" ]; then
    nf_must_download "$nf_github/$repository/releases/download/$nf_tag/$(nf_filled "$sums")" "$nf_staging/sums"
    nf_listed_sum
    return
  fi
  api=https://api.github.com
  [ "$nf_github" = https://github.com ] || api=$nf_github/api/v3
  nf_must_download "$api/repos/$repository/releases/tags/$nf_tag" "$nf_staging/release.json"
  tr ',{}' '\n\n\n' < "$nf_staging/release.json" | {
    name=''
    while IFS= read -r line; do
      case $line in
        *'"name"'*:*) name=${line#*:} ;;
        *'"digest"'*:*'"sha256:'*)
          case $name in *"\"$asset\""*) line=${line#*\"sha256:} && printf '%s' "${line%%\"*}" && break ;; esac
          ;;
      esac
    done
  }
}

# `<hex>  name`, `<hex> *name`, `SHA256 (name) = <hex>`, or a hash alone.
nf_listed_sum() {
  local line hex
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%"$nf_cr"}
    case $line in
      "SHA256 ($asset) = "*) hex=${line##* } ;;
      *[\ \*/]"$asset") hex=${line%% *} ;;
      *' '* | '') continue ;;
      *) hex=$line ;;
    esac
    case $hex in *[!0-9a-fA-F]*) continue ;; esac
    [ ${#hex} = 64 ] || continue
    printf '%s' "$hex" | tr 'A-F' 'a-f'
    return
  done < "$nf_staging/sums"
}

nf_unpack_asset() {
  local folder
  folder=$nf_staging/unpacked
  mkdir "$folder" || nf_die "can't write to $nf_staging (see above)."
  case $1 in
    *.tar.gz | *.tgz) nf_need tar gzip && gzip -dc < "$nf_staging/asset" | tar -xof - -C "$folder" ;;
    *.tar.xz | *.txz) nf_need tar xz && xz -dc < "$nf_staging/asset" | tar -xof - -C "$folder" ;;
    *.tar.bz2 | *.tbz) nf_need tar bzip2 && bzip2 -dc < "$nf_staging/asset" | tar -xof - -C "$folder" ;;
    *.tar.zst) nf_need tar zstd && zstd -dcq < "$nf_staging/asset" | tar -xof - -C "$folder" ;;
    *.tar) nf_need tar && tar -xof "$nf_staging/asset" -C "$folder" ;;
    *.zip) nf_need unzip && unzip -q "$nf_staging/asset" -d "$folder" ;;
    *.gz) nf_need gzip && gzip -dc < "$nf_staging/asset" > "$folder/${1%.gz}" ;;
    *) mv "$nf_staging/asset" "$folder/$1" ;;
  esac || nf_die "unpacking $1 failed (see above)."
}

# All of it, without the one folder that most archives have around it.
nf_install_tree() {
  local folder
  folder=$nf_staging/unpacked
  set -- $(set +f && printf "%s$nf_nl" "$folder"/*)
  [ $# != 1 ] || [ ! -d "$1" ] || folder=$1
  mkdir -p "$nf_prefix_folder" && cp -R -P -p "$folder/." "$nf_prefix_folder/" || nf_die "can't write to $nf_prefix_folder (see above)."
}

# nf_install_programs NAMES ASSET: each is found by its name, wherever it lies; an asset that is a program has any name.
nf_install_programs() {
  local name file
  mkdir -p "$nf_prefix_folder/bin" || nf_die "can't make $nf_prefix_folder/bin (see above)."
  for name in $1; do
    file=$(find "$nf_staging/unpacked" -type f -name "$name" | head -n 1)
    [ -n "$file" ] || file=$(find "$nf_staging/unpacked" -type f -name "${2%.gz}" | head -n 1)
    [ -n "$file" ] || nf_die "$2 has no program $name." "It has: $(find "$nf_staging/unpacked" -type f | head -n 5 | while IFS= read -r file; do printf '%s ' "${file#"$nf_staging/unpacked/"}"; done)"
    cp "$file" "$nf_prefix_folder/bin/$name.new" && chmod 755 "$nf_prefix_folder/bin/$name.new" && mv -f "$nf_prefix_folder/bin/$name.new" "$nf_prefix_folder/bin/$name" ||
      nf_die "can't write to $nf_prefix_folder/bin (see above)."
  done
}
