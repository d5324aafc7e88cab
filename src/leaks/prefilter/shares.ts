/**
 * How often each byte occurs, in programs and in text: 256 digits each, in base 36, for twice the negative logarithm to base
 * 2 of its share. Measured once, in a closure of tools and in sources of several languages.
 */
const MEASURED_BYTES = [
  '4cefffhhdhghiidbeijkiikkfkkkjkifdkkkchlkfhljjihjgfkjjiklhhjkjhkj' +
    'gdghdfii9fkkdhjjhkjhghjjcklihhjgighggeeihgljgigfhlgfdgjjijlkhkkj' +
    'gjkeeeikibmcidjkilkljlllkmmmlmmmjmmmlmmmkmmllmmmkmmlkmilikilklij' +
    'ehihhiigjiklllllikikkkkljkkjklkiikjkjkjjdfjiijihijjhjjhihjhiihga',
  'zzzzzzzzzskzzzzzzzzzzzzzzzzzzzzz9k6nmtklfgnl9hbhaaccddedee8ikgkm' +
    'skmkljmpnltpklllmskjjnpnsrsjfjnhmcfbaaafecnjdebaemca9ehhihn9k9xz' +
    'kklmnpqqnqomnqsporqqnnqonnornnoqopssnpqpopqqpqponrrporrsnqqmnpqp' +
    'zznrvuzzzzzzzzzzzzzzzzzzzzzzzzzzzrninlmnoppkknzqzzzzzzzzzzzzzzzz',
] as const;

/** The share of each byte, for each kind of data. What is rare in all data may be common in that of one kind. */
export const BYTE_SHARES: readonly Float64Array[] = MEASURED_BYTES.map((digits) => Float64Array.from(digits, (digit) => 2 ** (-parseInt(digit, 36) / 2)));

/**
 * Windows of the rules that programs or texts are full of, whatever their bytes are like one by one: four characters each, and how
 * often they occur in a million positions. Measured once, as the shares of bytes were.
 */
const MEASURED_WINDOWS =
  '": "504cess370cces299http258----236ount234ttps196coun191tps:187s://186ps:/186Acce177ccou140acce136ivat127riva127vate121.com115uild109' +
  'es: 107buil098ine 091uffe087Line081ent-080ines078proj077ared075auth075tAcc065com/059y = 059redi058chin057ntry056hare056etAc053hine053achi053' +
  '_pat052Acco050cord046Priv046_key045gres043dKey042edKe037dAcc037edAc035/api035keys034gent033shar031Shar028in_a025_acc025tKey025eKey024cale024' +
  'scal022tp:/022p://022ttp:022redK021ithu021thub021gith021ord.021le_t020ive_020ey =019resh019post018disc018Key 016-pro016sKey015ate-014Pres013' +
  'agen013et_a012ecre011ack.011ateK010le_p010teKe010hook009t_ac009live009ntKe009key-009s_se009scor009oaut008edis008le_o008isco008cret008/nix008' +
  'lack007untK007_sec007ooks006mach006ffic006uth_006secr006cion006om/a006t_ke005r_pa005nt-s005lpat004l_li004atla004ild-004h": 004"aut004' +
  'OCSP003api_003.off003ild/003s.sl003AKIA003ship003ale_003d.co003uth"003nes:002-bui002redA002-or-002PRIV002dmin002npm_002admi002VATE002' +
  'et_k002skey002';

/** The share of positions that have this window, by its characters (latin1). */
export const COMMON_SHARES: ReadonlyMap<string, number> = new Map(Array.from({ length: MEASURED_WINDOWS.length / 7 }, (_, i) => [MEASURED_WINDOWS.slice(7 * i, 7 * i + 4), Number(MEASURED_WINDOWS.slice(7 * i + 4, 7 * i + 7)) / 1e6]));
