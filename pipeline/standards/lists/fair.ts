/** FAIRsFAIR metrics for data objects, as the F-UJI tool tests them. */
import { FAIR_METRICS, type FairMetric } from '../../model/fair-metrics.ts';
import type { StandardList } from '../model/model.ts';

type Evidence = StandardList['criteria'][number]['by'];

const EVIDENCE: Readonly<Record<FairMetric, Evidence>> = {
  'FsF-F1-01D': ['identifier'],
  'FsF-F1-02D': ['persistent'],
  'FsF-F2-01M': ['title', 'contributors', 'publisher', 'published', 'formats'],
  'FsF-F3-01M': ['identifier', 'embedded'],
  'FsF-F4-01M': ['embedded', 'address'],
  'FsF-A1-01M': ['licence', 'open'],
  'FsF-A1-02M': ['http', 'address'],
  'FsF-A1-03D': ['http', 'address'],
  'FsF-A2-01M': ['says.archiving', 'persistent'],
  'FsF-I1-01M': ['formats'],
  'FsF-I2-01M': ['entities', 'formats'],
  'FsF-I3-01M': ['entities', 'source'],
  'FsF-R1-01MD': ['metadata', 'downloads'],
  'FsF-R1.1-01M': ['licence'],
  'FsF-R1.2-01M': ['provenance', 'source'],
  'FsF-R1.3-01M': ['tei', 'formats'],
  'FsF-R1.3-02D': ['tei'],
};

export const FAIR: StandardList = {
  key: 'fair',
  name: 'FAIR: the metrics of F-UJI',
  version: '0.5',
  address: 'https://doi.org/10.5281/zenodo.6461229',
  criteria: (Object.entries(EVIDENCE) as [FairMetric, Evidence][]).map(([point, by]) => ({
    point,
    asks: FAIR_METRICS[point],
    by,
  })),
};
