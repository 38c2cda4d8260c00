/**
 * Small strict readers of BibTeX and RIS: they refuse input that a lenient program would guess at.
 *
 * Takes a file. Returns its entries; an error for an unbalanced brace, a repeated field, an invalid
 * line.
 */

interface BibEntry {
  readonly type: string;
  readonly key: string;
  /** Values as they are between their braces. */
  readonly fields: ReadonlyMap<string, string>;
}

export function readBib(text: string): BibEntry[] {
  const entries: BibEntry[] = [];
  let at = 0;
  const take = (pattern: RegExp, what: string): string => {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    if (!found) throw new Error(`${what} expected at ${JSON.stringify(text.slice(at, at + 30))}`);
    at += found[0].length;
    return found[1] ?? found[0];
  };
  const braced = (): string => {
    const from = at;
    let depth = 0;
    // As BibTeX counts: a backslash before a brace changes nothing.
    do {
      if (at >= text.length) throw new Error('a brace is left open');
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
      at += 1;
    } while (depth > 0);
    return text.slice(from + 1, at - 1);
  };
  while (at < text.length) {
    const type = take(/@([a-z]+)\{/, 'an entry');
    const key = take(/([A-Za-z][A-Za-z0-9:.-]*),\s*/, 'a key');
    const fields = new Map<string, string>();
    while (text[at] !== '}') {
      const name = take(/([a-z]+) = (?=\{)/, 'a field');
      if (fields.has(name)) throw new Error(`${name} twice`);
      fields.set(name, braced());
      take(/,?\s*/, 'the next field');
    }
    take(/\}\s*/, 'the end of the entry');
    entries.push({ type, key, fields });
  }
  return entries;
}

/**
 * The text that TeX would print for a value. Throws if a character remains that is special in TeX.
 */
export function printed(value: string): string {
  const commands: Record<string, string> = {
    textbackslash: '\\',
    textbraceleft: '<',
    textbraceright: '>',
    textasciicircum: '^',
    textasciitilde: '~',
  };
  const text = value
    .replace(
      /\\(textbackslash|textbraceleft|textbraceright|textasciicircum|textasciitilde)\{\}/g,
      (_, name: string) => `\0${commands[name]}`,
    )
    .replace(/\\([$&#%_])/g, '\0$1');
  const left = text.replace(/\0./g, '').match(/[\\$&#%_^~]/);
  if (left) throw new Error(`${left[0]} is not escaped in ${value}`);
  return text.replace(/[{}]/g, '').replace(/\0</g, '{').replace(/\0>/g, '}').replaceAll('\0', '');
}

/** Lines by tag, in order. */
export function readRis(text: string): [tag: string, value: string][] {
  if (!text.endsWith('ER  - \r\n')) throw new Error('the record has no end');
  const lines = text.slice(0, -2).split('\r\n');
  return lines.map((line) => {
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line) ?? [];
    if (tag === undefined || value === undefined)
      throw new Error(`no line of RIS: ${JSON.stringify(line)}`);
    return [tag, value];
  });
}
