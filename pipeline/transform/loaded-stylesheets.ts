/**
 * Stylesheets for many documents: opened once a run, since even to see that nothing of one has
 * changed takes as long as a small document.
 *
 * Takes the path of a stylesheet, the cache, and the run that it is for. Returns the compiled
 * stylesheet. Those of an earlier run are released.
 */
import { type CompiledStylesheet, compileStylesheet } from '../xml/xslt.ts';

const held = new Map<
  string,
  { readonly run: string; readonly stylesheet: Promise<CompiledStylesheet> }
>();

/** `run`: a hash that changes when the program does. */
export function loadedStylesheet(
  path: string,
  cache: string,
  run: string,
): Promise<CompiledStylesheet> {
  const known = held.get(path);
  if (known?.run === run) return known.stylesheet;
  const stylesheet = compileStylesheet(path, cache);
  held.set(path, { run, stylesheet });
  stylesheet.catch(() => held.delete(path));
  return stylesheet;
}
