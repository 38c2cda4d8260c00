/** An encoded edition with two persons to merge with. */
import { expect } from 'vitest';
import { makeEdition, type TestEdition } from './edition.ts';

export const KLEIN = ['p_klein', 'Otto', 'Klein'] as const;
export const BERG = ['p_berg', 'Anna', 'Berg'] as const;

export async function encoded(): Promise<TestEdition> {
  const edition = makeEdition();
  expect((await edition.encode()).outcome).toBe('written');
  return edition;
}
