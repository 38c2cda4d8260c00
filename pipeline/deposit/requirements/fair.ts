/**
 * F-UJI's metrics for a package: whether the TEI or someone else answers each. A package cannot
 * answer for the repository's landing page; such metrics say so.
 */
import { html, type Markup } from '../../core/html.ts';
import type { DepositFacts } from '../../formats/records/facts/model.ts';
import { otherIdentifiers } from '../../formats/records/facts/relations.ts';
import { FAIR_METRICS, type FairMetric } from '../../model/fair-metrics.ts';
import { REQUIREMENTS, type RequirementName } from './requirements.ts';

/** `met`: null if the repository answers it, whatever the TEI says. */
interface FairAnswer {
  readonly met: boolean | null;
  readonly words: string;
}

type FairTest = (facts: DepositFacts) => FairAnswer;

const byRepository =
  (words: string): FairTest =>
  () => ({ met: null, words });

const byRequirements =
  (names: readonly RequirementName[], words: string): FairTest =>
  (facts) => {
    const missing = names.filter((name) => REQUIREMENTS[name].there(facts) === undefined);
    if (missing.length === 0) return { met: true, words };
    return {
      met: false,
      words: `missing: ${missing.map((name) => REQUIREMENTS[name].what).join('; ')}`,
    };
  };

const ANSWERS: Readonly<Record<FairMetric, FairTest>> = {
  'FsF-F1-01D': byRequirements(['identifier'], 'the edition’s URI or DOI, in every record'),
  'FsF-F1-02D': (facts) => {
    const others = otherIdentifiers(facts).filter(({ scheme }) => /^(?:Handle|ARK)$/.test(scheme));
    const found = [facts.doi && 'DOI', ...others.map(({ scheme }) => scheme)].filter(Boolean);
    return found.length > 0
      ? { met: true, words: found.join(', ') }
      : { met: false, words: 'no DOI, handle or ARK yet; "deposit --send" reserves a DOI' };
  },
  'FsF-F2-01M': byRequirements(
    ['title', 'publisher', 'published', 'description', 'keywords'],
    'creators, title, publisher, date, description, keywords',
  ),
  'FsF-F3-01M': byRequirements(
    ['identifier'],
    'RO-Crate and DataCite name it, with each file, its size and type',
  ),
  'FsF-F4-01M': byRepository(
    'the repository’s page; the edition’s own pages have JSON-LD and signposting',
  ),
  'FsF-A1-01M': (facts) => ({
    met: facts.licence !== null,
    words:
      facts.licence === null
        ? 'no licence'
        : 'open access, in the records of Zenodo and InvenioRDM and in JSON-LD',
  }),
  'FsF-A1-02M': byRepository('HTTPS and OAI-PMH of the repository'),
  'FsF-A1-03D': byRepository('HTTPS of the repository'),
  'FsF-A2-01M': byRepository('the repository’s promise; DataCite keeps the record of a DOI'),
  'FsF-I1-01M': () => ({ met: true, words: 'JSON-LD (RO-Crate), DataCite XML, Turtle' }),
  'FsF-I2-01M': (facts) => {
    const linked =
      facts.subjects.length + facts.creators.filter(({ ids }) => ids.length > 0).length;
    return linked > 0
      ? { met: true, words: `${linked} persons, places or organizations by authority files` }
      : { met: false, words: 'no entry has an identifier of an authority file (GND, VIAF, ORCID)' };
  },
  'FsF-I3-01M': byRequirements(['printed'], 'the source that the text is taken from'),
  'FsF-R1-01MD': () => ({
    met: true,
    words: 'kind, size and media type of each file, in the RO-Crate',
  }),
  'FsF-R1.1-01M': byRequirements(['namedLicence'], 'by its SPDX name'),
  'FsF-R1.2-01M': (facts) => ({
    met: facts.printed.length > 0 || facts.archives.length > 0 || facts.application !== null,
    words:
      [
        facts.printed.length > 0 && 'printed source',
        facts.archives.length > 0 && 'archives',
        facts.application !== null && `made with ${facts.application.name}`,
      ]
        .filter(Boolean)
        .join(', ') || 'neither source nor program is stated',
  }),
  'FsF-R1.3-01M': () => ({ met: true, words: 'teiHeader of each document' }),
  'FsF-R1.3-02D': () => ({ met: true, words: 'TEI P5 (XML) and plain text' }),
};

/** A section of deposit.html. */
export function fairSection(facts: DepositFacts): Markup {
  const rows = (Object.entries(ANSWERS) as [FairMetric, FairTest][]).map(([point, answer]) => {
    const { met, words } = answer(facts);
    const verdict =
      met === null
        ? html`<span>by the repository</span>`
        : met
          ? html`<span class="ready">yes</span>`
          : html`<span class="open">no</span>`;
    return html`<tr id="${point}"><th scope="row">${point}<br>${FAIR_METRICS[point]}</th><td>${verdict}</td><td>${words}</td></tr>
`;
  });
  return html`<section id="fair" aria-labelledby="fair-heading">
<h2 id="fair-heading">FAIR</h2>
<p>The metrics that F-UJI tests, answered for this package. F-UJI itself judges the page of the repository, once there is one.</p>
<table class="cards">
<thead><tr><th scope="col">Metric</th><th scope="col">Met</th><th scope="col">By</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}
