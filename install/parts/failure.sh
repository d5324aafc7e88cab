
# --- Why a download failed, and what to do ------------------------------------------------------------------------------

# The first line that gives a reason: what a downloader writes after it is advice.
nf_failure() {
  local line first
  first=''
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%"$nf_cr"}
    while :; do case $line in ' '*) line=${line# } ;; *) break ;; esac done
    case $line in
      # GNU wget's first line: the time, and where it asks.
      --[0-9]*) ;;
      curl:* | wget:* | ssl_client:* | ERROR:* | *' ERROR '[45]* | *'failed: '* | *' error at byte '* | *' closed at byte '* | HTTP/*' '[45][0-9][0-9]* | *'unable to resolve'*)
        first=$line
        break
        ;;
      *[a-zA-Z]*) [ -n "$first" ] || first=$line ;;
    esac
  done < "$nf_staging/failure"
  nf_without_login "$(nf_without_queries "${first:-the connection ended early, or the bytes were wrong}")"
}

# nf_without_queries TEXT: the signature of an address that a registry leads to is as good as a login.
nf_without_queries() {
  local rest address
  rest=$1
  while :; do
    case $rest in *://*) ;; *) break ;; esac
    printf '%s://' "${rest%%://*}"
    rest=${rest#*://}
    address=${rest%%[ \'\"]*}
    rest=${rest#"$address"}
    printf '%s' "${address%%\?*}"
  done
  printf '%s' "$rest"
}

# Will the same request fail again, however often it is made?
nf_is_final() {
  case $1 in
    *' 404'* | *' 410'* | *certificate*) return 0 ;;
  esac
  return 1
}

# nf_die_of_fetch URL HAVE SIZE
nf_die_of_fetch() {
  local failure hint
  failure=$(nf_failure)
  hint="Check that this machine reaches the registry. NIX_FEATURE_MIRROR=host/prefix names a mirror; a Feature that was built with \"delivery: embed\" needs no network."
  case $failure in
    *certificate*)
      hint="This system does not trust the registry's certificate. $(nf_certificate_hint)"
      ;;
    *401* | *403*)
      hint="The registry does not give the Feature's layers to everybody. Make its package public, name a mirror (NIX_FEATURE_MIRROR), or have it built with \"delivery: embed\"."
      [ "$nf_downloader" != busybox ] || hint="BusyBox's wget can't ask a registry for a token: install curl ($(nf_how_to_install curl)), or have the Feature built with \"delivery: embed\"."
      ;;
    *404*) hint="The registry does not have this layer. Was the Feature copied without its layers, or deleted?" ;;
  esac
  nf_die "downloading $1 failed after $2 of $3 bytes: $failure" "$hint"
}

# Images often come without any certificates; where there are some, a proxy's is what is missing.
nf_certificate_hint() {
  local file
  for file in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/ca-bundle.pem /etc/ssl/cert.pem; do
    [ -s "$file" ] || continue
    printf 'If a proxy stands between, add its certificate to the system before this Feature is installed (update-ca-certificates, update-ca-trust).'
    return
  done
  printf 'There are no certificates here: install them (%s).' "$(nf_how_to_install ca-certificates)"
}
