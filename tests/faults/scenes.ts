/**
 * The commands that are killed, each on an edition of its own. A command that makes files belongs here.
 *
 * In: a folder. Out: what stands in it before the run.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../pipeline/edition.ts';
import { layOutEdition } from './edition.ts';

export interface SceneOf {
  readonly name: string;
  readonly words: readonly string[];
  readonly layOut: (folder: string) => void;
}

const siglum = (...words: string[]): void => {
  execFileSync(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words], { stdio: 'ignore' });
};

export const SCENES: readonly SceneOf[] = [
  {
    name: 'encode: 40 new documents',
    words: ['encode', '--edition', '{}/tei'],
    layOut: (folder) => layOutEdition(join(folder, 'tei'), 40),
  },
  {
    name: 'encode: 40 documents, of which 20 are merged and 20 replaced',
    words: ['encode', '--edition', '{}/tei'],
    layOut(folder) {
      const root = join(folder, 'tei');
      layOutEdition(root, 40);
      siglum('encode', '--edition', root);
      for (let n = 901; n <= 920; n++) {
        const path = join(root, 'documents', `d${n}.xml`);
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace('sporadic violence', '<hi rend="italic">sporadic</hi> violence'),
        );
      }
      const places = join(root, 'authorities', 'places.xml');
      writeFileSync(places, readFileSync(places, 'utf8').replaceAll('Washington', 'Washington City'));
    },
  },
  {
    name: 'build: two new documents over a former site',
    words: ['build', '--edition', '{}/tei', '--out', '{}/_site'],
    layOut(folder) {
      layOutEdition(join(folder, 'tei'), 0);
      siglum('build', '--edition', join(folder, 'tei'), '--out', join(folder, '_site'));
      layOutEdition(join(folder, 'tei'), 2);
    },
  },
  {
    name: 'release: the first version',
    words: ['build', '--edition', '{}/tei', '--out', '{}/_site', '--release', '1.0.0'],
    layOut: (folder) => layOutEdition(join(folder, 'tei'), 1),
  },
  {
    name: 'deposit: the packages over former ones',
    words: ['deposit', '--edition', '{}/tei', '--out', '{}/dist'],
    layOut(folder) {
      const root = join(folder, 'tei');
      layOutEdition(root, 1);
      siglum('encode', '--edition', root);
      siglum('deposit', '--edition', root, '--out', join(folder, 'dist'));
      layOutEdition(root, 2);
      siglum('encode', '--edition', root);
    },
  },
];
