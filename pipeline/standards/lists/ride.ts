/**
 * The questionnaire that accompanies each review of an edition in RIDE (Institut für Dokumentologie
 * und Editorik).
 */
import type { StandardList } from '../model/model.ts';

export const RIDE: StandardList = {
  key: 'ride',
  name: 'RIDE: questionnaire for scholarly editions',
  version: '1.1',
  address: 'https://ride.i-d-e.de/data/questionnaire/',
  criteria: [
    {
      point: 'documentation: bibl_desc (1.2)',
      asks: 'the edition can be described: makers, publisher, year',
      by: ['title', 'publisher', 'published'],
    },
    {
      point: 'documentation: contributors (1.4)',
      asks: 'everybody who took part is named',
      by: ['contributors'],
    },
    {
      point: 'documentation: contacts (1.5)',
      asks: 'someone to write to',
      by: ['says.contact', 'report'],
    },
    {
      point: 'documentation: selection explained (2.1)',
      asks: 'the selection is documented',
      by: ['says.selection'],
    },
    {
      point: 'documentation: selection reasonable (2.1)',
      asks: 'the selection makes sense',
      by: ['reviewer'],
    },
    {
      point: 'documentation: data_archive (4.16)',
      asks: 'where the data are archived',
      by: ['says.archiving'],
    },
    { point: 'documentation: aims (3.1)', asks: 'aims are stated', by: ['says.aims'] },
    {
      point: 'documentation: methods (3.1)',
      asks: 'methods are stated',
      by: ['principles', 'practice'],
    },
    {
      point: 'documentation: data_model (3.7)',
      asks: 'the data model and why it was chosen',
      by: ['odd', 'encoding'],
    },
    { point: 'documentation: help (4.15)', asks: 'help for readers', by: ['help'] },
    { point: 'documentation: citation (4.8)', asks: 'how to cite', by: ['cite', 'cite.passage'] },
    {
      point: 'documentation: complete (4.16)',
      asks: 'whether the edition is finished',
      by: ['says.completion'],
    },
    {
      point: 'documentation: institutional_curation (4.13)',
      asks: 'an institution that maintains it',
      by: ['says.keeper'],
    },
    {
      point: 'contents: previous_edition (2.2)',
      asks: 'earlier editions are named',
      by: ['says.earlier'],
    },
    {
      point: 'contents: materials_used (2.2)',
      asks: 'how earlier editions were used',
      by: ['says.earlier'],
    },
    {
      point: 'contents: introduction (4.15)',
      asks: 'an introduction to the subject',
      by: ['introduction'],
    },
    { point: 'contents: bibliography (2.3)', asks: 'a list of literature', by: ['literature'] },
    { point: 'contents: commentary (2.3)', asks: 'a commentary', by: ['commentary'] },
    { point: 'contents: contexts (2.3)', asks: 'links to material elsewhere', by: ['entities'] },
    { point: 'contents: images (2.3)', asks: 'images of the source', by: ['images'] },
    { point: 'contents: image_quality (4.6)', asks: 'good images', by: ['images'] },
    { point: 'contents: transcriptions (2.3)', asks: 'the whole text', by: ['transcribed'] },
    {
      point: 'contents: text_quality (4.6)',
      asks: 'a text without errors',
      by: ['says.accuracy', 'reviewer'],
    },
    {
      point: 'contents: indices (4.5)',
      asks: 'indexes and other ways in',
      by: ['indexes', 'names'],
    },
    {
      point: 'contents: documents (1.3, 2.1)',
      asks: 'kind and time of the documents',
      by: ['metadata', 'says.selection'],
    },
    { point: 'contents: subject (1.3)', asks: 'the perspective of the editors', by: ['says.kind'] },
    {
      point: 'presentation: spin_offs (4.11)',
      asks: 'other forms of publication',
      by: ['downloads', 'formats'],
    },
    { point: 'presentation: browse_by (4.3)', asks: 'ways to browse', by: ['browse'] },
    { point: 'search: simple (4.4)', asks: 'a simple search', by: ['search'] },
    { point: 'search: advanced (4.4)', asks: 'an advanced search', by: ['search.advanced'] },
    { point: 'search: wildcard (4.4)', asks: 'wildcards', by: ['search.advanced'] },
    {
      point: 'search: index (4.4)',
      asks: 'a list of what can be searched',
      by: ['search.suggest'],
    },
    { point: 'search: suggest (4.4)', asks: 'suggestions', by: ['search.suggest'] },
    { point: 'search: helptext (4.4)', asks: 'help for the search', by: ['search.help'] },
    { point: 'aim: audience (3.3)', asks: 'for whom it is', by: ['says.audience'] },
    { point: 'aim: typology (3.3, 5.1)', asks: 'the type of edition', by: ['says.kind'] },
    {
      point: 'method: critical_editing (3.6)',
      asks: 'how critically the text was edited',
      by: ['practice', 'emendations', 'variants', 'normalization', 'commentary'],
    },
    { point: 'method: standards XML (3.7)', asks: 'XML', by: ['tei'] },
    {
      point: 'method: standards data model (3.7)',
      asks: 'a standard model such as TEI',
      by: ['tei', 'schemas'],
    },
    {
      point: 'method: text_type (3.5)',
      asks: 'the forms of text that are given',
      by: ['transcribed', 'translation'],
    },
    {
      point: 'technical: persistent_identification (4.8)',
      asks: 'addresses that stay',
      by: ['addresses', 'identifier'],
    },
    { point: 'technical: interfaces (4.9)', asks: 'interfaces for machines', by: ['interfaces'] },
    { point: 'technical: open_access', asks: 'free for everybody', by: ['open'] },
    {
      point: 'technical: basic_data_accessible (4.12)',
      asks: 'the TEI of each part',
      by: ['tei', 'passages'],
    },
    { point: 'technical: download (4.9)', asks: 'all data at once', by: ['downloads', 'deposit'] },
    {
      point: 'technical: reuse (4.9)',
      asks: 'data that other tools can use',
      by: ['tei', 'formats'],
    },
    { point: 'technical: rights declared (4.13)', asks: 'rights are declared', by: ['licence'] },
    { point: 'technical: rights license (4.13)', asks: 'the licence', by: ['licence'] },
  ],
};
