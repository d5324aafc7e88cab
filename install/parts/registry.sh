
# --- The registry: where it is, and whom it trusts with tokens ---------------------------------------------------------

# Reads NIX_FEATURE_MIRROR, [scheme://][login@]host[/prefix] of a registry that has the same repositories, or else the
# Feature's own registry. Sets nf_scheme, nf_host, nf_prefix, nf_login (user:password as it is in a URL), and nf_place for
# messages, which never has the login in it.
nf_find_registry() {
  local place
  place=${NIX_FEATURE_MIRROR:-$nf_registry}
  nf_scheme='' nf_login=''
  case $place in
    [Hh][Tt][Tt][Pp]://*) nf_scheme=http place=${place#*://} ;;
    [Hh][Tt][Tt][Pp][Ss]://*) nf_scheme=https place=${place#*://} ;;
  esac
  place=${place%/}
  nf_host=${place%%/*}
  nf_prefix=${place#"$nf_host"}
  case $nf_host in *@*) nf_login=${nf_host%@*} nf_host=${nf_host##*@} ;; esac
  nf_place=$nf_host$nf_prefix
  case $nf_host$nf_prefix in
    # What is before an @ may be a login, wherever it is.
    '' | /* | -* | *//* | *[!]A-Za-z0-9._:/[-]*) nf_die "\"${nf_place##*@}\" is not the address of a registry." "NIX_FEATURE_MIRROR is [http:// or https://][login@]host[:port][/prefix]; in a login, %2F stands for / and %40 for @." ;;
  esac
  case $nf_repository in
    '' | /* | *..* | *[!A-Za-z0-9._/-]*) nf_die "\"$nf_repository\" is not the name of a repository." "The Feature is broken: tell whoever made it." ;;
  esac
  case $nf_login in
    *[!A-Za-z0-9._~%!\$\&\'\(\)*+,\;=:-]*) nf_die "the login for $nf_place in NIX_FEATURE_MIRROR has characters that a URL can't have." "Write them as %XX: %40 for @, %2F for /." ;;
  esac
  # As the dev container tools have it: a registry on this machine speaks plain http.
  [ -n "$nf_scheme" ] || { nf_scheme=https && ! nf_is_loopback "$nf_host" || nf_scheme=http; }
}

# nf_is_loopback HOST[:PORT]: does it name this machine, in the usual way of writing it?
nf_is_loopback() {
  case $1 in localhost | localhost:* | 127.0.0.1 | 127.0.0.1:* | '[::1]' | '[::1]:'*) return 0 ;; esac
  return 1
}

nf_blob_url() { printf '%s://%s/v2%s/%s/blobs/%s' "$nf_scheme" "$nf_host" "$nf_prefix" "$nf_repository" "$1"; }

# May this machine be sent to URL by the registry? Not from https to anything else.
nf_is_safe_target() {
  case $1 in
    https://*) return 0 ;;
    http://*) [ "$nf_scheme" = http ] ;;
    *) return 1 ;;
  esac
}

# A realm is the registry's word alone, and its answer goes back to the registry as a token: no file, no other protocol,
# and no address of a network that only this machine can reach. Names are not resolved: what answers by https has a
# certificate for its name. nf_check_realm URL returns 1 and sets nf_refusal if it is refused.
nf_check_realm() {
  local host
  nf_refusal=''
  host=${1#*://}
  host=${host%%[/?]*}
  case $1 in
    *[!]A-Za-z0-9._~:/?=\&%+,[-]*) nf_refusal='is not a plain address' ;;
    https://?*) [ "$host" = "$nf_host" ] || ! nf_is_local_address "$host" || nf_is_own_machine "$host" || nf_refusal='is an address of a private network' ;;
    http://?*) nf_is_own_machine "$host" || [ "$nf_scheme://$nf_host" = "http://$host" ] || nf_refusal='is not https' ;;
    *) nf_refusal='is not https' ;;
  esac
  [ -z "$nf_refusal" ]
}

nf_is_own_machine() { nf_is_loopback "$nf_host" && nf_is_loopback "$1"; }

# nf_is_local_address HOST[:PORT]: localhost, or any address in digits. Those have many ways of writing, public ones too
# are nothing that a registry names.
nf_is_local_address() {
  local host
  case $1 in '['*) return 0 ;; esac
  host=${1%%:*}
  host=${host%.}
  case $host in
    '' | [Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt] | *.[Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]) return 0 ;;
  esac
  # The last label of a name is never a number (RFC 3696, section 2).
  case ${host##*.} in *[!0-9]*) ;; *) return 0 ;; esac
  case ${host##*.} in 0[xX]*) return 0 ;; esac
  return 1
}

# nf_challenge_value NAME TEXT: the value of NAME="…" in a challenge, or nothing
nf_challenge_value() {
  local rest
  case $2 in *[\ ,]"$1"=\"*) ;; *) return 0 ;; esac
  rest=${2#*[ ,]"$1"=\"}
  printf '%s' "${rest%%\"*}"
}

# For a query, in which a value must not begin another one.
nf_query_value() {
  local rest char
  rest=$1
  while [ -n "$rest" ]; do
    char=${rest%"${rest#?}"}
    rest=${rest#?}
    case $char in
      [A-Za-z0-9._~:/,*-]) printf '%s' "$char" ;;
      [\ -\~]) printf '%%%02X' "'$char" ;;
    esac
  done
}

# Asks whether the registry wants a token, and gets one as anybody may (distribution specification, "Token
# Authentication Specification"). nf_authorize URL sets nf_token.
nf_authorize() {
  local challenge realm service scope body
  nf_token=''
  case $nf_downloader in
    curl) nf_curl "$1" -I --max-time 60 > "$nf_staging/headers" 2> /dev/null || return 0 ;;
    wget) nf_wget "$(nf_with_login "$1")" --spider && return 0 ;;
    *) return 0 ;;
  esac
  challenge=$(nf_header challenge "$nf_staging/headers")
  case $challenge in [Bb]earer\ *) ;; *) return 0 ;; esac
  realm=$(nf_challenge_value realm "$challenge")
  [ -n "$realm" ] || return 0
  nf_check_realm "$realm" || nf_die "the registry $nf_place names the token service ${realm%%\?*}, which $nf_refusal: it was not asked." \
    "Name a mirror (NIX_FEATURE_MIRROR), or have the Feature built with \"delivery: embed\"; and tell whoever runs the registry."
  service=$(nf_query_value "$(nf_challenge_value service "$challenge")")
  scope=$(nf_query_value "$(nf_challenge_value scope "$challenge")")
  case $realm in *\?*) realm="$realm&" ;; *) realm="$realm?" ;; esac
  body=$(nf_get_token "${realm}service=$service&scope=${scope:-repository:$nf_repository:pull}" 2> "$nf_staging/failure" | head -c 65536)
  case $body in
    *'"token"'*) body=${body#*'"token"'} ;;
    *'"access_token"'*) body=${body#*'"access_token"'} ;;
    *) return 0 ;;
  esac
  body=${body#*\"}
  body=${body%%\"*}
  case $body in '' | *[!A-Za-z0-9._~+/=:-]*) return 0 ;; esac
  nf_token=$body
  nf_debug "got a token from ${realm%%\?*}"
}

# No redirects: they could lead where a realm may not.
nf_get_token() {
  case $nf_downloader in
    curl) curl -gfsS --proto "=${1%%:*}" --connect-timeout 30 --max-time 60 -- "$1" ;;
    wget) wget -nv -T 60 -t 1 --max-redirect=0 -O - -- "$1" ;;
  esac
}

# nf_with_login URL: with the login for the registry in it, if it is the registry's
nf_with_login() {
  case $nf_login:$1 in
    ?*:"$nf_scheme://$nf_host/"*) printf '%s://%s@%s' "$nf_scheme" "$nf_login" "${1#*://}" ;;
    *) printf '%s' "$1" ;;
  esac
}

# nf_without_login TEXT: for messages
nf_without_login() {
  local text secret
  text=$1
  for secret in "$nf_login@" "$nf_login"; do
    case $secret in '' | @) continue ;; esac
    while :; do
      case $text in *"$secret"*) text=${text%%"$secret"*}${text#*"$secret"} ;; *) break ;; esac
    done
  done
  printf '%s' "$text"
}
