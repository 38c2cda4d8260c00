/**
 * Pointers that lead nowhere, or to something of another kind.
 *
 * Takes the facts of a file, which name the pointers that are not resolved in the file itself, and
 * the targets in the whole edition. Returns findings, each with its place, what is wrong and what
 * to do. The site shows the words of a broken pointer without a link, so it is a warning.
 */
import { type Finding, shownPath } from '../../core/finding.ts';
import { addToList } from '../../core/multimap.ts';
import { shortened } from '../../core/text.ts';
import type { PointerReference } from '../../edition/pointers/file-pointers.ts';
import { CHECKED_BY_RULES } from '../../edition/pointers/pointer-attributes.ts';
import type { FileFacts } from './facts.ts';
import { existingFile, type PointerTargets, pointerProblem } from './pointer-problems.ts';

/** The findings on the pointers of one file. */
export function pointerFindings(file: FileFacts, targets: PointerTargets): Finding[] {
  const texts = freeTexts(file, targets);
  return file.references.flatMap((reference) => {
    const text = texts.get(pointerKey(reference));
    if (text && reference.form === 'word') {
      // Only the first word is reported.
      if (text[0] !== reference) return [];
      const { attribute, line, column, path = shownPath(file.path) } = reference;
      const words = text.map(({ target }) => target).join(' ');
      const message =
        `@${attribute} contains “${shortened(words, 60)}”, words that point to nothing; point to ` +
        `an element by # and its xml:id, write a remark into a note`;
      return [{ path, line, column, severity: 'warning', rule: 'ref/no-pointer', message }];
    }
    // For the edition's own documents its rules report this as errors.
    if (
      file.judgedByRules &&
      CHECKED_BY_RULES.has(reference.attribute) &&
      reference.form !== 'file'
    )
      return [];
    const reported = pointerProblem(reference, file, targets);
    if (!reported) return [];
    const { line, column, path = shownPath(file.path) } = reference;
    const { rule, message, severity = 'warning' } = reported;
    return [{ path, line, column, severity, rule: `ref/${rule}`, message }];
  });
}

function pointerKey({ attribute, line, column, path = '' }: PointerReference): string {
  return `${path}:${line}:${column}:${attribute}`;
}

/** Attributes that contain free text: several words that are not pointers. */
function freeTexts(
  file: FileFacts,
  targets: PointerTargets,
): Map<string, readonly PointerReference[]> {
  const words = new Map<string, PointerReference[]>();
  for (const reference of file.references)
    if (reference.form === 'word') addToList(words, pointerKey(reference), reference);
  const isFreeText = (all: readonly PointerReference[]): boolean =>
    all.length > 1 &&
    all.every(
      ({ target, base }) =>
        !file.ids.has(target) &&
        targets.entry(target) === undefined &&
        existingFile(file, base, target) === undefined,
    );
  return new Map([...words].filter(([, all]) => isFreeText(all)));
}
