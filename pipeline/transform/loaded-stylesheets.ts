/**
 * Stylesheets for many documents: opened once a run, since even checking that one is unchanged
 * takes as long as transforming a small document.
 *
 * Takes the path of a stylesheet, the cache, and the run. Returns the compiled stylesheet. Those of
 * an earlier run are released.
 */
import { type CompiledStylesheet, compileStylesheet } from '../xml/saxon/xslt.ts';

const loaded = new Map<
  string,
  { readonly run: string; readonly stylesheet: Promise<CompiledStylesheet> }
>();

/** `run`: a hash that changes when the program does. */
export function loadedStylesheet(
  path: string,
  cache: string,
  run: string,
): Promise<CompiledStylesheet> {
  const known = loaded.get(path);
  if (known?.run === run) return known.stylesheet;
  const stylesheet = compileStylesheet(path, cache);
  loaded.set(path, { run, stylesheet });
  stylesheet.catch(() => loaded.delete(path));
  return stylesheet;
}
