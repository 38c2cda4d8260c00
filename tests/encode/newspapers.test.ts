/** Newspapers, minutes and short plays as people write them: recognition, and their parts. */
import { describe, expect, it } from 'vitest';
import { bodyOf, encoded } from './in-process.ts';

const COURANT =
  'The Dale Courant\nThursday, July 9, 1801. Price Sixpence.\n\nFOREIGN INTELLIGENCE\n\n' +
  'PARIS, June 28.\nThe First Consul returned yesterday from the country.\n\n' +
  'HAMBURG, June 30. Letters of the 12th state that the sailors are free.\n';

const NEWSPAPERS: Readonly<Record<string, string>> = {
  'a name with the day of the issue': COURANT,
  'dashes after datelines, the place of printing above the day':
    'THE DAILY BUGLE.\n\nFAIRPORT, SATURDAY, MAY 4, 1861.\n\nTHE WAR.\n\nSt. Louis, April 22.—The arsenal here is strongly guarded.\n\n' +
    'WASHINGTON, April 21.—The regiment of the city arrived at noon.\n\nLETTER FROM THE MINES.\n\nEditor Bugle: The rains have ceased.\n\nYours, &c.,\n\nPICK AND PAN.\n',
  'headlines and datelines alone':
    'PEACE PROTOCOL SIGNED\n\nThe king yields to all demands of the senate.\n\nWASHINGTON, Aug. 12. -- The war was ended this afternoon at four.\n\n' +
    'THE SIGNING\n\nThe secretaries met at noon, and there were no speeches at all in the room.\n\nHAVANA, Aug. 13. -- The news was received here with relief.\n',
  'a French title with number and price':
    'LE COURRIER DU VAL\nLundi 4 décembre 1851. — N° 338. — Prix : 15 centimes.\n\nDÉPÊCHES\n\nParis, 2 décembre. — L’assemblée est dissoute.\n\n' +
    'Marseille, 3 décembre. — La ville est calme ce matin.\n\nFAITS DIVERS\n\nUn incendie a éclaté hier soir chez un marchand drapier.\n',
};

const MINUTES: Readonly<Record<string, string>> = {
  'a meeting and those present, each on a line':
    'Borough of Lynn\nAt a Meeting of the Mayor and Burgesses holden the 9th day of October 1702\n\nPresent\nMr. Robert Fowler, Mayor\nMr. Tucker\n\n' +
    'Ordered that the pier be repaired at the charge of the town.\n',
  'conclusions of a meeting':
    'CONCLUSIONS of a Meeting of the Board held on Tuesday, 21st August, 1945\n\nPresent:\nThe Right Hon. A. ASH, M.P., Chairman\nThe Right Hon. B. ELM, M.P.\n\n' +
    'The Board took note of this statement.\n',
};

describe('is recognized', () => {
  it.each(Object.entries(NEWSPAPERS))('a newspaper: %s', (_, text) => {
    expect(encoded(text).genre.genre.name).toBe('newspaper');
  });

  it.each(Object.entries(MINUTES))('minutes: %s', (_, text) => {
    expect(encoded(text).genre.genre.name).toBe('minutes');
    expect(bodyOf(text)).not.toContain('<address>');
  });
});

it('a short play is recognized by its list of characters, to which speakers are shortened', () => {
  const play =
    'THE DAUGHTER\nA Farce in Two Acts\n\nDramatis Personae\nSir Humphrey Vane, an old man\nBelinda, his daughter\nTom, a footman\n\nACT THE FIRST.\n\n' +
    'Sir H. The moment is at hand!\n\nBel. Papa, they are below.\n\nSir H. Tell them to wait.\n\nTom. They will not, Miss.\n';
  expect(encoded(play).genre.genre.name).toBe('drama');
  expect(bodyOf(play).match(/<speaker>/g)).toHaveLength(4);
});

it('recipes with lines of all lengths are no verse', () => {
  const recipes =
    'Receipts of Mrs. Thornton\n\nTo make a Cake\nTake a pound of butter and beat it to cream, then put in a pound of sugar.\nBake it two hours.\n\n' +
    'To pickle Wallnuts\nTake 100 wallnuts\n3 quarts of vinegar\nBoil the vinegar and pour it on while it is hot, and tie them down close.\n';
  expect(encoded(recipes).genre.genre.name).not.toBe('verse');
});

it('a dateline above its report is an opener, and its day dates what the report says', () => {
  const body = bodyOf(COURANT);
  expect(body).toContain('<div type="article"><head>FOREIGN INTELLIGENCE</head>');
  expect(body).toMatch(/<opener><dateline>.*<date when="1801-06-28" cert="high">June 28<\/date>/);
  expect(body).toMatch(/<p>The First Consul returned <date when="1801-06-27"/);
  expect(body).toMatch(/<p><placeName[^>]*>HAMBURG<\/placeName>, <date when="1801-06-30"/);
});
