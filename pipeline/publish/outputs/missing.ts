/**
 * The interfaces that are omitted because the edition does not state the required data, and where
 * to state them.
 *
 * Takes the site and the path of edition.xml. Returns remarks with the place in that file for the
 * missing data.
 */
import { dirname } from 'node:path';
import { type Finding, shownPath } from '../../core/finding.ts';
import { documentTree } from '../../xml/source/document-tree.ts';
import { attribute, descend, elementsIn, type TreeElement, textOf } from '../../xml/tree.ts';
import { hasLetters, requirements } from '../site/open/letters.ts';
import type { Site } from '../site/site.ts';
import { hasFeed } from './feed.ts';

export function missingInterfaces(site: Site, path: string): Finding[] {
  const root = documentTree(path, dirname(path), 'edition/unreadable');
  const file = descend(root, 'teiHeader', 'fileDesc') ?? root;
  const titles = descend(file, 'titleStmt') ?? file;
  const publication = descend(file, 'publicationStmt') ?? file;
  const identifier = elementsIn(publication).find(
    ({ local, attributes }) => local === 'idno' && attributes.some(({ value }) => value === 'URI'),
  );
  const editor = descend(titles, 'editor');
  const remark = (rule: string, { line, column }: TreeElement, message: string): Finding => {
    return {
      path: shownPath(path),
      line,
      column,
      severity: 'remark',
      rule: `interfaces/${rule}`,
      message,
    };
  };
  const found: Finding[] = notShown(root).map(({ element, message }) => ({
    ...remark('not-shown', element, message),
    severity: 'warning',
  }));
  const { address, editor: named, licence } = requirements(site.facts);
  const letters = hasLetters(site);
  if (textOf(descend(titles, 'title') ?? titles).trim() === '') {
    const message =
      `the edition has no title, so it is called “${site.edition.title}” after its folder; write ` +
      `it into titleStmt: <title>…</title>`;
    found.push({ ...remark('no-title', titles, message), severity: 'warning' });
  }
  if (!address) {
    const index = letters ? ', no index of letters (CMIF)' : '';
    const message =
      `without an address on the web there is no sitemap, no BEACON${index}, and linked data ` +
      `has relative addresses; when the edition has one, put it into <idno ` +
      `type="URI">https://…</idno>`;
    found.push(remark('no-address', identifier ?? publication, message));
  }
  if (letters && !named) {
    const place = (editor && descend(editor, 'email')) ?? editor ?? titles;
    const message =
      'the index of letters (CMIF) is not written: it requires an editor with an e-mail ' +
      'address; put them into <editor><persName>…</persName><email>…</email></editor>';
    found.push(remark('no-editor', place, message));
  }
  if (letters && !licence) {
    const place = descend(publication, 'availability', 'licence') ?? publication;
    const message =
      'the index of letters (CMIF) is not written: it must be under CC BY 4.0, and the ' +
      'edition does not state this licence; if it may, put ' +
      'target="https://creativecommons.org/licenses/by/4.0/" on licence';
    found.push(remark('no-licence', place, message));
  }
  if (!hasFeed(site)) {
    const message =
      'there is no feed of changes: it requires an identifier (idno type="URI"), an editor ' +
      'or publisher, and a dated change in revisionDesc or a date in publicationStmt';
    found.push(remark('no-feed', publication, message));
  }
  return found;
}

/** Words in the body of edition.xml that are on no page (site/site.ts, `prosePages`). */
function notShown(root: TreeElement): { element: TreeElement; message: string }[] {
  const body = descend(root, 'text', 'body');
  const shown = new Set<string>();
  return elementsIn(body ?? root).flatMap((element) => {
    if (!body || textOf(element).trim() === '') return [];
    const type =
      element.local === 'div' ? attribute(element, 'type')?.trim().toLowerCase() : undefined;
    if (type !== undefined && /^[\w-]+$/.test(type) && !shown.has(type)) {
      shown.add(type);
      return [];
    }
    const reason =
      type === undefined
        ? 'has no type'
        : shown.has(type)
          ? `has the type “${type}” of another one`
          : `has the type “${type}”, which is no name of a page`;
    const what = element.local === 'div' ? 'the division' : `<${element.name}>`;
    const message =
      `${what} ${reason}, so it is on no page; put it into <div type="introduction"> for the ` +
      `home page, or into one of another name (type="principles"), which becomes a page`;
    return [{ element, message }];
  });
}
