/**
 * deposit.html: what each repository asks for, what the edition has, and what the editor has to
 * add, with its place in the TEI.
 *
 * Takes the facts, the repositories, the packages written. Returns a page. Places are given by the
 * edition's own file names, so that the page does not depend on the edition's folder.
 */
import { basename } from 'node:path';
import { html, type Markup } from '../../core/html.ts';
import type { Edition } from '../../edition/edition.ts';
import type { DepositFacts } from '../../formats/records/facts/model.ts';
import type { PackageFacts } from '../../formats/records/facts/package.ts';
import type { WrittenFile } from '../package/files.ts';
import { bytes, depositPage } from '../package/page.ts';
import { fairSection } from './fair.ts';
import { placeInEdition } from './findings.ts';
import { ALWAYS, type Repository } from './repositories.ts';
import { REQUIREMENTS, type RequirementName, unmetOf } from './requirements.ts';

interface DepositReport {
  readonly edition: Edition;
  readonly facts: DepositFacts;
  readonly repositories: readonly Repository[];
  /** The repositories that have their package. */
  readonly ready: readonly Repository[];
  readonly names: PackageFacts;
  /**
   * The files outside the bag; below a repository's folder the page lists only its own, not the
   * copies of the TEI.
   */
  readonly packages: readonly WrittenFile[];
  /** Files in the bag's payload; 0 without a bag. */
  readonly files: number;
}

/** Why the creators are in the records. */
const CREDITED: Readonly<Record<DepositFacts['credited'], string>> = {
  editor: 'as the editors that edition.xml names',
  author: 'as the authors that edition.xml names',
  publisher: 'as the publisher, since edition.xml names no editor',
};

export function reportPage(report: DepositReport): string {
  const { facts, repositories, ready } = report;
  const open = openRequirements(report);
  const later = ready.filter((one) => unmetOf(one.later, facts).length > 0);
  const waiting = repositories.filter((one) => !ready.includes(one));
  const title = `Deposit: ${facts.title ?? ''}`;
  const body = html`<header>
<h1>${title}</h1>
<p>${[facts.subtitle, facts.version && `version ${facts.version}`, facts.published, documents(facts.count)].filter(Boolean).join('; ')}.
Credited: ${facts.creators.map(({ name }) => name).join('; ')}, ${CREDITED[facts.credited]}.</p>
<p><span class="ready">Ready:</span> ${names(ready.filter((one) => !later.includes(one)))}.${
    later.length > 0
      ? html` <span class="open">Ready, but something is required before publication:</span> ${names(later)}.`
      : undefined
  }${waiting.length > 0 ? html` <span class="open">Waiting:</span> ${names(waiting)}.` : undefined}</p>
<nav aria-label="Contents">
<ul>
<li><a href="#supply">To supply</a></li>
<li><a href="#there">What is there</a></li>
${repositories.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>\n`)}<li><a href="#fair">FAIR</a></li>
<li><a href="#files">Files</a></li>
</ul>
</nav>
</header>
<main>
${supplySection(report, open)}${thereSection(report)}${repositories.map((one) => repositorySection(one, report))}${fairSection(facts)}${filesSection(report)}</main>
`;
  return depositPage(title, body);
}

/** What repositories of the report ask for and edition.xml does not give, required values first. */
function openRequirements({ repositories, facts }: DepositReport): RequirementName[] {
  const asked = [
    ...repositories.flatMap(({ must }) => must),
    ...repositories.flatMap(({ later }) => later),
    ...repositories.flatMap(({ should }) => should),
  ];
  return unmetOf([...new Set(asked)], facts);
}

function supplySection(report: DepositReport, open: readonly RequirementName[]): Markup {
  if (open.length === 0) {
    return html`<section id="supply" aria-labelledby="supply-heading">
<h2 id="supply-heading">To supply</h2>
<p>Nothing: all that the repositories ask for is in the TEI.</p>
</section>
`;
  }
  return html`<section id="supply" aria-labelledby="supply-heading">
<h2 id="supply-heading">To supply</h2>
<p>Repositories ask for these facts, and the TEI does not state them yet. Write each in its
  place and run the command again; omit what you do not know.</p>
