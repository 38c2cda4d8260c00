/**
 * The table in the JSON of CollateX: the sigla, and by column the tokens of each witness; `t` is
 * the text, `n` the normalized form. In addition each token has its place in its file.
 */
import { ANY_RUN } from '../align/edit-distance.ts';
import { type CollationTable, tokenAt } from '../model/model.ts';

/** How a gap is written where only text is possible. */
const GAP = '[…]';

export function plainToken(text: string): string {
  return text.replaceAll(ANY_RUN, GAP);
}

/** In pieces, because a long table does not fit into one string. */
export function* writeJson(table: CollationTable): Generator<string> {
  const { witnesses } = table;
  yield `{"witnesses":${JSON.stringify(witnesses.map(({ siglum }) => siglum))},"table":[`;
  for (let column = 0; column < table.length; column++) {
    const cells = witnesses.map((_, witness) => {
      const token = tokenAt(table, witness, column);
      if (!token) return [];
      const { text, space, place } = token;
      const at = table.cells[witness]?.[column] ?? -1;
      const { line, column: character, xpath, offset } = place;
      return [
        {
          t: plainToken(text) + (space ? ' ' : ''),
          n: plainToken(table.normal[witness]?.[at] ?? text),
          ...(xpath === undefined ? {} : { xpath, offset }),
          line,
          column: character,
        },
      ];
    });
    yield `${column === 0 ? '' : ','}\n${JSON.stringify(cells)}`;
  }
  yield '\n]}\n';
}
