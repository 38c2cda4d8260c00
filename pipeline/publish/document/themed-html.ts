/**
 * HTML by the edition's own stylesheet (theme/), and by the program's if that fails.
 *
 * Takes a function that runs a stylesheet, and the edition's stylesheet. Returns the result, and
 * the error that made the program's own necessary.
 */
import { foldSpace } from '../../core/text.ts';
import type { ThemeError, ThemeStylesheet } from '../../model/theme.ts';
import { lineInMain } from '../../theme/stylesheet.ts';
import type { DocumentHtml } from '../../transform/model.ts';
import { StylesheetError } from '../../xml/saxon/xslt.ts';

export interface Themed<Made> {
  readonly made: Made;
  /** Null if the edition's stylesheet succeeded, or there is none. */
  readonly error: ThemeError | null;
}

/**
 * `run`: gets the edition's stylesheet, or undefined for the program's own. `isWhole`: whether the
 * result is complete.
 */
export async function themed<Made>(
  stylesheet: Pick<ThemeStylesheet, 'main'> | null,
  run: (main: string | undefined) => Promise<unknown>,
  isWhole: (made: unknown) => boolean,
): Promise<Themed<Made>> {
  if (!stylesheet) return { made: (await run(undefined)) as Made, error: null };
  let themeError: ThemeError;
  try {
    const made = await run(stylesheet.main);
    if (isWhole(made)) return { made: made as Made, error: null };
    themeError = {
      message: 'it does not return the parts of a page that the program’s stylesheet returns',
      line: null,
    };
  } catch (error) {
    themeError = errorOf(error);
  }
  return { made: (await run(undefined)) as Made, error: themeError };
}

function errorOf(error: unknown): ThemeError {
  // The result of a stylesheet is JSON.
  if (error instanceof SyntaxError)
    return { message: 'it returns something else than the parts of a page', line: null };
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof StylesheetError) && !(error as { findings?: unknown }).findings)
    throw error;
  return {
    message: foldSpace(message).replace(/^\S*:\d+: /, ''),
    line: lineInMain(message),
  };
}

/** Whether a value has the parts of a document's page. */
export function isDocumentHtml(made: unknown): boolean {
  if (typeof made !== 'object' || made === null) return false;
  const html = made as Partial<DocumentHtml>;
  const parts = [html.heading, html.text, html.notes, html.apparatus, html.witnesses, html.record];
  return (
    parts.every((part) => typeof part === 'string') &&
    typeof html.noteCount === 'number' &&
    Array.isArray(html.readable) &&
    Array.isArray(html.unforeseen)
  );
}

/** Whether a value is the divisions of edition.xml. */
export function isProse(made: unknown): boolean {
  return (
    Array.isArray(made) &&
    made.every((part) =>
      ['type', 'id', 'heading', 'html'].every((name) => typeof part?.[name] === 'string'),
    )
  );
}
