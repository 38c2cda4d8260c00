/**
 * The worklist as a page to read, to search and to print.
 *
 * Takes the worklist. Returns one HTML file that needs no other file, no network and no script; its
 * policy forbids them.
 */
import { join } from 'node:path';
import { html, type Markup } from '../../core/html.ts';
import { policyAndStyle } from '../../core/one-file-page.ts';
import { PROGRAM } from '../../core/program-folder.mjs';
import { total } from '../run/tally.ts';
import type {
  AmbiguousName,
  NameDecision,
  ReportedDocument,
  RuleReport,
  UnknownName,
  Worklist,
  WorklistEntry,
  WorklistPlace,
} from './worklist.ts';

/** The page, whole. */
export function worklistPage(worklist: Worklist): string {
  const { summary, ambiguous, unknown, decisions, documents } = worklist;
  const failed = documents.filter(({ state }) => state === 'failed');
  const sections = [
    section('failed', 'Could not be encoded', failed.length, failed.map(failure)),
    section('ambiguous', 'Ambiguous names', summary.ambiguous, [
      html`<p>Several entries fit; none was chosen. Most frequent first.</p>`,
      ...ambiguous.map((name) => ambiguousName(name, worklist)),
    ]),
    section('unknown', 'Names that no list has', summary.unknown, [
      html`<p>They are not marked. An entry in an authority file will tag them at the next encoding.</p>`,
      ...unknown.map((name) => unknownName(name, worklist)),
    ]),
    section('decisions', 'What was decided, and for which reason', total(summary.mentions), [
      html`<p>${
        worklist.highListed
          ? 'All decisions are listed.'
          : 'Decisions of medium and low certainty are listed; those of high certainty are ' +
            'counted, since the run was large.'
      }</p>`,
      ruleTable(decisions),
      ...decisions
        .filter((rule) => rule.decisions.length > 0)
        .map((rule) => ruleSection(rule, worklist)),
    ]),
    section('documents', 'Documents', documents.length, [documentTable(documents)]),
  ].filter(({ count }) => count > 0);
  return `<!DOCTYPE html>\n${page(worklist, sections)}\n`;
}

interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly markup: Markup;
}

