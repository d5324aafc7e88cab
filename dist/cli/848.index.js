export const id = 848;
export const ids = [848];
export const modules = {

/***/ 18366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ packageMeta)
});

// UNUSED EXPORTS: licenceOf

;// CONCATENATED MODULE: ./node_modules/spdx-license-ids/deprecated.json
const deprecated_namespaceObject = /*#__PURE__*/JSON.parse('["AGPL-1.0","AGPL-3.0","BSD-2-Clause-FreeBSD","BSD-2-Clause-NetBSD","GFDL-1.1","GFDL-1.2","GFDL-1.3","GPL-1.0","GPL-2.0","GPL-2.0-with-GCC-exception","GPL-2.0-with-autoconf-exception","GPL-2.0-with-bison-exception","GPL-2.0-with-classpath-exception","GPL-2.0-with-font-exception","GPL-3.0","GPL-3.0-with-GCC-exception","GPL-3.0-with-autoconf-exception","LGPL-2.0","LGPL-2.1","LGPL-3.0","Net-SNMP","Nunit","StandardML-NJ","bzip2-1.0.5","eCos-2.0","wxWindows"]');
;// CONCATENATED MODULE: ./node_modules/spdx-license-ids/index.json
const spdx_license_ids_namespaceObject = /*#__PURE__*/JSON.parse('["0BSD","3D-Slicer-1.0","AAL","ADSL","AFL-1.1","AFL-1.2","AFL-2.0","AFL-2.1","AFL-3.0","AGPL-1.0-only","AGPL-1.0-or-later","AGPL-3.0-only","AGPL-3.0-or-later","ALGLIB-Documentation","AMD-newlib","AMDPLPA","AML","AML-glslang","AMPAS","ANTLR-PD","ANTLR-PD-fallback","APAFML","APL-1.0","APSL-1.0","APSL-1.1","APSL-1.2","APSL-2.0","ASWF-Digital-Assets-1.0","ASWF-Digital-Assets-1.1","Abstyles","AdaCore-doc","Adobe-2006","Adobe-Display-PostScript","Adobe-Glyph","Adobe-Utopia","Advanced-Cryptics-Dictionary","Afmparse","Aladdin","Apache-1.0","Apache-1.1","Apache-2.0","App-s2p","Arphic-1999","Artistic-1.0","Artistic-1.0-Perl","Artistic-1.0-cl8","Artistic-2.0","Artistic-dist","Aspell-RU","BOLA-1.1","BSD-1-Clause","BSD-2-Clause","BSD-2-Clause-Darwin","BSD-2-Clause-Patent","BSD-2-Clause-Views","BSD-2-Clause-first-lines","BSD-2-Clause-pkgconf-disclaimer","BSD-2-Clause-pos-unchanged","BSD-3-Clause","BSD-3-Clause-Attribution","BSD-3-Clause-Clear","BSD-3-Clause-HP","BSD-3-Clause-LBNL","BSD-3-Clause-Modification","BSD-3-Clause-No-Military-License","BSD-3-Clause-No-Nuclear-License","BSD-3-Clause-No-Nuclear-License-2014","BSD-3-Clause-No-Nuclear-Warranty","BSD-3-Clause-Open-MPI","BSD-3-Clause-OpenWebUI","BSD-3-Clause-Sun","BSD-3-Clause-Tso","BSD-3-Clause-acpica","BSD-3-Clause-flex","BSD-4-Clause","BSD-4-Clause-Shortened","BSD-4-Clause-UC","BSD-4.3RENO","BSD-4.3TAHOE","BSD-Advertising-Acknowledgement","BSD-Attribution-HPND-disclaimer","BSD-Inferno-Nettverk","BSD-Mark-Modifications","BSD-Protection","BSD-Source-Code","BSD-Source-Code-no-disclaimer","BSD-Source-alt-GPL","BSD-Source-beginning-file","BSD-Systemics","BSD-Systemics-W3Works","BSD-ask-to-endorse","BSL-1.0","BUSL-1.1","Baekmuk","Bahyph","Barr","Beerware","BitTorrent-1.0","BitTorrent-1.1","Bitstream-Charter","Bitstream-Vera","BlueOak-1.0.0","Boehm-GC","Boehm-GC-without-fee","Borceux","Brian-Gladman-2-Clause","Brian-Gladman-3-Clause","Brian-Gladman-3-Clause-no-conversion","Buddy","Bugroff","C-UDA-1.0","CAL-1.0","CAL-1.0-Combined-Work-Exception","CAPEC-tou","CATOSL-1.1","CC-BY-1.0","CC-BY-2.0","CC-BY-2.5","CC-BY-2.5-AU","CC-BY-3.0","CC-BY-3.0-AT","CC-BY-3.0-AU","CC-BY-3.0-DE","CC-BY-3.0-IGO","CC-BY-3.0-NL","CC-BY-3.0-US","CC-BY-4.0","CC-BY-NC-1.0","CC-BY-NC-2.0","CC-BY-NC-2.5","CC-BY-NC-3.0","CC-BY-NC-3.0-DE","CC-BY-NC-3.0-IGO","CC-BY-NC-4.0","CC-BY-NC-ND-1.0","CC-BY-NC-ND-2.0","CC-BY-NC-ND-2.5","CC-BY-NC-ND-3.0","CC-BY-NC-ND-3.0-DE","CC-BY-NC-ND-3.0-IGO","CC-BY-NC-ND-4.0","CC-BY-NC-SA-1.0","CC-BY-NC-SA-2.0","CC-BY-NC-SA-2.0-DE","CC-BY-NC-SA-2.0-FR","CC-BY-NC-SA-2.0-UK","CC-BY-NC-SA-2.5","CC-BY-NC-SA-3.0","CC-BY-NC-SA-3.0-DE","CC-BY-NC-SA-3.0-IGO","CC-BY-NC-SA-4.0","CC-BY-ND-1.0","CC-BY-ND-2.0","CC-BY-ND-2.5","CC-BY-ND-3.0","CC-BY-ND-3.0-DE","CC-BY-ND-4.0","CC-BY-SA-1.0","CC-BY-SA-2.0","CC-BY-SA-2.0-UK","CC-BY-SA-2.1-JP","CC-BY-SA-2.5","CC-BY-SA-3.0","CC-BY-SA-3.0-AT","CC-BY-SA-3.0-DE","CC-BY-SA-3.0-IGO","CC-BY-SA-4.0","CC-PDDC","CC-PDM-1.0","CC-SA-1.0","CC0-1.0","CDDL-1.0","CDDL-1.1","CDL-1.0","CDLA-Permissive-1.0","CDLA-Permissive-2.0","CDLA-Sharing-1.0","CECILL-1.0","CECILL-1.1","CECILL-2.0","CECILL-2.1","CECILL-B","CECILL-C","CERN-OHL-1.1","CERN-OHL-1.2","CERN-OHL-P-2.0","CERN-OHL-S-2.0","CERN-OHL-W-2.0","CFITSIO","CMU-Mach","CMU-Mach-nodoc","CNRI-Jython","CNRI-Python","CNRI-Python-GPL-Compatible","COIL-1.0","CPAL-1.0","CPL-1.0","CPOL-1.02","CUA-OPL-1.0","Caldera","Caldera-no-preamble","Catharon","ClArtistic","Clips","Community-Spec-1.0","Condor-1.1","Cornell-Lossless-JPEG","Cronyx","Crossword","CryptoSwift","CrystalStacker","Cube","D-FSL-1.0","DEC-3-Clause","DL-DE-BY-2.0","DL-DE-ZERO-2.0","DOC","DRL-1.0","DRL-1.1","DSDP","DocBook-DTD","DocBook-Schema","DocBook-Stylesheet","DocBook-XML","Dotseqn","ECL-1.0","ECL-2.0","EFL-1.0","EFL-2.0","EPICS","EPL-1.0","EPL-2.0","ESA-PL-permissive-2.4","ESA-PL-strong-copyleft-2.4","ESA-PL-weak-copyleft-2.4","EUDatagrid","EUPL-1.0","EUPL-1.1","EUPL-1.2","Elastic-2.0","Entessa","ErlPL-1.1","Eurosym","FBM","FDK-AAC","FDK-MPEG-H","FSFAP","FSFAP-no-warranty-disclaimer","FSFUL","FSFULLR","FSFULLRSD","FSFULLRWD","FSL-1.1-ALv2","FSL-1.1-MIT","FTL","Fair","Ferguson-Twofish","Frameworx-1.0","FreeBSD-DOC","FreeImage","Furuseth","GCR-docs","GD","GFDL-1.1-invariants-only","GFDL-1.1-invariants-or-later","GFDL-1.1-no-invariants-only","GFDL-1.1-no-invariants-or-later","GFDL-1.1-only","GFDL-1.1-or-later","GFDL-1.2-invariants-only","GFDL-1.2-invariants-or-later","GFDL-1.2-no-invariants-only","GFDL-1.2-no-invariants-or-later","GFDL-1.2-only","GFDL-1.2-or-later","GFDL-1.3-invariants-only","GFDL-1.3-invariants-or-later","GFDL-1.3-no-invariants-only","GFDL-1.3-no-invariants-or-later","GFDL-1.3-only","GFDL-1.3-or-later","GL2PS","GLWTPL","GPL-1.0-only","GPL-1.0-or-later","GPL-2.0-only","GPL-2.0-or-later","GPL-3.0-only","GPL-3.0-or-later","Game-Programming-Gems","Giftware","Glide","Glulxe","Graphics-Gems","Gutmann","HDF5","HIDAPI","HP-1986","HP-1989","HPND","HPND-DEC","HPND-Fenneberg-Livingston","HPND-INRIA-IMAG","HPND-Intel","HPND-Kevlin-Henney","HPND-MIT-disclaimer","HPND-Markus-Kuhn","HPND-Netrek","HPND-Pbmplus","HPND-SMC","HPND-UC","HPND-UC-export-US","HPND-doc","HPND-doc-sell","HPND-export-US","HPND-export-US-acknowledgement","HPND-export-US-modify","HPND-export2-US","HPND-merchantability-variant","HPND-sell-MIT-disclaimer-xserver","HPND-sell-regexpr","HPND-sell-variant","HPND-sell-variant-MIT-disclaimer","HPND-sell-variant-MIT-disclaimer-rev","HPND-sell-variant-critical-systems","HTMLTIDY","HaskellReport","Hippocratic-2.1","Hippocratic-3.0-core","IBM-pibs","ICU","IEC-Code-Components-EULA","IJG","IJG-short","IPA","IPL-1.0","ISC","ISC-Veillard","ISO-permission","ImageMagick","Imlib2","Info-ZIP","Informatica","Inner-Net-2.0","InnoSetup","Intel","Intel-ACPI","Interbase-1.0","JPL-image","JPNIC","JSON","Jam","JasPer-2.0","Kastrup","Kazlib","Knuth-CTAN","LAL-1.2","LAL-1.3","LGPL-2.0-only","LGPL-2.0-or-later","LGPL-2.1-only","LGPL-2.1-or-later","LGPL-3.0-only","LGPL-3.0-or-later","LGPLLR","LOOP","LPD-document","LPL-1.0","LPL-1.02","LPPL-1.0","LPPL-1.1","LPPL-1.2","LPPL-1.3a","LPPL-1.3c","LZMA-SDK-9.11-to-9.20","LZMA-SDK-9.22","Latex2e","Latex2e-translated-notice","Leptonica","LiLiQ-P-1.1","LiLiQ-R-1.1","LiLiQ-Rplus-1.1","Libpng","Linux-OpenIB","Linux-man-pages-1-para","Linux-man-pages-copyleft","Linux-man-pages-copyleft-2-para","Linux-man-pages-copyleft-var","Lucida-Bitmap-Fonts","MIPS","MIT","MIT-0","MIT-CMU","MIT-Click","MIT-Festival","MIT-Khronos-old","MIT-Modern-Variant","MIT-STK","MIT-Wu","MIT-advertising","MIT-enna","MIT-feh","MIT-open-group","MIT-testregex","MITNFA","MMIXware","MMPL-1.0.1","MPEG-SSG","MPL-1.0","MPL-1.1","MPL-2.0","MPL-2.0-no-copyleft-exception","MS-LPL","MS-PL","MS-RL","MTLL","MVT-1.1","Mackerras-3-Clause","Mackerras-3-Clause-acknowledgment","MakeIndex","Martin-Birgmeier","McPhee-slideshow","Minpack","MirOS","Motosoto","MulanPSL-1.0","MulanPSL-2.0","Multics","Mup","NAIST-2003","NASA-1.3","NBPL-1.0","NCBI-PD","NCGL-UK-2.0","NCL","NCSA","NGPL","NICTA-1.0","NIST-PD","NIST-PD-TNT","NIST-PD-fallback","NIST-Software","NLOD-1.0","NLOD-2.0","NLPL","NOSL","NPL-1.0","NPL-1.1","NPOSL-3.0","NRL","NTIA-PD","NTP","NTP-0","Naumen","NetCDF","Newsletr","Nokia","Noweb","O-UDA-1.0","OAR","OCCT-PL","OCLC-2.0","ODC-By-1.0","ODbL-1.0","OFFIS","OFL-1.0","OFL-1.0-RFN","OFL-1.0-no-RFN","OFL-1.1","OFL-1.1-RFN","OFL-1.1-no-RFN","OGC-1.0","OGDL-Taiwan-1.0","OGL-Canada-2.0","OGL-UK-1.0","OGL-UK-2.0","OGL-UK-3.0","OGTSL","OLDAP-1.1","OLDAP-1.2","OLDAP-1.3","OLDAP-1.4","OLDAP-2.0","OLDAP-2.0.1","OLDAP-2.1","OLDAP-2.2","OLDAP-2.2.1","OLDAP-2.2.2","OLDAP-2.3","OLDAP-2.4","OLDAP-2.5","OLDAP-2.6","OLDAP-2.7","OLDAP-2.8","OLFL-1.3","OML","OPL-1.0","OPL-UK-3.0","OPUBL-1.0","OSC-1.0","OSET-PL-2.1","OSL-1.0","OSL-1.1","OSL-2.0","OSL-2.1","OSL-3.0","OSSP","OpenMDW-1.0","OpenPBS-2.3","OpenSSL","OpenSSL-standalone","OpenVision","PADL","PDDL-1.0","PHP-3.0","PHP-3.01","PPL","PSF-2.0","ParaType-Free-Font-1.3","Parity-6.0.0","Parity-7.0.0","Pixar","Plexus","PolyForm-Noncommercial-1.0.0","PolyForm-Small-Business-1.0.0","PostgreSQL","Python-2.0","Python-2.0.1","QPL-1.0","QPL-1.0-INRIA-2004","Qhull","RHeCos-1.1","RPL-1.1","RPL-1.5","RPSL-1.0","RSA-MD","RSCPL","Rdisc","Ruby","Ruby-pty","SAX-PD","SAX-PD-2.0","SCEA","SGI-B-1.0","SGI-B-1.1","SGI-B-2.0","SGI-OpenGL","SGMLUG-PM","SGP4","SHL-0.5","SHL-0.51","SISSL","SISSL-1.2","SL","SMAIL-GPL","SMLNJ","SMPPL","SNIA","SOFA","SPL-1.0","SSH-OpenSSH","SSH-short","SSLeay-standalone","SSPL-1.0","SUL-1.0","SWL","Saxpath","SchemeReport","Sendmail","Sendmail-8.23","Sendmail-Open-Source-1.1","SimPL-2.0","Sleepycat","Soundex","Spencer-86","Spencer-94","Spencer-99","SugarCRM-1.1.3","Sun-PPP","Sun-PPP-2000","SunPro","Symlinks","TAPR-OHL-1.0","TCL","TCP-wrappers","TGPPL-1.0","TMate","TORQUE-1.1","TOSL","TPDL","TPL-1.0","TTWL","TTYP0","TU-Berlin-1.0","TU-Berlin-2.0","TekHVC","TermReadKey","ThirdEye","TrustedQSL","UCAR","UCL-1.0","UMich-Merit","UPL-1.0","URT-RLE","Ubuntu-font-1.0","UnRAR","Unicode-3.0","Unicode-DFS-2015","Unicode-DFS-2016","Unicode-TOU","UnixCrypt","Unlicense","Unlicense-libtelnet","Unlicense-libwhirlpool","VOSTROM","VSL-1.0","Vim","Vixie-Cron","W3C","W3C-19980720","W3C-20150513","WTFNMFPL","WTFPL","Watcom-1.0","Widget-Workshop","WordNet","Wsuipa","X11","X11-distribute-modifications-variant","X11-no-permit-persons","X11-swapped","XFree86-1.1","XSkat","Xdebug-1.03","Xerox","Xfig","Xnet","YPL-1.0","YPL-1.1","ZPL-1.1","ZPL-2.0","ZPL-2.1","Zed","Zeeff","Zend-2.0","Zimbra-1.3","Zimbra-1.4","Zlib","any-OSI","any-OSI-perl-modules","atc-game","bcrypt-Solar-Designer","blessing","bzip2-1.0.6","check-cvs","checkmk","copyleft-next-0.3.0","copyleft-next-0.3.1","curl","cve-tou","diffmark","dtoa","dvipdfm","eGenix","etalab-2.0","fwlw","gSOAP-1.3b","generic-xts","gnuplot","gtkbook","hdparm","hyphen-bulgarian","iMatix","jove","libpng-1.6.35","libpng-2.0","libselinux-1.0","libtiff","libutil-David-Nugent","lsof","magaz","mailprio","man2html","metamail","mpi-permissive","mpich2","mplus","ngrep","pkgconf","pnmstitch","psfrag","psutils","python-ldap","radvd","snprintf","softSurfer","ssh-keyscan","swrule","threeparttable","ulem","w3m","wwl","xinetd","xkeyboard-config-Zinoviev","xlock","xpp","xzoom","zlib-acknowledgement"]');
// EXTERNAL MODULE: ./lib/kit/safe-text.js
var safe_text = __webpack_require__(77363);
;// CONCATENATED MODULE: ./lib/nix/meta/package-meta.js



