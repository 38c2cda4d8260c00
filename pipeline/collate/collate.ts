/** From witnesses to the aligned table: normalizes, aligns, applies the editor's decisions. */
import type { Finding } from '../core/finding.ts';
import { FormTable } from './align/forms.ts';
import type { Sequence } from './align/profile.ts';
import { alignAll } from './align/progressive.ts';
import { requireSize } from './model/limits.ts';
import type { CollationTable, Witness } from './model/model.ts';
import { type DecidedForms, decidedForms, normalizedForms } from './normalize/forms-of.ts';
import {
  checkAligned,
  pinnedTokens,
  type ReadingDecisions,
  readingDecisions,
} from './rules/apply.ts';
import { Locator } from './rules/locate.ts';
import type { RegularizeRule, Settings } from './rules/model.ts';

export interface Collation {
  readonly table: CollationTable;
  readonly decisions: ReadingDecisions;
  /** Rules that no longer apply. */
  readonly findings: readonly Finding[];
}

/** `base`: index of the base witness. Throws an `InputError` where the witnesses are too large. */
export function collate(witnesses: readonly Witness[], settings: Settings, base = 0): Collation {
  requireSize(witnesses);
  const locator = new Locator(witnesses, settings.path ?? '');
  const regularized = settings.rules.filter(
    (rule): rule is RegularizeRule => rule.kind === 'regularize',
  );
  const decided = decidedForms(regularized, locator);
  const forms = new FormTable();
  const sequences = sequencesOf(forms, witnesses, settings, decided);
  const { pinned, applied } = pinnedTokens(settings.rules, witnesses, locator);
  const profile = alignAll(forms, sequences, base, pinned);
  const table: CollationTable = {
    witnesses,
    base,
    length: profile.length,
    cells: witnesses.map((_, at) => profile.cells[profile.members.indexOf(at)] as Int32Array),
    normal: normalizedForms(witnesses, settings.typeBy, decided, false),
  };
  checkAligned(table, applied, locator);
  const decisions = readingDecisions(settings.rules, table, locator);
  return { table, decisions, findings: locator.findings };
}

function sequencesOf(
  forms: FormTable,
  witnesses: readonly Witness[],
  settings: Settings,
  decided: DecidedForms,
): Sequence[] {
  const texts = normalizedForms(witnesses, settings.alignBy, decided, true);
  return witnesses.map(({ tokens }, witness) => {
    const labels = new Map<number, string>();
    const seen = new Map<string, number>();
    for (const { label } of tokens)
      if (label !== undefined) seen.set(label, (seen.get(label) ?? 0) + 1);
    for (const [at, { label }] of tokens.entries())
      if (label !== undefined && seen.get(label) === 1) labels.set(at, label);
    return {
      forms: Int32Array.from(tokens, ({ kind }, at) => forms.id(texts[witness]?.[at] ?? '', kind)),
      starts: Uint8Array.from(tokens, ({ block }, at) =>
        at === 0 || tokens[at - 1]?.block !== block ? 1 : 0,
      ),
      labels,
    };
  });
}
