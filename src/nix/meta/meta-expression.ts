import { nixString } from '../flake/flake-text.ts';

export interface MetaQuestion {
  /** Begins each line of the answer. */
  readonly mark: string;
  /** The first characters of the hashes of the closure's paths, so many of each. */
  readonly wanted: readonly string[];
  readonly digits: number;
  /** Derivations whose metadata ended an evaluation, and those whose dependencies did. */
  readonly mute: readonly string[];
  readonly cut: readonly string[];
}

/**
 * A function of a derivation, which tells the metadata of all packages in its closure. It goes from a derivation to
 * those that it was made of, as far as their outputs are in the closure. Attributes that a derivation was made of say
 * that; `paths` of an environment, and what `stdenv` brings along, are looked at too.
 *
 * It says each answer as soon as it has it, as a trace: an error that Nix can't catch ends the process. What a
 * derivation's metadata or dependencies did so, the line before the end tells.
 */
const ASK = `{ mark, wanted, digits, mute, cut }: value: let
  inherit (builtins) isAttrs isList isString hasAttr getAttr attrNames elem elemAt any filter concatMap substring stringLength length genList;
  safe = v: let tried = builtins.tryEval v; in if tried.success then tried.value else null;
  get = name: set: if isAttrs set && hasAttr name set then safe (getAttr name set) else null;
  take = most: list: map safe (if length list > most then genList (elemAt list) most else list);
  listOf = most: v: if isList v then take most v else if v == null then [ ] else [ v ];
  text = v: if isString v && stringLength v < 1500 then builtins.unsafeDiscardStringContext v else null;
  first = list: if list == [ ] then null else builtins.head list;
  closure = builtins.listToAttrs (map (name: { inherit name; value = null; }) wanted);
  isDerivation = v: isAttrs v && get "type" v == "derivation" && isString (get "drvPath" v);
  outputs = drv: filter isString (map (v: text (get "outPath" v))
    ([ drv ] ++ map (name: if isString name then get name drv else null) (listOf 50 (get "outputs" drv))));
  isWanted = v: isDerivation v && any (path: hasAttr (substring 11 digits path) closure) (outputs v);
  licence = v: if isString v then text v else let id = text (get "spdxId" v); in
    if id != null then id else let name = text (get "fullName" v); in if name != null then name else text (get "shortName" v);
  maintainer = v: if isString v then text v else let name = text (get "name" v); mail = text (get "email" v); in
    if name == null then mail else if mail == null then name else name + " <" + mail + ">";
  facts = drv: let meta = get "meta" drv; in {
    outputs = outputs drv;
    name = text (get "pname" drv);
    version = text (get "version" drv);
    description = text (get "description" meta);
    homepage = text (first (listOf 1 (get "homepage" meta)));
    position = text (get "position" meta);
    cpe = text (get "cpe" (get "identifiers" meta));
    licences = map licence (listOf 20 (get "license" meta));
    maintainers = map maintainer (listOf 50 (get "maintainers" meta));
  };
  members = v: if isList v then take 5000 v else [ v ];
  toolchain = drv: let stdenv = get "stdenv" drv; wrapper = get "cc" stdenv; compiler = get "cc" wrapper; in
    [ wrapper compiler (get "lib" compiler) (get "libc" wrapper) (get "shellPackage" stdenv) ] ++ members (get "initialPath" stdenv);
  parts = drv: let own = get "drvAttrs" drv; in
    (if isAttrs own then concatMap (name: members (get name own)) (attrNames own) else [ ])
    ++ concatMap (name: members (get name drv)) [ "paths" "buildInputs" "propagatedBuildInputs" ]
    ++ toolchain drv;
  item = drv: { key = builtins.unsafeDiscardStringContext (get "drvPath" drv); inherit drv; };
  say = answer: builtins.trace (mark + builtins.toJSON answer);
  visit = { key, drv }: say { begin = key; } (say { inherit key; facts = if elem key mute then null else facts drv; }
    (if elem key cut then [ ] else map item (filter isWanted (parts drv))));
in builtins.length (builtins.genericClosure { startSet = if isDerivation value then [ (item value) ] else [ ]; operator = visit; })`;

/** Returns a function for `nix eval --apply`. */
export function metaFunction({ mark, wanted, digits, mute, cut }: MetaQuestion): string {
  const data = JSON.stringify({ mark, wanted, digits, mute, cut });
  return `(${ASK}) (builtins.fromJSON ${nixString(data)})`;
}