/** Characters of a text that is kept. */
const LONGEST = 500;
const MOST_LICENCES = 20;
const MOST_MAINTAINERS = 50;
const IDS = new Map([...spdx_license_ids_namespaceObject, ...deprecated_namespaceObject].map((id) => [id.toLowerCase(), id]));
/** NIST IR 7695, 6.2: the formatted string. Other characters than these are escaped with a backslash. */
const CPE = /^cpe:2\.3:[aho*-](?::(?:[A-Za-z0-9_.*?-]|\\[!-/:-@[-`{-~]){1,200}){10}$/;
const NAMESPACE = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;
/** Keeps what has the shape that it should have, and leaves out the rest. */
function packageMeta(raw) {
    const one = {
        name: textOf(raw.name),
        version: textOf(raw.version),
        description: textOf(raw.description),
        homepage: homepageOf(raw.homepage),
        cpe: matching(raw.cpe, CPE),
        namespace: matching(raw.namespace, NAMESPACE),
    };
    const known = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
    return { ...known, licences: licencesOf(raw.licences), maintainers: maintainersOf(raw.maintainers) };
}
/** Finds a licence by its name or identifier. @returns undefined for what names none */
function licenceOf(text) {
    const name = textOf(text);
    if (name === undefined)
        return undefined;
    const id = IDS.get(name.toLowerCase());
    return id === undefined ? { name } : { id };
}
function licencesOf(value) {
    const found = listOf(value, MOST_LICENCES).flatMap((each) => licenceOf(each) ?? []);
    return [...new Map(found.map((licence) => ['id' in licence ? licence.id : ` ${licence.name}`, licence])).values()];
}
function maintainersOf(value) {
    return [...new Set(listOf(value, MOST_MAINTAINERS).flatMap((each) => textOf(each) ?? []))];
}
function listOf(value, most) {
    return Array.isArray(value) ? value.slice(0, most) : [];
}
function textOf(value) {
    if (typeof value !== 'string')
        return undefined;
    const text = value.trim();
    return text === '' || text.length > LONGEST || (0,safe_text/* firstUnfit */.JU)(text) !== undefined ? undefined : text;
}
function matching(value, grammar) {
    return typeof value === 'string' && grammar.test(value) ? value : undefined;
}
/** An address with a login in it is nobody's homepage. */
function homepageOf(value) {
    const text = textOf(value);
    if (text === undefined || !/^https?:\/\/[!-~]+$/.test(text) || !URL.canParse(text))
        return undefined;
    const { username, password } = new URL(text);
    return username === '' && password === '' && !/["<>\\^`{|}]/.test(text) ? text : undefined;
}


/***/ }),

