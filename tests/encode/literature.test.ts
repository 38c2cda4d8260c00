/**
 * Plays, verse and prose in several styles: the TEI of small texts.
 */
import { describe, expect, it } from 'vitest';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';

const context = createEncodingContext(openEdition('tei'), []);

/** The body of a text as one line of TEI, without ids. */
function bodyOf(text: string): { genre: string; body: string } {
  const { tei, genre } = encodeDocument({ text, hash: 'ni:///sha-256;x' }, 'd1', 'd1.txt', context);
  const body = tei.slice(tei.indexOf('<body>'), tei.lastIndexOf('</body>'));
  return {
    genre: genre.genre.name,
    body: body
      .replace(/ xml:id="[^"]*"/g, '')
      .replace(/ resp="#siglum" cert="medium"/g, ' cert="medium"')
      .replace(/>\s+</g, '><'),
  };
}

const FRENCH_PLAY = `La Dot

DRAMATIS PERSONAE

M. DURAND, bourgeois.
LUCILE, sa fille.

La scène est à Paris.

ACTE PREMIER

SCÈNE PREMIÈRE

M. DURAND, LUCILE.

M. DURAND, assis.
Ma fille, asseyez-vous ; j'ai deux mots à vous dire.

LUCILE
Mon père, j'obéis.

M. DURAND, à part.
Elle tremble ! (Haut.) Cléante (comme je le disais) ne vous aura point.

LUCILE, pleurant. — Hélas !

Il sort.

FIN DU PREMIER ACTE

ACTE II

SCÈNE PREMIÈRE

LUCILE. Où donc est-il ?

M. DURAND. Ciel !

FIN
`;

const SPANISH_PLAY = `El vergonzoso

Personas que hablan en ella:

DON JUAN, galán
INÉS, criada

JORNADA PRIMERA

Salen DON JUAN y INÉS.

DON JUAN.  ¿Dónde está tu señora?
INÉS.      En su aposento, señor.
DON JUAN.  ¡Ay, que me abrasa el amor
           y el corazón la adora!

Vase INÉS.

DON JUAN.  Hipogrifo violento,
           que corriste parejas con el viento.
INÉS.      (Dentro.) ¡Señor!

FIN DE LA COMEDIA
`;

const MIXED_CASE = `The Parish Meeting

Characters

Mr. Pook, a churchwarden
Mrs. Pook
Old Tabb, sexton

[A vestry. Evening.]

Mr. Pook: Order, order! We will begin with the stove.

Mrs. Pook: It smokes.

Old Tabb (waking): It has smoked since Michaelmas.

Mr. Pook: Nobody asked you, Tabb. [He writes.] What next?

Mrs. Pook: The sexton drinks.

Old Tabb: I drink because it smokes.

[Curtain.]
`;

const WITH_FRONT = `The Miller of Deptford

THE MILLER OF DEPTFORD. A Comedy. As it was acted by the Children of the Chappell.

Written by T. H.

LONDON, Printed for John Wells, at the signe of the Wheele. 1611.

TO THE RIGHT WORSHIPFULL and his euer honoured friend, Master Robert Cole of Lewes.

Sir, the mill that here goes round was first set turning in your garden, when the wind was faire and the companie better than the argument; I could not therefore dedicate it elsewhere without theft, which is a fault I leaue to the Miller himselfe.

Your Seruant, Thomas Hale.

The Speakers.

• Clack a Miller.
• Dusty his Man.

Women.

• Mistresse Clack.

The Prologue.

Our Author bids me say the winde is faire,
And promise you good measure for your fare.

The Miller of Deptford.

(Enter Clack and Dusty.)

CLACK
The wheele (as wheeles will) turnes, and nothing ground:
(For corne is deare, and water all too cheape),
I sit and heare it idly going round.

DUSTY
Sir, here's a sack.

CLACK. ASIDE, TO THE WHEELE
'Tis stolne, yet will I grinde it.
Come, turne about, and he that lost may finde it.

(Exit Dusty.)

Act. 2.

DUSTY
The Constable's without.

CLACK
Then let him in.

DUSTY
He's in.

Song.

The mill goes round, the mill goes round,
And he that lost hath neuer found.

FINIS.
`;

