/**
 * Datelines against those that the Office of the Historian encoded by hand, in the volumes beside
 * the checkout. Their encoders left the time out of some thirty @when that state one, and wrote a
 * few wrong ones; therefore a floor below the whole.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { readDateline } from '../../pipeline/encode/dates/letter/dateline.ts';

const VOLUMES = join(import.meta.dirname, '..', '..', '..', 'shared', 'frus');
const missing = !existsSync(VOLUMES);

interface Reference {
  text: string;
  place?: string;
  when?: string;
}

/**
 * The datelines of a volume: their text without notes, the words of the first place, the first
 * @when.
 */
function datelines(xml: string): Reference[] {
  const parser = new SaxesParser();
  const found: Reference[] = [];
  let current: Reference | undefined;
  let place: string | undefined;
  let inNote = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'dateline') current = { text: '' };
    if (!current) return;
    if (name === 'note') inNote++;
    if (name === 'lb') current.text += ' ';
    if (name === 'placeName' && current.place === undefined) place = '';
    if (name === 'date' && attributes['when'] && !current.when)
      current.when = String(attributes['when']);
  });
  parser.on('text', (text) => {
    if (!current || inNote > 0) return;
    current.text += text;
    if (place !== undefined) place += text;
  });
  parser.on('closetag', ({ name }) => {
    if (!current) return;
    if (name === 'note') inNote--;
    if (name === 'placeName' && place !== undefined) {
      current.place = place;
      place = undefined;
    }
    if (name === 'dateline') {
      found.push({ ...current, text: current.text.replace(/\s+/g, ' ').trim() });
      current = undefined;
    }
  });
  parser.write(xml).close();
  return found;
}

const letters = (words: string | undefined) => words?.replace(/[\s[\]]/g, '');

/** F1 of one value a dateline. */
function f1(pairs: readonly (readonly [string | undefined, string | undefined])[]): number {
  const hits = pairs.filter(([gold, read]) => gold !== undefined && gold === read).length;
  const gold = pairs.filter(([value]) => value !== undefined).length;
  const read = pairs.filter(([, value]) => value !== undefined).length;
  return (2 * hits) / (gold + read);
}

describe.skipIf(missing)(
  'datelines of the reference volumes (skipped without ../shared/frus)',
  () => {
    it('agree in date and place', () => {
      const all = readdirSync(VOLUMES).flatMap((name) =>
        datelines(readFileSync(join(VOLUMES, name), 'utf8')),
      );
      const read = all.map((reference) => ({ reference, dateline: readDateline(reference.text) }));
      const dates = read.map(({ reference, dateline }) => {
        const when = dateline?.dates.find((date) => date.dating?.when)?.dating?.when;
        return [reference.when, when] as const;
      });
      const places = read.map(({ reference, dateline }) => {
        const span = dateline?.places[0];
        return [
          letters(reference.place),
          letters(span && reference.text.slice(span.start, span.end)),
        ] as const;
      });
      expect(all.length).toBeGreaterThan(2_000);
      expect(f1(dates)).toBeGreaterThan(0.98);
      expect(f1(places)).toBeGreaterThan(0.99);
    });
  },
);
