/** The options of the site, from edition.xml and the command. */
import { type Finding, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import {
  type PageOptions,
  readSiteOptions,
  type TakeAlongFormat,
} from '../../edition/site-options.ts';
import { canPrint } from './compiler.ts';
import type { TakeAlong } from './prints.ts';

interface TakenAlong {
  readonly formats: TakeAlong;
  readonly pages: PageOptions;
  /** Further languages of the interface, from edition.xml. */
  readonly languages: readonly string[];
  readonly findings: readonly Finding[];
}

/** `asked`: by the command; null: nothing is made, whatever edition.xml says. */
export function takenAlong(
  { header }: Pick<Edition, 'header'>,
  asked: readonly TakeAlongFormat[] | null,
): TakenAlong {
  const { takeAlong, languages, pages, findings } = readSiteOptions(header);
  const wanted = new Set(asked === null ? [] : [...takeAlong, ...asked]);
  const pdf = wanted.has('pdf') && canPrint();
  const missing: Finding[] =
    wanted.has('pdf') && !pdf
      ? [
          {
            path: shownPath(header),
            severity: 'warning',
            rule: 'print/no-typst',
            message:
              `no PDF is made: Typst has no program for this machine (${process.platform} ` +
              `${process.arch}); build on Linux, macOS or Windows, or without --pdf`,
          },
        ]
      : [];
  return {
    formats: { pdf, epub: wanted.has('epub') },
    pages,
    languages,
    findings: [...findings, ...missing],
  };
}
