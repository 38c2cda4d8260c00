/** Sentences that may deny what they name: "is not archived at …". */
import { wordList } from '../../core/text.ts';
import { type TreeElement, textOf } from '../../xml/tree.ts';

/** Words of negation and of plans, in the languages in which introductions are mostly written. */
const DENYING: ReadonlySet<string> = new Set(
  wordList(
    "not no never none nor neither cannot without isn't aren't wasn't hasn't haven't don't " +
      "doesn't won't planned intended " +
      'nicht kein keine keinen keinem keiner keines nie niemals weder noch ohne geplant ' +
      'beabsichtigt ne pas jamais aucun aucune ni sans prévu prévue non mai nessuno nessuna né ' +
      'senza previsto sin nunca ningún ninguna tampoco não nem sem niet geen nooit zonder ' +
      'gepland nie żaden bez ikke ingen aldri inte aldrig',
  ),
);

/** Elements that contain whole sentences. */
const BLOCKS: ReadonlySet<string> = new Set(
  wordList('p ab div item cell note head l label desc availability body'),
);

const SENTENCE_END = /(?<=[.!?;…]["”»’)]*)\s+/u;

/** Whether a word of the sentence around an element denies it, or says that it is only planned. */
export function isDenied(element: TreeElement): boolean {
  let block = element;
  while (block.parent && !BLOCKS.has(block.local)) block = block.parent;
  const [before, after] = around(block, element);
  const sentence = `${before.split(SENTENCE_END).at(-1)} ${after.split(SENTENCE_END)[0]}`;
  const words =
    sentence
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? [];
  return words.some((word) => DENYING.has(word) || /^n'/.test(word));
}

/** The text of a block before an element in it, and the text after it. */
function around(block: TreeElement, element: TreeElement): [before: string, after: string] {
  let [here, before, after] = [element, '', ''];
  while (here !== block && here.parent) {
    const { children } = here.parent;
    const at = children.indexOf(here);
    before = children.slice(0, at).map(textOf).join('') + before;
    after += children
      .slice(at + 1)
      .map(textOf)
      .join('');
    here = here.parent;
  }
  return [before, after];
}
