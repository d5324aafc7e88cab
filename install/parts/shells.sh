
# --- Shells that lose containerEnv --------------------------------------------------------------------------------------
#
# /opt/nix-feature/.path lists the folders of all Features for PATH, in the order in which these were installed. Login
# shells put them first one after the other: the last one is first, as in containerEnv, whatever the files are called.

nf_path_list=/opt/nix-feature/.path

nf_profile() { printf '%s' "$nf_root/etc/profile.d/nix-feature-$nf_id.sh"; }
nf_fish_file() { printf '%s' "$nf_root/etc/fish/conf.d/nix-feature-$nf_id.fish"; }
nf_takes_fish() { [ -d "$nf_root/etc/fish" ] && ! nf_has_link /etc/fish/conf.d; }

# Login shells lose containerEnv's PATH on Debian: /etc/profile sets it anew. Variables that are set already stay.
nf_profile_text() {
  local line name value
  printf '# Written by the Dev Container Feature %s, and removed with it.\n' "$nf_id"
  cat <<PROFILE
if [ -r $nf_path_list ]; then
  while IFS= read -r nix_feature_folder; do
    case ":\$PATH:" in *":\$nix_feature_folder:"*) ;; *) PATH="\$nix_feature_folder\${PATH:+:\$PATH}" && export PATH ;; esac
  done < $nf_path_list
  unset nix_feature_folder
fi
PROFILE
  while IFS= read -r line || [ -n "$line" ]; do
    name=${line%%=*} value=${line#*=}
    case $name in
      PATH)
        value=$(nf_path_folder "$value")
        printf 'case ":$PATH:" in *":%s:"*) ;; *) PATH="%s${PATH:+:$PATH}" && export PATH ;; esac\n' "$value" "$value"
        ;;
      .)
        value=$(nf_path_folder "$value")
        printf '[ ! -r "%s" ] || . "%s"\n' "$value" "$value"
        ;;
      '' | *[!A-Za-z0-9_]* | [0-9]*) ;;
      *) printf "[ -n \"\${%s+set}\" ] || export %s='%s'\n" "$name" "$name" "$(nf_quoted "$value")" ;;
    esac
  done < "$nf_data/environment"
}

# The same for fish, which reads files of its own.
nf_fish_text() {
  local line name value
  printf '# Written by the Dev Container Feature %s, and removed with it.\n' "$nf_id"
  cat <<FISH
if test -r $nf_path_list
    while read -l folder
        contains -- \$folder \$PATH; or set -gx PATH \$folder \$PATH
    end < $nf_path_list
end
FISH
  while IFS= read -r line || [ -n "$line" ]; do
    name=${line%%=*} value=${line#*=}
    case $name in
      PATH)
        value=$(nf_path_folder "$value")
        printf "contains -- '%s' \$PATH; or set -gx PATH '%s' \$PATH\n" "$value" "$value"
        ;;
      '' | *[!A-Za-z0-9_]* | [0-9]*) ;;
      *) printf "set -q %s; or set -gx %s '%s'\n" "$name" "$name" "$(nf_fish_quoted "$value")" ;;
    esac
  done < "$nf_data/environment"
}

nf_path_folder() { printf '%s' "/opt/nix-feature/$nf_id${1:+/$1}"; }

# A text for inside fish's single quotes, where a backslash stands before itself and before a quote.
nf_fish_quoted() {
  local rest before
  rest=$1
  while :; do
    before=${rest%%[\'\\]*}
    [ "$before" != "$rest" ] || break
    rest=${rest#"$before"}
    printf '%s\\%s' "$before" "${rest%"${rest#?}"}"
    rest=${rest#?}
  done
  printf '%s' "$rest"
}

nf_write_profile() {
  nf_list_path
  nf_write_shell_file "$(nf_profile)" nf_takes_profile nf_profile_text
  nf_write_shell_file "$(nf_fish_file)" nf_takes_fish nf_fish_text
}

# nf_write_shell_file FILE CONDITION TEXT
nf_write_shell_file() {
  local folder
  folder=${1%/*}
  nf_link=''
  if ! $2; then
    [ -z "$nf_link" ] || nf_warn "$nf_link is a symbolic link (to $(readlink "$nf_link")), and nothing is written through it: login shells are not told of $nf_id."
    return 0
  fi
  rm -f "$1.new"
  mkdir -p "$folder" && $3 > "$1.new" && mv -f "$1.new" "$1" || nf_die "can't write $1 (see above)."
}

# Is all that tells shells of the Feature there, as it should be? Sets nf_unlinked.
nf_shells_know() {
  nf_unlinked="/etc/profile.d/nix-feature-$nf_id.sh is missing, or changed"
  ! nf_takes_profile || [ "$(cat "$(nf_profile)" 2> /dev/null)" = "$(nf_profile_text)" ] || return 1
  nf_unlinked="/etc/fish/conf.d/nix-feature-$nf_id.fish is missing, or changed"
  ! nf_takes_fish || [ "$(cat "$(nf_fish_file)" 2> /dev/null)" = "$(nf_fish_text)" ] || return 1
  nf_unlinked="$nf_path_list does not list $nf_id"
  [ -z "$(nf_own_folders)" ] || nf_in "$nf_nl$(cat "$nf_root$nf_path_list" 2> /dev/null)$nf_nl" "$(nf_own_folders | head -n 1)"
}

nf_own_folders() {
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in PATH=*) printf '%s\n' "$(nf_path_folder "${line#*=}")" ;; esac
  done < "$nf_data/environment"
}

# Puts the Feature's folders last in the list; the first of them is to be first in PATH.
nf_list_path() {
  local folder own
  own=$nf_nl
  for folder in $(nf_own_folders); do own=$nf_nl$folder$own; done
  nf_write_path_list "$(nf_other_folders)$own"
}

nf_unlist_path() { [ ! -e "$nf_root$nf_path_list" ] || nf_write_path_list "$(nf_other_folders)"; }

nf_other_folders() {
  local folder
  for folder in $(cat "$nf_root$nf_path_list" 2> /dev/null); do
    case $folder in
      "/opt/nix-feature/$nf_id" | "/opt/nix-feature/$nf_id"/*) ;;
      *) printf '%s\n' "$folder" ;;
    esac
  done
}

nf_write_path_list() {
  local file
  file=$nf_root$nf_path_list
  rm -f "$file.new"
  if [ "$(nf_count "$1")" = 0 ]; then rm -f "$file"; else nf_write_list "$file" "$1"; fi || nf_die "can't write $file (see above)."
}

nf_forget_shells() {
  nf_unlist_path
  ! nf_takes_profile || rm -f "$(nf_profile)" || return
  nf_takes_fish || return 0
  rm -f "$(nf_fish_file)"
}