const PUPPET_PLAY = `Kasperl und der Wetterhahn

Puppenspiel von Anton Reindl

Personen:

Kasperl Larifari
Gretl, seine Frau
Der Türmer
Ein Bote

Erster Aufzug

Erster Auftritt

Marktplatz mit Kirchturm. Es ist früher Morgen.

Kasperl
(kommt gähnend aus dem Haus)
Schlapperdibix, ist das heut ein Wind! Mir hat er die Zipfelmütze vom Kopf geblasen, und die Nasen dazu.

Gretl
von innen
Kasperl! Wo bist denn?

Kasperl
Da, wo ich hinschau!
Singt.
    Der Wind, der Wind, das himmlische Kind,
    der bläst mir den Kaffee kalt.

Der Türmer erscheint oben am Turm.

Der Türmer
Ruhe da unten! Der Hahn ist krank.

Gretl und Kasperl ab.

Zweiter Auftritt

Der Türmer. Ein Bote.

Ein Bote
Gnädiger Herr Türmer, ein Brief vom Bürgermeister.

Der Türmer
Lies Er vor! Meine Augen sind oben geblieben.

Gretl
Dann gibt's halt Knödel.

Kasperl
Hast g'hört? Er lebt.

Alle tanzen.

Der Vorhang fällt.
`;

const SHARED_LINES = `LE COCHE VERSÉ

COMÉDIE EN VERS

À PARIS, chez la veuve Duchesne. M. DCC. LXXXII.

SCÈNE PREMIÈRE.

DORANTE, FRONTIN.

FRONTIN.
Monsieur, le coche est mort ; je l'ai vu de mes yeux
Les quatre fers en l'air, la roue au plus des cieux.

DORANTE.
Et Lucile ?

FRONTIN.
            Elle vit.

DORANTE.
                      Ah ! je respire encore.
Cours lui porter l'aveu du feu qui me dévore.

FRONTIN, à part.
Le feu ! c'est bien le mot : la cuisine a brûlé.

DORANTE.
Que dis-tu là tout bas ?

FRONTIN.
                         Que j'en suis désolé.
Elle vient.

Il sort.

SCÈNE II.

DORANTE, LUCILE.

LUCILE, feignant la surprise.
            Vous ici, monsieur ! quelle aventure !

DORANTE.
L'amour, madame, a seul brisé votre voiture.
Déclamant.
Ô ciel, qui de l'essieu conduisis les destins,
Achève, et romps encor l'orgueil de ses dédains !
Il se jette à ses genoux.

LUCILE.
Levez-vous.

DORANTE.
            Non.

LUCILE.
                 Pourquoi ?

DORANTE.
                            Parce que je vous aime.

LUCILE, riant.
Relevez donc le coche ; il fut mieux dit lui-même.

FIN.
`;

const RADIO_PLAY = `THE LAMP AT CRANNOCK POINT

CAST:
CAPTAIN HOLT, master of the Esperance
NED, a boy of twelve
ANNOUNCER

SOUND: Sea. Wind rising.

ANNOUNCER: The Northern Service presents "The Lamp at Crannock Point."

HOLT: (calling) Hold her there, Ned!

NED (off-mike): She won't come round, sir.

HOLT: Then pray, boy. (Pause.) What do you see?

SOUND: A wave breaks over the deck.

NED: A light. No -- two lights.

HOLT: Who spoke?
`;

const COMEDY = `The Long Week-End

A Comedy in Two Acts

To the Company of the Playhouse, Leeds

CHARACTERS (in the order of their appearance)

Mrs. Trent, a widow
Hilda, her daughter
The Colonel

The action passes in the morning-room of a house near Ripon.

Act One: Friday evening.
Act Two: The next morning.

ACT ONE

A fire is burning. Mrs. Trent is discovered at the desk.

Hilda. Mother, the Colonel has come a day early.

Mrs. Trent. Then he must go away.

She rises and crosses to the window.

Hilda (following her). He has brought a parrot.

Mrs. Trent. Nobody told me about a parrot.

The Colonel. Dear lady! He says it in Portuguese.

Hilda. What does he say?

Mrs. Trent. Never mind.

Slow curtain

ACT TWO

Hilda. It spoke in the night, Mother.

CURTAIN
`;

