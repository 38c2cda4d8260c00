/**
 * Renders pages by the edition's own layouts, and by the program's if those fail.
 *
 * Takes the edition's layouts, a function that makes a Nunjucks environment, and for each page a
 * layout of the program and the data. Returns HTML; a finding if the edition's layout failed on the
 * page. Layouts are compiled once a run.
 */
import { basename } from 'node:path';
import nunjucks from 'nunjucks';
import { type Finding, shownPath } from '../core/finding.ts';
import type { Theme, ThemeLayout } from '../model/theme.ts';
import { layoutError } from './layout-error.ts';
import { PROGRAM_PREFIX } from './layouts.ts';
import { programLayouts } from './program-layouts.ts';

/** A renderer's own layouts, or none. */
type Layouts = Theme['layouts'];

class Loader extends nunjucks.Loader {
  readonly #program = programLayouts();
  readonly #layouts: Layouts;

  constructor(layouts: Layouts) {
    super();
    this.#layouts = layouts;
  }

  /** `siglum/base.njk` is the program's own; `base.njk` the edition's if it has one. */
  getSource(name: string): nunjucks.LoaderSource {
    const own = this.#layouts.get(name);
    if (own) return { src: own.text, path: own.path, noCache: false };
    const named = name.startsWith(PROGRAM_PREFIX) ? name.slice(PROGRAM_PREFIX.length) : name;
    return this.#program.getSource(named);
  }
}

interface Desk {
  readonly environment: nunjucks.Environment;
  readonly templates: Map<string, nunjucks.Template>;
}

export class LayoutRenderer {
  readonly #layouts: Layouts;
  readonly #open: (loader: nunjucks.ILoader) => nunjucks.Environment;
  #own: Desk | undefined;
  #program: Desk | undefined;

  constructor(layouts: Layouts, open: (loader: nunjucks.ILoader) => nunjucks.Environment) {
    this.#layouts = layouts;
    this.#open = open;
  }

  /** `layout`: of the program. `tell`: receives the error of a layout of the edition. */
  render(layout: ThemeLayout, context: object, report: (finding: Finding) => void): string {
    if (this.#layouts.size > 0) {
      try {
        const own = this.#layouts.get(basename(layout.path)) ?? layout;
        this.#own ??= this.#desk(this.#layouts);
        return this.#template(this.#own, own).render(context);
      } catch (error) {
        report(this.#finding(error));
      }
    }
    this.#program ??= this.#desk(new Map());
    return this.#template(this.#program, layout).render(context);
  }

  #desk(layouts: Layouts): Desk {
    return { environment: this.#open(new Loader(layouts)), templates: new Map() };
  }

  #template({ environment, templates }: Desk, { path, text }: ThemeLayout): nunjucks.Template {
    const known = templates.get(path);
    if (known) return known;
    const template = new nunjucks.Template(text, environment, path, false);
    templates.set(path, template);
    return template;
  }

  #finding(error: unknown): Finding {
    const found = layoutError(error, [...this.#layouts.values()]);
    const path = found?.layout.path ?? ([...this.#layouts.values()][0] as ThemeLayout).path;
    const { message, ...place } = found?.problem ?? {
      message: String(error).split('\n').at(-1)?.trim() ?? '',
    };
    return {
      path: shownPath(path),
      ...place,
      severity: 'error',
      rule: 'theme/layout',
      message:
        `the layout fails: ${message}; pages on which it fails have the program’s own layout ` +
        'until this is corrected',
    };
  }
}
