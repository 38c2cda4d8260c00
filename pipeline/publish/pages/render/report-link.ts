/** The link for reporting an error: a prepared letter, or a prepared issue. */
import type { Interface } from '../../interface/strings.ts';
import type { SiteFrame } from './frame.ts';

/**
 * The forms for a new issue, by the end of the address, and the names of their fields. Forgejo,
 * Gitea and Codeberg use the same ones as GitHub.
 */
const ISSUES: readonly (readonly [form: RegExp, title: string, body: string])[] = [
  [/\/-\/(?:issues|work_items)\/new\/?$/, 'issue[title]', 'issue[description]'],
  [/\/issues\/new\/?$/, 'title', 'body'],
];

/**
 * `page`: the page's address, from the site's root. An address of an unknown kind is unchanged. The
 * script assets/report.js adds the passage. Empty if there is no address.
 */
export function reportLink(page: string, { report, edition }: SiteFrame, words: Interface): string {
  if (report === null) return '';
  const subject = words.say('report.subject', { title: edition.title ?? '' });
  const address = edition.address ? new URL(page.slice(1), edition.address).href : page;
  const body = words.say('report.body', { address });
  const fields = /^mailto:/i.test(report) ? ['subject', 'body'] : fieldsOf(report);
  if (!fields) return report;
  const query = [subject, body].map(
    (value, at) => `${encodeURIComponent(fields[at] as string)}=${encodeURIComponent(value)}`,
  );
  return `${report}${report.includes('?') ? '&' : '?'}${query.join('&')}`;
}

function fieldsOf(report: string): readonly string[] | undefined {
  const [path = ''] = report.split(/[?#]/);
  const found = ISSUES.find(([form]) => form.test(path));
  return found?.slice(1) as readonly string[] | undefined;
}
