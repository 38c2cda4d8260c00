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

/** The editors of the digital edition: every `editor` but translators. */
export function editorsOf(responsible: readonly Responsible[]): Responsible[] {
  return responsible.filter((one) => one.statement === 'editor' && !isTranslator(one));
}
