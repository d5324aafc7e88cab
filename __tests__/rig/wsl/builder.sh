# Above this: `toplevel` and `shell`, store paths.
set -eu
out=nixos.wsl
extra=
chowns=
while [ $# -gt 0 ]; do
  case $1 in
    --extra-files) extra=$2; shift 2 ;;
    --chown) chowns="$chowns $2 $3"; shift 3 ;;
    -*) echo "Unknown option: $1"; exit 1 ;;
    *) out=$1; shift ;;
  esac
done
[ "$(id -u)" = 0 ] || { echo "This script must be run as root!"; exit 1; }
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
[ -z "$extra" ] || cp -a --no-preserve=ownership --no-target-directory "$extra" "$root"
chmod 755 "$root"
mkdir -p "$root/home/nixos" && chmod 700 "$root/home/nixos" && chown 1000:100 "$root/home/nixos"
set -- $chowns
while [ $# -gt 0 ]; do
  echo "[NixOS-WSL] Setting ownership for $1 to $2"
  chown -R "$2" "$root/$1"
  shift 2
done
echo "[NixOS-WSL] Installing..."
mkdir -p "$root/nix/store" "$root/etc/nixos" "$root/bin" "$root/root" "$root/tmp"
chmod 1775 "$root/nix/store"; chmod 700 "$root/root"; chmod 1777 "$root/tmp"
cp -a "$shell" "$toplevel" "$root/nix/store/"
ln -s /bin "$root/sbin"
ln -s "$toplevel/bin/sh" "$root/bin/sh"
ln -s "$shell/bin/bash" "$root/bin/bash"
ln -s "$toplevel/bin/systemd-shim" "$root/bin/init"
ln -s "$toplevel/etc" "$root/etc/static"
ln -s /etc/static/wsl.conf "$root/etc/wsl.conf"
install -m 644 "$toplevel/etc/passwd" "$root/etc/passwd"
install -m 640 "$toplevel/etc/shadow" "$root/etc/shadow"
printf '[oobe]\ndefaultName=NixOS\n' > "$root/etc/wsl-distribution.conf"
printf '{ }\n' > "$root/etc/nixos/configuration.nix"
chmod 644 "$root/etc/wsl-distribution.conf" "$root/etc/nixos/configuration.nix"
echo "[NixOS-WSL] Compressing..."
tar -C "$root" -c --sort=name --mtime=@1 --numeric-owner --hard-dereference . | gzip -n > "$out"