/***/ 8022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ rootsOf),
/* harmony export */   c: () => (/* binding */ componentsOf)
/* harmony export */ });
/* harmony import */ var _nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54445);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73662);


const PLACES = (/* unused pure expression or super */ null && (['shipped', 'relied-upon']));
const UNKNOWN = { licences: [], maintainers: [] };
/** Returns the store paths of a closure in the order of their paths. */
function componentsOf({ document, metas }) {
    const layers = new Map([...(document.complement ?? []), ...document.layers].flatMap(({ paths, digest }) => paths.map((path) => [path, digest])));
    return document.closure.map(({ path, narHash, narSize, references, in: place }) => {
        const meta = metas.get(path) ?? UNKNOWN;
        return {
            path,
            ...nameAndVersion(path, meta),
            meta,
            place: place === 'delta' ? 'shipped' : 'relied-upon',
            layer: layers.get(path),
            narHash,
            narSize,
            dependencies: references.filter((reference) => reference !== path),
        };
    });
}
/** What the flake calls a package, else what the name of its store path says. */
function nameAndVersion(path, { name, version }) {
    return name === undefined || version === undefined ? (0,_nix_store_package_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackageName */ .R)((0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(path)) : { name, version };
}
/** Returns what a Feature's platform installs: its outputs, each once, the one for PATH first. */
function rootsOf({ storePath, outputs }) {
    return [...new Set([storePath, ...Object.values(outputs)])];
}


/***/ }),

