/** Groups the blocks of the text into the divisions and stanzas of the base. */
import { element, type OutputElement } from '../../encode/engine/write/element.ts';
import type { Container, WitnessBlock } from '../model/model.ts';
import type { TeiContent } from './tei-text.ts';

const LETTERS: Readonly<Record<string, string>> = { p: 'p', head: 'h', div: 's', lg: 'lg' };

interface PlacedBlock {
  readonly block: WitnessBlock;
  readonly content: TeiContent;
  readonly containers: readonly Container[];
}

/** The division that is the document. */
export function documentDivision(
  blocks: readonly WitnessBlock[],
  contents: readonly TeiContent[],
  id: string,
): OutputElement {
  const parts = blocks.flatMap((block, at): PlacedBlock[] => {
    const content = trimmed(contents[at] ?? []);
    return content.length > 0 ? [{ block, content, containers: block.containers }] : [];
  });
  const shared = sharedDepth(parts);
  const inner = parts.map((part) => ({ ...part, containers: part.containers.slice(shared) }));
  const divided = isDivided(inner) ? inner : inner.map(withoutDivisions);
  const nodes = new Builder(id).nodes(divided, 0);
  return element('div', { type: 'document', 'xml:id': `${id}-document` }, ...nodes);
}

/** Divisions that contain all blocks become the document itself. */
function sharedDepth(parts: readonly PlacedBlock[]): number {
  const first = parts[0]?.containers ?? [];
  let depth = 0;
  while (
    first[depth]?.element === 'div' &&
    parts.every(({ containers }) => containers[depth]?.index === first[depth]?.index)
  )
    depth++;
  return depth;
}

/** In TEI no paragraph may follow a division: where one does, the divisions are dropped. */
function isDivided(parts: readonly PlacedBlock[], depth = 0): boolean {
  let divisions = false;
  for (const group of groupsOf(parts, depth)) {
    if (group.container?.element === 'div') {
      divisions = true;
      if (!isDivided(group.parts, depth + 1)) return false;
    } else if (divisions) return false;
  }
  return true;
}

function withoutDivisions(part: PlacedBlock): PlacedBlock {
  return { ...part, containers: part.containers.filter(({ element: name }) => name === 'lg') };
}

interface BlockGroup {
  readonly container?: Container;
  readonly parts: PlacedBlock[];
}

/** Neighbouring parts in the same container. */
function groupsOf(parts: readonly PlacedBlock[], depth: number): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const part of parts) {
    const container = part.containers[depth];
    const last = groups.at(-1);
    if (last && container && last.container?.index === container.index) last.parts.push(part);
    else groups.push(container ? { container, parts: [part] } : { parts: [part] });
  }
  return groups;
}

class Builder {
  readonly #id: string;
  readonly #counts = new Map<string, number>();

  constructor(id: string) {
    this.#id = id;
  }

  nodes(parts: readonly PlacedBlock[], depth: number): OutputElement[] {
    const nodes: OutputElement[] = [];
    for (const { container, parts: own } of groupsOf(parts, depth)) {
      const [first] = own;
      if (!container) {
        if (first) nodes.push(this.#block(first, nodes.length > 0));
      } else if (container.element === 'div') {
        const { n, type = 'section' } = container;
        const name = this.#name('div');
        const inner = this.nodes(own, depth + 1);
        nodes.push(element('div', { type, n, 'xml:id': name }, ...inner));
      } else if (own.every(({ block }) => block.element === 'l')) {
        const name = this.#name('lg');
        const lines = own.map((part) => this.#block(part, true));
        nodes.push(element('lg', { n: container.n, 'xml:id': name }, ...lines));
      } else
        nodes.push(
          ...this.nodes(
            own.map((part) => ({ ...part, containers: [] })),
            0,
          ),
        );
    }
    return nodes;
  }

  /**
   * A heading stays a heading at the beginning of its division; elsewhere it becomes a paragraph.
   */
  #block({ block, content }: PlacedBlock, follows: boolean): OutputElement {
    const name = block.element === 'head' && follows ? 'p' : block.element;
    return element(name, { n: block.n, 'xml:id': this.#name(name) }, ...content);
  }

  #name(of: string): string {
    const letter = LETTERS[of] ?? of;
    const count = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, count);
    return `${this.#id}-${letter}${count}`;
  }
}

/** Without white space at the end of the block. */
function trimmed(content: TeiContent): TeiContent {
  const last = content.at(-1);
  if (typeof last !== 'string') return content;
  const words = last.trimEnd();
  return words === '' ? content.slice(0, -1) : [...content.slice(0, -1), words];
}