const ZARZUELA = `La reja de plata

Zarzuela en un acto y dos cuadros

ACTO ÚNICO

CUADRO PRIMERO

Plaza en los barrios bajos. Es de noche.

ESCENA PRIMERA

PACO.—¿Ha visto usted a la Lola?

SERENO.—A estas horas no veo ni el chuzo que me dieron en la villa.

Música

LOLA.—A la reja me asomo
    por si pasaba.

PACO.—Por la reja me muero,
    reja de plata.

Hablado

LOLA.—¡Que viene mi madre!

SERENO.—Pues yo me voy con el farol a otra parte, que es lo prudente.

PACO.—¡Adiós!

CUADRO SEGUNDO

LOLA.—¿Eres tú?

FIN DE LA ZARZUELA
`;

describe('a play', () => {
  it('in French has directions behind names, names over scenes, trailers', () => {
    const { genre, body } = bodyOf(FRENCH_PLAY);
    expect(genre).toBe('drama');
    expect(body).toContain(
      '<castItem><role>M. DURAND</role>, <roleDesc>bourgeois</roleDesc>.</castItem>',
    );
    expect(body).toContain('<stage type="setting">La scène est à Paris.</stage>');
    expect(body).toContain(
      '<div type="act"><head>ACTE PREMIER</head><div type="scene"><head>SCÈNE PREMIÈRE</head><stage cert="medium">M. DURAND, LUCILE.</stage>',
    );
    expect(body).toContain(
      '<sp who="#d1-role1"><speaker>M. DURAND,</speaker><stage>assis.</stage><p>Ma fille',
    );
    expect(body).toContain(
      '<p>Elle tremble ! <stage>(Haut.)</stage> Cléante (comme je le disais) ne vous aura point.</p>',
    );
    expect(body).toContain(
      '<stage cert="medium">Il sort.</stage><trailer>FIN DU PREMIER ACTE</trailer></div></div>',
    );
    expect(body).toContain('<trailer>FIN</trailer></div>');
  });

  it('in Spanish has speeches that follow each other without an empty line', () => {
    const { genre, body } = bodyOf(SPANISH_PLAY);
    expect(genre).toBe('drama');
    expect(body).toContain(
      '<div type="act"><head>JORNADA PRIMERA</head><stage cert="medium">Salen DON JUAN y INÉS.</stage>',
    );
    expect(body).toContain(
      '<sp who="#d1-role2"><speaker>INÉS.</speaker><l>En su aposento, señor.</l></sp>',
    );
    expect(body).toContain('<l>¡Ay, que me abrasa el amor</l><l>y el corazón la adora!</l></sp>');
    expect(body).toContain('<stage cert="medium">Vase INÉS.</stage>');
    expect(body).toContain('<speaker>INÉS.</speaker><stage>(Dentro.)</stage><l>¡Señor!</l>');
  });

  it('may name its speakers in small letters, before a colon', () => {
    const { genre, body } = bodyOf(MIXED_CASE);
    expect(genre).toBe('drama');
    expect(body).toContain(
      '<sp who="#d1-role3"><speaker>Old Tabb</speaker><stage>(waking):</stage><p>It has smoked',
    );
    expect(body).toContain('<p>Nobody asked you, Tabb. <stage>[He writes.]</stage> What next?</p>');
    expect(body).toContain('<stage>[Curtain.]</stage>');
  });
});

