/**
 * Names of files, and other oddities of a folder: usable files are used, the others are reported in
 * one line.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../pipeline/check/command.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { encodeCommand } from '../../pipeline/encode/command.ts';
import { SOURCE } from '../editors/edition.ts';
import { filesBelow } from '../site/edition.ts';
import { goodEdition, removeFolders, said, temporaryFolder } from './edition.ts';

afterAll(removeFolders);

const siglum = (words: readonly string[], options: { cwd?: string } = {}) =>
  spawnSync(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words], {
    encoding: 'utf8',
    ...options,
  });

describe('names of sources', () => {
  it.each([
    ['Letter 5.txt', 'letter-5.xml'],
    ['5.txt', 'd5.xml'],
    ['a\nb.txt', 'a-b.xml'],
    ['..a..txt', undefined],
    ['💥.txt', 'd-0fadd2ce64.xml'],
    ['a;rm -rf $HOME.txt', 'arm-rf-dollarhome.xml'],
    ['"><script>alert(1)</script>.txt', undefined],
    ['lettre à René.txt', 'lettre-a-rene.xml'],
  ])('%j', async (name, document) => {
    const root = goodEdition();
    rmSync(join(root, 'sources', 'd7.txt'));
    if (!name.includes('/')) writeFileSync(join(root, 'sources', name), SOURCE);
    const { code, lines } = await said(() => encodeCommand([], { edition: root }));
    const made = readdirSync(join(root, 'documents')).filter((file) => file !== 'm1.xml');
    if (document === undefined) {
      expect(made).toEqual([]);
      return;
    }
    expect(code, lines.join('\n')).toBe(0);
    expect(made).toEqual([document]);
    expect(readFileSync(join(root, 'documents', document), 'utf8')).toContain(
      `xml:id="${document.replace('.xml', '')}"`,
    );
  });

  it('two that would become one document: one line, and the first is encoded', async () => {
    const root = goodEdition();
    for (const name of ['Letter 1.txt', 'letter-1.txt', 'LETTER_1.txt'])
      writeFileSync(join(root, 'sources', name), SOURCE);
    const { code, lines } = await said(() => encodeCommand([], { edition: root }));
    expect(code).toBe(1);
    const reported = lines.filter((line) => line.includes(': error: '));
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatch(
      /letter-1\.txt: error: the file would become the document “letter-1”, as .*Letter 1\.txt does, which is used; rename one/,
    );
    expect(readdirSync(join(root, 'documents'))).toEqual([
      'LETTER_1.xml',
      'd7.xml',
      'letter-1.xml',
      'm1.xml',
    ]);
  });
});

describe('names of documents', () => {
  it.each(['a b.xml', 'a\nb.xml', '💥.xml', '"><script>alert(1)<!--.xml', 'a%2f..%2fb.xml'])(
    '%j is reported',
    async (name) => {
      const root = goodEdition();
      writeFileSync(
        join(root, 'documents', name),
        readFileSync(join(root, 'documents', 'm1.xml'), 'utf8').replaceAll('m1', 'm2'),
      );
      const { code, lines } = await said(() => checkCommand([], { edition: root, format: 'text' }));
      expect(code, lines.join('\n')).toBe(0);
      const reported = lines.filter((line) => line.includes('[ref/document-name]'));
      expect(reported, lines.join('\n')).toHaveLength(1);
      expect(reported[0]).toMatch(
        /: warning: the name of the file cannot be part of an address, so its page is documents\/[a-z0-9-]+\.html; name it m2\.xml/,
      );
    },
  );

  it('a name that is not an identifier is reported also where the document has no xml:id', async () => {
    const root = goodEdition();
    const letter = readFileSync(join(root, 'documents', 'm1.xml'), 'utf8').replace(
      ' xml:id="m1"',
      '',
    );
    writeFileSync(join(root, 'documents', '"><img src=x>.xml'), letter.replaceAll('m1-', 'm2-'));
    const { code, lines } = await said(() => checkCommand([], { edition: root, format: 'text' }));
    // The grammar of the edition asks for an identifier.
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/warning: the name of the file cannot be part of an address/);
  });

  it('names of bytes that are not UTF-8: a document, and a folder with what it contains', async () => {
    const root = goodEdition();
    const inFolder = (name: Buffer): Buffer =>
      Buffer.concat([Buffer.from(`${root}/documents/`), name]);
    writeFileSync(inFolder(Buffer.from('caf\xe9.xml', 'latin1')), '<x/>');
    mkdirSync(inFolder(Buffer.from('f\xf6', 'latin1')));
    const { code, lines } = await said(() => checkCommand([], { edition: root, format: 'text' }));
    expect(code).toBe(1);
    for (const name of [/caf\uFFFD\.xml/, /f\uFFFD/]) {
      const [line] = lines.filter((one) => name.test(one));
      expect(line).toMatch(/error: .* not read|cannot be read/);
      expect(line).toMatch(/its name contains bytes that are not UTF-8/);
    }
  });

  it('two documents of one identifier', async () => {
    const root = goodEdition();
    const letter = readFileSync(join(root, 'documents', 'm1.xml'), 'utf8');
    writeFileSync(join(root, 'documents', 'm2.xml'), letter);
    const { code, lines } = await said(() => checkCommand([], { edition: root, format: 'text' }));
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(
      /m2\.xml:\d+:\d+: error: the xml:id “m1” is also given in .*m1\.xml/,
    );
    expect(lines.join('\n')).not.toMatch(/m1\.xml:\d+:\d+: error/);
  });

  it('two documents with names that differ only in capitals', async () => {
    const root = goodEdition();
    const letter = readFileSync(join(root, 'documents', 'm1.xml'), 'utf8');
    writeFileSync(
      join(root, 'documents', 'M1.xml'),
      letter.replaceAll('"m1', '"M1').replaceAll('#m1', '#M1'),
    );
    const { code, lines } = await said(() => checkCommand([], { edition: root, format: 'text' }));
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(
      /m1\.xml: error: the name differs from that of .*M1\.xml only in capitals; rename one of the two/,
    );
  });
});

describe('what is no file', () => {
  it('a pipe is not waited for', async () => {
    const root = goodEdition();
    execFileSync('mkfifo', [
      join(root, 'sources', 'pipe.txt'),
      join(root, 'documents', 'pipe.xml'),
    ]);
    const encoded = await said(() => encodeCommand([], { edition: root }));
    expect(encoded.code).toBe(1);
    expect(encoded.lines.join('\n')).toMatch(
      /pipe\.txt: error: this is not a file but a pipe or a device; name a file/,
    );
    expect(existsSync(join(root, 'documents', 'd7.xml'))).toBe(true);
    const checked = await said(() => checkCommand([], { edition: root, format: 'text' }));
    expect(checked.lines.join('\n')).toMatch(/pipe\.xml: error: this is not a file/);
  });

  it('a link is not followed out of the edition', async () => {
    const root = goodEdition();
    symlinkSync('/etc/passwd', join(root, 'sources', 'secret.txt'));
    await said(() => encodeCommand([], { edition: root }));
    expect(readdirSync(join(root, 'documents'))).toEqual(['d7.xml', 'm1.xml']);
  });
});

describe('what may not be read or written', () => {
  // Root may read and write everything: the command runs as another user.
  const root = process.getuid?.() === 0;
  const asOther = (words: readonly string[]) =>
    root
      ? spawnSync(
          'setpriv',
          [
            '--reuid=65534',
            '--regid=65534',
            '--clear-groups',
            process.execPath,
            join(PROGRAM, 'pipeline', 'siglum.mjs'),
            ...words,
          ],
          { encoding: 'utf8', cwd: '/' },
        )
      : siglum(words, { cwd: '/' });

  it('a file without permission: one line, the others are encoded', () => {
    const edition = goodEdition();
    writeFileSync(join(edition, 'sources', 'shut.txt'), SOURCE);
    execFileSync('chmod', ['-R', 'a+rwX', join(edition, '..')]);
    chmodSync(join(edition, 'sources', 'shut.txt'), 0);
    const { status, stderr } = asOther(['encode', '--edition', edition]);
    expect(status, stderr).toBe(1);
    expect(stderr).toMatch(
      /shut\.txt: error: the file cannot be read: you may not read it; change its permissions/,
    );
    expect(readdirSync(join(edition, 'documents'))).toEqual(['d7.xml', 'm1.xml']);
  });

  it('an edition that may only be read is checked, and cannot be encoded into', () => {
    const edition = goodEdition();
    execFileSync('chmod', ['-R', 'a+rX,a-w', join(edition, '..')]);
    const encoded = asOther(['encode', '--edition', edition]);
    expect(encoded.status).toBe(1);
    expect(encoded.stderr).toMatch(
      /error: you have no permission for this file or folder; change its permissions or name another place/,
    );
    expect(encoded.stderr).not.toMatch(/internal error/);
    expect(readdirSync(join(edition, 'documents'))).toEqual(['m1.xml']);
    execFileSync('chmod', ['-R', 'u+w', join(edition, '..')]);
  });

  it.skipIf(!root)(
    'a full disk: one line, nothing half-written (a file system of 64 KiB in memory; only the superuser can mount one)',
    () => {
      const place = join(temporaryFolder(), 'full');
      mkdirSync(place);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', place]);
      try {
        const edition = goodEdition();
        for (let n = 1; n <= 30; n++)
          writeFileSync(join(edition, 'sources', `d10${n}.txt`), SOURCE);
        const { status, stderr } = siglum(['encode', '--edition', edition, '--out', place]);
        expect(status).toBe(1);
        expect(stderr).toMatch(
          /: error: the disk is full; free some space and run the command again \[system\/enospc\]/,
        );
        for (const name of readdirSync(place))
          expect(readFileSync(join(place, name), 'utf8'), name).toMatch(/<\/TEI>\n$/);
        expect(filesBelow(place).filter((name) => !name.endsWith('.xml'))).toEqual([]);
      } finally {
        execFileSync('umount', [place]);
      }
    },
  );
});

describe('what goes round in circles', () => {
  it('a Schematron schema that includes itself, a grammar that does', async () => {
    const root = goodEdition();
    const sch = join(root, 'round.sch');
    writeFileSync(
      sch,
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="round.sch"/><title>Rules</title></schema>',
    );
    const rules = await said(() => checkCommand([], { edition: root, format: 'text', sch }));
    expect(rules.code).toBe(1);
    expect(rules.lines.join('\n')).toMatch(/round\.sch:\d+(:\d+)?: error: /);
    const rng = join(root, 'round.rng');
    writeFileSync(
      rng,
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="round.rng"/></grammar>',
    );
    const grammar = await said(() => checkCommand([], { edition: root, format: 'text', rng }));
    expect(grammar.code).toBe(1);
    expect(grammar.lines.join('\n')).toMatch(/round\.rng(:\d+(:\d+)?)?: error: /);
  });

  it('xi:include of the document itself', async () => {
    const root = goodEdition();
    const path = join(root, 'documents', 'm1.xml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        '<body>',
        '<body><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="m1.xml"/>',
      ),
    );
    const { code, lines } = await said(() => checkCommand([], { edition: root, format: 'text' }));
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/m1\.xml:\d+:\d+: error: .*include/);
  });

  it('authority entries that refer to one another', async () => {
    const root = goodEdition();
    writeFileSync(
      join(root, 'authorities', 'round.xml'),
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPlace><place xml:id="pl_a"><placeName>Basel</placeName><location><placeName ref="#pl_b"/></location></place><place xml:id="pl_b"><placeName>Grosshof</placeName><location><placeName ref="#pl_a"/></location></place></listPlace></standOff></TEI>',
    );
    const { code, lines } = await said(() => encodeCommand([], { edition: root }));
    expect(code, lines.join('\n')).toBe(0);
    const made = readFileSync(join(root, 'documents', 'd7.xml'), 'utf8');
    expect(made.match(/<place xml:id="pl_a">/g)).toHaveLength(1);
    expect(made.match(/<place xml:id="pl_b">/g)).toHaveLength(1);
  });
});

describe('texts with an error', () => {
  it.each([
    [
      'notes numbered wrongly',
      SOURCE.replace('  2. They', '  4. They'),
      /bad\.txt:\d+:\d+: error: note 4 is where note 2 was expected/,
    ],
  ])('%s', async (_name, text, message) => {
    const root = goodEdition();
    writeFileSync(join(root, 'sources', 'bad.txt'), text);
    const { code, lines } = await said(() => encodeCommand([], { edition: root }));
    expect(code).toBe(1);
    expect(lines.filter((line) => line.includes(': error: '))).toHaveLength(1);
    expect(lines.join('\n')).toMatch(message);
    expect(readdirSync(join(root, 'documents'))).toEqual(['d7.xml', 'm1.xml']);
  });

  it('a note without its number in the text is reported at each run, and is a paragraph', async () => {
    const root = goodEdition();
    const text = SOURCE.replace('insurers.2', 'insurers.');
    writeFileSync(join(root, 'sources', 'd7.txt'), text);
    for (const summary of [/1 written/, /0 written/]) {
      const { code, lines } = await said(() => encodeCommand([], { edition: root }));
      expect(code).toBe(1);
      expect(lines.join('\n')).toMatch(/d7\.txt:\d+:3: error: note 2 has no anchor/);
      expect(lines.join('\n')).toMatch(summary);
    }
    expect(readFileSync(join(root, 'documents', 'd7.xml'), 'utf8')).toMatch(/<p [^>]*>2\. They/);
  });

  it('a page mark inside a word keeps the word whole', async () => {
    const root = goodEdition();
    writeFileSync(join(root, 'sources', 'd7.txt'), SOURCE.replace('insurers', 'insu[Page 12]rers'));
    const { code } = await said(() => encodeCommand([], { edition: root }));
    expect(code).toBe(0);
    expect(readFileSync(join(root, 'documents', 'd7.xml'), 'utf8')).toMatch(
      /insu<pb n="12"[^>]*\/>rers/,
    );
  });
});

describe('a build with bad files among the good', () => {
  it('reports each in one line, publishes the others and leaves nothing behind; a bad header too', () => {
    const root = goodEdition();
    writeFileSync(join(root, 'sources', 'bad.txt'), Buffer.from('1. Caf\xe9', 'latin1'));
    writeFileSync(join(root, 'documents', 'cut.xml'), '<TEI><text>');
    mkdirSync(join(root, 'documents', 'folder.xml'));
    const out = join(root, '..', '_site');
    const built = siglum(['build', '--edition', root, '--out', out], { cwd: root });
    expect(built.status, built.stderr).toBe(1);
    const reported = built.stderr.split('\n').filter((line) => line.includes(': error: '));
    for (const name of ['bad.txt', 'cut.xml', 'folder.xml'])
      expect(
        reported.filter((line) => line.includes(name)),
        built.stderr,
      ).toHaveLength(1);
    expect(readdirSync(join(out, 'documents'))).toContain('m1.html');
    expect(readdirSync(join(out, 'documents'))).not.toContain('cut.html');
    expect(readdirSync(join(root, '..')).sort()).toEqual(['_site', 'tei']);
    writeFileSync(
      join(root, 'edition.xml'),
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>',
    );
    const failed = siglum(['build', '--edition', root, '--out', out], { cwd: root });
    expect(failed.status).toBe(1);
    expect(failed.stderr).toMatch(/edition\.xml:\d+:\d+: error: /);
    expect(failed.stderr).not.toMatch(/internal error/);
    expect(readdirSync(join(out, 'documents'))).toContain('m1.html');
    expect(readdirSync(join(root, '..')).sort()).toEqual(['_site', 'tei']);
  }, 180_000);
});
