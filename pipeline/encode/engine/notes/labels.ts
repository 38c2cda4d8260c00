/**
 * The marks of notes: how people write them before a note and at its anchor.
 *
 * Takes a line, or a label and its form. Returns the label that opens a note, or the pattern of its
 * anchor. `@n` of a note is the label without brackets, full stop and raising: `12`, `58a`, `*`.
 */

/** How the label of a note is written before the note. */
export type LabelForm =
  /** "  12. Text", set in: so the reading texts of printed volumes have it. */
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
 * The first form that fits counts. A form is strong where it is hardly ever anything but a note's.
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
  { form: 'sign', strong: false, opens: new RegExp(`^ {0,4}(${SIGN})[.)]? ?(?=[^\\s${SIGNS}])`) },
  { form: 'number', strong: false, opens: new RegExp(`^ {0,4}(${NUMBER})(?:[.)]|)(?: |$)`) },
];

/** The label with which a line opens a note; nothing where it cannot be one. */
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

/** The same number with raised digits; nothing for a label that is no number. */
function raisedDigits(n: string): string | undefined {
  return /^\d+$/.test(n) ? n.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit) : undefined;
}

/**
 * A way to write an anchor, and how much speaks for a place where it stands; bare numbers are
 * weighed by their surroundings.
 */
interface AnchorForm {
  readonly text: string;
  readonly weight: number | 'surroundings';
}

/** How the anchor of a note may be written, given how its label is. */
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