describe('a play without brackets', () => {
  it('has directions on lines of their own, between speeches and within them', () => {
    const { body } = bodyOf(PUPPET_PLAY);
    expect(body).toContain('<speaker>Gretl</speaker><stage cert="medium">von innen</stage><p>');
    expect(body).toContain(
      '<p>Da, wo ich hinschau!</p><stage cert="medium">Singt.</stage><lg><l>Der Wind, der Wind',
    );
    expect(body).toContain('<stage cert="medium">Der Türmer erscheint oben am Turm.</stage>');
    expect(body).toContain('<stage cert="medium">Gretl und Kasperl ab.</stage></div>');
    expect(body).toContain(
      '<head>Zweiter Auftritt</head><stage cert="medium">Der Türmer. Ein Bote.</stage><sp',
    );
    expect(body).toContain('<stage cert="medium">Alle tanzen.</stage>');
    expect(body).toContain('<trailer>Der Vorhang fällt.</trailer></div>');
  });

  it('in verse has lines that several speakers share, as the layout shows', () => {
    const { body } = bodyOf(SHARED_LINES);
    expect(body).toContain('M. DCC. LXXXII.</p></div>');
    expect(body).toContain('<l part="I">Et Lucile ?</l>');
    expect(body).toContain('<l part="M">Elle vit.</l>');
    expect(body).toContain(
      '<l part="F">Ah ! je respire encore.</l><l>Cours lui porter l\'aveu du feu qui me dévore.</l>',
    );
    // Across a scene, and of four parts.
    expect(body).toContain('<l part="I">Elle vient.</l></sp><stage cert="medium">Il sort.</stage>');
    expect(body).toContain('<l part="F">Vous ici, monsieur ! quelle aventure !</l>');
    expect(body.match(/<l part="M">/g)).toHaveLength(3);
    expect(body).toContain('<stage cert="medium">Déclamant.</stage><l>Ô ciel');
    expect(body).toContain('<stage cert="medium">Il se jette à ses genoux.</stage></sp>');
  });

  it('may have few speakers in small letters, where its title page and acts say what it is', () => {
    const { genre, body } = bodyOf(COMEDY);
    expect(genre).toBe('drama');
    expect(body).toContain('<div type="dedication" cert="medium"><p>To the Company');
    expect(body).toContain('<stage type="setting">The action passes');
    expect(body).toContain('<stage cert="medium">Act One: Friday evening.');
    expect(body.match(/<div type="act">/g)).toHaveLength(2);
    expect(body).toContain('<stage cert="medium">She rises and crosses to the window.</stage>');
    expect(body).toContain('<trailer>Slow curtain</trailer></div><div type="act">');
  });

  it('has cuadros over its scenes, dashes behind names, songs between prose', () => {
    const { genre, body } = bodyOf(ZARZUELA);
    expect(genre).toBe('drama');
    expect(body).toContain(
      '<div type="scene"><head>CUADRO PRIMERO</head><stage cert="medium">Plaza en los barrios bajos. Es de noche.</stage><div type="scene"><head>ESCENA PRIMERA</head><sp>',
    );
    expect(body).toContain('<speaker>SERENO.—</speaker><p>A estas horas');
    expect(body).toContain('<stage cert="medium">Música</stage>');
    expect(body).toContain('<l>Por la reja me muero,</l><l>reja de plata.</l>');
    expect(body).toContain('<stage cert="medium">Hablado</stage>');
    expect(body).toContain('</div></div><div type="scene"><head>CUADRO SEGUNDO</head>');
  });

  it('says where it is set, and below a heading who enters, not as speakers', () => {
    const { body } = bodyOf(
      'The Lodger\n\nA Farce\n\nACT I\n\nSCENE.—A parlour.\n\nSALLY. What a dust!\n\nMARY. Sally! Where is he?\n\nSALLY. Gone out.\n\nMARY. The man has gone.\n\nACT II\n\nSALLY. MARY (at the door).\n\nSALLY. Good day.\n',
    );
    expect(body).toContain('<stage cert="medium">SCENE.—A parlour.</stage>');
    expect(body).toContain('<stage cert="medium">SALLY. MARY (at the door).</stage>');
  });

  it('for the radio has sounds between speeches', () => {
    const { body } = bodyOf(RADIO_PLAY);
    expect(body).toContain('</castList><stage>SOUND: Sea. Wind rising.</stage><sp');
    expect(body).toContain('<speaker>ANNOUNCER:</speaker><p>The Northern');
    expect(body).toContain('<stage>SOUND: A wave breaks over the deck.</stage>');
  });
});

