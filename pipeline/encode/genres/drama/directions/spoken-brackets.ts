/**
 * Round brackets around whole lines of verse that are spoken, not directions: "(As fire drives out
 * fire, so pity pity)".
 */
import type { Language } from '../../../languages/model/language.ts';
import { isDirection } from './directions.ts';

/** A shorter bracket (in characters) on its own line is a direction: "(aside),". */
const SHORTEST_ASIDE = 18;
/** From this proportion on, directions on lines of their own usually do. */
const AS_A_RULE = 0.8;

interface Line {
  readonly text: string;
}

/** Whether the play's directions on lines of their own end with a full stop or are in "[]". */
export function directionsArePointed(lines: readonly Line[]): boolean {
  const own = lines.filter(({ text }) => /^[([]/.test(text) && isDirection(text));
  const pointed = own.filter(({ text }) => /^\[|[.!?…]\)+[.]?$/.test(text)).length;
  return own.length > 4 && pointed > own.length * AS_A_RULE;
}

/** The lines of verse within round brackets that are spoken; `pointed`: see above. */
export function spokenBrackets<L extends Line>(
  lines: readonly L[],
  language: Language,
  pointed: boolean,
): Set<L> {
  const written = lines.filter(({ text }) => text !== '');
  const spoken = new Set<L>();
  for (let at = 0; at < written.length; at++) {
    if (!/^\s*\(/.test(written[at]?.text ?? '')) continue;
    const end = closingLine(written, at);
    if (end === undefined) continue;
    const run = written.slice(at, end + 1);
    const before = written[at - 1]?.text.trimEnd();
    if (
      isSpoken(
        run.map(({ text }) => text),
        before,
        written[end + 1] !== undefined,
      )
    ) {
      for (const line of run) spoken.add(line);
    }
    at = end;
  }
  return spoken;

  function isSpoken(run: readonly string[], before: string | undefined, more: boolean): boolean {
    const match = /^\s*\(([^()]*)\)\s*(.*)$/su.exec(run.join(' '));
    const inner = match?.[1]?.trim() ?? '';
    const behind = match?.[2] ?? '';
    if (inner.length < SHORTEST_ASIDE || /[.!?]$/.test(inner)) return false;
    if (language.stageDirection.test(inner) || /^\p{L}+ing(?!\p{L})/u.test(inner)) return false;
    const goesOn = /^(?:[,;:]|\p{Ll})/u.test(behind);
    if (behind !== '' && !goesOn) return false;
    const within = before !== undefined && /[\p{L},;:]$/u.test(before) && more;
    if (/^\p{Ll}/u.test(inner)) {
      return goesOn || (before !== undefined && run.length > 1) || (within && !/,$/.test(before));
    }
    // Lines of verse may begin in capitals, as directions do.
    if (goesOn && (run.length > 1 || before !== undefined)) return true;
    return (goesOn || within) && (pointed || language.firstPerson.test(inner));
  }
}

/** The line that closes the bracket which the line at `at` opens. */
function closingLine(lines: readonly Line[], at: number): number | undefined {
  for (let end = at; end < lines.length && end < at + 6; end++) {
    const text = lines[end]?.text ?? '';
    if (end > at && text.includes('(')) return undefined;
    if (text.includes(')')) return end;
  }
  return undefined;
}
