/**
 * One case of the fuzz run: a damaged file, and the stages that have to handle it.
 *
 * Takes the number of a case. Returns undefined if everything is correct, else the error: a crash,
 * a loss of text, or a file that is not well-formed. A file that is refused with a place and a
 * reason is correct.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { hashUri } from '../../pipeline/edition/file-facts/provenance.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';
import { allIds, carryIds } from '../../pipeline/encode/engine/merge/ids.ts';
import { merge } from '../../pipeline/encode/engine/merge/merge.ts';
import { proveText } from '../../pipeline/encode/engine/prove.ts';
import { decodeXml } from '../../pipeline/xml/decode.ts';
import { RelaxNg } from '../../pipeline/xml/relaxng/relaxng.ts';
import { readTree } from '../../pipeline/xml/tree.ts';
import { randomOf } from '../faults/random.ts';
import { authoritiesCase } from './authorities.ts';
import { importCase } from './import.ts';
import type { Kind } from './kinds.ts';
import { mutated, STUMBLING_TEI, STUMBLING_TEXT, someBlocks, someParagraphs } from './mutate.ts';
import { referencesCase } from './references.ts';
import { type Case, refusedOr } from './refused.ts';
import { tornCase } from './torn.ts';

export async function openCases(): Promise<Readonly<Record<Kind, Case>>> {
  const edition = openEdition(join(PROGRAM, 'tei'));
  const context = createEncodingContext(edition);
  const memo = readFileSync(join(edition.sources, 'd149.txt'), 'utf8');
  const encode = (text: string) =>
    encodeDocument({ text, hash: hashUri(text) }, 'd149', 'd149.txt', context).tei;
  const tei = encode(memo);
  const grammar = await RelaxNg.compile(edition.rng);
  const bytes = (text: string) => Buffer.from(text, 'utf8');

  /** A reading text: refused with a reason, or encoded without the loss of a character. */
  const text = (seed: number) => {
    const random = randomOf(seed);
    return encoded(
      mutated(random() < 0.85 ? someBlocks(memo, random) : memo, random, STUMBLING_TEXT, 6),
    );
  };

  /** The same with less damage, so that most are encoded. */
  const short = (seed: number) => {
    const random = randomOf(seed);
    return encoded(mutated(someParagraphs(memo, random), random, STUMBLING_TEXT, 2));
  };

  const encoded = (spoilt: string) =>
    refusedOr(() => {
      const decoded = decodeXml(bytes(spoilt), 'd149.txt');
      const made = encode(decoded);
      readTree({ path: 'd149.xml', content: made });
      const loss = proveText(decoded, made);
      return loss && `lost in ${loss.where}: “${loss.source}” became “${loss.tei}”`;
    });

  /** A document: refused with a place, or validated. */
  const document = (seed: number) => {
    const random = randomOf(seed);
    const spoilt = mutated(tei, random, STUMBLING_TEI, 3);
    return refusedOr(() => {
      const decoded = decodeXml(bytes(spoilt), 'd149.xml');
      const root = readTree({ path: 'd149.xml', content: decoded });
      for (const { line, column } of grammar.validate(decoded, root, 'd149.xml')) {
        if (!line || !column) return 'a finding without a place';
      }
      return undefined;
    });
  };

  /**
   * An editor's document and a source, both changed: merged without the loss of a word, or reported
   * as a conflict.
   */
  const merging = (seed: number) => {
    const random = randomOf(seed);
    const source = someParagraphs(memo, random);
    return refusedOr(() => {
      const base = encode(source);
      const words = ['Paz', 'mines', 'of', 'the', 'Government', 'elections', 'and'];
      const edit = (chosen: string, to: string) => {
        const places = [
          ...base
            .slice(base.indexOf('<text>'))
            .matchAll(new RegExp(`\\b${chosen}\\b(?=[^<>]*<)`, 'g')),
        ];
        const place = places[Math.floor(random() * places.length)];
        if (!place) return base;
        const at = base.indexOf('<text>') + place.index;
        return base.slice(0, at) + to + base.slice(at + chosen.length);
      };
      const chosen = words[Math.floor(random() * words.length)] ?? 'of';
      const edited = edit(
        chosen,
        random() < 0.5 ? `<hi rend="italic">${chosen}</hi>` : `${chosen} X${seed}`,
      );
      const fresh = carryIds(
        encode(mutated(source, random, STUMBLING_TEXT, 2)),
        base,
        allIds(edited),
        'd149.xml',
      );
      const merged = merge(base, edited, fresh, 'd149.xml');
      if ('conflicts' in merged)
        return merged.conflicts.length > 0 ? undefined : 'a conflict without a place';
      readTree({ path: 'd149.xml', content: merged.tei });
      if (edited.includes(` X${seed}`) && !merged.tei.includes(` X${seed}`))
        return 'the editor’s word is lost';
      const ids = [...merged.tei.matchAll(/\sxml:id="([^"]*)"/g)].map(([, id]) => id);
      return new Set(ids).size === ids.length ? undefined : 'an identifier is given twice';
    });
  };

  return {
    text,
    short,
    tei: document,
    merge: merging,
    import: importCase(),
    authorities: authoritiesCase(edition, memo),
    references: referencesCase,
    torn: tornCase,
  };
}
