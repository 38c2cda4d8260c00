/**
 * The same document in the formats that can be read: HTML, Markdown, Word and OpenDocument, written
 * from one plain value.
 *
 * Takes blocks of runs. Returns the files' content, as small as the formats allow.
 */
import { strToU8, zipSync } from 'fflate';

export interface Run {
  readonly text: string;
  readonly format?:
    | 'italic'
    | 'bold'
    | 'underline'
    | 'smallcaps'
    | 'superscript'
    | 'subscript'
    | 'strike';
  readonly link?: string;
  /** The words of a note that is anchored behind the run. */
  readonly note?: string;
}

export type RichBlock =
  | { readonly kind: 'heading'; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'quote'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Run[])[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const TAGS = {
  italic: 'em',
  bold: 'strong',
  underline: 'u',
  smallcaps: 'span',
  superscript: 'sup',
  subscript: 'sub',
  strike: 's',
} as const;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export function toHtml(title: string, blocks: readonly RichBlock[]): string {
  const notes: string[] = [];
  const inline = (runs: readonly Run[]): string =>
    runs
      .map(({ text, format, link, note }) => {
        let html = escaped(text);
        if (format)
          html = `<${TAGS[format]}${format === 'smallcaps' ? ' class="smallcaps"' : ''}>${html}</${TAGS[format]}>`;
        if (link) html = `<a href="${escaped(link)}">${html}</a>`;
        if (note === undefined) return html;
        notes.push(note);
        return `${html}<a href="#fn${notes.length}" role="doc-noteref">${notes.length}</a>`;
      })
      .join('');
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `<h2>${inline(block.runs)}</h2>`;
    if (block.kind === 'paragraph') return `<p>${inline(block.runs)}</p>`;
    if (block.kind === 'quote') return `<blockquote><p>${inline(block.runs)}</p></blockquote>`;
    if (block.kind === 'list') {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
    }
    return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
  });
  const list = notes
    .map((note, at) => `<li id="fn${at + 1}" role="doc-endnote">${escaped(note)}</li>`)
    .join('');
  return `<!DOCTYPE html><html><body><h1>${escaped(title)}</h1>${body.join('')}<section role="doc-endnotes"><ol>${list}</ol></section></body></html>`;
}

export function toMarkdown(title: string, blocks: readonly RichBlock[]): string {
  const notes: string[] = [];
  const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#^~|&!-]/g, '\\$&');
  const inline = (runs: readonly Run[]): string =>
    runs
      .map(({ text, format, link, note }) => {
        let words = plain(text);
        if (format === 'italic') words = `*${words}*`;
        if (format === 'bold') words = `**${words}**`;
        if (format === 'strike') words = `~~${words}~~`;
        if (format === 'superscript') words = `^${words}^`;
        if (format === 'subscript') words = `~${words}~`;
        if (link) words = `[${words}](${link})`;
        if (format === 'underline' || format === 'smallcaps') words = `[${words}]{.${format}}`;
        if (note === undefined) return words;
        notes.push(plain(note));
        return `${words}[^${notes.length}]`;
      })
      .join('');
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `## ${inline(block.runs)}`;
    if (block.kind === 'paragraph') return inline(block.runs);
    if (block.kind === 'quote') return `> ${inline(block.runs)}`;
    if (block.kind === 'list') {
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${inline(item)}`)
        .join('\n');
    }
    const [head = [], ...rows] = block.rows;
    const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
    return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
  });
  return `${[`# ${plain(title)}`, ...body, ...notes.map((note, at) => `[^${at + 1}]: ${note}`)].join('\n\n')}\n`;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const RUN_PROPERTIES = {
  italic: '<w:i/>',
  bold: '<w:b/>',
  underline: '<w:u w:val="single"/>',
  smallcaps: '<w:smallCaps/>',
  superscript: '<w:vertAlign w:val="superscript"/>',
  subscript: '<w:vertAlign w:val="subscript"/>',
  strike: '<w:strike/>',
} as const;

/**
 * A Word document of the given body; `parts`: further parts by their relation's type: footnotes,
 * comments, numbering, styles.
 */
export function docxOf(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  links: readonly string[] = [],
): Uint8Array {
  const named = Object.keys(parts).map(
    (type) => `<Relationship Id="p-${type}" Type="${RELATION}/${type}" Target="${type}.xml"/>`,
  );
  const hyper = links.map(
    (link, at) =>
      `<Relationship Id="l${at}" Type="${RELATION}/hyperlink" Target="${escaped(link)}" TargetMode="External"/>`,
  );
  const relations = (list: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  return zipSync({
    '_rels/.rels': strToU8(
      relations([
        `<Relationship Id="d" Type="${RELATION}/officeDocument" Target="word/document.xml"/>`,
      ]),
    ),
    'word/_rels/document.xml.rels': strToU8(relations([...named, ...hyper])),
    'word/document.xml': strToU8(`<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([type, xml]) => [`word/${type}.xml`, strToU8(xml)]),
    ),
  });
}

/** A part of a Word document: its root element around its content. */
export function docxPart(root: string, content: string): string {
  return `<w:${root} ${W} ${R}>${content}</w:${root}>`;
}

