/**
 * The schemas that a document names itself: errors in the address or the file are reported in a
 * line, and the check continues.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../pipeline/check/command.ts';
import { BAD_FILES } from './cases.ts';
import { goodEdition, removeFolders, type Said, said } from './edition.ts';

afterAll(removeFolders);

const GOOD = {
  rng: '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element><anyName/><text></text></element></start></grammar>',
  sch: '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><title>Rules</title></schema>',
} as const;

/** Checks a document that names a schema of its own, and no other. */
async function checked(root: string, href: string): Promise<Said> {
  const path = join(root, 'documents', 'm2.xml');
  const tei = readFileSync(join(root, 'documents', 'm1.xml'), 'utf8')
    .replaceAll('"m1', '"m2')
    .replaceAll('#m1', '#m2');
  const bare = tei.slice(tei.indexOf('<TEI')).replace(/ident="siglum"/i, 'ident="other"');
  writeFileSync(path, `<?xml-model href="${href}" type="application/xml"?>\n${bare}`);
  const outcome = await said(() => checkCommand([path], { edition: root, format: 'text' }));
  expect(outcome.lines.join('\n')).not.toMatch(/internal error/);
  for (const line of outcome.lines) expect(line).not.toMatch(/\p{Cc}/u);
  return outcome;
}

describe('an address', () => {
  it.each([
    [
      'file://host/tei.rng',
      /m2\.xml:1:1: warning: the schema file:\/\/host\/tei\.rng does not exist/,
    ],
    ['file:///no/such/tei.rng', /warning: the schema file:\/\/\/no\/such\/tei\.rng does not exist/],
    [
      'file:///etc/passwd',
      /remark: the schema file:\/\/\/etc\/passwd is of a kind that Siglum cannot read/,
    ],
    ['//host/tei.rng', /warning: the schema \/\/host\/tei\.rng does not exist/],
    [
      'https://localhost:1/tei.rng',
      /remark: the schema https:\/\/localhost:1\/tei\.rng is not fetched from the web/,
    ],
    ['http://[', /remark: the schema http:\/\/\[ is not fetched/],
    ['javascript:alert(1)', /remark: the schema javascript:alert\(1\) is not fetched/],
    ['%00.rng', /warning: the schema %00\.rng does not exist/],
    ['%E0%A4.rng', /warning: the schema %E0%A4\.rng does not exist/],
    ['file:///%00.rng', /warning: the schema file:\/\/\/%00\.rng does not exist/],
    ['a&#10;b.rng', /warning: the schema a&#10;b\.rng does not exist/],
    [`${'x'.repeat(5000)}.rng`, /warning: the schema x+\.rng does not exist/],
    ['/dev/zero', /remark: the schema \/dev\/zero is of a kind that Siglum cannot read/],
    ['..', /remark: the schema \.\. is of a kind that Siglum cannot read/],
  ])('%.40s', async (href, message) => {
    const { lines, milliseconds } = await checked(goodEdition(), href);
    expect(
      lines.filter((line) => message.test(line)),
      lines.join('\n'),
    ).toHaveLength(1);
    expect(milliseconds).toBeLessThan(15_000);
  });
});

describe.each(['rng', 'sch'] as const)('a file of .%s', (kind) => {
  it.each(BAD_FILES.filter(({ xml }) => xml !== undefined))('$name', async ({ lay, xml }) => {
    const root = goodEdition();
    lay(join(root, 'documents', `own.${kind}`), GOOD[kind]);
    const { lines, milliseconds } = await checked(root, `own.${kind}`);
    const reported = lines.filter(
      (line) => line.includes(`own.${kind}`) && line.includes(': warning: '),
    );
    expect(reported, lines.join('\n')).toHaveLength(1);
    expect(reported[0]?.replace(': warning: ', ': error: ')).toMatch(xml as RegExp);
    expect(milliseconds, 'within seconds, on a busy machine too').toBeLessThan(15_000);
  });
});
