
# --- Layers from the registry ------------------------------------------------------------------------------------------

nf_find_downloader() {
  if nf_have curl; then nf_downloader=curl
  elif nf_have wget; then
    nf_downloader=busybox
    case $(wget --version 2> /dev/null) in *'GNU Wget'*) nf_downloader=wget ;; esac
  else
    nf_die "the layers of $nf_id have to be downloaded, and there is neither curl nor wget." \
      "Install curl first ($(nf_how_to_install curl ca-certificates)), or have the Feature built with \"delivery: embed\"."
  fi
}

# nf_get URL OFFSET TOKEN: the body on standard output, what went wrong on standard error. A token goes to the host that
# it is for and to no other: curl drops it on a redirect elsewhere; GNU wget does not, and so is led by hand.
nf_get() {
  local url offset token
  url=$1 offset=$2 token=$3
  set --
  if [ "$offset" != 0 ]; then
    # GNU wget takes no part that it has not asked for itself.
    if [ $nf_downloader = wget ]; then set -- --start-pos="$offset"; else set -- --header "Range: bytes=$offset-"; fi
  fi
  case $nf_downloader in
    curl)
      [ -z "$token" ] || set -- "$@" --header "Authorization: Bearer $token"
      nf_curl "$url" -fL --speed-limit 1 --speed-time 60 "$@"
      ;;
    wget) nf_get_by_wget "$@" ;;
    # No -T: where it is not built in, it crashes (Debian's 1.35).
    busybox) wget -q -O - -- "$(nf_with_login "$url")" ;;
  esac
}

# nf_curl URL OPTION...: by http only if the registry is spoken to so. A login goes by a file, where no other process sees it.
nf_curl() {
  local url protocols
  url=$(nf_with_login "$1")
  shift
  protocols='=https'
  [ "$nf_scheme" != http ] || protocols='=http,https'
  if [ -n "$nf_login" ]; then
    printf 'url = "%s"\n' "$url" | curl -gsS --proto "$protocols" --connect-timeout 30 "$@" -K -
  else
    curl -gsS --proto "$protocols" --connect-timeout 30 "$@" -- "$url"
  fi
}

# nf_wget URL OPTION...: one request, without following; the headers of its answer go to a file.
nf_wget() {
  local url
  url=$1
  shift
  # Registries with a login for everything ask for none by name.
  case $url in *@*) set -- --auth-no-challenge "$@" ;; esac
  wget -S -T 60 -t 1 --max-redirect=0 "$@" -- "$url" 2> "$nf_staging/headers"
}

nf_get_by_wget() {
  local hops location
  hops=0
  while :; do
    if [ -n "$token" ]; then
      nf_wget "$url" -O - "$@" --header "Authorization: Bearer $token" && return
    else
      nf_wget "$(nf_with_login "$url")" -O - "$@" && return
    fi
    location=$(nf_header location "$nf_staging/headers")
    location=${location%% \[following\]}
    hops=$((hops + 1))
    [ -n "$location" ] && [ $hops -le 5 ] || { cat "$nf_staging/headers" >&2 && return 1; }
    nf_follow "$location" || return
  done
}

# nf_follow LOCATION: sets url to where it leads from there, and drops the token if that is another host.
nf_follow() {
  local from
  from=${url#*://}
  from=${url%%://*}://${from%%/*}
  case $1 in
    //*) url=${url%%://*}:$1 ;;
    /*) url=$from$1 ;;
    *) url=$1 ;;
  esac
  case $url in "$from"/*) ;; *) token='' ;; esac
  nf_is_safe_target "$url" || { printf '%s\n' "the registry sent us on to ${url%%\?*}, which is not https" >&2 && return 1; }
}

# nf_header NAME FILE: the value of the first header of that (lower case) name
nf_header() {
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    while :; do case $line in ' '*) line=${line# } ;; *) break ;; esac done
    line=${line%"$nf_cr"}
    case $1:$line in
      location:[Ll][Oo][Cc][Aa][Tt][Ii][Oo][Nn]:\ * | challenge:[Ww][Ww][Ww]-[Aa][Uu][Tt][Hh][Ee][Nn][Tt][Ii][Cc][Aa][Tt][Ee]:\ *)
        printf '%s' "${line#*: }"
        return
        ;;
    esac
  done < "$2"
}

nf_cr=$(printf '\r')

# Downloads a layer, from where an earlier attempt stopped. nf_fetch DIGEST SIZE FILE
nf_fetch() {
  local url attempt have sum
  url=$(nf_blob_url "$1")
  nf_find_downloader
  attempt=1
  while :; do
    have=0 sum=''
    [ ! -f "$3" ] || have=$(($(wc -c < "$3")))
    if [ "$have" -lt "$2" ]; then
      : > "$nf_staging/failure"
      nf_watch "$3" "$2"
      nf_authorize "$url"
      nf_fetch_rest "$url" "$have" "$2" "$3" 2> "$nf_staging/failure"
      nf_unwatch
      have=$(($(wc -c < "$3")))
    fi
    if [ "$have" = "$2" ] && { [ "sha256:${sum%% *}" = "$1" ] || nf_is_blob "$3" "$1"; }; then return 0; fi
    # What is there is wrong: a server that ignored where to begin, or a proxy that sent something else.
    [ "$have" -lt "$2" ] || rm -f "$3"
    [ $attempt -lt "${NIX_FEATURE_ATTEMPTS:-5}" ] && ! nf_is_final "$(nf_failure)" || break
    nf_debug "attempt $attempt: $have of $2 bytes: $(nf_failure)"
    sleep $((attempt * ${NIX_FEATURE_RETRY_SECONDS:-1}))
    attempt=$((attempt + 1))
  done
  nf_die_of_fetch "$url" "$have" "$2"
}

# A server that sends more than was asked for is cut off after the end. What comes in one piece is hashed on its way: sum.
# nf_fetch_rest URL OFFSET SIZE FILE
nf_fetch_rest() {
  if [ $nf_downloader = busybox ]; then
    # It takes no part but for a file that it sees.
    : >> "$4"
    (ulimit -f $(($3 / 512 + 2)) && wget -q -c -O "$4" -- "$(nf_with_login "$1")")
  elif [ "$2" = 0 ]; then
    sum=$(nf_get "$1" 0 "$nf_token" | head -c $(($3 + 1)) | tee "$4" | sha256sum)
  else
    nf_get "$1" "$2" "$nf_token" | head -c $(($3 - $2 + 1)) >> "$4"
  fi
}
