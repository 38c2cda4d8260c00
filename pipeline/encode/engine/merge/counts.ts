/**
 * The counts of elements in `tagsDecl`, which follow from the text.
 *
 * In: the text of a TEI file. Out: the same with the counts taken out, so that they are no difference between two versions, or with
 * the counts of its own text. TEI Guidelines, 2.3.4.
 */

const COUNT = /(<tagUsage gi="([\w.-]+)" occurs=")\d+("\/>)/g;

export function withCounts(tei: string, counts: 'none' | 'own'): string {
  if (counts === 'none') return tei.replace(COUNT, '$10$3');
  const counted = countsOf(tei);
  const listed = new Set<string>();
  const filled = tei.replace(COUNT, (_whole, before: string, name: string, after: string) => {
    listed.add(name);
    return `${before}${counted.get(name) ?? 0}${after}`;
  });
  if (listed.size === 0) return filled;
  return withoutNone(withMissing(filled, counted));
}

/** An element that one side has brought in and whose line the other side has taken away gets its line. */
function withMissing(tei: string, counted: ReadonlyMap<string, number>): string {
  const declared = new Set([...tei.matchAll(/<tagUsage\s[^>]*?gi="([^"]+)"/g)].map(([, name]) => name));
  let made = tei;
  for (const [name, count] of counted) {
    if (declared.has(name)) continue;
    const lines = [...made.matchAll(/(\s*)<tagUsage gi="([\w.-]+)" occurs="\d+"\/>/g)];
    const next = lines.find(([, , gi = '']) => gi > name);
    const last = lines.at(-1);
    const near = next ?? last;
    if (!near) break;
    const at = next ? next.index : near.index + near[0].length;
    made = `${made.slice(0, at)}${near[1]}<tagUsage gi="${name}" occurs="${count}"/>${made.slice(at)}`;
  }
  return made;
}

function withoutNone(tei: string): string {
  return tei.replace(/\s*<tagUsage gi="[\w.-]+" occurs="0"\/>/g, '');
}

function countsOf(tei: string): Map<string, number> {
  const counts = new Map<string, number>();
  const start = /<text[\s>]/.exec(tei)?.index ?? tei.length;
  const end = tei.lastIndexOf('</text>');
  for (const [, name = ''] of tei
    .slice(start, end < 0 ? undefined : end)
    .replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '')
    .matchAll(/<([A-Za-z_][\w.-]*)/g)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
