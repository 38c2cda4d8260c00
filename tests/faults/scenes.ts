/**
 * The commands that are killed, each on an edition of its own. A command that makes files belongs
 * here.
 *
 * Takes a folder. Returns what is in it before the run.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { layOutEdition } from './edition.ts';
import { type Acts, environment } from './kill.ts';

interface SceneOf extends Acts {
  readonly name: string;
  readonly layOut: (folder: string) => void;
}

const siglum = (folder: string, ...words: string[]): void => {
  const argv = [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words];
  execFileSync(process.execPath, argv, { stdio: 'ignore', env: environment(folder) });
};

const VOLUME = join(PROGRAM, 'tests', 'fixtures', 'import', 'volume.xml');

export const SCENES: readonly SceneOf[] = [
  {
    name: 'encode: 40 new documents',
    words: ['encode', '--edition', '{}/tei'],
    layOut: (folder) => layOutEdition(join(folder, 'tei'), 40),
  },
  {
    name: 'encode: 40 documents, 20 merged and 20 replaced',
    words: ['encode', '--edition', '{}/tei'],
    layOut(folder) {
      const root = join(folder, 'tei');
      layOutEdition(root, 40);
      siglum(folder, 'encode', '--edition', root);
      for (let n = 901; n <= 920; n++) {
        const path = join(root, 'documents', `d${n}.xml`);
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(
            'sporadic violence',
            '<hi rend="italic">sporadic</hi> violence',
          ),
        );
      }
      const places = join(root, 'authorities', 'places.xml');
      writeFileSync(
        places,
        readFileSync(places, 'utf8').replaceAll('Washington', 'Washington City'),
      );
    },
  },
  {
    name: 'build: two new documents over a previous site',
    words: ['build', '--edition', '{}/tei', '--out', '{}/_site'],
    layOut(folder) {
      layOutEdition(join(folder, 'tei'), 0);
      siglum(folder, 'build', '--edition', join(folder, 'tei'), '--out', join(folder, '_site'));
      layOutEdition(join(folder, 'tei'), 2);
    },
  },
  {
    name: 'serve: a text is changed while the site is shown',
    words: ['serve', '--edition', '{}/tei', '--out', '{}/_site', '--port', '0'],
    layOut(folder) {
      layOutEdition(join(folder, 'tei'), 2);
      siglum(folder, 'build', '--edition', join(folder, 'tei'), '--out', join(folder, '_site'));
    },
    change: {
      when: /Preview: /,
      make(folder) {
        const path = join(folder, 'tei', 'sources', 'd901.txt');
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace('sporadic violence', 'occasional violence'),
        );
      },
    },
    finish: ['build', '--edition', '{}/tei', '--out', '{}/_site'],
  },
  {
    name: 'import: a volume over a previous import of it',
    words: ['import', '{}/volume.xml', '--edition', '{}/tei'],
    layOut(folder) {
      const volume = join(folder, 'volume.xml');
      copyFileSync(VOLUME, volume);
      siglum(folder, 'import', volume, '--edition', join(folder, 'tei'));
      writeFileSync(volume, readFileSync(VOLUME, 'utf8').replaceAll('</p>', ' Indeed.</p>'));
    },
  },
  {
    name: 'collate: a corrected witness, after an editor has marked a name in the text',
    words: ['collate', '--edition', '{}/tei', '--out', '{}/tei/documents/memo.xml'],
    layOut(folder) {
      const root = join(folder, 'tei');
      layOutEdition(root, 0);
      const memo = readFileSync(join(root, 'sources', 'd149.txt'), 'utf8');
      const text = Array.from({ length: 12 }, () => memo).join('\n\n');
      const [a, b] = ['a.txt', 'b.txt'].map((name) => join(folder, name)) as [string, string];
      writeFileSync(a, text);
      writeFileSync(b, text.replaceAll('elections', 'votes'));
      const out = join(root, 'documents', 'memo.xml');
      siglum(folder, 'collate', `A=${a}`, `B=${b}`, '--edition', root, '--out', out);
      const marked = readFileSync(out, 'utf8').replace('President Paz', '<name>$&</name>');
      writeFileSync(out, marked);
      writeFileSync(b, text.replaceAll('elections', 'polls'));
    },
  },
  {
    name: 'release: the first version',
    words: ['build', '--edition', '{}/tei', '--out', '{}/_site', '--release', '1.0.0'],
    layOut: (folder) => layOutEdition(join(folder, 'tei'), 1),
  },
  {
    name: 'deposit: the packages over previous ones',
    words: ['deposit', '--edition', '{}/tei', '--out', '{}/dist'],
    layOut(folder) {
      const root = join(folder, 'tei');
      layOutEdition(root, 1);
      siglum(folder, 'encode', '--edition', root);
      siglum(folder, 'deposit', '--edition', root, '--out', join(folder, 'dist'));
      layOutEdition(root, 2);
      siglum(folder, 'encode', '--edition', root);
    },
  },
];
