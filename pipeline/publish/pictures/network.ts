/**
 * The network of correspondence as geometry.
 *
 * Takes parties and the ties between them. Returns circles and curves of a picture, with names that
 * do not overlap. The same parties give the same picture: the forces begin from a fixed spiral, and
 * their random numbers from a fixed seed (d3-force).
 */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Correspondence, NetworkParty, Tie, TieKind } from '../lists/correspondence.ts';
import { curveOf, pointsOf, widthOfLine } from './curves.ts';
import { type Frame, type Label, placeLabels, tenth, widthOf } from './labels.ts';
import type { NetworkBody, PlacedBody } from './placed-body.ts';

export interface PartyMark {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** The label beside it: the surname if no other party of the picture has it. */
  readonly short: string;
  readonly label: Label | null;
}

interface TieLine {
  readonly kind: TieKind;
  readonly from: string;
  readonly to: string;
  readonly documents: number;
  /** Of the documents; empty if none has a date. */
  readonly years: readonly string[];
  /** The data of an SVG path. */
  readonly path: string;
  /** In units of the picture. */
  readonly width: number;
}

export interface NetworkPicture extends Frame {
  /** The parties that are shown, those with most documents first. */
  readonly marks: readonly PartyMark[];
  readonly lines: readonly TieLine[];
}

/** More cannot be distinguished; the list beside the picture has all of them. */
export const MOST_PARTIES = 36;

export const MOST_TIES = 90;

const FRAME: Frame = { width: 900, height: 760 };

const LETTERS = { wide: 15, narrow: 25 } as const;

const EDGE = { across: 90, down: 40 } as const;

const RADIUS = { least: 6, most: 20 } as const;

const TICKS = 500;

/** `surname`: of a party, as indexes file it; null if there is no correspondence. */
export function networkOf(
  { parties, ties }: Correspondence,
  surname: (party: NetworkParty) => string,
): NetworkPicture | null {
  const chosen = strongest(parties, ties);
  if (chosen.ties.length === 0) return null;
  const largest = Math.max(...chosen.parties.map(({ documents }) => documents));
  const short = shortNames(chosen.parties, surname);
  const bodies = chosen.parties.map((party): NetworkBody => {
    return {
      key: party.key,
      r: radius(party.documents, largest),
      short: short.get(party.key) as string,
    };
  });
  const placed = fitted(settled(bodies, chosen.ties));
  const marks = placed.map(({ key, x, y, r, short }) => ({ key, x, y, r, short, name: short }));
  const at = new Map(placed.map((body) => [body.key, body]));
  const curves = chosen.ties.map((tie) => ({
    tie,
    curve: curveOf(tie, at.get(tie.from) as PlacedBody, at.get(tie.to) as PlacedBody),
  }));
  const labels = placeLabels(
    marks,
    FRAME,
    LETTERS,
    curves.flatMap(({ curve }) => pointsOf(curve)),
  );
  return {
    ...FRAME,
    marks: marks.map(({ name: _, ...mark }, place) => ({ ...mark, label: labels[place] ?? null })),
    lines: curves.map(({ tie, curve: { start, bent, end } }) => {
      const path = `M${start.x},${start.y}Q${bent.x},${bent.y} ${end.x},${end.y}`;
      return { ...tie, years: tie.years ?? [], path, width: widthOfLine(tie) };
    }),
  };
}

/**
 * The parties with most documents, and among them the strongest ties; parties without any of these
 * are not shown.
 */
