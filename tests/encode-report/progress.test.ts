/**
 * The line that shows the progress of a run, and the summary at its end.
 */
import { join } from 'node:path';
import type { WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { Progress, Steps } from '../../pipeline/core/progress.ts';
import { speedInWords } from '../../pipeline/encode/run/tally.ts';
import { ROOT, siglum, temporaryFolder } from '../encode/tei.ts';

const EDITION = join(ROOT, 'tests', 'fixtures', 'encode-report', 'edition');

/** What a run of `total` documents writes to a terminal, or to something else. */
function shown(total: number, isTTY: boolean): string {
  const written: string[] = [];
  const stream = { isTTY, columns: 30, write: (text: string) => written.push(text) > 0 };
  const progress = new Progress(total, stream as unknown as WriteStream);
  progress.at(1, 'a-document-with-a-very-long-name');
  progress.end();
  return written.join('');
}

describe('progress', () => {
  it('is one line of the terminal’s width, taken away at the end', () => {
    expect(shown(4, true)).toBe('\r\u001b[2K1 of 4 documents (25 %), a-do\r\u001b[2K');
  });

  it('is silent in a log, a pipe, and for a single document', () => {
    expect(shown(4, false)).toBe('');
    expect(shown(1, true)).toBe('');
  });
});

describe('the steps of a build', () => {
  const reported = (isTTY: boolean): string[] => {
    const written: string[] = [];
    let now = 0;
    const stream = { isTTY, columns: 80, write: (text: string) => written.push(text) > 0 };
    const steps = new Steps(stream as unknown as WriteStream, () => now);
    for (const [at, step, done] of [
      [500, 'checked', 100],
      [2000, 'checked', 100],
      [2050, 'checked', 101],
      [4000, 'checked', 400],
      [8000, 'transformed', 4],
    ] as const) {
      now = at;
      steps.at(step, done, 400);
    }
    steps.end();
    return written.map((line) => line.replace('\r\u001b[2K', ''));
  };

  it('are reported with their speed and the remaining time', () => {
    expect(reported(true)).toEqual([
      '100 of 400 checked (25 %)',
      '100 of 400 checked (25 %), 50/s, 6 s left',
      '400 of 400 checked (100 %), 100/s',
      '4 of 400 transformed (1 %), 1.0/s, 6 min 36 s left',
      '',
    ]);
  });

  it('are silent in a log or a pipe', () => {
    expect(reported(false)).toEqual([]);
  });
});

describe('the summary', () => {
  it('counts documents, mentions by kind and doubts, and is the same each time', () => {
    const out = temporaryFolder();
    const run = () => siglum('encode', '--edition', EDITION, '--out', out).stdout;
    expect(run()).toBe(
      [
        '2 documents: 2 written, 0 unchanged, 0 kept as edited, 0 failed',
        '5 mentions: 4 persons, 0 organizations, 0 places, 0 terms, 1 date; certainty 4 high, 1 medium, 0 low',
        '3 doubts: 1 ambiguous, 2 names that no list has',
        '',
      ].join('\n'),
    );
    const again = run();
    expect(again).toContain('0 written, 2 unchanged');
    expect(run()).toBe(again);
  });

  it('gives the time and the speed', () => {
    expect(speedInWords(300, 1500)).toBe('1.5 s, 200 documents/s');
    expect(speedInWords(1, 0)).toBe('0.0 s, 1000 documents/s');
  });
});