describe('the front matter of a play', () => {
  it('is title page, dedication, lists of speakers, prologue, half-title', () => {
    const { genre, body } = bodyOf(WITH_FRONT);
    expect(genre).toBe('drama');
    expect(body).toContain(
      '<div type="titlePage" cert="medium"><p>THE MILLER OF DEPTFORD. A Comedy. As it was acted by the Children of the Chappell.</p><p>Written by T. H.</p><p>LONDON,',
    );
    expect(body).toContain(
      '<div type="dedication"><head>TO THE RIGHT WORSHIPFULL and his euer honoured friend, Master Robert Cole of Lewes.</head><p>Sir, the mill',
    );
    expect(body).toContain('<closer><signed>Your Seruant, Thomas Hale.</signed></closer></div>');
    expect(body).toContain(
      '<div type="castList" cert="medium"><list type="simple"><head>The Speakers.</head><item>Clack a Miller.</item>',
    );
    expect(body).toContain('<list type="simple"><head>Women.</head>');
    expect(body).toContain('<div type="prologue"><head>The Prologue.</head><lg><l>Our Author');
    expect(body).toContain(
      '</div><div><head>The Miller of Deptford.</head><stage>(Enter Clack and Dusty.)</stage><sp>',
    );
    expect(body).toContain('</div><div type="act"><head>Act. 2.</head>');
  });

  it('and in it brackets are spoken, names have directions in capitals, songs have headings', () => {
    const { body } = bodyOf(WITH_FRONT);
    expect(body).toContain('<l>(For corne is deare, and water all too cheape),</l>');
    expect(body).toContain('<speaker>CLACK. ASIDE, TO THE WHEELE</speaker><l>');
    expect(body).toContain('<lg type="song"><head>Song.</head><l>The mill goes round');
    expect(body).toContain('</div><trailer>FINIS.</trailer></div>');
  });
});

describe('an interview', () => {
  it('has headlines with full stops above its first paragraph, and no chapters', () => {
    const paragraph = 'Der alte Müller wohnt seit vierzig Jahren am Bach und sieht dem Wasser zu. ';
    const said = '»Das Wasser«, sagt er, »ist nicht mehr, was es war.« Und er zeigt auf das Rad. ';
    const { genre, body } = bodyOf(
      [
        'Stimmen aus Wien',
        'Besuch bei einem Müller.',
        'Ein Gespräch über das Wasser und die Zeit.',
        paragraph.repeat(6),
        said.repeat(4),
        'Neues am Bach',
        paragraph.repeat(6),
        said.repeat(4),
      ].join('\n\n'),
    );
    expect(genre).toBe('prose');
    expect(body).toContain(
      '<div><head cert="medium">Besuch bei einem Müller.</head><head type="sub" cert="medium">Ein Gespräch über das Wasser und die Zeit.</head><p>Der alte',
    );
    expect(body).toContain('<div><head cert="medium">Neues am Bach</head>');
  });
});

describe('speeches in verse', () => {
  it('may have initials for names, and brackets within a sentence that are spoken', () => {
    const scene =
      'LYDVS\nNos fugimus ad mare nunc,\net nemo nos videt.\n\nPARIS\nQuo fugimus (Pater noster Hector)\nquaerendam aut mortem?\n\n[Exeunt omnes.]\n\nL\nIn patriam, amice, nunc.\n\nP\nNon licet nobis hodie.\n\nDAVVS\nCur non licet abire nobis?\n\n';
    const { body } = bodyOf(`Servi\n\nACTVS PRIMVS\n\nSCENA PRIMA\n\n${scene.repeat(5)}`);
    expect(body).toContain('<speaker>L</speaker><l>In patriam');
    expect(body).toContain('<l>Quo fugimus (Pater noster Hector)</l>');
  });
});

