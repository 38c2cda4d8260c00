/**
 * Front matter: statements about the document at the head of a Markdown file, in YAML between lines
 * "---".
 *
 * Takes the file's text. Returns the text after it, the facts as they are written, and findings
 * about what is not understood.
 */
import { parseDocument } from 'yaml';
import { type Finding, InputError } from '../../core/finding.ts';
import type { DeclaredFacts } from './declared.ts';

const FRONT_MATTER =
  /^---[ \t]*(?:\r\n|\r|\n)([\s\S]*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/;

/** The names under which a fact may be given. */
const NAMES: Readonly<Record<string, keyof DeclaredFacts>> = {
  title: 'title',
  date: 'date',
  from: 'from',
  sender: 'from',
  author: 'from',
  to: 'to',
  recipient: 'to',
  addressee: 'to',
  place: 'place',
  genre: 'genre',
  type: 'genre',
  language: 'language',
  lang: 'language',
};

const SEVERAL: ReadonlySet<string> = new Set(['from', 'to']);

/**
 * No front matter needs more aliases than this; with more, YAML can be made to grow without end.
 */
const MOST_ALIASES = 10;

interface FrontMatter {
  readonly body: string;
  readonly declared?: DeclaredFacts;
  readonly findings: readonly Finding[];
}

/** @throws InputError if it is not YAML. */
export function readFrontMatter(source: string, path: string): FrontMatter {
  const matter = FRONT_MATTER.exec(source);
  if (!matter) return { body: source, findings: [] };
  const yaml = matter[1] ?? '';
  const fields = fieldsOf(yaml, path);
  const declared: Record<string, unknown> = {};
  const others: Record<string, string> = {};
  const findings: Finding[] = [];
  for (const [name, value] of fields) {
    const fact = NAMES[name.toLowerCase()];
    const values = (Array.isArray(value) ? value : [value]).filter(
      (one) => one !== null && one !== '',
    );
    if (values.length === 0) continue;
    if (values.some((one) => typeof one === 'object')) findings.push(notUsed(path, yaml, name));
    else if (fact === undefined) others[name] = values.join('; ');
    else if (SEVERAL.has(fact))
      declared[fact] = [...((declared[fact] as string[]) ?? []), ...values.map(String)];
    else declared[fact] = values.join('; ');
  }
  if (Object.keys(others).length > 0) declared['fields'] = others;
  return { body: source.slice(matter[0].length), declared, findings };
}

function fieldsOf(yaml: string, path: string): readonly (readonly [string, unknown])[] {
  // Dates and numbers stay as they are written: "1848-05-03" is not parsed as a date, "007" not as
  // a number.
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const before = yaml.slice(0, error.pos[0]).split(/\r\n|\r|\n/);
    throw new InputError({
      path,
      line: before.length + 1,
      column: (before.at(-1) ?? '').length + 1,
      severity: 'error',
      rule: 'intake/front-matter',
      message:
        `the front matter is not YAML: ${error.message}; put values that hold “: ” or “#” ` +
        `into quotation marks`,
    });
  }
  const value = contentOf(document, path);
  if (value === null) return [];
  if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value);
  const message =
    'the front matter contains no fields; write lines like “title: A letter” between the ' +
    'lines “---”';
  throw refused(path, message);
}

function contentOf(document: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message =
      `the front matter repeats parts of itself by aliases: ${error.message}; write the ` +
      `values out`;
    throw refused(path, message);
  }
}

function refused(path: string, message: string): InputError {
  const rule = 'intake/front-matter';
  return new InputError({ path, line: 2, column: 1, severity: 'error', rule, message });
}

function notUsed(path: string, yaml: string, name: string): Finding {
  const line = yaml.split(/\r\n|\r|\n/).findIndex((text) => text.trimStart().startsWith(name)) + 2;
  const message =
    `the field “${name}” of the front matter is not used: its value is made of parts; write ` +
    `one line of text`;
  return { path, line, column: 1, severity: 'warning', rule: 'intake/front-matter', message };
}