function strongest(
  parties: readonly NetworkParty[],
  ties: readonly Tie[],
): { parties: NetworkParty[]; ties: Tie[] } {
  // Letters first: texts mention many persons, but are sent to few.
  const weight = new Map<string, number>();
  for (const { kind, from, to, documents } of ties) {
    for (const key of [from, to])
      weight.set(key, (weight.get(key) ?? 0) + documents * (kind === 'to' ? 3 : 1));
  }
  const first = [...parties]
    .sort((a, b) => (weight.get(b.key) ?? 0) - (weight.get(a.key) ?? 0) || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_PARTIES);
  const keys = tiedAmong(new Set(first.map(({ key }) => key)), ties);
  const among = ties.filter(({ from, to }) => keys.has(from) && keys.has(to));
  const drawn = [
    ...among.filter(({ kind }) => kind === 'to'),
    ...among.filter(({ kind }) => kind === 'about'),
  ].slice(0, MOST_TIES);
  const tied = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  return { parties: parties.filter(({ key }) => tied.has(key)), ties: drawn };
}

/**
 * The chosen parties with a tie to another chosen one. The places of the others, possibly all if
 * everybody writes equally often, go to the ends of the strongest ties.
 */
function tiedAmong(chosen: ReadonlySet<string>, ties: readonly Tie[]): Set<string> {
  const among = ties.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const tied = new Set(among.flatMap(({ from, to }) => [from, to]));
  if (tied.size === chosen.size) return tied;
  for (const { from, to } of [...ties].sort(
    (one, other) => Number(other.kind === 'to') - Number(one.kind === 'to'),
  )) {
    const ends = [from, to].filter((key) => !tied.has(key));
    if (tied.size + ends.length > MOST_PARTIES) continue;
    for (const key of ends) tied.add(key);
  }
  return tied;
}

function shortNames(
  parties: readonly NetworkParty[],
  surname: (party: NetworkParty) => string,
): Map<string, string> {
  const uses = new Map<string, number>();
  for (const party of parties) uses.set(surname(party), (uses.get(surname(party)) ?? 0) + 1);
  return new Map(
    parties.map((party) => [
      party.key,
      uses.get(surname(party)) === 1 ? surname(party) : party.name,
    ]),
  );
}

function settled(bodies: readonly NetworkBody[], ties: readonly Tie[]): PlacedBody[] {
  const nodes = bodies.map((body) => ({ ...body }));
  const links = ties.map(({ from, to, documents }) => ({ source: from, target: to, documents }));
  forceSimulation<NetworkBody>(nodes)
    .force('charge', forceManyBody().strength(-1400))
    .force(
      'ties',
      forceLink<NetworkBody, (typeof links)[number]>(links)
        .id(({ key }) => key)
        .distance(190)
        .strength(({ documents }) => Math.min(0.3, 0.03 * documents)),
    )
    .force('across', forceX(0).strength(0.08))
    .force('down', forceY(0).strength(0.12))
    .force(
      'room',
      forceCollide<NetworkBody>(({ r, short }) => r + 10 + 2.5 * widthOf(short)),
    )
    .stop()
    .tick(TICKS);
  return nodes as PlacedBody[];
}

/**
 * Spread over the whole frame, each direction separately, but at most half as much more in one than
 * in the other.
 */
function fitted(bodies: readonly PlacedBody[]): PlacedBody[] {
  const [across, down] = [spanOf(bodies.map(({ x }) => x)), spanOf(bodies.map(({ y }) => y))];
  const room = { x: FRAME.width - 2 * EDGE.across, y: FRAME.height - 2 * EDGE.down };
  const [wide, high] = [room.x / Math.max(across.size, 1), room.y / Math.max(down.size, 1)];
  const scale = { x: Math.min(wide, 1.5 * high, 2), y: Math.min(high, 1.5 * wide, 2) };
  return bodies.map((body) => ({
    ...body,
    x: tenth(FRAME.width / 2 + (body.x - across.middle) * scale.x),
    y: tenth(FRAME.height / 2 + (body.y - down.middle) * scale.y),
  }));
}

function spanOf(values: readonly number[]): { middle: number; size: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { middle: (least + most) / 2, size: most - least };
}

function radius(documents: number, largest: number): number {
  return tenth(RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(documents / largest));
}
