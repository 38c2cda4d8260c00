/**
 * The encoder's output is valid with the edition's own grammar and rules, which are stricter than
 * TEI All.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES, ROOT, siglum, temporaryFolder } from './tei.ts';

describe('encoded documents', () => {
  const out = temporaryFolder();

  it('of every kind pass the check', () => {
    const encoded = siglum('encode', FIXTURES, join(ROOT, 'tei', 'sources'), '--out', out);
    // One text has a note without an anchor, which is an error of the text.
    expect(encoded.stderr.match(/: error: .*/g)).toEqual([
      expect.stringMatching(/\[encode\/note-without-anchor\]$/),
    ]);
    const run = siglum('check', out, '--format', 'json');
    const { findings } = JSON.parse(run.stdout) as {
      findings: { severity: string; message: string }[];
    };
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(run.code).toBe(0);
  });
});
