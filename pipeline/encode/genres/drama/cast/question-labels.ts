/**
 * The labels of questions and answers: "Q. Who made you?", "A. 3. God.", "Frage 3. Ob er". A
 * letter or such a word alone names no speaker; two that take turns through a text do.
 */
import type { SpeakerStart } from './speaker-candidates.ts';

/** Question and answer in English, German, French and Italian, Spanish and Portuguese, Latin. */
const PAIRS: readonly (readonly [question: string, answer: string])[] = [
  ['Q', 'A'],
  ['F', 'A'],
  ['D', 'R'],
  ['P', 'R'],
  ['I', 'R'],
  ['Question', 'Answer'],
  ['Quest', 'Ans'],
  ['Frage', 'Antwort'],
  ['Demande', 'Réponse'],
  ['Pregunta', 'Respuesta'],
];
/** How often both must come, and which part of the blocks they must begin together. */
const FEWEST = 3;
const LEAST_SHARE = 0.4;

/** A letter or word, its sign, and the number of the question behind it. */
const LABEL =
  /^(\p{Lu}\p{Ll}{0,8})(?:[.:](?: ?\d{1,3}[.:])?| \d{1,3}[.:])(?=\s+["“«„(¿¡]?[\p{L}\d])/u;

/** The pair of labels by which the blocks begin; nothing where they are no questions. */
export function questionLabels(firsts: readonly string[]): ReadonlySet<string> | undefined {
  const counts = new Map<string, number>();
  for (const text of firsts) {
    const label = LABEL.exec(text)?.[1];
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const found = PAIRS.find(([question, answer]) => {
    const [asked = 0, answered = 0] = [counts.get(question), counts.get(answer)];
    const even = Math.min(asked, answered) * 2 >= Math.max(asked, answered);
    const enough = Math.min(asked, answered) >= FEWEST;
    return enough && even && asked + answered >= firsts.length * LEAST_SHARE;
  });
  return found && new Set(found);
}

/** The label with which a line begins. */
export function questionLabel(text: string, labels: ReadonlySet<string>): SpeakerStart | undefined {
  const match = LABEL.exec(text);
  const name = match?.[1];
  return match && name !== undefined && labels.has(name)
    ? { name, length: match[0].length, alone: false }
    : undefined;
}