/***/ 40848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hR: () => (/* binding */ FORMATS),
  zu: () => (/* binding */ SBOM_FORMATS),
  b6: () => (/* binding */ checkedSbom),
  IO: () => (/* binding */ formatsOf),
  yp: () => (/* binding */ sbomFile)
});

// EXTERNAL MODULE: ./lib/kit/errors.js
var errors = __webpack_require__(48285);
// EXTERNAL MODULE: ./lib/sbom/read-metas-of.js
var read_metas_of = __webpack_require__(62338);
// EXTERNAL MODULE: ./lib/sbom/component.js
var component = __webpack_require__(8022);
// EXTERNAL MODULE: ./lib/sbom/names.js
var names = __webpack_require__(67413);
;// CONCATENATED MODULE: ./lib/sbom/write-cyclonedx.js


/** Writes an SBOM in CycloneDX 1.6 (ECMA-424). The same facts give the same bytes. */
function writeCycloneDx(facts) {
    const components = (0,component/* componentsOf */.c)(facts);
    const { document } = facts;
    const root = featureRef(document);
    const bom = {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        metadata: metadataOf(facts),
        components: components.map(componentOf),
        dependencies: [{ ref: root, dependsOn: (0,component/* rootsOf */.R)(document).toSorted() }, ...components.map(({ path, dependencies }) => ({ ref: path, dependsOn: dependencies }))],
    };
    const text = JSON.stringify(bom);
    return (0,names/* withMember */.RV)(text, 'serialNumber', `urn:uuid:${(0,names/* uuidOf */.pV)(text)}`);
}
function featureRef({ feature, system }) {
    return `feature:${feature.id}@${feature.version}/${system}`;
}
function metadataOf({ document, created }) {
    const { feature, system, bases, source } = document;
    const properties = [
        ...bases.map(({ name, digest }) => ({ name: names/* BASE */.Wm, value: digest === undefined || name.includes(digest) ? name : `${name}@${digest}` })),
        { name: names/* FLAKE */.aH, value: source.flake },
        { name: names/* SYSTEM */.IJ, value: system },
    ];
    return {
        ...(created === undefined ? {} : { timestamp: (0,names/* timeOf */.nR)(created) }),
        tools: { components: [{ type: 'application', name: names/* TOOL */.js }] },
        component: {
            type: 'application',
            'bom-ref': featureRef(document),
            name: feature.id,
            version: feature.version,
            purl: (0,names/* packageUrl */.EH)({ name: feature.id, version: feature.version, meta: { licences: [], maintainers: [] } }),
            properties,
        },
    };
}
function componentOf(component) {
    const { path, name, version, meta, narHash } = component;
    const { description, homepage, cpe, licences } = meta;
    return {
        type: 'library',
        'bom-ref': path,
        name,
        ...(version === '' ? {} : { version }),
        ...(description === undefined ? {} : { description }),
        hashes: [{ alg: 'SHA-256', content: (0,names/* hexOfSri */.Nu)(narHash) }],
        ...(licences.length === 0 ? {} : { licenses: licences.map(licenceOf) }),
        ...(cpe === undefined ? {} : { cpe }),
        purl: (0,names/* packageUrl */.EH)(component),
        ...(homepage === undefined ? {} : { externalReferences: [{ type: 'website', url: homepage }] }),
        properties: propertiesOf(component),
    };
}
function licenceOf(licence) {
    return { license: 'id' in licence ? { id: licence.id } : { name: licence.name } };
}
function propertiesOf({ path, narHash, narSize, place, layer, meta }) {
    return [
        { name: names/* STORE_PATH */.wj, value: path },
        { name: names/* NAR_HASH */.Xq, value: narHash },
        { name: names/* NAR_SIZE */.Sl, value: String(narSize) },
        { name: names/* PLACE */.CC, value: place },
        ...(layer === undefined ? [] : [{ name: names/* LAYER */.IO, value: layer }]),
        ...meta.maintainers.map((value) => ({ name: names/* MAINTAINER */.vE, value })),
    ];
}

