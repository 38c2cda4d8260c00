/**
 * The marks of notes: how people write them before a note and at its anchor.
 *
 * Takes a line, or a label and its form. Returns the label that opens a note, or the pattern of its
 * anchor. `@n` of a note is the label without brackets, full stop and raising: `12`, `58a`, `*`.
 */

/** How the label of a note is written before the note. */
export type LabelForm =
  /** "  12. Text", indented, as in the reading texts of printed volumes. */
  | 'indented'
  /** "12. Text", "12 Text", "12) Text" */
  | 'number'
  /** "[12] Text" */
  | 'bracket'
  /** "(12) Text" */
  | 'paren'
  /** "^12 Text", "[^12]: Text" */
  | 'caret'
  /** "¹² Text" */
  | 'raised'
  /** "* Text", "†† Text" */
  | 'sign';

interface NoteLabel {
  readonly n: string;
  readonly form: LabelForm;
  /** Characters of the line before the note's words. */
  readonly length: number;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SIGNS = '*†‡§¶';
const NUMBER = String.raw`\d{1,4}[a-z]?`;
const SIGN = `[${SIGNS}]{1,4}`;

/**
 * The first form that fits counts. A form is strong if it is hardly ever used for anything but
 * notes.
 */
const FORMS: readonly {
  readonly form: LabelForm;
  readonly strong: boolean;
  readonly opens: RegExp;
}[] = [
  { form: 'indented', strong: true, opens: new RegExp(`^ {1,4}(${NUMBER}|${SIGN})\\.(?: |$)`) },
  {
    form: 'caret',
    strong: true,
    opens: new RegExp(`^ {0,4}(?:\\[\\^(${NUMBER}|${SIGN})\\]:?|\\^(${NUMBER}))(?: |$)`),
  },
  { form: 'raised', strong: true, opens: new RegExp(`^ {0,4}([${RAISED}]{1,4})[.)]? ?(?=\\S|$)`) },
  {
    form: 'bracket',
    strong: false,
    opens: new RegExp(`^ {0,4}\\[(${NUMBER}|${SIGN}|[a-z])\\](?: |$)`),
  },
  { form: 'paren', strong: false, opens: new RegExp(`^ {0,4}\\((${NUMBER}|${SIGN})\\)(?: |$)`) },
  // "§ 12" is the number of a section, not of a note.
  {
    form: 'sign',
    strong: false,
    opens: new RegExp(`^ {0,4}(?!§+\\s?\\d)(${SIGN})[.)]? ?(?=[^\\s${SIGNS}])`),
  },
  { form: 'number', strong: false, opens: new RegExp(`^ {0,4}(${NUMBER})(?:[.)]|)(?: |$)`) },
];

/** The label with which a line opens a note; undefined if it cannot be one. */
export function noteLabel(line: string): NoteLabel | undefined {
  for (const { form, opens } of FORMS) {
    const match = opens.exec(line);
    const label = match?.[1] ?? match?.[2];
    if (match && label !== undefined)
      return { n: plainDigits(label), form, length: match[0].length };
  }
  return undefined;
}

export function isStrong({ form }: NoteLabel): boolean {
  return FORMS.some((known) => known.form === form && known.strong);
}

/** "12" for "¹²". */
function plainDigits(label: string): string {
  return label.replace(new RegExp(`[${RAISED}]`, 'g'), (digit) => String(RAISED.indexOf(digit)));
}

/** The same number with raised digits; undefined for a label that is not a number. */
function raisedDigits(n: string): string | undefined {
  return /^\d+$/.test(n) ? n.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit) : undefined;
}

/**
 * A form of an anchor, and the weight of a place with this form; bare numbers are weighed by their
 * context.
 */
interface AnchorForm {
  readonly text: string;
  readonly weight: number | 'surroundings';
}

/** The possible forms of a note's anchor, given the form of its label. */
export function anchorForms(n: string, form: LabelForm): readonly AnchorForm[] {
  const forms: AnchorForm[] = [];
  const raised = raisedDigits(n);
  if (raised) forms.push({ text: raised, weight: 8 });
  forms.push({ text: `[^${n}]`, weight: 8 }, { text: `^${n}`, weight: 8 });
  forms.push({ text: `[${n}]`, weight: form === 'bracket' ? 8 : 5 });
  if (form === 'paren') forms.push({ text: `(${n})`, weight: 6 });
  if (/^[a-z]$/.test(n)) return forms;
  if (!/^\d/.test(n)) forms.push({ text: n, weight: 7 });
  else if (form !== 'bracket' && form !== 'caret' && form !== 'raised')
    forms.push({ text: n, weight: 'surroundings' });
  return forms;
}
