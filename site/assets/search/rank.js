/** The order of the documents that a search found. */
import { joinedWordsOf, wordsOf } from './words.js';

/** The weight of a document with a word of the query in its title or correspondents. */
const IN_TITLE = 3;
/** The weight of an index, a list of sources and other front and back matter. */
const IN_MATTER = 0.1;

/**
 * The best first: those with a word in their title or correspondents before those that mention it;
 * front and back matter, which mention everything, last.
 *
 * @param {import('./search-index.js').Found} found
 * @param {import('./query.js').Term[]} terms
 * @param {{ title: string, people?: string, matter?: boolean }[]} documents of the index
 * @returns {import('./search-index.js').Result[]}
 */
export function ranked(found, terms, documents) {
  const results = [...found].map(([document, hits]) => {
    const places = new Set();
    for (const [start, length] of hits) for (let i = 0; i < length; i++) places.add(start + i);
    const { title, people = '', matter = false } = documents[document];
    const about = shareWithin(terms, `${title} ${people}`);
    const weight = about > 0 ? 1 + about * (IN_TITLE - 1) : matter ? IN_MATTER : 1;
    return { document, hits, places, score: (1 + Math.log(1 + hits.length)) * weight };
  });
  return results.sort((one, other) => other.score - one.score || one.document - other.document);
}

/** The proportion of the terms, 0 to 1, with all their words in a text. */
function shareWithin(terms, text) {
  const split = wordsOf(text);
  const own = [...split, ...joinedWordsOf(text, split)].map(({ word }) => word);
  const holds = ({ word, pattern }) =>
    own.some((one) => (pattern ? pattern.test(one) : one === word));
  const within = ({ words, joined }) => words.every(holds) || joined?.every(holds) === true;
  return terms.filter(within).length / Math.max(1, terms.length);
}
