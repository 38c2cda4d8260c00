/** From this length on (in characters) a block is a paragraph of running text. */
export const PARAGRAPH = 160;
