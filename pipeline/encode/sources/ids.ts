/**
 * The id of the document of a source.
 *
 * Takes the name of a file, any that a file system allows. Returns an `xml:id` (an NCName) that
 * also serves as a file's name and as a part of an address. The same name always gives the same id.
 */
import { basename, extname } from 'node:path';
import slugify from 'slugify';
import { sha256 } from '../../core/files/sha256.ts';

const ID = /^[A-Za-z_][\w.-]*$/;

/** The most characters of an id that is made, not taken from the name. */
const LONGEST = 80;

/**
 * `d149.txt` is `d149`; a name that cannot be an id is turned into one: "Letter 5.txt" is
 * `letter-5`, "5.txt" is `d5`. If letters of the name have no counterpart in ASCII ("書簡.txt"), or
 * the name is very long, a hash of the name is added, so that two names never become one id.
 */
export function sourceDocumentId(path: string): string {
  const name = basename(path, extname(path));
  if (ID.test(name)) return name;
  const composed = name.normalize('NFC');
  const slug = slugify(composed, { lower: true, strict: true });
  if (slug.length <= LONGEST && !losesLetters(composed)) return ID.test(slug) ? slug : `d${slug}`;
  const hash = sha256(composed).slice(0, 10);
  const short = slug.slice(0, LONGEST).replace(/-+$/, '');
  return `d-${short === '' ? '' : `${short}-`}${hash}`;
}

/**
 * Whether a letter or digit of the name is not in its slug at all, or whether it has no letter or
 * digit.
 */
function losesLetters(name: string): boolean {
  const letters = name.match(/[\p{L}\p{N}]/gu) ?? [];
  return (
    letters.length === 0 ||
    letters.some((letter) => slugify(letter, { lower: true, strict: true }) === '')
  );
}
