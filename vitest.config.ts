import { defineConfig } from 'vitest/config';

/** Files that start no browser, no command and no build: `npm run test:fast` runs only these. */
const FAST = [
  'tests/check/{dates,odd,pointers,rules}.test.ts',
  'tests/dates/*.test.ts',
  'tests/dependencies/*.test.ts',
  'tests/edit/patch.test.ts',
  'tests/encode/{diary,genres,newspapers,header,literature,memo,notes,structure}.test.ts',
  'tests/encode-report/sentence.test.ts',
  'tests/foreign/same-names.test.ts',
  'tests/genres/{correspondence,genres}.test.ts',
  'tests/mentions/*.test.ts',
  'tests/permanence/likeness.test.ts',
  'tests/properties/{encoding,identifiers,merge,reader}.test.ts',
  'tests/site/lists/{lists,naming,numbered,outline}.test.ts',
  'tests/sources/{formats,rich}.test.ts',
  'tests/transform/{breaks,data,html,readings}.test.ts',
  'tests/xml/{active,read,safe-prefixes}.test.ts',
];

/**
 * Files that kill runs, measure growth, or share work out over processes: `npm run test:long`. With
 * them all tests would take longer than a CI run may (15 minutes on two cores).
 */
const LONG = [
  'tests/deposit/killed.test.ts',
  'tests/edit/new-edition.test.ts',
  'tests/engine/{beside,resume,shards}.test.ts',
  'tests/faults/*.test.ts',
  'tests/foreign/fragments.test.ts',
  'tests/fuzz/*.test.ts',
  'tests/growth/*.test.ts',
  'tests/input/sizes.test.ts',
  'tests/permanence/imported.test.ts',
  'tests/transform/saxon-he.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: 'tests/global-setup.ts',
    // One worker a core: most tests wait for a command in a process of its own.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // The files of a worker share what is loaded: with a fresh start for each, loading took longer
    // than many of the tests. The long ones measure and kill processes: each starts alone.
    isolate: false,
    projects: [
      {
        extends: true,
        // One project after the other: workers are not shared between projects.
        test: { name: 'fast', include: FAST, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: [...FAST, ...LONG],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: { name: 'long', include: LONG, isolate: true },
      },
    ],
  },
});
