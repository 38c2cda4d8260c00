/** Where the lines of redirects.txt lead in the end, however many there are. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../pipeline/edition.ts';
import { InputFault } from '../../pipeline/finding.ts';
import { openRedirects, type Redirects, shortAddress } from '../../pipeline/publish/release/redirects.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

afterAll(removeFolders);

function redirectsOf(...lines: readonly string[]): Redirects {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'redirects.txt'), `${lines.join('\n')}\n`);
  return openRedirects(partsOf(folder));
}

function endOf(redirects: Redirects, page: string, anchor: string | null = null): string {
  const redirect = redirects.of(`documents/${page}.html`, anchor);
  if (!redirect) throw new Error(`${page} is not redirected`);
  const end = redirects.end(redirect);
  return end.kind === 'to' ? shortAddress(end.target) : end.kind;
}

describe('a redirect leads', () => {
  it('over all steps to where the last one does', () => {
    const redirects = redirectsOf('a to b', 'b to c#p1', 'c#p1 to d', 'e to f', 'f gone 2026-12-01 Sold');
    expect(endOf(redirects, 'a')).toBe('d');
    expect(endOf(redirects, 'b')).toBe('d');
    expect(endOf(redirects, 'e')).toBe('gone');
  });

  it('with a passage to where its page has gone, and to a passage that is the same', () => {
    const redirects = redirectsOf('a#p1 to b#p2', 'b to c', 'd#p1 to d#p2', 'd#p2 same');
    expect(endOf(redirects, 'a', 'p1')).toBe('c');
    expect(endOf(redirects, 'd', 'p1')).toBe('d#p2');
  });

  it('nowhere in a circle: each line that leads into one is told', () => {
    let told: InputFault | undefined;
    try {
      redirectsOf('a to b', 'b to c', 'c to b', 'd to d', 'e to f');
    } catch (error) {
      if (error instanceof InputFault) told = error;
    }
    expect(told?.findings.map(({ line, message }) => `${line}: ${message.split(';')[0]}`)).toEqual([
      '1: a leads back to itself',
      '2: b leads back to itself',
      '3: c leads back to itself',
      '4: d leads back to itself',
    ]);
  });

  it('to its end within a second of processor time, through 40,000 steps', () => {
    const steps = Array.from({ length: 40_000 }, (_, at) => `s${at} to s${at + 1}`);
    const begun = process.cpuUsage();
    const redirects = redirectsOf(...steps);
    expect(endOf(redirects, 's0')).toBe('s40000');
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});
