#!/usr/bin/env bash
# A private apt: other suites and the other architecture, without touching the machine's own package configuration.
#
#   scripts/private-apt.sh config SUITE    make .rig/apt/SUITE (once), print the path of its apt.conf, for APT_CONFIG
#   scripts/private-apt.sh mirror          print the mirror, as the machine's own apt sources have it
#   scripts/private-apt.sh suites          print the suites that this machine can reach: BEDROCK OLD TOOLS NEWEST
#   scripts/private-apt.sh fetch SUITE FOLDER PACKAGE...   download and unpack packages into FOLDER, dependencies left out
#
# The mirror is never written down here. RIG_DEBIAN_MIRROR names one on machines that are not Debian.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rig=$PWD/.rig

# apt itself knows its sources, in the one-line form and in the deb822 form.
sources() {
  apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)' 'Created-By: Packages' 2>/dev/null | sort -u
}

debian_mirror() {
  if [[ -n ${RIG_DEBIAN_MIRROR:-} ]]; then echo "$RIG_DEBIAN_MIRROR"; return; fi
  sources | awk -F'|' '
    $3 == "main" && $2 !~ /security|updates|backports|proposed/ && ($4 == "Debian" || $2 ~ /^(bookworm|trixie|forky|sid|unstable|testing|stable)$/) { print $1; exit }'
}

own_suite() (. /etc/os-release; echo "${VERSION_CODENAME:-sid}")

own_mirror() {
  sources | awk -F'|' -v suite="$(own_suite)" '$2 == suite && $3 == "main" { print $1; exit }'
}

mirror() {
  local found
  found=$(debian_mirror)
  [[ -n $found ]] || found=$(own_mirror)
  if [[ -z $found ]]; then
    echo "no Debian or Ubuntu mirror among this machine's apt sources; run 'apt-get update', or set RIG_DEBIAN_MIRROR" >&2
    exit 1
  fi
  echo "$found"
}

# On Ubuntu without a Debian mirror everything comes from Ubuntu's own suite. Not every Debian mirror has sid.
suites() {
  local own newest=sid
  if [[ -z $(debian_mirror) ]]; then own=$(own_suite); echo "$own $own $own $own"; return; fi
  if ! scripts/private-apt.sh config sid > /dev/null 2>&1; then
    newest=trixie
    echo "sid can't be reached at $(debian_mirror): trixie stands in for the newest" >&2
  fi
  echo "trixie bookworm trixie $newest"
}

config() {
  local suite=$1 dir=$rig/apt/$1
  if [[ -e $dir/ready ]]; then echo "$dir/apt.conf"; return; fi
  mkdir -p "$dir"/{state/lists/partial,cache/archives/partial}
  exec 9> "$dir/lock"
  flock 9
  if [[ -e $dir/ready ]]; then echo "$dir/apt.conf"; return; fi
  : > "$dir/status"
  local components=main arches='amd64,arm64' keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  if [[ -z $(debian_mirror) ]]; then # Ubuntu keeps other architectures on another mirror
    components='main universe' arches=$(dpkg --print-architecture) keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg
  fi
  echo "deb [arch=$arches signed-by=$keyring] $(mirror) $suite $components" > "$dir/sources.list"
  cat > "$dir/apt.conf" <<CONF
Dir::Etc::sourcelist "$dir/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$dir/state";
Dir::State::status "$dir/status";
Dir::Cache "$dir/cache";
APT::Architectures { "amd64"; "arm64"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
Acquire::Retries "3";
CONF
  APT_CONFIG=$dir/apt.conf apt-get -q=2 -o Debug::NoLocking=1 -o APT::Update::Error-Mode=any update >&2
  touch "$dir/ready"
  flock -u 9
  echo "$dir/apt.conf"
}

fetch() {
  local suite=$1 folder=$2 scratch; shift 2
  mkdir -p "$rig/debs" "$folder"
  scratch=$(mktemp -d "$rig/debs/XXXXXX")
  APT_CONFIG=$(config "$suite")
  export APT_CONFIG
  (cd "$scratch" && apt-get -q=2 download "$@" >&2)
  for deb in "$scratch"/*.deb; do dpkg -x "$deb" "$folder"; done
  rm -rf "$scratch"
}

command=$1; shift
"$command" "$@"
