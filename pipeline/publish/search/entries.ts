/**
 * The entries that a search shows above the documents (site/assets/search/search-entries.js):
 * `search/entries.json`, an array of `[name, address, words of all its names, number, kind]`.
 */
import { joinedWordsOf, wordsOf } from '../../../site/assets/search/words.js';
import type { OutputFolder } from '../../core/files/output-folder.ts';
import { kindsWith } from '../../model/kinds.ts';
import type { Site } from '../site/site.ts';

/** The folded words of a name; "U.S.A." is also one word. */
function allWords(name: string): string[] {
  const words = wordsOf(name);
  return [...words, ...joinedWordsOf(name, words)].map(({ word }) => word);
}

export function writeSearchEntries(site: Site, folder: OutputFolder): void {
  const kinds = new Set(kindsWith('isNamed'));
  const entries = site.entries
    .filter(({ kind }) => kinds.has(kind))
    .map((entry) => {
      const names = [entry.name, ...entry.names.map(({ text }) => text)];
      const words = new Set(names.flatMap(allWords));
      const { sent, received, written, mentionCount } = entry;
      return [
        entry.name,
        entry.address.slice(1),
        [...words].join(' '),
        mentionCount + sent.length + received.length + written.length,
        entry.kind,
      ];
    });
  folder.write('/search/entries.json', `${JSON.stringify(entries)}\n`);
}
