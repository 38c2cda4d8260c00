/**
 * Letters and despatches in several styles: their beginnings and ends, writers, dates and places.
 * The texts were written for this.
 */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';

const context = createEncodingContext(openEdition(join(PROGRAM, 'tei')), []);

/** The TEI without ids and marks of certainty, one space for white space. */
function encode(text: string): string {
  const { tei } = encodeDocument({ text, hash: 'ni:///sha-256;x' }, 'd1', 'd1.txt', context);
  return tei
    .replace(/ (?:xml:id|resp|cert)="[^"]*"/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><');
}

const BODY =
  'I was favoured with thine of last week, and was glad to learn that thy father had been able to sit the whole meeting.';

describe('a record', () => {
  it('has the petition, the oath and the certificate as parts, each signed where it says so', () => {
    const tei = encode(
      `Petition of Sarah Hale, 23 June 1862\n\nYour Petitioner, Sarah Hale of Georgetown, represents that she held a claim to the service of a person, and prays the Commissioners to determine its value.\n\n(Signed by)\n\nSarah Hale\n\n[Form of the Oath for the Petition.]\n\nDistrict of Columbia,\nWashington County, ss.\n\nI, Sarah Hale, being duly sworn, do depose and say that all the several matters set forth above are true in substance and in fact.\n\n(Signed by)\n\nSarah Hale\n\nIn testimony whereof I have hereunto set my hand and affixed the seal of the Court this 24th day of June 1862\n\nJames G. Hening Clk of the C. C.\n\n768 Miss Sarah Hale\n\nFiled June 25, 1862\n`,
    ).replace(/<\/?(?:persName|placeName|orgName|date(?!line))[^>]*>/g, '');
    expect(tei).toContain(
      '<closer><salute>(Signed by)</salute><signed>Sarah Hale</signed></closer></div><div><head>[Form of the Oath for the Petition.]</head><opener><dateline>District of Columbia, <lb/>Washington County, ss.</dateline></opener>',
    );
    expect(tei).toContain('<signed>James G. Hening Clk of the C. C.</signed></closer></div>');
    expect(tei).toContain('<div><p>768 Miss Sarah Hale</p><p>Filed June 25, 1862</p></div>');
    expect(tei.match(/<signed>/g)).toHaveLength(3);
  });

  it('is a will with the name as its last line; a docket is not', () => {
    const tei = encode(
      `Testament\n\nDieppe, le 16 novembre 1914\n\nJe laisse à mon épouse en toute propriété ce que je possède en mobilier, argenterie et objets de tout genre, et je désire un enterrement simple.\n\nLouis Charles Lecomte, capitaine au 2e Hussards.\n`,
    ).replace(/<\/?persName[^>]*>/g, '');
    expect(tei).toMatch(/<closer><signed>Louis Charles Lecomte, .*<\/signed><\/closer>/);
    expect(tei).not.toContain('<correspAction');
  });
});

