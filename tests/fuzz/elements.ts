/**
 * Well-formed XML with elements damaged at random, reproducible by its seed: characters
 * changed at random mostly make a file that is refused at once, so that the code after the reader
 * is not tested.
 *
 * Takes a well-formed document, random numbers, insertions. Returns the document with elements
 * removed, doubled, moved, wrapped, unwrapped, renamed, given other attributes, and with insertions
 * between them. It is well-formed, unless an insertion is not.
 */
import { readXml, type XmlElement } from '../../pipeline/xml/read.ts';

type Random = () => number;

export interface Ingredients {
  /** Names of elements for wrapping and renaming. */
  readonly names: readonly string[];
  /** Attributes with values, as they are written in a tag. */
  readonly attributes: readonly string[];
  /** Insertions between elements. */
  readonly between: readonly string[];
}

/** An element by offsets in the text: its tags, and what is between them. */
interface Stretch extends XmlElement {
  readonly end: number;
  readonly innerEnd: number;
}

/** `most`: how many changes at most. */
export function withElementsSpoilt(
  xml: string,
  random: Random,
  ingredients: Ingredients,
  most: number,
): string {
  let spoilt = xml;
  const times = 1 + Math.floor(random() * most);
  for (let time = 0; time < times; time++) spoilt = changed(spoilt, random, ingredients);
  return spoilt;
}

function changed(xml: string, random: Random, { names, attributes, between }: Ingredients): string {
  const all = stretchesOf(xml);
  const one = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  // The outermost element stays where it is.
  const { name, start, startEnd, end, innerEnd } =
    all.length > 1 ? one(all.slice(1)) : (all[0] as Stretch);
  const [before, whole, after] = [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
  const inner = xml.slice(startEnd, innerEnd);
  const tag = xml.slice(start, startEnd);
  const prefix = /^[^\s:/>]+:/.exec(name)?.[0] ?? '';
  const as = (other: string): string => (other.includes(':') ? other : `${prefix}${other}`);
  switch (Math.floor(random() * 9)) {
    case 0:
      return before + after;
    case 1:
      return before + whole + whole.replace(/(\sxml:id\s*=\s*["'][^"']*)/g, '$1x') + after;
    case 2: {
      const rest = before + after;
      const places = stretchesOf(rest).flatMap((place) => [place.startEnd, place.innerEnd]);
      const at = one(places.filter((place) => place > (all[0]?.startEnd ?? 0)));
      return at === undefined ? rest : rest.slice(0, at) + whole + rest.slice(at);
    }
    case 3:
      return before + inner + after;
    case 4: {
      const other = as(one(names));
      return `${before}<${other}${random() < 0.5 ? ` ${one(attributes)}` : ''}>${whole}</${other}>${after}`;
    }
    case 5: {
      const other = as(one(names));
      const renamed = tag.replace(/^<[^\s/>]+/, `<${other}`);
      return before + renamed + (startEnd === end ? '' : `${inner}</${other}>`) + after;
    }
    case 6:
      return before + withAttribute(tag, one(attributes)) + xml.slice(startEnd);
    case 7: {
      // Another's value: an identifier that is given twice, a pointer to what should not be pointed
      // to.
      const value = one([...xml.matchAll(/\s[\w:]+="([^"]*)"/g)])?.[1] ?? '';
      const own = /(\s[\w:]+=")[^"]*"/.exec(tag);
      const other = own
        ? tag.replace(own[0], () => `${own[1]}${random() < 0.5 ? '#' : ''}${value}"`)
        : tag;
      return before + other + xml.slice(startEnd);
    }
    default: {
      const at = one([start, startEnd, innerEnd, end]);
      return xml.slice(0, at) + one(between) + xml.slice(at);
    }
  }
}

/** Replaces the attribute of that name, if the tag has it. */
function withAttribute(tag: string, attribute: string): string {
  const name = attribute.split('=')[0] as string;
  const without = tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
  return without.replace(/\s*\/?>$/, (end) => ` ${attribute}${end}`);
}

function stretchesOf(xml: string): Stretch[] {
  const all: Stretch[] = [];
  const open: number[] = [];
  readXml(
    { path: 'spoilt.xml', content: xml },
    {
      open(element) {
        open.push(all.length);
        all.push({ ...element, end: element.startEnd, innerEnd: element.startEnd });
      },
      close(_element, end) {
        const at = open.pop() as number;
        const element = all[at] as Stretch;
        const innerEnd = element.startEnd === end ? end : xml.lastIndexOf('</', end - 1);
        all[at] = { ...element, end, innerEnd };
      },
    },
  );
  return all;
}
