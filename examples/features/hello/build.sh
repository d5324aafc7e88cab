# Run by Nix with an empty PATH, so that it says itself where mkdir and chmod are.
set -eu
PATH=/usr/bin:/bin
mkdir -p "$out/bin"
cat > "$out/bin/hello" <<'PROGRAM'
#!/bin/sh
echo "Hello from ${0%/bin/hello}"
PROGRAM
chmod 755 "$out/bin/hello"
