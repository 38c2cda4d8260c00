/**
 * Lighthouse on a page of each kind of the memo's site, as a phone sees it.
 *
 * Takes pages as arguments, or none for one of each kind. Returns a table of the four categories, 0
 * to 100; exit code 1 where one is below what issue 4 asks for. Lighthouse is fetched by npx in the
 * version named here: it would double what `npm ci` installs, for a measure that is taken before a
 * release and not with every test.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openEdition, PROGRAM } from '../../../pipeline/edition/edition.ts';
import { build } from '../../../pipeline/publish/build.ts';
import { startPreview } from '../../../pipeline/publish/serve/preview.ts';

const VERSION = '12.8.2';
const KINDS = [
  'index.html',
  'documents/index.html',
  'documents/d149.html',
  'indexes.html',
  'persons/index.html',
  'persons/victor-paz-estenssoro.html',
  'dates/index.html',
  'chronology.html',
  'search.html',
  'about.html',
];
/** On the document page; the other pages are only reported. */
const WANTED = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof WANTED;

interface Report {
  readonly categories: Record<
    Category,
    { score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  readonly audits: Readonly<Record<string, { score: number | null; title: string }>>;
}

const folder = mkdtempSync(join(tmpdir(), 'siglum-lighthouse-'));
await build(openEdition(join(PROGRAM, 'tei')), join(folder, 'site'));
const preview = await startPreview(join(folder, 'site'), 0);
let below = 0;
/** What costs points outside performance. */
const missed: string[] = [];
const pages = process.argv.slice(2);
console.log(`| page | ${Object.keys(WANTED).join(' | ')} |\n|---|---|---|---|---|`);
for (const page of pages.length > 0 ? pages : KINDS) {
  const report = join(folder, 'report.json');
  const words = [
    `lighthouse@${VERSION}`,
    preview.address + page,
    '--quiet',
    '--output=json',
    `--output-path=${report}`,
  ];
  const chrome = [
    '--chrome-flags=--headless=new --no-sandbox',
    `--only-categories=${Object.keys(WANTED).join(',')}`,
  ];
  // Not synchronously: the preview answers from this very process.
  await promisify(execFile)('npx', ['--yes', ...words, ...chrome], {
    timeout: 90_000,
    env: { ...process.env, CHROME_PATH: process.env['CHROME_PATH'] ?? '/usr/bin/chromium' },
  });
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const scores = (Object.keys(WANTED) as Category[]).map((name) => {
    const score = Math.round((categories[name].score ?? 0) * 100);
    if (score < WANTED[name]) below += 1;
    return score;
  });
  console.log(`| ${page} | ${scores.join(' | ')} |`);
  for (const name of Object.keys(WANTED) as Category[]) {
    for (const { id, weight } of name === 'performance' ? [] : categories[name].auditRefs) {
      if (weight > 0 && audits[id]?.score === 0)
        missed.push(`${page}: ${name}: ${audits[id].title}`);
    }
  }
}
for (const line of missed) console.log(line);
await preview.close();
rmSync(folder, { recursive: true });
process.exitCode = below > 0 ? 1 : 0;
