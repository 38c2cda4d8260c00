/** Names that no list has: which words of a passage are found, and their kinds. */
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../pipeline/encode/names/unlisted/names-in.ts';

/** The names of one passage as `kind: form`, in order. */
function names(language: string, text: string, role: 'text' | 'salute' = 'text'): string[] {
  const passage = {
    document: 'd1',
    id: 'd1-p1',
    text,
    language,
    role,
    covered: [],
    marked: [],
  } as const;
  return namesIn([passage]).map(({ kind, form }) => `${kind}: ${form}`);
}

describe('German names by form and context', () => {
  it.each([
    ['Ich wohne jetzt Kantstraße 34 im dritten Stock.', 'place: Kantstraße'],
    ['Wir trafen uns in der Kochgasse und in einer Sackgasse.', 'place: Kochgasse'],
    ['Dr. Wahle war so freundlich.', 'person: Wahle'],
    ['Dr. Direktor und Herr Redakteur waren da.', undefined],
    ['Gestern Abends mit P. M. Prater.', 'person: P. M'],
    ['Siehe den Brief mit S. 12 der Ausgabe.', undefined],
    ['Ein Aufsatz steht in der Frankfurter Zeitung von gestern.', 'org: Frankfurter Zeitung'],
    ['Er schrieb es in der Neuen Freien Presse.', 'org: Neuen Freien Presse'],
    ['Gestern war Frau Baumgartner da.', 'person: Baumgartner'],
    ['Ein Brief an Herrn Ministerialrat Richter.', 'person: Richter'],
    ['Gesandter ist jetzt Herr v. Werthern.', 'person: v. Werthern'],
    ['Herr G. habe geschrieben.', 'person: G'],
    ['Gestern kam Else S. und blieb.', 'person: Else S'],
    ['Ich sass hinter der Hruby und der Krall.', 'person: Krall'],
    ['Der Mann ist wegen der Verschuldung A.s besorgt.', 'person: A'],
    ['Sudermann erscheint um eins.', 'person: Sudermann'],
    ['Mit Mandl gegangen; Mandls Idee war gut.', 'person: Mandls'],
    ['Wir reisten über Puchberg nach Haus.', 'place: Puchberg'],
    ['Der Zug fuhr von Coblenz ab.', 'place: Coblenz'],
    ['Von St. Gallen kam ein Bote.', 'place: St. Gallen'],
    ['Es herrscht die alte Hypochondrie, Zartheit und Vertrautheit.', undefined],
    ['Er sprach im Konzerthaussaal über Litteratur und Unglük.', undefined],
    ['Die Schwester auf der Wieden war da.', 'place: Wieden'],
    ['Abends im Volksth. bei einem Stück.', 'place: Volksth'],
    ['Das Stadttheater nahm es an.', 'org: Stadttheater'],
    ['Spaziergang nach Hötzelsdorf, ohne Freude.', 'place: Hötzelsdorf'],
    ['Die Fahrt von Kastua nach Abbazia war lang.', 'place: Kastua'],
    ['Zimmer nahe am Potsdamer Platz.', 'place: Potsdamer Platz'],
    ['Ich ging über Ring und Gürtelstraße.', 'place: Gürtelstraße'],
    ['Bertha war vom Handels-Ministerium geladen.', 'org: Handels-Ministerium'],
    ['Er gehört zum Mosse-Konzern.', 'org: Mosse-Konzern'],
    ['Der Leiter der Allgemeinen Rundschau kam.', 'org: Allgemeinen Rundschau'],
    ['Das Théâtre de l’Escalier spielte.', 'org: Théâtre de l’Escalier'],
    ['Die Hallberger’sche Buchhandlung zahlt.', 'org: Hallberger’sche Buchhandlung'],
    ['Siehe Novellen. Breslau: Schottlaender 1894, S. 12.', 'org: Schottlaender'],
    ['Ein Brief an Johann Isarius von Gernhaus.', 'person: Johann Isarius von Gernhaus'],
    ['Die Tochter ist Anna Gräfin von Lehndorf.', 'person: Anna Gräfin von Lehndorf'],
    ['Es kam Sophie von La Rochelle zu Besuch.', 'person: Sophie von La Rochelle'],
    ['Ich wohne Karl Schweighofgasse im dritten Stock.', 'place: Karl Schweighofgasse'],
    ['Er ist König von Preußen geworden.', undefined],
    ['Gestern las Prof. Degen daraus vor.', 'person: Degen'],
    ['Die Firma Rotky schrieb.', 'org: Firma Rotky'],
    ['Sie fuhren mit dem Dampfer »Imperator« nach Amerika.', 'org: Imperator'],
    ['Er kaufte um 200 Lire und 100 Mio. Schilling.', undefined],
    ['Der Herr Kollege war im Hinterlindenhof.', undefined],
    ['Sie kommt von der Montana AG und bleibt.', 'org: Montana AG'],
    ['Er wohnt Roßmarkt 20.', 'place: Roßmarkt'],
    ['Der Jahrmarkt 20 Jahre später, auf der Landstraße.', undefined],
    ['Der Herr Amtsrichter und die Frau Schriftführerin gingen.', undefined],
    ['Die Fuldaschen und Cotta’schen Stücke, die Berner Regierung.', undefined],
    ['Man gründete eine Kaufgesellschaft und ein Familienblatt.', undefined],
    ['Ein Pariser Theater und die Mailänder Firma schrieben.', undefined],
    ['Die Bänke in den Stiegenhäusern des Wirtschaftsverbandes.', undefined],
    ['Von Landwirtschaftsminister Haiden kam ein Brief.', 'person: Haiden'],
    ['Der Reichstag vertagte sich.', 'org: Reichstag'],
    ['Das Auswärtige Amt schwieg.', 'org: Auswärtige Amt'],
    ['Es geht vorwärts, und vor der Haustür liegt ein Brief.', undefined],
    ['Gestern war ich im Deutschen Volkstheater.', 'place: Deutschen Volkstheater'],
    ['Der S. Fischer Verlag schweigt.', 'org: S. Fischer Verlag'],
    ['Ein Brief an Trewendt und Söhne in Wien.', 'org: Trewendt und Söhne'],
    ['Gestern bei Herrn Salten und Beer-Hofmann.', 'person: Beer-Hofmann'],
    ['Sie holte es in der Marien-Apotheke.', undefined],
  ])('%s', (text, expected) => {
    const found = names('de', text);
    if (expected === undefined) expect(found).toEqual([]);
    else expect(found).toContain(expected);
  });

  it('reads the stations of a journey between dashes as places', () => {
    expect(names('de', 'Fedajo ― Plätzwies ― Schluderbak, dann Regen.')).toEqual([
      'place: Fedajo',
      'place: Plätzwies',
      'place: Schluderbak',
    ]);
  });
});

