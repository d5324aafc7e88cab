/**
 * How often each byte occurs, in programs and in text: 256 digits each, in base 36, for twice the negative logarithm to base
 * 2 of its share. Measured once, in a closure of tools and in sources of several languages.
 */
const MEASURED = [
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
export const BYTE_SHARES: readonly Float64Array[] = MEASURED.map((digits) => Float64Array.from(digits, (digit) => 2 ** (-parseInt(digit, 36) / 2)));
