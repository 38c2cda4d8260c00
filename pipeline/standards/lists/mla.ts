/** Modern Language Association, Committee on Scholarly Editions: Guiding Questions for Vettors. */
import type { StandardList } from '../model/model.ts';

export const MLA: StandardList = {
  key: 'mla',
  name: 'MLA: guiding questions for vettors',
  version: 'parts I to V',
  address:
    'https://www.mla.org/Resources/Guidelines-and-Data/Reports-and-Professional-Guidelines/Guidelines-for-Editors-of-Scholarly-Editions',
  criteria: [
    {
      point: 'I.1',
      asks: 'no essential source or study was missed',
      by: ['says.selection', 'literature', 'reviewer'],
    },
    {
      point: 'I.2',
      asks: 'the relation of the texts to each other',
      by: ['witnesses', 'variants'],
    },
    {
      point: 'I.3',
      asks:
        'transcriptions were compared with the originals, or the edition says that they were ' +
        'not',
      by: ['says.accuracy'],
    },
    {
      point: 'I.4',
      asks: 'somebody else checked each transcription',
      by: ['says.accuracy', 'reviewer'],
    },
    { point: 'I.5', asks: 'texts that may matter were collated', by: ['variants', 'says.earlier'] },
    {
      point: 'II.1',
      asks: 'a clear statement of principles and methods',
      by: ['principles', 'practice'],
    },
    {
      point: 'II.2',
      asks: 'all forms of the text and where they come from',
      by: ['witnesses', 'source'],
    },
    {
      point: 'II.3',
      asks: 'how the text came about and was published',
      by: ['introduction', 'says.earlier'],
    },
    { point: 'II.4', asks: 'a physical description of the sources', by: ['witnesses'] },
    {
      point: 'II.5',
      asks: 'the choice of the text that is followed',
      by: ['says.kind', 'says.selection'],
    },
    { point: 'II.6', asks: 'how emendations are decided', by: ['practice', 'emendations'] },
    {
      point: 'III.1',
      asks: 'an apparatus that shows what was changed',
      by: ['emendations', 'variants', 'genesis'],
    },
    { point: 'III.2', asks: 'words divided at line ends', by: ['practice'] },
    { point: 'III.3', asks: 'notes that explain the text', by: ['commentary'] },
    { point: 'III.4', asks: 'an introduction and an index', by: ['introduction', 'indexes'] },
    { point: 'IV.1', asks: 'text and apparatus stay in step', by: ['validated'] },
    { point: 'IV.2', asks: 'the final form is proofread', by: ['says.accuracy', 'reviewer'] },
    { point: 'V.1', asks: 'a public standard of encoding', by: ['tei'] },
    {
      point: 'V.2',
      asks: 'the encoding is documented and validated',
      by: ['odd', 'encoding', 'schemas'],
    },
    { point: 'V.3', asks: 'rights are cleared and stated', by: ['licence'] },
    { point: 'V.4', asks: 'data that outlive the software', by: ['contingent', 'says.archiving'] },
    { point: 'V.5', asks: 'help for users', by: ['help', 'search.help'] },
    { point: 'V.6', asks: 'versions and changes are recorded', by: ['version', 'history', 'git'] },
    { point: 'V.7', asks: 'readers know how to cite', by: ['cite', 'addresses'] },
  ],
};
