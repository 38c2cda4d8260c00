/** Nine short texts of a new edition, written for the tests, and the names that are in them. */

interface NewText {
  readonly id: string;
  readonly text: string;
  /** Words that are a name there; all others that the program proposes are rejected. */
  readonly names: readonly string[];
}

const LETTER_EN = `Ada Ashworth to Henry Thornbury

Leeds, 4 March 1861.

My dear Mr. Thornbury,

Your parcel came on Monday. I read the essay to Miss Eliza Webb, who will speak to Mr. Harcourt at
Bradford about it. Webb says that teh printers of the Northern Review Company are slow.

Yours truly,
Ada Ashworth
`;

const LETTER_DE = `Clara Steinbrück an Emil Hagedorn

Weimar, den 12. Mai 1884.

Lieber Herr Hagedorn!

Gestern war Frau Lindemann bei uns und brachte Noten aus Leipzig. Der Verein probt nächste Woche im
Gasthof. Grüßen Sie bitte Herrn Professor Brandt in Jena.

Mit herzlichem Gruß
Clara Steinbrück
`;

const LETTER_FR = `Lettre de Jules Marchand à Louise Périer

Lyon, le 3 juin 1872.

Chère Madame,

Votre lettre est arrivée ce matin avec celle de votre frère. Nous partons demain pour la campagne et
nous espérons vous revoir bientôt.

Votre dévoué
Jules Marchand
`;

const DIARY = `Diary of Ada Ashworth

Monday, 4 March 1861.
Wrote to Mr. Thornbury. Walked with Eliza Webb to the river.

Tuesday, 5 March 1861.
Mr. Harcourt called from Bradford. Rain all day.
`;

const MINUTES = `Minutes of the Leeds Library Society

Leeds, 9 March 1861.

Present: Mr. Harcourt, Mr. Thornbury, Miss Webb.

1. Mr. Harcourt reported on the new rooms.
2. Resolved, that the Society thank Mr. Thornbury.
`;

const PLAY = `The Lost Parcel

Dramatis Personae

GEORGE, a carrier
MARTHA, his wife

ACT I

SCENE 1. A kitchen.

GEORGE. I have lost the parcel.
MARTHA. Then look for it in the cart.
GEORGE. I looked there first.
MARTHA. Then look there last. [Exit.]
`;

const POEM = `The River in March

The water takes the winter down,
It takes the ice, it takes the stone;
It leaves the mill, it leaves the town,
And goes into the hills alone.

The spring comes after, slow and green,
And asks the water where it went;
The water says what it has seen,
And is, for all its work, content.
`;

const NEWSPAPER = `The Northern Courier

Leeds, Saturday, 16 March 1861.

NEW ROOMS FOR READERS

Mr. Harcourt opened the rooms of the Leeds Library Society on Thursday. Mr. Henry Thornbury spoke for
an hour, and Miss Eliza Webb thanked him.
`;

const LIST = `Books lent in March 1861

- To Miss Webb, a grammar.
- To Mr. Harcourt, a history of the county.
- To Mrs. Oldroyd, a sermon.
`;

const LEEDS = ['Ada Ashworth', 'Ashworth', 'Henry Thornbury', 'Thornbury', 'Eliza Webb', 'Webb'];
const NAMES_EN = [...LEEDS, 'Harcourt', 'Oldroyd', 'Leeds', 'Bradford', 'Leeds Library Society'];

export const NINE_TEXTS: readonly NewText[] = [
  { id: 'letter-en', text: LETTER_EN, names: [...NAMES_EN, 'Northern Review Company'] },
  {
    id: 'letter-de',
    text: LETTER_DE,
    names: 'Clara Steinbrück|Emil Hagedorn|Hagedorn|Lindemann|Brandt|Weimar|Leipzig|Jena'.split(
      '|',
    ),
  },
  {
    id: 'letter-fr',
    text: LETTER_FR,
    names: ['Jules Marchand', 'Louise Périer', 'Lyon', 'Marchand', 'Périer'],
  },
  { id: 'diary', text: DIARY, names: NAMES_EN },
  { id: 'minutes', text: MINUTES, names: NAMES_EN },
  { id: 'play', text: PLAY, names: [] },
  { id: 'poem', text: POEM, names: [] },
  { id: 'newspaper', text: NEWSPAPER, names: NAMES_EN },
  { id: 'list', text: LIST, names: NAMES_EN },
];