// EXTERNAL MODULE: ./lib/sbom/write-spdx.js + 1 modules
var write_spdx = __webpack_require__(40771);
;// CONCATENATED MODULE: ./lib/sbom/formats.js




const SBOM_FORMATS = ['cyclonedx', 'spdx'];
const FORMATS = {
    cyclonedx: { mediaType: 'application/vnd.cyclonedx+json', extension: 'cdx.json', write: writeCycloneDx, read: read_metas_of/* readCycloneDx */.iH },
    spdx: { mediaType: 'application/spdx+json', extension: 'spdx.json', write: write_spdx/* writeSpdx */.Nt, read: read_metas_of/* readSpdx */.G1 },
};
function formatsOf(choice) {
    if (choice === 'none')
        return [];
    return choice === 'both' ? SBOM_FORMATS : [choice];
}
/** Returns the name in a layout: `sbom-amd64.cdx.json` */
function sbomFile(arch, format) {
    return `sbom-${arch}.${FORMATS[format].extension}`;
}
/**
 * Checks an SBOM from outside: it must be, byte for byte, what the delta document and its own words on the packages give.
 * Then it names each path of the closure once, and nothing else.
 * @returns what it says of the packages
 * @throws IntegrityError
 */
function checkedSbom(bytes, format, facts, where) {
    const { read, write } = FORMATS[format];
    const metas = read(bytes, where);
    if (Buffer.from(write({ ...facts, metas })).equals(bytes))
        return metas;
    throw new errors/* IntegrityError */.cs(`${where} is not the SBOM of the build beside it: its packages or hashes differ from the delta document, or a build would write it differently.`, {
        hint: 'Build again. Only a build writes this file.',
    });
}


