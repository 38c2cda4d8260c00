/**
 * FAIRsFAIR metrics for data objects, version 0.5 (doi.org/10.5281/zenodo.6461229), as the F-UJI
 * tool tests them: the standards check applies them to a site, and the deposit report to a package.
 */

export const FAIR_METRICS = {
  'FsF-F1-01D': 'a globally unique identifier',
  'FsF-F1-02D': 'a persistent identifier',
  'FsF-F2-01M': 'metadata for discovery',
  'FsF-F3-01M': 'metadata name the data’s identifier',
  'FsF-F4-01M': 'machines can find the metadata',
  'FsF-A1-01M': 'metadata state the access',
  'FsF-A1-02M': 'metadata by a standard protocol',
  'FsF-A1-03D': 'data by a standard protocol',
  'FsF-A2-01M': 'metadata stay when data are gone',
  'FsF-I1-01M': 'metadata in a formal language',
  'FsF-I2-01M': 'vocabularies and authorities',
  'FsF-I3-01M': 'links to related things',
  'FsF-R1-01MD': 'metadata say what the data are',
  'FsF-R1.1-01M': 'a licence that machines can read',
  'FsF-R1.2-01M': 'where the data come from',
  'FsF-R1.3-01M': 'metadata in a standard of the field',
  'FsF-R1.3-02D': 'long-term formats of the field',
} as const;

export type FairMetric = keyof typeof FAIR_METRICS;
