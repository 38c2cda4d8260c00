/**
 * One run of a stylesheet that gives JSON.
 *
 * In: a compiled stylesheet, the text of a TEI file that `readXml` accepts, or its parsed form, and parameters. Out: the value.
 */
import { type CompiledStylesheet, parseSource, transform, type XdmNode } from '../xml/xslt.ts';

export function run(
  stylesheet: CompiledStylesheet,
  file: string | XdmNode,
  parameters: Readonly<Record<string, unknown>>,
  initialMode?: string,
): unknown {
  const source = typeof file === 'string' ? parseSource(file) : file;
  // Objects and arrays cross as JSON: saxon-js would give the stylesheet opaque values.
  const json = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, JSON.stringify(value)]));
  const made = transform(stylesheet, { source, parameters: json, ...(initialMode && { initialMode }) });
  return JSON.parse(made.principal);
}
