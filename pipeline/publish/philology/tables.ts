/** The philological indexes as CSV (RFC 4180), for spreadsheets and programs. */
import { csvRow } from '../../core/csv.ts';
import type { OutputFolder } from '../../core/files/output-folder.ts';
import type { Site } from '../site/site.ts';
import { type PhilologicalKind, philologicalTable } from './lists.ts';

export function writePhilology({ philology }: Pick<Site, 'philology'>, folder: OutputFolder): void {
  for (const kind of philology.kinds) {
    const file = folder.open(philologicalTable(kind));
    for (const row of rowsOf(philology, kind)) file.write(csvRow(row));
    file.close();
  }
}

function* rowsOf(
  philology: Site['philology'],
  kind: PhilologicalKind,
): Generator<readonly (string | number)[]> {
  if (kind === 'words') {
    yield ['word', 'form', 'document', 'count', 'passages'];
    for (const { word, forms } of philology.words)
      for (const { form, places } of forms)
        for (const { document, count, passages } of places)
          yield [word, form, document.id, count, passages.join(' ')];
    return;
  }
  yield ['element', 'form', 'reading', 'left', 'right', 'document', 'passage'];
  for (const { element, form, reading, left, right, document, anchor } of philology.marks(kind))
    yield [element, form, reading, left, right, document.id, anchor];
}
