/**
 * ro-crate-preview.html: the crate for people (RO-Crate 1.2, “RO-Crate Website”).
 *
 * Takes the crate. Returns a page with the same content: the edition, its folders and files.
 */
import { type HtmlValue, html, type Markup } from '../../core/html.ts';
import type { Crate, CrateEntity } from '../../formats/records/ro-crate.ts';
import { bytes, depositPage } from './page.ts';

/** Properties of the root in the order of the page, with their names. */
const SHOWN: readonly (readonly [property: string, label: string])[] = [
  ['creator', 'Creator'],
  ['editor', 'Editor'],
  ['contributor', 'Contributor'],
  ['publisher', 'Publisher'],
  ['datePublished', 'Published'],
  ['version', 'Version'],
  ['license', 'Licence'],
  ['identifier', 'Identifier'],
  ['url', 'Address'],
  ['isBasedOn', 'Based on'],
  ['temporalCoverage', 'Time'],
  ['spatialCoverage', 'Places'],
  ['keywords', 'Keywords'],
  ['inLanguage', 'Language'],
  ['funder', 'Funder'],
];

/** `language`: that of the edition's words. */
export function previewPage(crate: Crate, language: string): string {
  const entities = new Map(crate['@graph'].map((entity) => [entity['@id'], entity]));
  const root = entities.get('./') as CrateEntity;
  const folders = crate['@graph'].filter((entity) => entity['@type'] === 'Dataset');
  const title = words(root['name']);
  const body = html`<header>
<h1 lang="${language}">${title}</h1>
<p lang="${language}">${words(root['description'])}</p>
</header>
<main>
<dl>
${SHOWN.filter(([property]) => root[property] !== undefined).map(
  ([property, label]) =>
    html`<dt>${label}</dt><dd>${asList(root[property]).map((value, at) => html`${at > 0 ? '; ' : ''}${shown(value, entities)}`)}</dd>\n`,
)}</dl>
<p>The same for programs: <a href="ro-crate-metadata.json">ro-crate-metadata.json</a>.</p>
${folders.map((folder) => folderSection(folder, entities))}</main>
`;
  return depositPage(title, body);
}

function folderSection(folder: CrateEntity, entities: ReadonlyMap<string, CrateEntity>): Markup {
  const top = folder['@id'] === './';
  const files = asList(folder['hasPart'])
    .flatMap((part) => entities.get(idOf(part) ?? '') ?? [])
    .filter((entity) => entity['@type'] === 'File');
  if (files.length === 0) return html``;
  return html`<section>
<h2>${top ? 'At the top' : html`<code>${folder['@id']}</code>`}</h2>
${top ? undefined : html`<p>${words(folder['description'])}</p>\n`}<table class="cards">
<thead><tr><th scope="col">File</th><th scope="col">What it is</th><th scope="col">Size</th></tr></thead>
<tbody>
${files.map(
  (file) =>
    html`<tr><th scope="row"><a href="${file['@id']}">${words(file['name'])}</a></th><td>${words(file['description'])}</td><td>${bytes(Number(file['contentSize']))}</td></tr>\n`,
)}</tbody>
</table>
</section>
`;
}

/** A value in words; an entity it refers to by its name, with its address if that is on the web. */
function shown(value: unknown, entities: ReadonlyMap<string, CrateEntity>): HtmlValue {
  const id = idOf(value);
  const entity = id === undefined ? undefined : entities.get(id);
  const name = entity ? words(entity['value'] ?? entity['name']) : (id ?? words(value));
  const address = id ?? name;
  return /^https?:\/\//.test(address) ? html`<a href="${address}">${name}</a>` : name;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && '@id' in value
    ? String(value['@id'])
    : undefined;
}

function words(value: unknown): string {
  return value === undefined ? '' : String(value);
}
