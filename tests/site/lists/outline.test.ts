/** The chapters that a document's page links to: those around it, and their siblings. */
import { describe, expect, it } from 'vitest';
import { headingsOf, outlineAround } from '../../../pipeline/publish/lists/outline.ts';
import {
  type Branch,
  type Chapter,
  type ChapterPlace,
  chapterPlaces,
  chaptersOf,
} from '../../../pipeline/publish/site/order.ts';

const branch = (id: string | null, heading: string | null, ...under: Branch[]): Branch => ({
  id,
  heading,
  under,
});
const documents = ['preface', 'c1', 'd1', 'd2', 'c2', 'd3', 'd4'].map((id) => ({
  id,
  title: id.toUpperCase(),
  address: `/documents/${id}.html`,
}));
const chapters = chaptersOf(
  [
    branch('preface', null),
    branch(
      null,
      'Part One',
      branch('c1', null, branch('d1', null), branch('d2', null)),
      branch('c2', null, branch('d3', null)),
    ),
    branch(null, 'Part Two', branch('d4', null)),
  ],
  documents,
);
const placeOf = <Document extends { readonly id: string }>(
  all: readonly Chapter<Document>[],
  id: string,
): ChapterPlace<Document> => {
  return chapterPlaces(all).get(id) as ChapterPlace<Document>;
};
const shape = (id: string): unknown => outlineAround(placeOf(chapters, id));

describe('the outline of a document’s page', () => {
  it('has the chapters around it, and those beside them, but not those within another', () => {
    const c = (id: string, here: boolean) => ({
      text: id.toUpperCase(),
      address: `/documents/${id}.html`,
      here,
      under: [],
    });
    expect(shape('d3')).toEqual([
      { text: 'Part One', address: null, here: true, under: [c('c1', false), c('c2', true)] },
      { text: 'Part Two', address: null, here: false, under: [] },
    ]);
    expect(shape('d4')).toEqual([
      { text: 'Part One', address: null, here: false, under: [] },
      { text: 'Part Two', address: null, here: true, under: [] },
    ]);
    expect(shape('c1'), 'a chapter’s own page is in it').toEqual(
      expect.arrayContaining([expect.objectContaining({ under: [c('c1', true), c('c2', false)] })]),
    );
  });

  it('is empty where there is one chapter, or none', () => {
    expect(
      outlineAround(placeOf(chaptersOf([branch('c1', null, branch('d1', null))], documents), 'd1')),
    ).toEqual([]);
    expect(outlineAround(placeOf(chaptersOf([], documents), 'd1'))).toEqual([]);
  });

  it('has of very many chapters beside each other only the one around it', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      branch(null, `Year ${at}`, branch(`d${at}`, null)),
    );
    const all = many.map((_, at) => ({ id: `d${at}`, title: '', address: '' }));
    expect(outlineAround(placeOf(chaptersOf(many, all), 'd7'))).toEqual([]);
  });
});

it('a document’s way leads through its chapters, and its place has what is under it', () => {
  expect(
    placeOf(chapters, 'd3').way.map(({ heading, document }) => document?.id ?? heading),
  ).toEqual(['Part One', 'c2']);
  expect(placeOf(chapters, 'preface').way).toEqual([]);
  expect(
    chapterPlaces(chapters)
      .get('c1')
      ?.chapter?.under.map(({ document }) => document?.id),
  ).toEqual(['d1', 'd2']);
  expect(chapterPlaces(chapters).get('nobody')?.chapter).toBeUndefined();
});

describe('the chapters of a very large edition, without their documents', () => {
  const at = (...ids: string[]): Branch[] => ids.map((id) => branch(id, null));
  const documentsOf = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      id: `d${n}`,
      title: `Document ${n}`,
      address: `/documents/d${n}.html`,
    }));

  it('lead to their own page, else to the first document under them, and say how many there are', () => {
    const order = [
      branch('d0', null, ...at('d1', 'd2')),
      branch(null, 'Letters', branch(null, '1964', ...at('d3'))),
    ];
    expect(headingsOf(chaptersOf(order, documentsOf(5)))).toEqual([
      { text: 'Document 0', address: '/documents/d0.html', count: 2, under: [] },
      {
        text: 'Letters',
        address: '/documents/d3.html',
        count: 1,
        under: [{ text: '1964', address: '/documents/d3.html', count: 1, under: [] }],
      },
    ]);
  });

  it('are as deep as a page can show, and none where there are too many at the top', () => {
    const inYears = (volumes: number, years: number) =>
      Array.from({ length: volumes }, (_, v) =>
        branch(
          null,
          `Volume ${v}`,
          ...Array.from({ length: years }, (_, y) =>
            branch(null, `Year ${y}`, ...at(`d${v * years + y}`)),
          ),
        ),
      );
    expect(headingsOf(chaptersOf(inYears(20, 15), documentsOf(300)))[0]?.under).toHaveLength(15);
    const deep = headingsOf(chaptersOf(inYears(20, 30), documentsOf(600)));
    expect(deep).toHaveLength(20);
    expect(deep[0]).toMatchObject({ count: 30, under: [] });
    expect(headingsOf(chaptersOf(inYears(500, 1), documentsOf(500)))).toEqual([]);
  });
});
