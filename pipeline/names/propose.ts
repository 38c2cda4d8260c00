/** The proposed entries of an edition. */
import type { Finding } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import type { EncodingContext } from '../encode/context/context.ts';
import { namesIn } from '../encode/names/unlisted/names-in.ts';
import { proposalGroups } from './group.ts';
import type { Proposal } from './model.ts';
import { NameRegister } from './register.ts';
import { editionTexts } from './texts.ts';

interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly findings: readonly Finding[];
  /** The year of each document's own date. */
  readonly years: ReadonlyMap<string, number>;
}

export async function propose(edition: Edition, context: EncodingContext): Promise<Proposed> {
  const { passages, findings, years } = await editionTexts(edition, context);
  const { entries } = context.authorities;
  const found = namesIn(passages).filter(
    ({ kind, form, passage }) => !context.rejections.rejects(kind, form, passage.document),
  );
  const registered = new NameRegister(entries.values());
  const groups = proposalGroups(found, registered, new Set(entries.keys()));
  return { proposals: groups.map(({ proposal }) => proposal), findings, years };
}
