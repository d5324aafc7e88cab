
# --- Layers from the registry ------------------------------------------------------------------------------------------

# nf_blob_url DIGEST. NIX_FEATURE_MIRROR names a registry that has the same repositories: [scheme://]host[/prefix].
nf_blob_url() {
  local place scheme host
  place=${NIX_FEATURE_MIRROR:-$nf_registry}
  case $place in
    http://*) scheme=http place=${place#http://} ;;
    https://*) scheme=https place=${place#https://} ;;
    # As the dev container tools have it: a registry on this machine speaks plain http.
    localhost | localhost:* | 127.0.0.1 | 127.0.0.1:* | localhost/* | 127.0.0.1/*) scheme=http ;;
    *) scheme=https ;;
  esac
  place=${place%/}
  host=${place%%/*}
  place=${place#"$host"}
  printf '%s://%s/v2%s/%s/blobs/%s' "$scheme" "$host" "$place" "$nf_repository" "$1"
}

nf_find_downloader() {
  if nf_have curl; then nf_downloader=curl
  elif nf_have wget; then
    nf_downloader=busybox
    case $(wget --version 2> /dev/null) in *'GNU Wget'*) nf_downloader=wget ;; esac
  else
    nf_die "the layers of $nf_id have to be downloaded, and there is neither curl nor wget." \
      "Install curl first (Debian, Ubuntu: apt-get install curl ca-certificates; Alpine: apk add curl), or have the Feature built with “delivery: embed”."
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
      curl -fsSL --connect-timeout 30 --speed-limit 1 --speed-time 60 "$@" "$url"
      ;;
    wget) nf_get_by_wget "$@" ;;
    # No -T: where it is not built in, it crashes (Debian's 1.35).
    busybox) wget -q -O - "$url" ;;
  esac
}

nf_get_by_wget() {
  local location
  if [ -n "$token" ]; then
    wget -S -T 60 -t 1 --max-redirect=0 -O - "$@" --header "Authorization: Bearer $token" "$url" 2> "$nf_staging/headers" && return
  else
    wget -S -T 60 -t 1 --max-redirect=0 -O - "$@" "$url" 2> "$nf_staging/headers" && return
  fi
  location=$(nf_header location "$nf_staging/headers")
  location=${location%% \[following\]}
  case $location in
    http://* | https://*) wget -nv -T 60 -t 1 -O - "$@" "$location" ;;
    '') cat "$nf_staging/headers" >&2 && return 1 ;;
    *)
      # relative to the host
      token=${url#*://}
      wget -nv -T 60 -t 1 -O - "$@" "${url%%://*}://${token%%/*}$location"
      ;;
  esac
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

# Asks whether the registry wants a token, and gets one as anybody may (distribution specification, "Token
# Authentication Specification"). nf_authorize URL sets nf_token.
nf_authorize() {
  local challenge realm service scope body
  nf_token=''
  case $nf_downloader in
    curl) curl -sS -I --connect-timeout 30 --max-time 60 "$1" > "$nf_staging/headers" 2> /dev/null || return 0 ;;
    wget) wget -S --spider -T 60 -t 1 --max-redirect=0 "$1" 2> "$nf_staging/headers" && return 0 ;;
    *) return 0 ;;
  esac
  challenge=$(nf_header challenge "$nf_staging/headers")
  case $challenge in [Bb]earer\ *realm=\"*) ;; *) return 0 ;; esac
  realm=${challenge#*realm=\"}
  realm=${realm%%\"*}
  service='' scope=repository:$nf_repository:pull
  case $challenge in *service=\"*) service=${challenge#*service=\"} service=${service%%\"*} ;; esac
  case $challenge in *scope=\"*) scope=${challenge#*scope=\"} scope=${scope%%\"*} ;; esac
  case $realm in *\?*) realm="$realm&" ;; *) realm="$realm?" ;; esac
  body=$(nf_get "${realm}service=$service&scope=$scope" 0 '' 2> "$nf_staging/failure") || return 0
  case $body in
    *'"token"'*) body=${body#*'"token"'} ;;
    *'"access_token"'*) body=${body#*'"access_token"'} ;;
    *) return 0 ;;
  esac
  body=${body#*\"}
  nf_token=${body%%\"*}
  nf_debug "got a token from ${realm%%\?*}"
}

# Downloads a layer, from where an earlier attempt stopped. nf_fetch DIGEST SIZE FILE
nf_fetch() {
  local url attempt have
  url=$(nf_blob_url "$1")
  nf_find_downloader
  attempt=1
  while :; do
    have=0
    [ ! -f "$3" ] || have=$(($(wc -c < "$3")))
    if [ "$have" -lt "$2" ]; then
      nf_authorize "$url"
      nf_fetch_rest "$url" "$have" "$2" "$3" 2> "$nf_staging/failure"
      have=$(($(wc -c < "$3")))
    fi
    [ "$have" != "$2" ] || ! nf_is_blob "$3" "$1" || return 0
    # What is there is wrong: a server that ignored where to begin, or a proxy that sent something else.
    [ "$have" -lt "$2" ] || rm -f "$3"
    [ $attempt -lt "${NIX_FEATURE_ATTEMPTS:-5}" ] || break
    nf_debug "attempt $attempt: $have of $2 bytes: $(nf_failure)"
    sleep $((attempt * ${NIX_FEATURE_RETRY_SECONDS:-1}))
    attempt=$((attempt + 1))
  done
  nf_die_of_fetch "$url" "$have" "$2"
}

# A server that sends more than was asked for is cut off after the end. nf_fetch_rest URL OFFSET SIZE FILE
nf_fetch_rest() {
  if [ $nf_downloader = busybox ]; then
    # It takes no part but for a file that it sees.
    : >> "$4"
    (ulimit -f $(($3 / 512 + 2)) && wget -q -c -O "$4" "$1")
  else
    nf_get "$1" "$2" "$nf_token" | head -c $(($3 - $2 + 1)) >> "$4"
  fi
}

# Downloaders write many lines; the last one says it.
nf_failure() {
  local line last
  last='the connection ended early, or the bytes were wrong'
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in *[a-zA-Z]*) last=$line ;; esac
  done < "$nf_staging/failure"
  printf '%s' "$last"
}

nf_die_of_fetch() {
  local failure hint
  failure=$(nf_failure)
  hint="Check that this machine reaches the registry. NIX_FEATURE_MIRROR=host/prefix names a mirror; a Feature that was built with “delivery: embed” needs no network."
  case $failure in
    *401* | *403*)
      hint="The registry does not give the Feature's layers to everybody. Make its package public, name a mirror (NIX_FEATURE_MIRROR), or have it built with “delivery: embed”."
      [ "$nf_downloader" != busybox ] || hint="BusyBox's wget can't ask a registry for a token: install curl (apk add curl), or have the Feature built with “delivery: embed”."
      ;;
    *404*) hint="The registry does not have this layer. Was the Feature copied without its layers, or deleted?" ;;
  esac
  nf_die "downloading $1 failed after $2 of $3 bytes: $failure" "$hint"
}