describe('English names by form and context', () => {
  it('reads the forename of a salutation', () => {
    expect(names('en', 'Dear Stella:', 'salute')).toEqual(['person: Stella']);
    expect(names('en', 'Dear Friends:', 'salute')).toEqual([]);
  });

  it.each([
    ['The memorandum of Secretary of State Acherson was read.', ['person: Acherson']],
    ['It was drafted by Wood and sent.', ['person: Wood']],
    ['The Judge Advocate asked him again.', []],
    ['Amen. I John Blackwood do make this will.', ['person: John Blackwood']],
    ['It was read by Saml. D. Webster to us.', ['person: Saml. D. Webster']],
    ['We live at Gros-Bois now.', ['place: Gros-Bois']],
    ['Arrived, the ship Hannibal, from Cork.', ['org: Hannibal']],
    ['It came by post. MARY INFORMED ME at once.', []],
    ['N. S. Letters are late. We met N. S. Turgot.', ['person: N. S. Turgot']],
    ['I wrote to Messrs. Longman and Co. about it.', ['org: Longman and Co']],
    ['I shall speak at King’s College and stay.', ['org: King’s College']],
    ['The King’s Ministry and the King’s friends fell.', []],
    ['The House of Commons voted.', ['org: House of Commons']],
    ['I saw it in the Times and in the Spectator.', ['org: Times', 'org: Spectator']],
    ['Those were hard Times, and all the Times Past.', []],
    ['The Great Western Railway lost my trunk.', ['org: Great Western Railway']],
    ['He saw the Great Hall and the Old Museum.', []],
    ['The Sailors’ Home and the Working Men’s Club are new.', ['org: Working Men’s Club']],
    ['He had told Rogers that it was so.', ['person: Rogers']],
    ['They would support the Gomulko regime.', ['person: Gomulko']],
    ['This is a memorandum from Hylard to the staff.', ['person: Hylard']],
    ['We agree that Suvanno Phumo needs our aid.', ['person: Suvanno Phumo']],
    ['The Ambassador in India (Henderson) came.', ['place: India', 'person: Henderson']],
    ['It was given to the said Alice Hill and her heirs.', ['person: Alice Hill']],
    ['He heard it in Carnegie Hall.', ['place: Carnegie Hall']],
    ['She walked to see Grove Cottage again.', ['place: Grove Cottage']],
    [
      'Mother drove us to Reading. We dined and came home from Reading, then went to Reading.',
      ['place: Reading', 'place: Reading', 'place: Reading'],
    ],
    ['Reading is pleasant; he gave time to Reading.', []],
    ['Walked with Anna & Molly, then home.', ['person: Anna', 'person: Molly']],
    [
      'Corrected some proofs for Mr. D., then went to Bertram House.',
      ['person: D', 'place: Bertram House'],
    ],
    ['My dear Mr. Secretary: Mr. King is here.', ['person: King']],
    [
      'We went to Town, then round by Carey’s Meadows and Mr. Lowe’s Fields.',
      ['place: Town', 'place: Carey’s Meadows', 'place: Mr. Lowe’s Fields'],
    ],
    [
      'Troops left New South Wales for South Vietnam.',
      ['place: New South Wales', 'place: South Vietnam'],
    ],
    ['A note to Mr. St. Aubin from Town House.', ['person: St. Aubin']],
    ['She is married to Aleen’s great dog.', []],
    ['Source: Records of the Department of State, filed.', ['org: Department of State']],
    ['In Gaza and West Bank there was peace.', ['place: Gaza', 'place: West Bank']],
    ['The S.S. Falaba and the USS Barney left.', ['org: S.S. Falaba', 'org: USS Barney']],
    ['The cruiser Emden was sunk by the ship Thursday.', ['org: Emden']],
    ['Messrs. E. D. Bagshaw & Co. wrote.', ['org: E. D. Bagshaw & Co']],
    [
      'Printed in London: Chapman & Hall, 1860, then lost.',
      ['place: London', 'org: Chapman & Hall'],
    ],
    [
      'Mrs. Newbery came. Called at the Newberys, Hawkes’s & Joliffes.',
      ['person: Newbery', 'org: Newberys', 'org: Hawkes', 'org: Joliffes'],
    ],
    ['Met the Miss Broughtons and saw the Alps.', ['org: Miss Broughtons']],
    ['At home all day and worked at Foscari.', []],
    ['Then he read the Edinburgh Review.', ['org: Edinburgh Review']],
    ['He left Santo Domingo.', ['place: Santo Domingo']],
    ['The Deputy Chief of Staff and Minister Defense agreed.', []],
    [
      'Anna Vientiane wrote. In Vientiane, from Vientiane and at Vientiane nothing; Vientiane fell.',
      ['person: Anna Vientiane', ...Array(4).fill('place: Vientiane')],
    ],
  ])('%s', (text, expected) => {
    expect(names('en', text)).toEqual(expected);
  });
});
