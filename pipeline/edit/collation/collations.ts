/** The collations of an edition in the workbench: their tables, and decisions about them. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Fingerprint, fingerprint, sameFingerprint } from '../../cache/fingerprint.ts';
import { hashOf } from '../../cache/results.ts';
import type { RuleChange } from '../../collate/rules/edit-file.ts';
import { readSettings, readSettingsText, settingsIn } from '../../collate/rules/read.ts';
import { statedOut } from '../../collate/run.ts';
import { ifReadable } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { PatchRefusal } from '../patch/model.ts';
import { type AlignedCollation, alignedCollation, witnessFiles } from './aligned.ts';
import { collationRuleInWords } from './grid.ts';
import type { GridDecision } from './model.ts';
import { ruleChangeFor } from './rule-change.ts';

/** `collation.yaml`, and files for further texts: `collation-poem.yaml`. */
const COLLATION_FILE = /^collation(?:-[^/\\]+)?\.yaml$/;

interface CachedAlignment {
  readonly aligned: AlignedCollation;
  readonly seen: string;
  readonly files: ReadonlyMap<string, Fingerprint | undefined>;
}

export class Collations {
  readonly #edition: Edition;
  readonly #cache = new Map<string, CachedAlignment>();

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  /** The file of the collation that makes a document. `path`: of the document. */
  of(path: string): string | undefined {
    return readdirSync(this.#edition.root)
      .filter((name) => COLLATION_FILE.test(name))
      .sort()
      .find((file) => this.#out(join(this.#edition.root, file)) === resolve(path));
  }

  /** A file that cannot be read is reported when its grid is opened. */
  #out(path: string): string | undefined {
    return ifReadable(
      () => statedOut(readSettings(path), path),
      () => undefined,
    );
  }

  /** Throws a `PatchRefusal` if there is no such file. */
  pathOf(file: string): string {
    const path = join(this.#edition.root, file);
    if (COLLATION_FILE.test(file) && existsSync(path)) return path;
    throw new PatchRefusal(`there is no collation “${file}” in this edition`);
  }

  /** The collation as it is now, and a hash of the files that it is made from. */
  async get(file: string): Promise<{ readonly aligned: AlignedCollation; readonly seen: string }> {
    const path = this.pathOf(file);
    const before = this.#cache.get(file);
    if (before && [...before.files].every(([one, had]) => sameFingerprint(fingerprint(one), had)))
      return before;
    const text = readSettingsText(path);
    const files = [path, ...witnessFiles(settingsIn(text, path), path)];
    const prints = new Map(files.map((one) => [one, fingerprint(one)] as const));
    const aligned = await alignedCollation(path, text);
    const tokens = aligned.table.witnesses.map(({ siglum, tokens: own }) => [
      siglum,
      own.map((token) => token.text),
    ]);
    const made = { aligned, seen: hashOf(JSON.stringify([text, tokens])), files: prints };
    this.#cache.set(file, made);
    return made;
  }

  /**
   * The change of the rules for a decision, and its sentence. `seen`: the hash of the table that
   * the editor saw. Throws a `PatchRefusal`.
   */
  async changeFor(
    file: string,
    seen: string,
    decision: GridDecision,
    resp: string,
  ): Promise<{ readonly change: RuleChange; readonly why: string }> {
    const now = await this.get(file);
    if (now.seen !== seen)
      throw new PatchRefusal(
        'the rules or a transcription were changed by another program; the table is shown ' +
          'again, try again',
      );
    const change = ruleChangeFor(now.aligned, decision, resp);
    return { change, why: `${file}: ${this.#sentence(now.aligned, change)}` };
  }

  #sentence(aligned: AlignedCollation, { added, removed }: RuleChange): string {
    const [value = removed[0]] = added;
    const text = JSON.stringify({ rules: [value] });
    const [rule] = settingsIn(text, aligned.path).rules;
    const words = rule ? collationRuleInWords(rule) : 'changes the rules';
    return added.length > 0 ? words : `removes a decision: ${words}`;
  }
}