export function toDocx(title: string, blocks: readonly RichBlock[]): Uint8Array {
  const notes: string[] = [];
  const links: string[] = [];
  const inline = (runs: readonly Run[]): string =>
    runs
      .map(({ text, format, link, note }) => {
        const properties = format ? `<w:rPr>${RUN_PROPERTIES[format]}</w:rPr>` : '';
        let run = `<w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
        if (link) run = `<w:hyperlink r:id="l${links.push(link) - 1}">${run}</w:hyperlink>`;
        if (note === undefined) return run;
        return `${run}<w:r><w:footnoteReference w:id="${notes.push(note)}"/></w:r>`;
      })
      .join('');
  const paragraph = (properties: string, runs: readonly Run[]): string =>
    `<w:p><w:pPr>${properties}</w:pPr>${inline(runs)}</w:p>`;
  const style = (name: string): string => `<w:pStyle w:val="${name}"/>`;
  const lists = blocks.filter(({ kind }) => kind === 'list');
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return paragraph(style('H2'), block.runs);
    if (block.kind === 'paragraph') return paragraph('', block.runs);
    if (block.kind === 'quote') return paragraph(style('Q'), block.runs);
    if (block.kind === 'list') {
      const id = lists.indexOf(block) + 1;
      const number = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
      return block.items.map((item) => paragraph(number, item)).join('');
    }
    const rows = block.rows.map((row) => {
      const cells = row.map((cell) => `<w:tc>${paragraph('', [{ text: cell }])}</w:tc>`);
      return `<w:tr>${cells.join('')}</w:tr>`;
    });
    return `<w:tbl>${rows.join('')}</w:tbl>`;
  });
  const styles = [
    ['H1', 'heading 1'],
    ['H2', 'heading 2'],
    ['Q', 'Quote'],
  ].map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  const level = (format: string, text: string): string =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = [
    ...lists.map((list, at) => {
      const ordered = list.kind === 'list' && list.ordered;
      return `<w:abstractNum w:abstractNumId="${at}">${ordered ? level('decimal', '%1.') : level('bullet', '•')}</w:abstractNum>`;
    }),
    ...lists.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`),
  ];
  const footnotes = notes.map(
    (note, at) =>
      `<w:footnote w:id="${at + 1}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${escaped(note)}</w:t></w:r></w:p></w:footnote>`,
  );
  return docxOf(
    paragraph(style('H1'), [{ text: title }]) + body.join(''),
    {
      styles: docxPart('styles', styles.join('')),
      numbering: docxPart('numbering', numbering.join('')),
      footnotes: docxPart('footnotes', footnotes.join('')),
    },
    links,
  );
}

const ODF = ['office', 'text', 'table', 'style', 'fo', 'xlink', 'dc']
  .map((name) => `xmlns:${name}="urn:test:${name}"`)
  .join(' ');

const TEXT_PROPERTIES = {
  italic: 'fo:font-style="italic"',
  bold: 'fo:font-weight="bold"',
  underline: 'style:text-underline-style="solid"',
  smallcaps: 'fo:font-variant="small-caps"',
  superscript: 'style:text-position="super 58%"',
  subscript: 'style:text-position="sub 58%"',
  strike: 'style:text-line-through-style="solid"',
} as const;

/** An OpenDocument text of the given body. */
export function odtOf(body: string, styles = ''): Uint8Array {
  const content = `<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(content),
  });
}

export function toOdt(title: string, blocks: readonly RichBlock[]): Uint8Array {
  let count = 0;
  const inline = (runs: readonly Run[]): string =>
    runs
      .map(({ text, format, link, note }) => {
        let xml = escaped(text);
        if (format) xml = `<text:span text:style-name="${format}">${xml}</text:span>`;
        if (link) xml = `<text:a xlink:href="${escaped(link)}">${xml}</text:a>`;
        if (note === undefined) return xml;
        count++;
        return `${xml}<text:note text:note-class="footnote"><text:note-citation>${count}</text:note-citation><text:note-body><text:p>${escaped(note)}</text:p></text:note-body></text:note>`;
      })
      .join('');
  const body = blocks.map((block) => {
    if (block.kind === 'heading')
      return `<text:h text:outline-level="2">${inline(block.runs)}</text:h>`;
    if (block.kind === 'paragraph') return `<text:p>${inline(block.runs)}</text:p>`;
    if (block.kind === 'quote')
      return `<text:p text:style-name="Quotations">${inline(block.runs)}</text:p>`;
    if (block.kind === 'list') {
      const items = block.items.map(
        (item) => `<text:list-item><text:p>${inline(item)}</text:p></text:list-item>`,
      );
      return `<text:list text:style-name="${block.ordered ? 'LN' : 'LB'}">${items.join('')}</text:list>`;
    }
    const rows = block.rows.map((row) => {
      const cells = row.map(
        (cell) => `<table:table-cell><text:p>${escaped(cell)}</text:p></table:table-cell>`,
      );
      return `<table:table-row>${cells.join('')}</table:table-row>`;
    });
    return `<table:table>${rows.join('')}</table:table>`;
  });
  const spans = Object.entries(TEXT_PROPERTIES).map(
    ([name, property]) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${property}/></style:style>`,
  );
  const lists =
    '<text:list-style style:name="LN"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>' +
    '<text:list-style style:name="LB"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>';
  return odtOf(
    `<text:h text:outline-level="1">${escaped(title)}</text:h>${body.join('')}`,
    spans.join('') + lists,
  );
}