<table class="cards">
<thead><tr><th scope="col">What</th><th scope="col">Where</th><th scope="col">Asked for by</th></tr></thead>
<tbody>
${open.map((name) => {
  const { what, place, supply } = REQUIREMENTS[name];
  const at = placeInEdition(report.edition, place);
  return html`<tr id="supply-${name}"><th scope="row">${what}</th>
<td><code>${basename(at.file)}:${at.line}:${at.column}</code><br>${supply}<br><code class="quiet">${at.path}</code></td>
<td>${askedBy(name, report)}</td></tr>
`;
})}</tbody>
</table>
</section>
`;
}

function askedBy(name: RequirementName, { repositories }: DepositReport): string {
  const needed = repositories
    .filter(({ must }) => must.includes(name))
    .map((one) => `${one.name} (needed)`);
  const awaited = repositories
    .filter(({ later }) => later.includes(name))
    .map((one) => `${one.name} (before it publishes)`);
  const wished = repositories.filter(({ should }) => should.includes(name)).map((one) => one.name);
  return [...needed, ...awaited, ...wished].join(', ');
}

/** What the edition has, once for all repositories. */
function thereSection({ facts, repositories }: DepositReport): Markup {
  const asked = [
    ...new Set([
      ...ALWAYS,
      ...repositories.flatMap(({ must, later, should }) => [...must, ...later, ...should]),
    ]),
  ];
  return html`<section id="there" aria-labelledby="there-heading">
<h2 id="there-heading">What is there</h2>
<dl>
${asked.map((name) => {
  const found = REQUIREMENTS[name].there(facts);
  return found === undefined
    ? undefined
    : html`<dt id="there-${name}">${REQUIREMENTS[name].what}</dt><dd>${found}</dd>\n`;
})}</dl>
</section>
`;
}

function repositorySection(repository: Repository, report: DepositReport): Markup {
  const { name, title, use, must, later, should } = repository;
  const ready = report.ready.includes(repository);
  const own = report.packages.filter(
    ({ path }) => path.startsWith(`${name}/`) && (path.split('/').length === 2 || !repository.tei),
  );
  const files = [
    ...own.map(({ path }) => path),
    ...(repository.bag && ready ? [`${report.names.name}.zip`] : []),
  ];
  return html`<section id="${name}" aria-labelledby="${name}-heading">
<h2 id="${name}-heading">${title}</h2>
<p>${
    ready
      ? html`${state(repository, report)} ${use}`
      : html`<span class="open">Waiting.</span> Nothing was written for it: a required fact is missing.`
  }</p>
<dl>
${asked('Required', [...ALWAYS, ...must], report)}${asked('Required before publication', later, report)}${asked('Recommended', should, report)}${
  files.length > 0
    ? html`<dt>Files</dt><dd>${files.map((file, at) => html`${at > 0 ? ', ' : ''}<code>${file}</code>`)}</dd>\n`
    : undefined
}</dl>
</section>
`;
}

/** Names of requirements, each with a link to its value or its place. */
function asked(
  label: string,
  requirements: readonly RequirementName[],
  { facts }: DepositReport,
): Markup | undefined {
  if (requirements.length === 0) return undefined;
  return html`<dt>${label}</dt><dd><ul class="inline">
${requirements.map((name) => {
  const { what, there } = REQUIREMENTS[name];
  return there(facts) === undefined
    ? html`<li><a href="#supply-${name}">${what}</a> <span class="open">to supply</span></li>\n`
    : html`<li><a href="#there-${name}">${what}</a> <span class="ready">there</span></li>\n`;
})}</ul></dd>
`;
}

/** Ready, or what the repository's own form will still ask for. */
function state({ later }: Repository, { facts }: DepositReport): Markup {
  const open = unmetOf(later, facts);
  if (open.length === 0) return html`<span class="ready">Ready.</span>`;
  return html`<span class="open">Ready, except for: ${open.map((name) => REQUIREMENTS[name].what).join('; ')}.</span>`;
}

function filesSection({ names: { name }, packages, files }: DepositReport): Markup {
  return html`<section id="files" aria-labelledby="files-heading">
<h2 id="files-heading">Files</h2>
${
  files > 0
    ? html`<p><code>${name}/</code> is the bag: ${files} files below <code>data/</code>, each with its SHA-512 in
<code>manifest-sha512.txt</code>. <code>sha512sum -c manifest-sha512.txt</code> in that folder proves them.</p>
`
    : undefined
}<table class="cards">
<thead><tr><th scope="col">File</th><th scope="col">Size</th><th scope="col">SHA-512</th></tr></thead>
<tbody>
${packages
  .filter(({ path }) => path.split('/').length <= 2)
  .map(
    ({ path, size, sha512 }) =>
      html`<tr><th scope="row"><code>${path}</code></th><td>${bytes(size)}</td><td><code>${sha512}</code></td></tr>\n`,
  )}</tbody>
</table>
</section>
`;
}

function names(repositories: readonly Repository[]): string {
  return repositories.map(({ name }) => name).join(', ') || 'none';
}

function documents(count: number): string {
  return count === 1 ? '1 document' : `${count} documents`;
}