describe('the title of a book', () => {
  it('above the first act is no speaker', () => {
    const { body } = bodyOf(
      'Der Müller\n\nDER MÜLLER. Lustspiel in einem Akt.\n\nWien 1831.\n\nDER MÜLLER\n\nErste Szene.\n\nANNA. Wer klopft?\n\nJAKOB. Nur ich, der Müller.\n\nANNA. So spät?\n\nJAKOB. So früh!\n\nANNA. Komm herein.\n',
    );
    expect(body).toContain(
      '<div type="titlePage" cert="medium"><p>DER MÜLLER. Lustspiel in einem Akt.</p>',
    );
    expect(body).toContain('<head>DER MÜLLER</head><div type="scene"><head>Erste Szene.</head>');
  });

  it('with its printers is no level above the poems, and a preface has none below it', () => {
    const { genre, body } = bodyOf(
      'Digte\n\nSAMLEDE DIGTE\n\nBogtrykkeriet i Aarhus\n\n© Fyens Forlag 1921\n\nFORORD\n\nVAAR\n\nDet grønnes nu i Skoven,\nog Solen skinner ned,\nog Fuglene foroven\nde synger om vor Fred.\n\nHØST\n\nNu falmer Løv og Rose,\nog Taagen lægger sig\nsaa kold om Mark og Mose,\nog Natten venter dig.\n',
    );
    expect(genre).toBe('verse');
    expect(body).toContain(
      '<div type="titlepage"><p>SAMLEDE DIGTE</p><p>Bogtrykkeriet i Aarhus</p><p>© Fyens Forlag 1921</p></div><div type="preface"><head>FORORD</head></div><div type="poem"><head>VAAR</head>',
    );
  });
});

describe('verse', () => {
  it('with a number at its end but no words for it is not refused for a note', () => {
    const { genre, body } = bodyOf(
      'Ebb\n\nThe last of ebb, and daylight going,\nThe smell of salt and sedge and sand,\nAnd many a voice beyond our knowing\nThat mutters up along the land.\n\nAnd then the flood, the flood returning,\nThe lamps along the harbour burning.\n\n  1. \n',
    );
    expect(genre).toBe('verse');
    expect(body).toContain('</lg><p>1.</p></div>');
  });

  it('has subtitles, authors, refrains, indented lines', () => {
    const { genre, body } = bodyOf(
      "THE WRECK\n\nA Ballad\n\nBy Thomas Hale\n\nThe Mary Ann she put to sea\n  Upon a Friday morn,\nAnd never a soul of her company\n  But wished he'd not been born.\n\n      O the wind and the rain!\n\nThe skipper paced the quarter-deck,\n  A silent man was he;\nHe saw, he said, a little speck\n  Upon the weather lee.\n\n      O the wind and the rain!\n\nTHE END.\n",
    );
    expect(genre).toBe('verse');
    expect(body).toContain(
      '<head type="sub" cert="medium">A Ballad</head><byline>By Thomas Hale</byline><lg><l>The Mary',
    );
    expect(body).toContain('<l rend="indent1">Upon a Friday morn,</l>');
    expect(body).toContain(
      '<lg type="refrain"><l rend="indent2">O the wind and the rain!</l></lg>',
    );
    expect(body).toContain('<trailer>THE END.</trailer>');
  });

  it('in a cycle has numbers with titles beside numbers alone, and a date above the end', () => {
    const { body } = bodyOf(
      'Canciones del molino\n\nI\n\nBajaba el agua clara de la sierra\ncontando a media voz su mercancía.\n\nII. El molinero\n\n¿Qué mueles, molinero?, preguntaba\nla niña de la venta cada día.\n\nIII\n\nHoy pasa por aquí la carretera;\nno queda ni la piedra del molino.\n\nSevilla, mayo de 1931\n\nFIN\n',
    );
    expect(body.match(/<div type="poem"><head>I/g)).toHaveLength(3);
    expect(body).toContain('<closer><dateline>Sevilla, <date when="1931-05"');
  });

  it('has poems with numbers and titles, parts, dedications, a date below', () => {
    const { body } = bodyOf(
      'Lieder\n\nI. Morgen\n\nDer Nebel steigt, die Ruder gehn,\nDie Welt ist noch wie ungeschehn.\n\nII. Mittag\n\n1\n\nEin Fischer geht\nAm Ufer hin.\n\n2\n\nUnd wieder schweigt\nDer See und neigt\nSich in den Schlaf.\n\nIII. Nacht\n\nAn Luise\n\nSchlaf wohl, schlaf wohl! Die Sterne stehn,\nUnd keiner will vorübergehn.\n\nZürich, im Mai 1848.\n',
    );
    expect(body).toContain(
      '<div type="poem"><head>II. Mittag</head><div type="part"><head>1</head><lg><l>Ein Fischer geht</l>',
    );
    expect(body).toContain(
      '<head>III. Nacht</head><head type="dedication" cert="medium">An Luise</head>',
    );
    expect(body).toContain(
      '<closer><dateline>Zürich, im <date when="1848-05" resp="#siglum" cert="high">Mai 1848</date>.</dateline></closer>',
    );
  });
});