function page({ summary, program }: Worklist, sections: readonly ReportSection[]): Markup {
  const { certainty } = summary;
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${program.name} ${program.version}">
<title>Worklist: ${summary.ambiguous + summary.unknown} doubts in ${summary.documents} documents</title>
${policyAndStyle(join(PROGRAM, 'pipeline', 'encode', 'report', 'page.css'))}
</head>
<body>
<header>
<h1>Worklist</h1>
<p>${summary.documents} documents, ${total(summary.mentions)} mentions: ${certainty.high} of high, ${certainty.medium} of medium,
${certainty.low} of low certainty. ${summary.ambiguous} names are ambiguous, ${summary.unknown} are on no list.</p>
<nav aria-label="Sections">
<ul>
${sections.map(({ id, title, count }) => html`<li><a href="#${id}">${title}</a> <span class="count">${count}</span></li>\n`)}</ul>
</nav>
</header>
<main>
${sections.map(({ markup }) => markup)}</main>
</body>
</html>`;
}

function section(
  id: string,
  title: string,
  count: number,
  content: readonly Markup[],
): ReportSection {
  const markup = html`<section id="${id}">
<h2>${title} <span class="count">${count}</span></h2>
${content}</section>
`;
  return { id, title, count, markup };
}

function failure({ id, source, findings }: ReportedDocument): Markup {
  return html`<article>
<h3>${id}</h3>
<ul>
${findings.map(({ line, message }) => html`<li>${message} <span class="quiet">${source}${line === undefined ? '' : `, line ${line}`}</span></li>\n`)}</ul>
</article>
`;
}

function ambiguousName(
  { words, sentence, candidates, count, places }: AmbiguousName,
  worklist: Worklist,
): Markup {
  return html`<article>
<h3>${words} <span class="count">${count}</span></h3>
<p class="quiet">${sentence}</p>
<ul>
${candidates.map((candidate) => html`<li>${entry(candidate)}</li>\n`)}</ul>
${quotations(places, worklist)}</article>
`;
}

function unknownName(
  { words, reasons, similar, count, documents, places }: UnknownName,
  worklist: Worklist,
): Markup {
  return html`<article>
<h3>${words} <span class="count">${count}${documents > 1 ? ` in ${documents} documents` : ''}</span></h3>
<p class="quiet">${reasons.map(({ sentence }) => sentence).join(' ')}</p>
${similar.length > 0 ? html`<p>Listed: ${list(similar)}</p>\n` : undefined}${quotations(places, worklist)}</article>
`;
}

/** "A (…); B (…)". */
function list(entries: readonly WorklistEntry[]): Markup[] {
  return entries.map((one, at) => html`${at > 0 ? '; ' : ''}${entry(one)}`);
}

function ruleTable(rules: readonly RuleReport[]): Markup {
  return html`<div class="wide">
<table>
<caption class="quiet">Decisions by rule and certainty</caption>
<thead><tr><th scope="col">Rule</th><th scope="col" class="number">high</th><th scope="col" class="number">medium</th><th scope="col" class="number">low</th></tr></thead>
<tbody>
${rules.map(
  ({ rule, sentence, counts, decisions }) =>
    html`<tr><th scope="row">${
      decisions.length > 0 ? html`<a href="#${ruleId(rule)}">${sentence}</a>` : sentence
    } <code>${rule}</code></th><td class="number">${counts.high}</td><td class="number">${counts.medium}</td><td class="number">${counts.low}</td></tr>\n`,
)}</tbody>
</table>
</div>
`;
}

function ruleSection({ rule, sentence, decisions }: RuleReport, worklist: Worklist): Markup {
  return html`<section id="${ruleId(rule)}">
<h3>${sentence} <code>${rule}</code></h3>
${decisions.map((decision) => decided(decision, worklist))}</section>
`;
}

/** An anchor made from a rule's name, which contains only letters, hyphens and one slash. */
function ruleId(rule: string): string {
  return `rule-${rule.replace('/', '-')}`;
}

function decided(decision: NameDecision, worklist: Worklist): Markup {
  const { words, certainty, count, places } = decision;
  return html`<article>
<h4>${words} → ${outcome(decision)} <span class="count">${certainty}, ${count}</span></h4>
${quotations(places, worklist)}</article>
`;
}

function outcome({ entry: named, dating }: NameDecision): Markup | string {
  if (named) return entry(named);
  if (!dating) return 'no value';
  return Object.entries(dating)
    .map(([attribute, value]) => `${attribute} ${value}`)
    .join(', ');
}

function entry({ id, name, description }: WorklistEntry): Markup {
  return html`${name}${description ? html` <span class="quiet">${description}</span>` : undefined} <code>${id}</code>`;
}

function quotations(places: readonly WorklistPlace[], { language, documents }: Worklist): Markup {
  const editedDocuments = new Set(
    documents.filter(({ state }) => state === 'kept').map(({ id }) => id),
  );
  const where = ({ document, passage, line }: WorklistPlace) =>
    `${document}, ${passage}, line ` +
    `${line}${editedDocuments.has(document) ? '; edited since it was encoded' : ''}`;
  return html`<ul>
${places.map((place) => html`<li><q lang="${language}">${marked(place)}</q> <span class="quiet">${where(place)}</span></li>\n`)}</ul>
`;
}

function marked({ sentence, start, end }: WorklistPlace): Markup {
  return html`${sentence.slice(0, start)}<mark>${sentence.slice(start, end)}</mark>${sentence.slice(end)}`;
}

function documentTable(documents: readonly ReportedDocument[]): Markup {
  return html`<div class="wide">
<table>
<thead><tr><th scope="col">Document</th><th scope="col">Title</th><th scope="col">State</th><th scope="col" class="number">Mentions</th><th scope="col" class="number">Doubts</th></tr></thead>
<tbody>
${documents.map(
  ({ id, title, state, mentions, doubts }) =>
    html`<tr><th scope="row">${id}</th><td>${title}</td><td>${state}</td><td class="number">${mentions}</td><td class="number">${doubts}</td></tr>\n`,
)}</tbody>
</table>
</div>
`;
}
