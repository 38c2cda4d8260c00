/** Headings, labels of items and headings of enclosures, as papers of offices have them. */
import { describe, expect, it } from 'vitest';
import { labelEnumerators } from '../../pipeline/encode/engine/outline/enumerators.ts';
import { addedText } from '../../pipeline/encode/genres/correspondence/lines/enclosures.ts';
import { isHeading } from '../../pipeline/encode/genres/correspondence/lines/kinds.ts';

describe('headings and labels of papers', () => {
  it('knows a misread enclosure', () => {
    expect(addedText('[lnclosure 2 in No. 30.]')).toBe('enclosure');
    expect(addedText('[IncIoure 2 in No. 10.]')).toBe('enclosure');
  });

  it('takes a labelled subject for no heading', () => {
    expect(isHeading('Subject: Conditions on Formosa')).toBe(false);
    expect(isHeading('Conditions on Formosa')).toBe(true);
  });

  it.each(['1.', '(a)', '1st.', '2d.', '(iv.)', 'A–'])('knows the label %s', (label) => {
    expect(labelEnumerators(label).length).toBeGreaterThan(0);
  });

  it.each(['Rusk', 'and', '1848'])('knows that %s is none', (label) => {
    expect(labelEnumerators(label)).toEqual([]);
  });
});
