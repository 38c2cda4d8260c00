/** Beginnings of plays in languages with no listed words but those of headings. */

/** Headings of an act and a scene and two speeches, by language tag. */
export const PLAYS: Readonly<
  Record<string, readonly [act: string, scene: string, ...speeches: string[]]>
> = {
  it: [
    'ATTO PRIMO',
    'SCENA II',
    'Che cosa è questo, che non mi lasci in pace?',
    'Non è nulla, ma gli amici sono con lui nel giardino.',
  ],
  nl: [
    'EERSTE BEDRYF',
    'Tweede Tooneel.',
    'Het is niet waar dat hij aan mij heeft geschreven.',
    'Maar ook wordt dit door een van de vrienden niet geloofd.',
  ],
  sv: [
    'Första akten',
    'Andra scenen',
    'Jag är inte den som vill gå med honom, och det vet du.',
    'Också jag har hört att han kommer från staden.',
  ],
  da: [
    'Første Akt',
    'Anden Scene',
    'Jeg er ikke den, som vil gaa med ham, og det veed jeg.',
    'Naar han kom til mig, blev jeg paa mit Værelse efter Tiden.',
  ],
  hu: [
    'ELSŐ FELVONÁS',
    'II. JELENET',
    'Nem tudom, hogy mit akar, és azt sem, hogy mert jött.',
    'Én már mondtam, hogy ez az egy dolog nincs még kész.',
  ],
  pt: [
    'ACTO PRIMEIRO',
    'CENA II',
    'Não sei o que ele quer com uma carta que não é para mim.',
    'Também eu não sei, mas foi ele que a mandou pelo criado.',
  ],
  la: [
    'ACTUS PRIMUS',
    'SCAENA II',
    'Quid est quod non mihi dicis, cum ex te quaero?',
    'Nihil est sed enim quam ille ipse hoc non nosse vult.',
  ],
};
