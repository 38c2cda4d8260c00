/**
 * The letters of a page that belong to the text.
 *
 * Takes HTML. Returns its text without the edition's additions (by class), and without white space.
 */
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

export function lettersOf(html: string): string {
  return wordsOf(parseFragment(html)).replace(/\s+/g, '');
}

function wordsOf(node: Node): string {
  if (
    'attrs' in node &&
    node.attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('added'))
  )
    return '';
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}