/***/ }),

/***/ 62338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G1: () => (/* binding */ readSpdx),
/* harmony export */   QN: () => (/* binding */ SBOM_LIMIT),
/* harmony export */   iH: () => (/* binding */ readCycloneDx)
/* harmony export */ });
/* harmony import */ var _json_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27298);
/* harmony import */ var _json_parse_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93040);
/* harmony import */ var _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48285);
/* harmony import */ var _nix_meta_package_meta_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18366);
/* harmony import */ var _nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73662);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67413);
/* harmony import */ var _write_spdx_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40771);







/** Bytes of an SBOM: about 80,000 store paths. */
const SBOM_LIMIT = 128 * 1024 * 1024;
const MOST_COMPONENTS = 200_000;
const MOST_ITEMS = 100;
/**
 * Reads what an SBOM in CycloneDX says of the packages in it. Components that are no store paths are passed over.
 * @param where for messages
 * @throws IntegrityError if it is no such document
 */
function readCycloneDx(bytes, where) {
    const field = parsed(bytes, where);
    field.get('bomFormat').is('CycloneDX');
    field.get('specVersion').oneOf(['1.4', '1.5', '1.6', '1.7']);
    return new Map(itemsOf(field.get('components'), MOST_COMPONENTS).flatMap((component) => {
        const properties = objectsOf(component['properties']);
        const path = properties.find(({ name }) => name === _names_js__WEBPACK_IMPORTED_MODULE_4__/* .STORE_PATH */ .wj)?.['value'];
        if (typeof path !== 'string' || !(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isStorePath */ .zP)(path))
            return [];
        const licences = objectsOf(component['licenses']).map(({ license, expression }) => {
            const { id, name } = Object(license);
            return id ?? name ?? expression;
        });
        const meta = (0,_nix_meta_package_meta_js__WEBPACK_IMPORTED_MODULE_2__/* .packageMeta */ .u)({
            ...component,
            cpe: component['cpe'],
            homepage: objectsOf(component['externalReferences']).find(({ type }) => type === 'website')?.['url'],
            licences,
            maintainers: properties.filter(({ name }) => name === _names_js__WEBPACK_IMPORTED_MODULE_4__/* .MAINTAINER */ .vE).map(({ value }) => value),
            namespace: (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOfUrl */ .CV)(component['purl']),
        });
        return [[path, meta]];
    }));
}
/**
 * Reads what an SBOM in SPDX 2.3 says of the packages in it, as {@link readCycloneDx} does.
 * @throws IntegrityError if it is no such document
 */
