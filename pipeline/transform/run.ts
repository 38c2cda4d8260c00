/**
 * One run of a stylesheet that returns JSON.
 *
 * Takes a compiled stylesheet, the text of a TEI file that `readXml` accepts, or its parsed form,
 * and parameters. Returns the value.
 */
import {
  type CompiledStylesheet,
  parseJson,
  parseSource,
  transform,
  type XdmNode,
} from '../xml/saxon/xslt.ts';

/**
 * Parameters that are the same for all documents of a run: the stylesheets take them both as JSON
 * and as a map.
 */
const COMMON: ReadonlySet<string> = new Set(['strings', 'edition']);

/**
 * The last value of each name. The text is compared, since each batch of a thread's jobs has a copy
 * of its own.
 */
const parsed = new Map<string, { readonly json: string; readonly map: unknown }>();

export function run(
  stylesheet: CompiledStylesheet,
  file: string | XdmNode,
  parameters: Readonly<Record<string, unknown>>,
  initialMode?: string,
): unknown {
  const source = typeof file === 'string' ? parseSource(file) : file;
  // Objects and arrays are passed as JSON: saxon-js would give the stylesheet opaque values.
  const given = Object.entries(parameters).map(([name, value]) => {
    const json = withoutControls(JSON.stringify(value));
    return [name, COMMON.has(name) ? parsedOnce(name, json) : json];
  });
  const made = transform(stylesheet, {
    source,
    parameters: Object.fromEntries(given),
    ...(initialMode && { initialMode }),
  });
  return JSON.parse(made.principal);
}

/**
 * C1 control characters have no meaning for the stylesheets, and saxon-js would turn each into
 * U+FFFD; NEXT LINE is white space (f:line in xslt/lib/entries/entries.xsl).
 */
function withoutControls(json: string): string {
  return /[\x80-\x9f]/.test(json) ? json.replaceAll('\x85', ' ').replace(/[\x80-\x9f]/g, '') : json;
}

function parsedOnce(name: string, json: string): unknown {
  const known = parsed.get(name);
  if (known?.json === json) return known.map;
  const map = parseJson(json);
  parsed.set(name, { json, map });
  return map;
}
