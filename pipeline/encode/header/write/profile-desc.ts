/**
 * `profileDesc` and `revisionDesc`: the date of the text, its language, its type, sender and
 * addressee, and the changes of the file. TEI Guidelines, chapters 2.4 and 2.6.
 */
import { elementsIn, type TreeElement } from '../../../xml/tree.ts';
import { copied } from '../../engine/write/copied.ts';
import { element, type OutputElement } from '../../engine/write/element.ts';
import { languageName } from '../../languages/table.ts';
import { firstBelow } from '../edition/edition-header.ts';
import type { HeaderFacts } from '../facts.ts';
import { partyName } from '../parties/party.ts';

export function profileDesc(facts: HeaderFacts): OutputElement {
  const { origin, titleReading, edition } = facts;
  const own = firstBelow(edition.header, 'profileDesc');
  const { type } = titleReading;
  return element(
    'profileDesc',
    {},
    origin.date &&
      element('creation', {}, element('date', origin.date.attributes, origin.date.words)),
    langUsage(facts, own),
    type &&
      element(
        'textClass',
        {},
        element(
          'keywords',
          { scheme: '#document-types' },
          element('term', { ref: `#${type.id}` }, type.name),
        ),
      ),
    correspDesc(facts),
  );
}

/** The edition's languages if the text's is one of them, else the text's own. */
function langUsage(
  { language, edition }: HeaderFacts,
  own: TreeElement | undefined,
): OutputElement | undefined {
  if (language === 'und' || edition.languages.includes(language))
    return copied(own && elementsIn(own, 'langUsage')[0]);
  return element('langUsage', {}, element('language', { ident: language }, languageName(language)));
}

function correspDesc(facts: HeaderFacts): OutputElement | undefined {
  const { senders, recipients } = facts.titleReading;
  const stated = facts.declared?.from !== undefined || facts.declared?.to !== undefined;
  const party = senders[0] ?? recipients[0];
  if (!stated && !(party && facts.genre.header.correspondence)) return undefined;
  const { place, date } = facts.origin;
  return element(
    'correspDesc',
    party && !party.declared ? { resp: '#siglum', cert: party.certainty } : {},
    element(
      'correspAction',
      { type: 'sent' },
      ...senders.map((sender) => partyName(sender, facts.entries)),
      place && element('placeName', place.attributes, place.words),
      date && element('date', date.attributes, date.words),
    ),
    recipients.length === 0
      ? undefined
      : element(
          'correspAction',
          { type: 'received' },
          ...recipients.map((recipient) => partyName(recipient, facts.entries)),
        ),
  );
}

export function revisionDesc(facts: HeaderFacts): OutputElement {
  return element(
    'revisionDesc',
    { status: 'draft' },
    element(
      'change',
      { when: facts.edition.date, who: '#siglum', status: 'draft' },
      'Encoded automatically from the reading text; not yet read by an editor.',
    ),
  );
}
