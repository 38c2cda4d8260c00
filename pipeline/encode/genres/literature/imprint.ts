/** Lines of a title page that name a place and year of printing, a printer, publisher or ISBN. */

/**
 * The words for printing and publishing, and how they begin, in the languages of European books.
 */
const WORDS = [
  // Signs and Latin, English, French
  'copyright|isbn|typis|apud|ex officina|excudebat|sumptibus',
  'printe[dr]|publish|imprinted|booksellers?(?!\\p{L})|the press|university press|all rights',
  'imprim(?:é|er|eur)|libraires?(?!\\p{L})|librairie|éditeurs?|chez(?= \\p{Lu})|' +
    'tous droits|privilège',
  // Spanish, Portuguese, Italian
  'impreso|impresor|imprenta|libr(?:er[ií]a|ero|aio)(?!\\p{L})|livraria|editor|editrice|edizioni',
  'en casa de|tip[oó]gr|typogr|stamp(?:ato|ata|eria)',
  // German, Dutch, Danish, Norwegian, Swedish
  'gedruckt|druck(?!\\p{L})|\\p{L}*druckere[iy]|verlag|verlegt|\\p{L}*buchhandl|gedrukt|' +
    'drukker|uitgev',
  'boekverk|(?:bog|bok)tr[yi][ck]k|try[ck]kt|forlag|förlag|udgivet|utgiv',
  // Polish, Czech, Hungarian, Croatian, Slovene
  'nakład|drukarn|wydaw|tiskem|tiskár|naklad|nyomd|nyomt|kiad(?:ó|ja|ás)|izdan|založ',
];
const IMPRINT = new RegExp(`©|(?<!\\p{L})(?:${WORDS.join('|')})`, 'iu');
const YEAR =
  /(?<![\d.,])(?:1[4-9]|20)\d\d(?![\d,])|(?<!\p{L})M[. ]{0,2}D?(?:[. ]{0,2}[CLXVI]){3,}(?!\p{L})/u;

/** Whether a short line names printer, publisher, bookseller or privilege. */
export function isImprint(text: string): boolean {
  return !/^["«»„“‘¿¡—–-]/.test(text) && IMPRINT.test(text);
}

export function hasYear(text: string): boolean {
  return YEAR.test(text);
}

/** "Madrid 1841", "M. DC. XXII.", "LONDON: Chapman and Hall, 1848": names and a year. */
export function isPlaceAndYear(text: string): boolean {
  return hasYear(text) && !/(?<![\p{L}'’])\p{Ll}{4,}/u.test(text);
}
