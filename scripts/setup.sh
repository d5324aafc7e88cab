#!/usr/bin/env bash
# All set-up on a Debian or Ubuntu machine, for root or a user with sudo. Quick when there is nothing to do.
#
#   scripts/setup.sh demo | bench | test | code
#
# code: only what the checks need, Node.js, git and the npm packages; scripts/test.ts does the rest meanwhile.
# Commands that the machine lacks are installed by apt; the parts of test services (a Docker engine, a registry,
# emulation) are only unpacked below .rig, so that nothing is started or configured on the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
level=${1:-test}
export PATH=$PATH:/usr/sbin:/sbin
mkdir -p .rig/log

case $(uname -s) in
  Linux) ;;
  *) echo "setup: this needs Linux (Debian or Ubuntu); this is $(uname -s)." >&2; exit 1 ;;
esac
command -v apt-get > /dev/null || { echo "setup: this needs Debian or Ubuntu: there is no apt-get here." >&2; exit 1; }

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo -- "$@"; fi
}

# say LABEL COMMAND...: one line when it is done; its output only when it fails
say() {
  local label=$1 log start=$SECONDS; shift
  log=.rig/log/setup-${label//[^a-z0-9]/-}.log
  if "$@" > "$log" 2>&1; then echo "setup: $label ($((SECONDS - start)) s)"; return; fi
  echo "setup: $label failed:" >&2
  tail -n 40 "$log" >&2
  return 1
}

# What each level needs, as command:package. A command that is there is taken, wherever it comes from.
code='node:nodejs npm:npm git:git'
needs="$code nix:nix-bin patchelf:patchelf umoci:umoci skopeo:skopeo zstd:zstd xz:xz-utils tar:tar flock:util-linux"
case $level in
  demo) ;;
  code) needs=$code ;;
  bench) needs="$needs pigz:pigz debootstrap:debootstrap mount:mount" ;;
  test) needs="$needs pigz:pigz podman:podman runc:runc conmon:conmon debootstrap:debootstrap busybox:busybox ip:iproute2 mount:mount zsh:zsh fish:fish" ;;
  *) echo "setup: unknown level '$level': demo, bench, test or code" >&2; exit 1 ;;
esac

missing=()
for need in $needs; do
  command -v "${need%%:*}" > /dev/null || missing+=("${need#*:}")
done
# Tests open explorer.html in it. Ubuntu has it as a snap alone; GitHub's runners have Chrome.
if [[ $level == test && -z ${CHROMIUM:-} ]]; then
  command -v chromium chromium-browser google-chrome-stable google-chrome > /dev/null || missing+=(chromium)
fi
[[ -e /etc/ssl/certs/ca-certificates.crt ]] || missing+=(ca-certificates)
[[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || missing+=(debian-archive-keyring)

# Without package lists neither the sources nor the flakes of Debian packages can be made.
apt_lists() {
  [[ -n $(apt-get indextargets --format '$(FILENAME)' 'Created-By: Packages' 2> /dev/null | xargs -r ls 2> /dev/null | head -n 1) ]]
}
if ((${#missing[@]})) || { [[ $level != code ]] && ! apt_lists; }; then say 'package lists' as_root apt-get -q update; fi
if ((${#missing[@]})); then
  # RUNLEVEL and SYSTEMD_OFFLINE keep the packages' scripts from starting services.
  say "packages: ${missing[*]}" as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 SYSTEMD_OFFLINE=1 \
    apt-get -q -y --no-install-recommends install "${missing[@]}"
fi

# Is node_modules what package-lock.json says? Packages for other platforms may be absent.
modules_fit() {
  [[ -e node_modules/.package-lock.json ]] && node -e '
    const read = (file) => JSON.parse(require("fs").readFileSync(file, "utf8")).packages;
    const want = read("package-lock.json"), have = read("node_modules/.package-lock.json");
    const fits = Object.entries(want).every(([name, entry]) => name === "" || (have[name] ? have[name].version === entry.version : entry.optional));
    process.exit(fits ? 0 : 1);' && node_modules/.bin/node --version > /dev/null 2>&1
}
modules() {
  modules_fit || say 'npm ci' npm ci --no-audit --no-fund
}

machine_docker() { docker info > /dev/null 2>&1; }

# Unpacked side by side into .rig/tools: /usr/bin, /usr/sbin and so on as the packages have them.
tools() {
  local suites tools newest packages=(docker-registry) list
  read -r -a suites <<< "$(scripts/private-apt.sh suites)"
  tools=${suites[2]} newest=${suites[3]}
  machine_docker || packages+=(docker.io containerd docker-buildx)
  [[ $tools != trixie ]] || packages+=(oras)
  machine_docker || [[ $tools != trixie ]] || packages+=(docker-cli)
  command -v qemu-aarch64-static > /dev/null || packages+=("$([[ $tools == trixie ]] && echo qemu-user || echo qemu-user-static)")
  [[ $newest != sid || -e .rig/gitleaks/usr/bin/gitleaks ]] || say 'tools: gitleaks' scripts/private-apt.sh fetch sid .rig/gitleaks gitleaks
  list="${packages[*]} crane cosign $tools $newest"
  [[ $(cat .rig/tools/contents 2> /dev/null) != "$list" ]] || return 0
  unpack() {
    scripts/private-apt.sh fetch "$tools" .rig/tools "${packages[@]}"
    if [[ $newest == sid ]]; then scripts/private-apt.sh fetch sid .rig/tools crane cosign; fi
    echo "$list" > .rig/tools/contents
  }
  say "tools: ${packages[*]}" unpack
}

if [[ $level == bench || $level == test ]]; then
  tools & unpacking=$!
  modules
  wait "$unpacking"
else
  modules
fi