describe('a letter', () => {
  it('of a Friend: the month by its number, the address on the back is no signature', () => {
    const tei = encode(
      `Letter from Rachel Fothergill to Deborah Tuke\n\nKendal, 7th mo. 3d 1823.\n\nDear Friend,\n\n${BODY}\n\nThy affectionate friend,\nRachel Fothergill\n\nP.S. Thy bonnet is left.\n\nTo Deborah Tuke\nCastlegate\nYork\n`,
    );
    expect(tei).toContain(
      '<dateline><placeName>Kendal</placeName>, <date when="1823-07-03">7th mo. 3d 1823</date>.</dateline><salute>Dear Friend,</salute></opener>',
    );
    expect(tei).toContain(
      '<closer><salute>Thy affectionate friend,</salute><signed><persName>Rachel Fothergill</persName></signed></closer>',
    );
    expect(tei).toContain(
      '<addrLine>To <persName>Deborah Tuke</persName></addrLine><addrLine>Castlegate</addrLine><addrLine><placeName>York</placeName></addrLine></address></closer>',
    );
    expect(tei).toContain('<correspAction type="received"><persName>Deborah Tuke</persName>');
  });

  it('to an addressee whom the title names alone; a street behind the day', () => {
    const tei = encode(
      `95. An Amalie Herbst in Weimar.\n\nBremen, den 10. Mai 1813, Lange Str. 43.\n\nAber liebe Amalie!\n\nHeute schreib ich dir eilig, weil ich andern so viel zu schreiben habe, und du wirst es mir nicht übel nehmen.\n\nVon Herzen Dein tr. Hans.\n\nDie Bücher schicke ich mit der nächsten Post.\n\nH: Jena, Nachlass Herbst. 2 S. 8°.\n`,
    );
    expect(tei).toContain(
      '<placeName>Bremen</placeName>, <date when="1813-05-10">den 10. Mai 1813</date>, Lange',
    );
    expect(tei).toContain('<salute>Aber liebe <persName>Amalie</persName>!</salute></opener>');
    expect(tei).toContain(
      '<closer><salute>Von Herzen</salute><signed>Dein tr. <persName>Hans</persName>.</signed>',
    );
    expect(tei).toMatch(
      /<postscript><p>Die Bücher[^<]*<\/p><\/postscript><\/div><div><p>H: <placeName>Jena<\/placeName>/,
    );
    expect(tei).toContain('<correspAction type="received"><persName>Amalie Herbst</persName>');
  });

  it('with its translation, each with its own end; an envelope is an address, a postmark no postscript', () => {
    const tei = encode(
      `Brief aan Anna Kuiper, augustus 1909\n\nLieve Anna,\n\nhartelijk dank voor je brief. Het zou mooi zijn als je kwam, maar Vrijdag kon het niet slechter uitkomen, daar ik dan den heelen dag moet werken en niet van huis kan gaan.\n\nVele beste groeten in haast\n\nvan\n\nPiet.\n\nDear Anna,\n\nMany thanks for your letter. It would be nice if you came, but Friday could not be worse for me, because I have to work all day and cannot leave the house.\n\nVery best wishes in haste\n\nfrom\n\nPiet.\n\nP. O. Box, 681.\nFt. Upton Colo\nAnna Kuiper\n1016, South 40th St\n\nFT. UPTON AUG 3 PM 1909\n`,
    ).replace(/<\/?persName[^>]*>/g, '');
    expect(tei).toMatch(/<div xml:lang="nl"><opener><salute>.{0,12}Lieve /);
    expect(tei).toMatch(
      /<salute>van<\/salute><signed>.{0,12}Piet.{0,12}\.<\/signed><\/closer><\/div><div type="letter">/,
    );
    expect(tei).toMatch(
      /<salute>from<\/salute><signed>.{0,12}Piet.{0,12}\.<\/signed><address><addrLine>P\. O/,
    );
  });

  it('with a hurried date, a formula in three lines, the addressee below the name', () => {
    const tei = encode(
      `Jonas Field to Abel Marsh, September 25, 1881\n\nDunmore Ill\nSep- 25th 81\n\nMy. Dear. Marsh.\n\n${BODY}\n\nYour\nold friend,\nJonas Field—\n\nA. Marsh\nLand Board\nDunmore\n`,
    );
    expect(tei).toContain(
      '<dateline><placeName>Dunmore Ill</placeName><lb/><date when="1881-09-25">Sep- 25th 81</date></dateline><salute>My. Dear. Marsh.</salute>',
    );
    expect(tei).toContain('<closer><salute>Your <lb/>old friend,</salute><signed>');
    expect(tei).toContain('<addrLine>Land Board</addrLine>');
  });

  it('of a servant with his rank, of one who signs with small particles or a mark', () => {
    const tei = encode(
      `Alexander v. Rosen an Carl von Lehmen. Elbing, 4. Januar 1858\n\nElbing, d. 4. Januar 1858\n\nHochgeborener Herr Graf!\n\nEw. Hochgeboren werden gnädigst verzeihen, dass ich es nochmals wage, an Ew. Hochgeboren zu schreiben.\n\nEw. Hochgeboren ganz untertänigster Diener\n\nv. Rosen\n`,
    );
    expect(tei).toContain(
      '<closer><salute>Ew. Hochgeboren ganz untertänigster Diener</salute><signed>',
    );
    const french = encode(
      `Paul d'Aubrac à Louis Martel, 1er août 1702\n\nDe Grenoble ce premier août 1702\n\nMonsieur,\n\nJe vous écris pour vous dire que nous avons bien reçu les livres que vous avez eu la bonté de nous envoyer par le coche.\n\nVotre affectueusement dévoué,\n\nd'Aubrac de Sens\n\nà Monsieur Louis MARTEL,\nLYON.\n`,
    );
    expect(french).toContain(
      '<placeName>Grenoble</placeName><date when="1702-08-01">ce premier août 1702</date>',
    );
    expect(french).toMatch(
      /<closer><salute>Votre affectueusement dévoué,<\/salute><signed>.*Aubrac/,
    );
    const mark = encode(
      `Petition of John Dow to the Mayor\n\nDear Sir,\n\n${BODY}\n\nYour humble Servt\n\nhis\nJohn X Dow\nmark\n`,
    );
    expect(mark).toContain('<salute>Your humble Servt</salute><signed>his <lb/>');
  });

  it('is closed by the lines that go on in the name; a Roman day above it', () => {
    const tei = encode(
      `Letter from Tom Hale to Ann Hale (Bath, 8 February 1863)\n\nBath, Feby 8th 1863\n\nDear Ann & all the folks at home\n\n${BODY}\n\nNo more at present but remain\n\nyour loving son\n\nThos. Hale\n`,
    );
    expect(tei).toMatch(/<salute>Dear .* at home<\/salute><\/opener>/);
    expect(tei).toMatch(
      /<closer><salute>No more.*<\/salute><salute>your loving son.*<\/salute><signed>.*Hale/,
    );
    const firm = encode(
      `Letter of a company, 14 November 1838\n\nNewcastle, 14 Novr 1838\n\nGentlemen,\n\nWe are in receipt of your favour of the 10th inst. and hand you the bill of lading.\n\nWe remain, Gentlemen,\nYour most obedt. Servts.\nfor the Tyne Coal Company\nRobt. Liddell\n`,
    );
    expect(firm).toMatch(/<signed>for the .*Liddell.*<\/signed><\/closer>/);
    const latin = encode(
      `Ioannes Textor ad Conradum Vischerum, 14. Martii 1541\n\nS. P. Literas tuas, vir doctissime, accepi, quibus de valetudine fratris tui certiorem me reddidisti et scripsisti de libris.\n\nBasileae, pridie Idus Martias 1541.\n\nTuus ex animo\n\nIoannes Textor\n`,
    );
    expect(latin).toMatch(
      /<closer><dateline><placeName>Basileae<\/placeName>, <date when="1541-03-14">pridie Idus Martias 1541/,
    );
  });

  it('of several who sign, in Latin with the day above the name', () => {
    const petition = encode(
      `Petition of the fishermen of Arden to the Commissioners, 4 March 1871\n\nTo the Honourable the Commissioners of the Harbour of Port Arden\n\n${BODY}\n\nAnd your Petitioners will ever pray, &c.\n\nArden, 4th March, 1871.\n\nThos. Hallam\nWm. Pike, senr.\nhis\nJosiah X Grove\nmark\nAnn Pike, widow\n`,
    );
    expect(petition).toContain('<address><addrLine>To the Honourable');
    expect(petition.match(/<signed>/g)).toHaveLength(4);
    const latin = encode(
      'Ioannes Fabricius ad Petrum Molitorem, 4. Augusti 1532\n\nS. P. Non est quod multis tecum agam, vir doctissime, cum et tu ea quae hic geruntur ab aliis iam accepisti et ego per valetudinem scribere non possum, quod tamen mox faciam.\n\nVale et me ama.\n\nBasileae, 4. Augusti 1532\n\nTuus Ioannes Fabricius\n',
    );
    expect(latin).toContain(
      '<closer><salute>Vale et me ama.</salute><dateline><placeName>Basileae</placeName>, <date when="1532-08-04">4. Augusti 1532</date></dateline><signed>',
    );
  });

  it('to a relative without a name; a salutation that no table has; two formulas and the name', () => {
    const tei = encode(
      'Brief von Luise Hagen an ihre Mutter\nStade, 3. Dezember 1870\n\nHerzensmutter!\n\nGestern kam Dein lieber Brief und die Kiste, ich danke Dir tausendmal dafür.\n\nIn inniger Liebe\nDeine\nLuise\n',
    );
    expect(tei).toContain(
      '<correspAction type="received"><persName>ihre Mutter</persName></correspAction>',
    );
    expect(tei).toContain('<opener><salute>Herzensmutter!</salute></opener>');
    expect(tei).toContain(
      '<closer><salute>In inniger Liebe</salute><salute>Deine</salute><signed><persName>Luise</persName></signed></closer>',
    );
  });

  it('with parties, place and day in its title', () => {
    const tei = encode(
      `Ludwig Snell an Alfred Amrein, Bern, Sonntag, 25. April 1852\n\nIhre Zuschrift hat den ganzen wohltuenden Eindruck auf mich gemacht, den Sie sich davon versprechen durften, und ich danke Ihnen.\n`,
    );
    expect(tei).toMatch(
      /<correspAction type="sent"><persName>Ludwig Snell<\/persName><placeName>Bern<\/placeName><date when="1852-04-25">/,
    );
  });

  it('without a formula: initials above a postscript', () => {
    const tei = encode(
      `An Christian Amsel.\n\nHof, 3. März 1798.\n\n${'Ich schicke dir nun die Blätter, welche ich so lange zurückgehalten hatte. '.repeat(2)}\n\nR.\n\nUm die Blätter sei nicht bange; sie gehen durch eine sichere Hand.\n`,
    );
    expect(tei).toContain('<closer><signed>R.</signed></closer><postscript><p>Um die');
  });

  it('in French: long formula, a title of rank', () => {
    const tei = encode(
      "Lettre de la marquise de Valbonne à M. Duclos\n\nÀ Versailles, ce 3 mai 1768.\n\nMonsieur,\n\nJ'ai reçu la lettre que vous m'avez fait l'honneur de m'écrire, et je ne saurais vous dire combien elle m'a touchée.\n\nJ'ai l'honneur d'être, Monsieur, votre très humble et très obéissante servante,\n\nLa marquise de Valbonne\n",
    );
    expect(tei).toContain('<placeName>Versailles</placeName>, <date when="1768-05-03">');
    expect(tei).toContain('<signed>La marquise de <persName>Valbonne</persName></signed></closer>');
    expect(tei).toContain('<persName>Duclos</persName>');
  });

  it('in Spanish: parties with don, place and date with "a"', () => {
    const tei = encode(
      'Carta de don Tomás Arrieta a don José Luis Medina\n\nCádiz, a 14 de marzo de 1823.\n\nMuy señor mío:\n\nHe recibido la carta que usted me escribió desde Sevilla y con mucho gusto haré lo que me pide en favor de su sobrino.\n\nQueda de usted su más atento y seguro servidor, Q.B.S.M.,\n\nTomás Arrieta\n',
    );
    expect(tei).toContain('<date when="1823-03-14">');
    expect(tei).toContain('<persName>Tomás Arrieta</persName>');
    expect(tei).toContain('<persName>José Luis Medina</persName>');
  });

  it('has the title of an editor in another language, a firm, several writers, a place', () => {
    const text = `Monsieur,\n\n${'Nous avons reçu votre lettre du mois dernier et nous ferons ce que vous nous demandez. '.repeat(2)}\n`;
    expect(
      encode(
        `Morel Frères et Compagnie an Karl Amrein, Lausanne, Montag, 1. Januar 1877\n\n${text}`,
      ),
    ).toContain(
      '<correspAction type="sent"><orgName>Morel Frères et Compagnie</orgName><placeName>Lausanne</placeName><date when="1877-01-01">',
    );
    const two = encode(
      `12.3 Brief von Anna und Karl Weber an Justizrat Otto Lahn. Jena, 20. und 21. Mai 1806, Dienstag und Mittwoch\n\n${'Du bist ein Herz, das glaubte ich lange und glaube es immer mehr, seit du hier warst. '.repeat(2)}\n`,
    );
    expect(two).toContain(
      '<correspAction type="sent"><persName>Anna Weber</persName><persName>Karl Weber</persName><placeName>Jena</placeName><date from="1806-05-20" to="1806-05-21">',
    );
    expect(two).toContain('<correspAction type="received"><persName>Otto Lahn</persName></');
  });

  it('is closed by a sentence that says as what the writer remains, above the signature alone', () => {
    const remain = 'I remain, dear Sir, with great regard, your obliged friend';
    const before = `Letter from Rachel Ash to Deborah Elm\n\nDear Sir,\n\n${BODY} ${remain}\n\n`;
    expect(encode(`${before}Rachel Ash\n`)).toContain(
      `meeting.</p><closer><salute>${remain}</salute><signed>`,
    );
    expect(encode(`${before}The weather has been fine all the week, and we walk out.\n`)).toContain(
      `${BODY} ${remain}</p>`,
    );
  });

  it('is followed by that of a second writer, by its translation, by one with a title', () => {
    const one = `Brief von Karl und Anna Weber an Luise Lahn vom 19. April 1833\n\nd. 19.4.33\n\nLiebe Luise!\n\n${'Vielleicht hast du schon gelesen, dass wir nun doch im Herbst nach Jena ziehen. '.repeat(2)}\n\nHoffentlich auf Wiedersehen\n\nDein K.\n\n`;
    const second = encode(
      `${one}Liebe Luise,\n\nich will nur sagen, dass uns das alles sehr gefreut hat, und dass die Kinder gesund sind.\n\nIch umarme dich\n\nAnna\n`,
    );
    expect(second).toMatch(
      /Dein K\.<\/signed><\/closer><\/div><div type="letter"><opener><salute>Liebe (?:<[^>]+>)?Luise/,
    );
    expect(second).toMatch(/<closer><salute>Ich umarme dich<\/salute><signed>/);
    const translated = encode(
      `${one}[Page 1]\n\n19 April 1833\n\nMy dear Luise,\n\n${'You may have read already that after all we are going to move in the autumn. '.repeat(2)}\n\nYours truly,\n\nK.\n`,
    );
    expect(translated).toMatch(
      /<div type="letter"><pb n="1"\/><opener><dateline><date when="1833-04-19">19 April 1833<\/date><\/dateline><salute>My dear/,
    );
    // The document's language is English, as most of its words are.
    expect(translated).toContain('<div xml:lang="de"><opener>');
    const dated = encode(
      `Lettera di Maria a Lorenzo\n\nDe Grenoble ce premier août 1672\n\n${'Potevate fare a meno di scrivermi una simile lettera, come quella che mi ha consegnato. '.repeat(2)}\n\nM.M.C.\n\nGrenoble, 1 August 1672\n\nYou could have done without writing me such a letter as he gave me.\n\nM.M.C.\n`,
    );
    expect(dated).toMatch(
      /M\.M\.C\.<\/signed><\/closer><\/div><div type="letter"[^>]*><opener><dateline><placeName>Grenoble/,
    );
    expect(translated).toContain('<closer><salute>Yours truly,</salute><signed>K.</signed>');
    const titled = encode(
      `${one}Luise Lahn an Anna Weber, 3. Mai 1833\n\n${'Du schreibst mir von der Reise, und ich denke mir, wie schön es werden wird. '.repeat(2)}\n`,
    );
    expect(titled).toMatch(/<div type="letter"><head>.*Luise Lahn.*1833-05-03.*<\/head><p>Du/);
  });

  it('with a numbered heading, a subject, greetings above the name, a street below it', () => {
    const tei = encode(
      `Brief Nr. 7 von Karl Weber an Luise Lahn\n\nBrief Nr. 7.\n\nJena, 3. Mai\n1833\n\nDER NEUE GARTEN.\n\nLiebe Luise!\n\nVielleicht hast du schon gelesen, dass wir nun doch im Herbst nach Jena ziehen.\n\nAlle grüßen dich. Leb wohl.\n\nGanz dein Karl Weber.\n\nAnger Straße No. 13 in Jena\n`,
    );
    expect(tei).toContain('<head>Brief Nr. 7.</head><opener><dateline>');
    expect(tei).toContain('<date when="1833-05-03">3. Mai <lb/>1833</date>');
    expect(tei).toMatch(/<note type="marking"[^>]*>DER NEUE GARTEN\.<\/note><salute>/);
    expect(tei).toMatch(
      /<closer><salute>Alle grüßen dich\. Leb wohl\.<\/salute><signed>Ganz dein .*Weber.*<\/signed><address>/,
    );
  });

  it('with its envelope: addressee, postal marks, a dateline that begins with the day', () => {
    const tei = encode(
      `Field Papers: J. B. Field's Letters to Anna Weber (Archive 12)\n\nAir-Mail\n\nDie Baronin Anna Weber 1030 Wien Neulingasse 26\n\nabout the visit.\n\nFeb 6th, 77 St Mark's Place\nN.Y.C 3.\n\nDear Anna:\n\nI shall be arriving in Vienna next Monday morning and staying till the end of the week.\n\nlove\n\nJohn\n`,
    );
    expect(tei).toMatch(/<note type="marking"[^>]*>Air-Mail<\/note><address><addrLine>Die Baronin/);
    expect(tei).toMatch(/<note type="marking"[^>]*>about the visit\.<\/note><dateline>/);
    expect(tei).toContain('<dateline><date>Feb 6th</date>, 77 St Mark');
    expect(tei).toMatch(
      /<correspAction type="sent"><persName>J\. B\. Field<\/persName>.*type="received"><persName>Anna Weber<\/persName>/,
    );
    const day = encode(
      `Brief von Karl Lahn an Anna Weber\n\nDienstag. HINTERBERG (NORDBAHN)\nHOF 6\nÖSTERREICH\n\nLiebe Anna!\n\nVielen Dank für deine Karte, und komm doch bitte vor Freitag einmal herüber zu uns.\n\nDein Karl\n`,
    );
    expect(day).toMatch(
      /<dateline><date>Dienstag<\/date>\. <placeName>HINTERBERG<\/placeName> \(NORDBAHN\)/,
    );
    expect(
      encode(
        `An Otto.\n\nJen. 20. Mai 1806. Ostersonntag\n\nVielen Dank für deine Karte, und komm doch bitte vor Freitag einmal herüber zu uns.\n`,
      ),
    ).toContain('<date when="1806-05-20">20. Mai 1806</date>. Ostersonntag</dateline>');
  });

  it('was sent on the day that its copy notes, not on one that a letter mentions', () => {
    const text = (note: string) =>
      `67.2 Brief Lahn an RA Otto Weber\n\nSehr geehrter Herr Kollege!\n\nIch sende Ihnen als Beilage die Abschrift der seinerzeit verlangten Erklärung.1\n\nMit vorzüglicher Hochachtung\n\n  1. ${note}\n`;
    expect(encode(text('Betr. Weber exp. am 29. Sept. 1927'))).toContain(
      '<date when="1927-09-29">29. Sept. 1927</date></correspAction>',
    );
    expect(encode(text('Die Antwort ist abgesandt 3. Mai 1927, wie er schreibt.'))).not.toMatch(
      /<correspAction type="sent"><persName>Lahn<\/persName><date/,
    );
  });

  it('has no signature in the address over its text', () => {
    const tei = encode(
      `Lettre de Jean Morel à Louis Amrein, Genève, 3 mai 1877\n\nMonsieur Louis Amrein\n\nLucerne\nMonsieur le Président\n\n${'Nous avons reçu votre lettre et nous ferons ce que vous nous demandez de faire. '.repeat(2)}\n`,
    );
    expect(tei).not.toContain('<signed>');
  });

  it('in German: the year in two digits by the title’s date, hard spaces, several lines of an address', () => {
    const tei = encode(
      'Elise Brandt an Paul Reimers, 4. 8. 1909\n\nHerrn Paul Reimers\nKiel\nHoltenauer Str. 14\n\nSylt, 4.\u00a08.\u00a009\n\nLieber Paul, das Wetter ist herrlich und wir baden jeden Tag, auch wenn es nicht warm ist.\n\nHerzliche Grüße\nDeine Elise\n',
    );
    expect(tei).toContain(
      '<addrLine>Holtenauer Str. 14</addrLine></address><dateline><placeName>Sylt</placeName>, <date when="1909-08-04">',
    );
    expect(tei).toContain(
      '<salute>Herzliche Grüße</salute><signed>Deine <persName>Elise</persName></signed>',
    );
  });
});

