/**
 * Writes the TEI of a collation over an earlier one. What an editor has changed in the document
 * since, names that were marked for example, is merged into the new text.
 *
 * `.siglum/collated/ID.xml` in the edition is the text as it was last collated: the base of the
 * merge.
 */
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { readInput } from '../core/files/input-file.ts';
import { InputError, shownPath } from '../core/finding.ts';
import { shortened } from '../core/text.ts';
import type { Edition } from '../edition/edition.ts';
import { merge } from '../encode/engine/merge/merge.ts';
import { decodeXml } from '../xml/decode.ts';

interface PreparedTei {
  /** What the document will be: the collation, with the editor's changes. */
  readonly text: string;
  /** The editor's changes were merged. */
  readonly merged: boolean;
  /** Writes the document, then the base of the next merge. */
  write(): void;
}

/** Throws an `InputError` if an editor has changed the same places, or it is not known which. */
export function prepareTei(edition: Edition, out: string, fresh: string): PreparedTei {
  const base = join(edition.root, '.siglum', 'collated', `${basename(out, extname(out))}.xml`);
  const text = withChanges(out, base, fresh);
  return {
    text,
    merged: text !== fresh,
    write() {
      writeWhole(out, text);
      writeWhole(base, fresh);
    },
  };
}

function withChanges(out: string, base: string, fresh: string): string {
  if (!existsSync(out)) return fresh;
  const shown = shownPath(out);
  const now = readText(out);
  if (now === fresh) return fresh;
  if (!existsSync(base))
    throw new InputError({
      path: shown,
      severity: 'error',
      rule: 'collate/not-replaced',
      message:
        'the file exists, but the last collated text is missing (.siglum/collated), so an ' +
        'editor’s changes could be lost; remove the file, or choose another one with --out',
    });
  const before = readText(base);
  if (now === before) return fresh;
  const merged = merge(before, now, fresh, shown);
  if ('tei' in merged) return merged.tei;
  throw new InputError(
    merged.conflicts.map(({ line, column, editor, encoder, reason }) => ({
      path: shown,
      line,
      column,
      severity: 'error',
      rule: 'collate/conflict',
      message:
        reason ??
        `the document was changed by hand at a place that the collation changes too: ` +
          `“${shortened(editor, SHOWN)}” and “${shortened(encoder, SHOWN)}”; ` +
          'undo one of the two',
    })),
  );
}

/** The most of each version that a message shows, in characters. */
const SHOWN = 120;

function readText(path: string): string {
  return decodeXml(readInput(path, 'collate/unreadable'), shownPath(path));
}
