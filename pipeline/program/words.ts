/** The lists of words that `prepare` selects from packages into `lib/words/`. */
export { prepareWords } from '../encode/languages/packaged-words.ts';