function readSpdx(bytes, where) {
    const field = parsed(bytes, where);
    field.get('spdxVersion').oneOf(['SPDX-2.2', 'SPDX-2.3']);
    const names = new Map((field.get('hasExtractedLicensingInfos').optional((list) => itemsOf(list, MOST_COMPONENTS)) ?? []).map(({ licenseId, name }) => [licenseId, name]));
    return new Map(itemsOf(field.get('packages'), MOST_COMPONENTS).flatMap((each) => {
        const references = objectsOf(each['externalRefs']);
        const locator = (type) => references.find(({ referenceType }) => referenceType === type)?.['referenceLocator'];
        const path = locator(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .STORE_PATH */ .wj);
        if (typeof path !== 'string' || !(0,_nix_store_store_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isStorePath */ .zP)(path))
            return [];
        const meta = (0,_nix_meta_package_meta_js__WEBPACK_IMPORTED_MODULE_2__/* .packageMeta */ .u)({
            name: each['name'],
            version: each['versionInfo'],
            description: each['summary'],
            homepage: each['homepage'],
            cpe: locator(_write_spdx_js__WEBPACK_IMPORTED_MODULE_5__/* .CPE */ .Zu),
            licences: termsOf(each['licenseDeclared']).map((term) => names.get(term) ?? term),
            maintainers: maintainersOf(each['comment']),
            namespace: (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOfUrl */ .CV)(locator('purl')),
        });
        return [[path, meta]];
    }));
}
/** The licences of an expression, whatever joins them. */
function termsOf(expression) {
    if (typeof expression !== 'string' || /^(?:NOASSERTION|NONE)$/.test(expression))
        return [];
    return expression.split(/[\s()]+/).filter((word) => word !== '' && !/^(?:AND|OR|WITH)$/.test(word));
}
function maintainersOf(comment) {
    if (typeof comment !== 'string')
        return [];
    return comment.split('\n').flatMap((line) => (line.startsWith(_write_spdx_js__WEBPACK_IMPORTED_MODULE_5__/* .MAINTAINER_LINE */ .Kn) ? [line.slice(_write_spdx_js__WEBPACK_IMPORTED_MODULE_5__/* .MAINTAINER_LINE */ .Kn.length)] : []));
}
function parsed(bytes, where) {
    const refuse = (why, cause) => {
        throw new _kit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegrityError */ .cs(`${where} is not a valid SBOM: ${why}.`, { cause });
    };
    return _json_field_js__WEBPACK_IMPORTED_MODULE_0__/* .Field */ .D0.of((0,_json_parse_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parsedJson */ .U4)(bytes, refuse, { bytes: SBOM_LIMIT }), refuse);
}
function itemsOf(list, most) {
    const found = [];
    list.each(most, (item) => found.push(item.object()));
    return found;
}
/** Returns the objects in a list of a component, and ignores anything else. */
function objectsOf(value) {
    return Array.isArray(value) ? value.slice(0, MOST_ITEMS).filter((each) => typeof each === 'object' && each !== null) : [];
}


/***/ }),

/***/ 40771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zu: () => (/* binding */ CPE),
  Kn: () => (/* binding */ MAINTAINER_LINE),
  Nt: () => (/* binding */ writeSpdx)
});

// EXTERNAL MODULE: ./lib/nix/store/store-path.js
var store_path = __webpack_require__(73662);
// EXTERNAL MODULE: ./lib/sbom/component.js
var component = __webpack_require__(8022);
// EXTERNAL MODULE: ./lib/oci/format/digest.js
var digest = __webpack_require__(55541);
;// CONCATENATED MODULE: ./lib/sbom/licence-expression.js

/** What SPDX says of what nobody has said. */
const NOASSERTION = 'NOASSERTION';
/**
 * Licences as an expression (SPDX 2.3, annex D). A flake that lists several does not say whether all of them apply or one may be chosen: all is
 * the careful reading.
 */
function licenceExpression(licences) {
    return licences.length === 0 ? NOASSERTION : licences.map(licenceTerm).join(' AND ');
}
function licenceTerm(licence) {
    if ('id' in licence)
        return licence.id;
    const slug = licence.name.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60);
    return `LicenseRef-${slug === '' ? '' : `${slug}-`}${(0,digest/* hexOf */.ZD)((0,digest/* digestOf */.ol)(licence.name)).slice(0, 8)}`;
}
/** Returns those of a closure that are not of the SPDX list, each once and in order. */
function extractedLicences(all) {
    const found = new Map();
    for (const licence of [...all].flat()) {
        if ('id' in licence)
            continue;
        const licenseId = licenceTerm(licence);
        found.set(licenseId, { licenseId, name: licence.name, extractedText: `The flake names this licence but does not contain its text: ${licence.name}` });
    }
    return [...found.values()].toSorted((a, b) => (a.licenseId < b.licenseId ? -1 : 1));
}

// EXTERNAL MODULE: ./lib/sbom/names.js
var names = __webpack_require__(67413);
;// CONCATENATED MODULE: ./lib/sbom/write-spdx.js




