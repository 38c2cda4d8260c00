/**
 * The roles of persons in the statements of a header: editor/@role, respStmt/resp (in the languages
 * of many headers), principal.
 */
import type { Responsible } from '../../model/facts.ts';

const TRANSLATOR = /translat|übersetz|uebersetz|tradu|przekła|tłumacz|перевод/i;

/** Whether somebody translated, by the role or the words of resp. */
function isTranslator({ statement, role }: Responsible): boolean {
  return statement !== 'author' && statement !== 'publisher' && TRANSLATOR.test(role ?? '');
}

/** Those who translated. */
export function translatorsOf(responsible: readonly Responsible[]): Responsible[] {
  return responsible.filter(isTranslator);
}

/** Those who helped: in `respStmt`, or as `editor` with the role of a contributor. */
export function contributorsOf(responsible: readonly Responsible[]): Responsible[] {
  return responsible.filter(
    (one) => (one.statement === 'respStmt' && !isTranslator(one)) || isContributor(one),
  );
}

/** The editors of the digital edition: every `editor` but translators and contributors. */
export function editorsOf(responsible: readonly Responsible[]): Responsible[] {
  return responsible.filter(
    (one) => one.statement === 'editor' && !isTranslator(one) && !isContributor(one),
  );
}

/** "ctb" is MARC's code. */
function isContributor({ statement, role }: Responsible): boolean {
  return statement === 'editor' && /^(?:contributor|ctb)$/i.test(role ?? '');
}