describe('prose', () => {
  it('broken into lines is no verse, and its verses are', () => {
    const { genre, body } = bodyOf(
      'Der Schulmeister\n\nErstes Kapitel.\nWie der Schulmeister kam\n\nEs war im Herbste des Jahres 1811, als der neue Schulmeister, ein\nlanger, hagerer Mensch von etwa dreißig Jahren, mit einem Bündel\nunter dem Arme und einer Geige auf dem Rücken zu Fuß in Altenburg\neintraf und vor dem Gasthofe stehen blieb.\n\n»Für Geld wohl«, sagte der Wirt.\n\n    Ich hab mein Sach auf Nichts gestellt,\n    Drum ist mir wohl in dieser Welt.\n\n* * *\n\nDer Pfarrer, ein Mann von vielen Worten, empfing ihn in der Laube,\nwo er, von Bienen umsummt, seine Predigt für den nächsten Sonntag\nschrieb, und hieß ihn sich setzen.\n\nEnde des ersten Bandes.\n',
    );
    expect(genre).toBe('prose');
    expect(body).toContain(
      '<div type="chapter"><head>Erstes Kapitel.</head><head type="sub">Wie der Schulmeister kam</head><p>Es war',
    );
    expect(body).toContain('<lg><l>Ich hab mein Sach auf Nichts gestellt,</l><l>Drum');
    expect(body).toContain('<ab type="ornament">* * *</ab>');
    expect(body).toContain('<trailer>Ende des ersten Bandes.</trailer>');
  });

  it('has epigraphs below the headings of chapters', () => {
    const { body } = bodyOf(
      `Heathcote Hall\n\nVOLUME I\n\nCHAPTER I\n\n"Who steals my purse steals trash."\n—Othello\n\n${'It was upon a morning late in autumn that the coach set her down at the gate. '.repeat(4)}\n\nCHAPTER II.\n\nIN WHICH THE SISTERS MEET\n\n${'Miss Heathcote poured the tea and said that her sister did not come down to breakfast. '.repeat(4)}\n\n— And why not? asked the governess.\n`,
    );
    expect(body).toContain(
      '<epigraph><cit><quote><p>"Who steals my purse steals trash."</p></quote><bibl>—Othello</bibl></cit></epigraph>',
    );
    expect(body).toContain(
      '<head>CHAPTER II.</head><head type="sub">IN WHICH THE SISTERS MEET</head><p>Miss',
    );
    expect(body).toContain('<div type="book"><head>VOLUME I</head><div type="chapter">');
  });

  it('reads the title below the number of a single chapter', () => {
    const { genre, body } = bodyOf(
      `CHAPTER III.\n\nMy School Days\n\n${'I was sent at the age of nine to a school over a shop. '.repeat(4)}\n\nThere were some thirty of us.\n`,
    );
    expect(genre).toBe('prose');
    expect(body).toContain(
      '<head>CHAPTER III.</head><head type="sub" cert="medium">My School Days</head><p>I was',
    );
  });

  it('has title pages, titles below numbers, authors below mottoes, prefaces beside chapters', () => {
    const long = (words: string) => `${words} `.repeat(6).trim();
    const chapter = (head: string, title: string, words: string) =>
      `${head}\n\n${title}\n\n${long(words)}`;
    const { genre, body } = bodyOf(
      [
        'La hija del molino : edición digital',
        'Dicen que al agua que corre nadie la vuelve al molino,\nNi a la palabra que se dijo,\nNi al tiempo.',
        'La hija del molino',
        'Novela original',
        'Madrid 1851',
        'Al lector',
        long('Estas páginas fueron escritas en el campo y no pretenden enseñar nada a nadie.'),
        chapter('I.', 'El río.', 'El agua bajaba turbia aquella mañana y nadie cruzaba el puente.'),
        'No hay bien que dure,\nni pena que no pase,\nni río que no vuelva.',
        chapter('II.', 'La casa.', 'La casa del molinero era blanca y estaba cerrada desde mayo.'),
        chapter('III.', '¿Quién vive?', 'La muchacha no quiso abrir la puerta aunque oyó la voz.'),
        'FIN',
      ].join('\n\n'),
    );
    expect(genre).toBe('prose');
    expect(
      body.replace(/<p>([^<]{60})[^<]*<\/p>/g, '<p>$1…</p>').replace(/ cert="medium"/g, ''),
    ).toContain(
      '<l>Ni al tiempo.</l></lg><div type="titlepage"><p>La hija del molino</p><p>Novela original</p><p>Madrid 1851</p></div>' +
        '<div type="preface"><head>Al lector</head><p>Estas páginas fueron escritas en el campo y no pretenden ens…</p></div>' +
        '<div type="chapter"><head>I.</head><head type="sub">El río.</head>',
    );
    expect(body.match(/<div type="chapter">/g)).toHaveLength(3);
    expect(body).toContain('¿Quién vive?</head>');
    expect(body).toContain('<l>ni pena que no pase,</l>');
    expect(body).toContain('<trailer>FIN</trailer>');
  });

  it('has mottoes in two blocks, ordinals in words, ends of parts, a series of numbered titles', () => {
    const long = 'Le vent se leva vers le soir et la mer devint grise sous les nuages bas. '
      .repeat(5)
      .trim();
    const { body } = bodyOf(
      [
        'Les Falaises',
        'PREMIÈRE PARTIE',
        'Chapitre premier',
        'Le flot qui m’apporta\nrecule et ne sait plus\nle nom de la rive.',
        'HUGO, Odes',
        long,
        'FIN DE LA PREMIÈRE PARTIE',
        'DEUXIÈME PARTIE',
        'Chapitre vingt-troisième',
        'Tout passe.',
        'SÉNÈQUE',
        long,
      ].join('\n\n'),
    );
    expect(body).toMatch(
      /<div type="part"><head>PREMIÈRE PARTIE<\/head><div type="chapter"><head>Chapitre premier<\/head><epigraph><cit><quote><lg><l>Le flot.*<\/lg><\/quote><bibl>HUGO, Odes<\/bibl><\/cit><\/epigraph><p>Le vent/,
    );
    expect(body).toMatch(
      /<trailer>FIN DE LA PREMIÈRE PARTIE<\/trailer><\/div><\/div><div type="part"><head>DEUXIÈME PARTIE<\/head><div type="chapter"><head>Chapitre vingt-troisième<\/head><epigraph>.*Tout passe\..*<bibl>SÉNÈQUE<\/bibl>/,
    );
    const numbered = bodyOf(
      [
        'Essais',
        'I. — Où va le monde ?',
        long,
        'II. — De la mer et des « marins »',
        long,
        'III. Fin',
        long,
      ].join('\n\n'),
    ).body;
    expect(numbered.match(/<div type="chapter"><head>I+\. /g)).toHaveLength(3);
  });
});
