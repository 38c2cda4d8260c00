/**
 * Applies a change of the rules: the file of the collation and the TEI are written together. A
 * change that was interrupted is finished by applying it again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareTei } from '../../collate/output.ts';
import { withRuleChange } from '../../collate/rules/edit-file.ts';
import { readSettingsText } from '../../collate/rules/read.ts';
import { collationTei, statedOut } from '../../collate/run.ts';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import type { CollationChange } from '../journal/model.ts';
import { PatchRefusal } from '../patch/model.ts';
import { alignedCollation } from './aligned.ts';

export function reversed({ file, removed, added }: CollationChange): CollationChange {
  return { file, removed: added, added: removed };
}

/**
 * Writes nothing if the TEI cannot be written, or if an added rule does not apply. Throws a
 * `PatchRefusal` or an `InputError`.
 */
export async function applyCollationChange(
  edition: Edition,
  { file, removed, added }: CollationChange,
): Promise<void> {
  const path = join(edition.root, file);
  const before = readSettingsText(path);
  const text = withRuleChange(before, { removed, added }, shownPath(path));
  const aligned = await alignedCollation(path, text);
  const { settings, run } = aligned;
  const [stale] = run.collation.findings.filter(({ line }) =>
    settings.rules.slice(-added.length).some((rule) => added.length > 0 && rule.line === line),
  );
  if (stale) throw new PatchRefusal(stale.message);
  const out = statedOut(settings, path);
  if (out === undefined)
    throw new PatchRefusal(
      `${file} does not say which document it makes; add a line to it (out: documents/poem.xml)`,
    );
  const tei = prepareTei(edition, out, collationTei(run, edition, out).text);
  if (readSettingsText(path) !== before)
    throw new PatchRefusal(`${file} was changed by another program; try again`);
  const bytes = readFileSync(path);
  writeWhole(path, text, { durable: true });
  try {
    tei.write();
  } catch (error) {
    writeWhole(path, bytes, { durable: true });
    throw error;
  }
}