describe('a despatch', () => {
  const tei = encode(
    'No. 7. Mr. Ash to Mr. Birch.\n\nLegation of the United States,\nStrelsau, March 3, 1870. (Received April 2.)\n\nNo. 15.]\n\nSir: I have the honor to inclose a copy of a note, and to ask for instructions in the matter of the pilgrims.\n\nI have, &c.,\n\nJOHN ASH.\n\n[Inclosure in No. 15.]\n\nCount Black to Mr. Ash.\n\nZenda, March 1, 1870.\n\nSir: I have received your note of the 27th ultimo.\n\nBLACK.\n',
  );

  it('has place and date below its letterhead, and when it was received', () => {
    expect(tei).toContain(
      '<placeName>Strelsau</placeName>, <date when="1870-03-03">March 3, 1870</date>. (Received <date when="1870-04-02">April 2</date>.)',
    );
  });

  it('is closed before its enclosure, which has opener and closer of its own', () => {
    expect(tei).toContain(
      '<closer><salute>I have, &amp;c.,</salute><signed><persName>JOHN ASH</persName>.</signed></closer></div><div type="enclosure">',
    );
    expect(tei).toContain('<date when="1870-03-01">March 1, 1870</date>.</dateline></opener>');
    expect(tei).toContain('<signed><persName>BLACK</persName>.</signed></closer></div>');
  });

  it('ends at each signature in capitals; a seal is beside the names', () => {
    const sentence =
      'The commission has heard the owners of both vessels, and has found no cause to alter what the court had decided.';
    const tei = encode(
      `Mr. Hale to Mr. Carver.\n\nWar Department,\nWashington, April 14, 1882.\n\nSir: ${sentence}\n\nVery respectfully, &c.,\n\nAMOS T. HALE,\nSecretary of War.\n\nReport on the two vessels.\n\n${sentence}\n\nReceive, sir, &c.,\n\nVON STRAHL.\n\n[Circular.]\n\n${sentence}\n\nDone at London, the thirteenth day of May, 1882.\n\n[l. s.]\n\nE. LINDLEY.\n\n[l. s.]\n\nPAUL G. MARE.\n`,
    ).replace(/<\/?(?:persName|orgName|date(?!line))[^>]*>/g, '');
    expect(tei).toContain('<signed>AMOS T. HALE, <lb/>Secretary of War.</signed></closer></div>');
    expect(tei).toContain(
      '<closer><salute>Receive, sir, &amp;c.,</salute><signed>VON STRAHL.</signed></closer>',
    );
    expect(tei).toMatch(
      /<signed>E. LINDLEY.<\/signed><note [^>]*>.*\[l. s.\].*<\/note><signed>PAUL/,
    );
  });

  it('keeps the order of what is behind the signature', () => {
    expect(() =>
      encode(
        'Mr. Ash to Mr. Birch\n\nZenda, March 3, 1870.\n\nSir: I have the honor to send the copy that you asked for.\n\nI am, &c.,\n\nJOHN ASH.\n\nA copy.\n\nThe secretary of legation.\n\nF. OAK.\n',
      ),
    ).not.toThrow();
  });
});
