import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from './pipeline/edition/edition.ts';
import { openInterface } from './pipeline/publish/interface/strings.ts';
import { openTransformer } from './pipeline/transform/transform.ts';

const t = await openTransformer(join(PROGRAM, '.cache'));
const { strings } = openInterface('en');
const dir = mkdtempSync('/tmp/f18v-');
const words = (m: string) =>
  m
    .replace(/<(?:dt|dd|li|p|div|h\d|section|br|tr|td|th)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('¶', '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
const cases = JSON.parse(readFileSync(process.argv[2], 'utf8')) as {
  name: string;
  body?: string;
  front?: string;
  back?: string;
  so?: string;
  source?: string;
  profile?: string;
  title?: string;
  enc?: string;
  raw?: boolean;
  text?: string;
  pub?: string;
}[];
for (const c of cases) {
  const p = join(dir, 'v1.xml');
  writeFileSync(
    p,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>${c.title ?? '<title>T</title>'}</titleStmt><publicationStmt>${c.pub ?? '<p/>'}</publicationStmt><sourceDesc>${c.source ?? '<p/>'}</sourceDesc></fileDesc>${c.enc ? `<encodingDesc>${c.enc}</encodingDesc>` : ''}${c.profile ? `<profileDesc>${c.profile}</profileDesc>` : ''}</teiHeader>${c.so ? `<standOff>${c.so}</standOff>` : ''}${c.text ?? `<text>${c.front ? `<front>${c.front}</front>` : ''}<body>${c.body ?? '<p>x</p>'}</body>${c.back ? `<back>${c.back}</back>` : ''}</text>`}</TEI>`,
  );
  try {
    const h = t.html(p, { strings, addresses: {} });
    console.log(`## ${c.name}`);
    for (const [k, v] of Object.entries(h))
      if (typeof v === 'string' && v.trim() && !['id', 'hash'].includes(k))
        console.log(`  [${k}] ${c.raw ? v.replace(/\s+/g, ' ') : words(v)}`);
    if (h.unforeseen?.length) console.log('  UNFORESEEN', JSON.stringify(h.unforeseen));
  } catch (e) {
    console.log(`## ${c.name}\n  FAIL ${String(e).slice(0, 300)}`);
  }
}
