/** An edition of two letters and a workbench on it. */
import { act as actOn } from '../../pipeline/edit/actions/act.ts';
import type { DocumentAction } from '../../pipeline/edit/actions/model.ts';
import type { Workbench } from '../../pipeline/edit/workbench.ts';
import { chosen, editionWith, letter, workbenchOn } from './edition.ts';

export const MARKED = '<persName resp="#ed" cert="medium">Page</persName>';
export const D1 = letter(
  'd1',
  `Dear ${MARKED}, I saw Mr. Page &amp; Mrs. Astor.`,
  'Page came on Monday.',
);
export const D2 = letter('d2', 'I met Page in <placeName ref="#pl_x">Page</placeName> again.');

export function begin(documents = { d1: D1, d2: D2 } as Readonly<Record<string, string>>): {
  root: string;
  workbench: Workbench;
} {
  const root = editionWith(documents);
  return { root, workbench: workbenchOn(root) };
}

export function act(workbench: Workbench, doc: string, action: DocumentAction) {
  return actOn(workbench, doc, workbench.view(doc).seen, action);
}

export const WALTER = { kind: 'person', name: 'Walter Page' };

export const markAstor = (workbench: Workbench): DocumentAction => ({
  type: 'mark',
  chosen: chosen(workbench, 'd1', 'Astor'),
  element: 'persName',
});
export const ASTOR = '<persName resp="#ed">Astor</persName>';
