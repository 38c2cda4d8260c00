/** FAIRsFAIR metrics for data objects, as the F-UJI tool tests them. */
import type { StandardList } from '../model.ts';

export const FAIR: StandardList = {
  key: 'fair',
  name: 'FAIR: the metrics of F-UJI',
  version: '0.5',
  address: 'https://doi.org/10.5281/zenodo.6461229',
  criteria: [
    { point: 'FsF-F1-01D', asks: 'a globally unique identifier', by: ['identifier'] },
    { point: 'FsF-F1-02D', asks: 'a persistent identifier', by: ['persistent'] },
    {
      point: 'FsF-F2-01M',
      asks: 'metadata to find it by',
      by: ['title', 'contributors', 'publisher', 'published', 'formats'],
    },
    {
      point: 'FsF-F3-01M',
      asks: 'metadata name the data’s identifier',
      by: ['identifier', 'embedded'],
    },
    { point: 'FsF-F4-01M', asks: 'machines can find the metadata', by: ['embedded', 'address'] },
    { point: 'FsF-A1-01M', asks: 'metadata state the access', by: ['licence', 'open'] },
    { point: 'FsF-A1-02M', asks: 'metadata by a standard protocol', by: ['http', 'address'] },
    { point: 'FsF-A1-03D', asks: 'data by a standard protocol', by: ['http', 'address'] },
    {
      point: 'FsF-A2-01M',
      asks: 'metadata stay when data are gone',
      by: ['says.archiving', 'persistent'],
    },
    { point: 'FsF-I1-01M', asks: 'metadata in a formal language', by: ['formats'] },
    { point: 'FsF-I2-01M', asks: 'vocabularies and authorities', by: ['entities', 'formats'] },
    { point: 'FsF-I3-01M', asks: 'links to related things', by: ['entities', 'source'] },
    { point: 'FsF-R1-01MD', asks: 'metadata say what the data are', by: ['metadata', 'downloads'] },
    { point: 'FsF-R1.1-01M', asks: 'a licence that machines can read', by: ['licence'] },
    { point: 'FsF-R1.2-01M', asks: 'where the data come from', by: ['provenance', 'source'] },
    { point: 'FsF-R1.3-01M', asks: 'metadata by a standard of the field', by: ['tei', 'formats'] },
    { point: 'FsF-R1.3-02D', asks: 'formats of the field that can be kept', by: ['tei'] },
  ],
};
