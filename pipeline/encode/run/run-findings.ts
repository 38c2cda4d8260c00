/** Findings about documents that are not written without further conditions. */

import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { foldSpace, shortened } from '../../core/text.ts';
import { NOT_EDITABLE } from '../../xml/source/strict-only.ts';
import type { MergeDecision } from '../engine/merge/decide.ts';
import type { MergeConflict } from '../engine/merge/merge.ts';

export function writeProtected(target: string): InputError {
  return new InputError({
    path: shownPath(target),
    severity: 'error',
    rule: 'encode/write-protected',
    message:
      'the file is write-protected, so the new encoding was not written; change its ' +
      'permissions and encode again',
  });
}

/** The findings about a document that is merged, kept or in conflict. */
export function decisionFindings(decision: MergeDecision, target: string): readonly Finding[] {
  if (decision.kind === 'no-base') return [withoutBase(target)];
  if (decision.kind === 'foreign') return [notFromHere(target)];
  if (decision.kind === 'not-editable') return [notEditable(target)];
  if (decision.kind !== 'conflict') return [];
  const path = shownPath(target);
  return [
    ...decision.conflicts.map(
      (conflict): Finding => ({
        path,
        line: conflict.line,
        column: conflict.column,
        severity: 'error',
        rule: 'encode/conflict',
        message: conflictInWords(conflict),
      }),
    ),
    ...decision.findings.map(
      ({ message, rule, severity, line, column }): Finding => ({
        path,
        severity,
        rule: 'encode/merge-invalid',
        message:
          `merged with what the encoder would write now, the document would no longer be ` +
          `valid, and nothing was written: ` +
          `${message} (${rule}, in line ${line ?? 1}, column ${column ?? 1} of the merge)`,
      }),
    ),
  ];
}

const REMEDY =
  'nothing was written: write one of the two into the document, or run "siglum encode ' +
  '--conflicts editor" or "… encoder"';

function conflictInWords({ before, editor, encoder, reason }: MergeConflict): string {
  if (reason !== undefined) return `${reason}; ${REMEDY}`;
  return (
    `the editor has ${quoted(editor)}, the encoder would write ${quoted(encoder)} now ` +
    `(${quoted(before)} before); ${REMEDY}`
  );
}

/** The most of each version that a message shows, in characters. */
const SHOWN = 160;

function quoted(words: string): string {
  if (words === '') return 'nothing';
  return `“${shortened(foldSpace(words), SHOWN)}”`;
}

function notFromHere(target: string): Finding {
  const message =
    'the document does not say that it was encoded from this source (there is no hash in ' +
    'appInfo), and is not changed; ' +
    'give the source or the document another name, or encode with --out into another folder ' +
    'and compare the two';
  return { path: shownPath(target), severity: 'warning', rule: 'encode/not-encoded-here', message };
}

function withoutBase(target: string): Finding {
  return {
    path: shownPath(target),
    severity: 'warning',
    rule: 'encode/kept',
    message:
      'the document was edited since it was encoded and is not changed: what the encoder ' +
      'wrote then is not stored any more ' +
      '(.siglum/base), so nothing can be merged; to see what would be encoded now, encode ' +
      'its source with --out into another ' +
      'folder and compare the two; "siglum encode --conflicts editor" then treats the ' +
      'document as up to date',
  };
}

function notEditable(target: string): Finding {
  const message =
    `what the encoder would write now is not merged into this edited document: ` +
    `${NOT_EDITABLE}`;
  return { path: shownPath(target), severity: 'warning', rule: 'encode/kept', message };
}

export function changedMeanwhile(target: string): InputError {
  return new InputError({
    path: shownPath(target),
    severity: 'error',
    rule: 'encode/changed-meanwhile',
    message:
      'the document was changed while its source was encoded, and is not changed; encode again',
  });
}