/** Begins each line of a package's comment that names a maintainer. */
const MAINTAINER_LINE = 'Maintainer: ';
const DOCUMENT = 'SPDXRef-DOCUMENT';
const FEATURE = 'SPDXRef-Feature';
const PURL = 'purl';
const CPE = 'cpe23Type';
/** Writes an SBOM in SPDX 2.3. The same facts give the same bytes; without a time it is 1970, as SPDX wants one. */
function writeSpdx(facts) {
    const { document, created = 0 } = facts;
    const { feature, system } = document;
    const components = (0,component/* componentsOf */.c)(facts);
    const extracted = extractedLicences(components.map(({ meta }) => meta.licences));
    const name = `${feature.id}-${feature.version}-${system}`;
    const content = {
        spdxVersion: 'SPDX-2.3',
        dataLicense: 'CC0-1.0',
        SPDXID: DOCUMENT,
        name,
        creationInfo: { created: (0,names/* timeOf */.nR)(created), creators: [`Tool: ${names/* TOOL */.js}`] },
        packages: [featurePackage(document), ...components.map(packageOf)],
        relationships: relationshipsOf(document, components),
        ...(extracted.length === 0 ? {} : { hasExtractedLicensingInfos: extracted }),
    };
    const text = JSON.stringify(content);
    return (0,names/* withMember */.RV)(text, 'documentNamespace', `https://spdx.org/spdxdocs/${encodeURIComponent(name)}-${(0,names/* uuidOf */.pV)(text)}`);
}
/** An identifier has letters, digits, dots and dashes (SPDX 2.3, 7.2); the hash makes it one of a kind. */
function idOf(path) {
    return `SPDXRef-${(0,store_path/* hashPartOf */.bV)(path)}-${(0,store_path/* nameOf */.Vb)(path).replaceAll(/[^A-Za-z0-9.-]/g, '-')}`;
}
/** What an SBOM of a build does not know; the fields are mandatory. */
const UNKNOWN = { downloadLocation: NOASSERTION, filesAnalyzed: false, copyrightText: NOASSERTION, licenseConcluded: NOASSERTION };
function featurePackage({ feature, source, bases }) {
    const url = (0,names/* packageUrl */.EH)({ name: feature.id, version: feature.version, meta: { licences: [], maintainers: [] } });
    return {
        ...UNKNOWN,
        SPDXID: FEATURE,
        name: feature.id,
        versionInfo: feature.version,
        licenseDeclared: NOASSERTION,
        primaryPackagePurpose: 'INSTALL',
        externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: PURL, referenceLocator: url }],
        comment: [`Flake: ${source.flake}`, ...bases.map(({ name, digest }) => `Base: ${name}${digest === undefined || name.includes(digest) ? '' : `@${digest}`}`)].join('\n'),
    };
}
function packageOf(component) {
    const { path, name, version, narHash, meta } = component;
    return {
        ...UNKNOWN,
        SPDXID: idOf(path),
        name,
        ...(version === '' ? {} : { versionInfo: version }),
        ...(meta.description === undefined ? {} : { summary: meta.description }),
        ...(meta.homepage === undefined ? {} : { homepage: meta.homepage }),
        licenseDeclared: licenceExpression(meta.licences),
        checksums: [{ algorithm: 'SHA256', checksumValue: (0,names/* hexOfSri */.Nu)(narHash) }],
        externalRefs: referencesOf(component),
        ...(meta.maintainers.length === 0 ? {} : { comment: meta.maintainers.map((each) => `${MAINTAINER_LINE}${each}`).join('\n') }),
    };
}
function referencesOf(component) {
    const { path, layer, meta } = component;
    return [
        { referenceCategory: 'PACKAGE-MANAGER', referenceType: PURL, referenceLocator: (0,names/* packageUrl */.EH)(component) },
        ...(meta.cpe === undefined ? [] : [{ referenceCategory: 'SECURITY', referenceType: CPE, referenceLocator: meta.cpe }]),
        { referenceCategory: 'OTHER', referenceType: names/* STORE_PATH */.wj, referenceLocator: path },
        ...(layer === undefined ? [] : [{ referenceCategory: 'OTHER', referenceType: names/* LAYER */.IO, referenceLocator: layer }]),
    ];
}
/** SPDX 2.3, 11.1: what is shipped is contained, what is relied upon must be there before. */
function relationshipsOf(document, components) {
    const ids = new Map(components.map(({ path }) => [path, idOf(path)]));
    const relate = (spdxElementId, relationshipType, related) => ({ spdxElementId, relationshipType, relatedSpdxElement: ids.get(related) });
    return [
        { spdxElementId: DOCUMENT, relationshipType: 'DESCRIBES', relatedSpdxElement: FEATURE },
        ...(0,component/* rootsOf */.R)(document).map((root) => relate(FEATURE, 'DEPENDS_ON', root)),
        ...components.map(({ path, place }) => relate(FEATURE, place === 'shipped' ? 'CONTAINS' : 'HAS_PREREQUISITE', path)),
        ...components.flatMap(({ path, dependencies }) => dependencies.map((each) => relate(ids.get(path), 'DEPENDS_ON', each))),
    ];
}


/***/ })

};
