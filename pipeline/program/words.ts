/** The lists of words that `prepare` draws from packages into `lib/words/`. */
export { prepareWords } from '../encode/languages/packaged-words.ts';
