/**
 * Pieces of HTML that are inserted into finished pages.
 *
 * Takes the name of a layout in site/_layouts, with values. Returns HTML. They are rendered here
 * and not with the pages, since they differ between the site and its copy for a release.
 */
import nunjucks from 'nunjucks';
import { programLayouts } from '../../theme/program-layouts.ts';
import { relativeAddress } from '../addresses/relative.ts';
import type { Interface } from '../interface/strings.ts';
import { dayInWords } from '../interface/wording.ts';

export type RenderFragment = (layout: string, values: Readonly<Record<string, unknown>>) => string;

export function openFragments(words: Interface): RenderFragment {
  const environment = new nunjucks.Environment(programLayouts(), {
    autoescape: true,
    throwOnUndefined: false,
  });
  environment.addFilter('relative', relativeAddress);
  environment.addFilter('say', (key: string, values?: Record<string, string | number>) =>
    words.say(key, values),
  );
  environment.addFilter('day', (date: string) => dayInWords(date, words));
  return (layout, values) => environment.render(layout, values).trim();
}
