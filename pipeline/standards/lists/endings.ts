/** The Endings Project (University of Victoria): principles for digital longevity. */
import type { StandardList } from '../model/model.ts';

export const ENDINGS: StandardList = {
  key: 'endings',
  name: 'Endings principles for digital longevity',
  version: '2.2.1',
  address: 'https://endings.uvic.ca/principles.html',
  criteria: [
    { point: '1.1', asks: 'data in open formats', by: ['tei'] },
    { point: '1.2', asks: 'version control', by: ['git'] },
    { point: '1.3', asks: 'data are validated at every build', by: ['schemas', 'validated'] },
    {
      point: '2.1',
      asks: 'the data model is documented among the products',
      by: ['odd', 'encoding'],
    },
    { point: '2.2', asks: 'rights are stated, licences are open', by: ['licence', 'licence.open'] },
    { point: '3.1', asks: 'invalid data stop the build', by: ['validated'] },
    { point: '3.2', asks: 'every change is built and tested', by: ['integration'] },
    { point: '3.3', asks: 'no dependence on one program', by: ['contingent'] },
    { point: '4.1', asks: 'no program on a server', by: ['static'] },
    { point: '4.2', asks: 'only what all browsers support', by: ['plain'] },
    { point: '4.3', asks: 'no third-party libraries or services', by: ['selfContained'] },
    { point: '4.4', asks: 'a plain address for each thing', by: ['ownPages'] },
    { point: '4.5', asks: 'the source data come with the site', by: ['downloads', 'tei'] },
    { point: '4.6', asks: 'each page is self-contained', by: ['redundant'] },
    { point: '4.7', asks: 'pages work without scripts', by: ['noScript'] },
    { point: '5.1', asks: 'planned releases', by: ['version'] },
    { point: '5.2', asks: 'a release is complete and valid', by: ['validated'] },
    { point: '5.3', asks: 'each page names its version', by: ['version'] },
    {
      point: '5.4',
      asks: 'instructions to cite a page of a version',
      by: ['cite', 'cite.passage'],
    },
    { point: '5.5', asks: 'addresses stay from release to release', by: ['addresses'] },
  ],
};
