# Of nixpkgs' setup.sh: the environment of inputs, setup hooks, and the phases without archives, patches and fix-ups.
export SOURCE_DATE_EPOCH=315532800 CONFIG_SHELL=$SHELL DETERMINISTIC_BUILD=1 PYTHONHASHSEED=0 NIX_ENFORCE_PURITY=0
: "${outputs:=out}"
PATH= XDG_DATA_DIRS= NIX_CFLAGS_COMPILE=${NIX_CFLAGS_COMPILE:-} NIX_LDFLAGS=${NIX_LDFLAGS:-}
for _path in $initialPath; do PATH=${PATH:+$PATH:}$_path/bin; done

declare -A _seen=()
_addInput() {
  local input=$1 file
  [[ -v _seen[$input] ]] && return
  _seen[$input]=1
  if [[ -d $input/bin ]]; then _inputPath=${_inputPath:+$_inputPath:}$input/bin; fi
  if [[ -d $input/share ]]; then XDG_DATA_DIRS=${XDG_DATA_DIRS:+$XDG_DATA_DIRS:}$input/share; fi
  if [[ -d $input/include ]]; then NIX_CFLAGS_COMPILE+=" -isystem $input/include"; fi
  if [[ -d $input/lib ]]; then NIX_LDFLAGS+=" -L$input/lib"; fi
  for file in propagated-build-inputs propagated-native-build-inputs; do
    if [[ -e $input/nix-support/$file ]]; then local _more; for _more in $(<"$input/nix-support/$file"); do _addInput "$_more"; done; fi
  done
  if [[ -e $input/nix-support/setup-hook ]]; then source "$input/nix-support/setup-hook"; fi
}
_inputPath=
for _input in ${nativeBuildInputs:-} ${propagatedNativeBuildInputs:-} ${buildInputs:-} ${propagatedBuildInputs:-} $defaultNativeBuildInputs; do _addInput "$_input"; done
PATH=${_inputPath:+$_inputPath:}$PATH
HOST_PATH=$PATH
export PATH HOST_PATH XDG_DATA_DIRS NIX_CFLAGS_COMPILE NIX_LDFLAGS
unset _path _input _inputPath

_run() {
  local phase=$1
  if [[ -n ${!phase:-} ]]; then eval "${!phase}"; elif declare -F "$phase" >/dev/null; then "$phase"; fi
}
unpackPhase() {
  [[ -n ${src:-} ]] || return 0
  if [[ -d $src ]]; then cp -r --no-preserve=mode "$src" source; cd source; else cp "$src" "${src#*-}"; fi
}
fixupPhase() {
  if [[ -n ${propagatedBuildInputs:-} ]]; then mkdir -p "$out/nix-support"; printf '%s ' $propagatedBuildInputs > "$out/nix-support/propagated-build-inputs"; fi
}
genericBuild() {
  local phase
  for phase in ${phases:-unpackPhase patchPhase configurePhase buildPhase checkPhase installPhase fixupPhase}; do _run "$phase"; done
}
