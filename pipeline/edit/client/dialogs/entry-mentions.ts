/** The mentions of one entry: give some of them to another entry, or merge the whole entry. */

import { counted } from '../../../core/text.ts';
import { ask } from '../base/api.ts';
import { labelOf, markKind } from '../base/marks.ts';
import type { BlockPosition, FoundPlace } from '../base/types.ts';
import type { AppHost } from '../panes/app-host.ts';
import { chooseEntry, newEntry } from './entry.ts';
import { choosePlaces, type PlaceAction } from './places.ts';

interface MentionMark {
  readonly at: BlockPosition;
  readonly element: string;
  readonly words: string;
}

interface LinkedMark extends MentionMark {
  /** The entry’s identifier. */
  readonly ref: string;
}

/** Shows all mentions of the entry that a mark refers to. */
export async function showMentions(
  app: AppHost,
  { at, element, words }: MentionMark,
): Promise<void> {
  try {
    const { ref, places } = await ask<{ ref: string; places: FoundPlace[] }>('mentions', {
      ...app.seen(),
      at,
    });
    const mark: LinkedMark = { at, element, words, ref };
    const docs = new Set(places.map(({ doc }) => doc)).size;
    choosePlaces({
      title: `All mentions of #${ref}`,
      summary: `${counted(places.length, 'place')} in ${counted(docs, 'document')}`,
      places,
      isChecked: () => false,
      stateOf: () => '',
      actionFor: (chosen) => `Give ${chosen} to another entry…`,
      others: [
        { label: 'Merge this entry into another…', run: () => askMerge(app, mark) },
        ...otherKinds(app, mark),
      ],
      done: (chosen) => askTarget(app, mark, chosen),
    });
  } catch (error) {
    app.failed(error);
  }
}

function askTarget(app: AppHost, mark: LinkedMark, chosen: readonly FoundPlace[]): void {
  const { element, words } = mark;
  const kind = markKind(element) ?? 'person';
  const give = (ref: string): void =>
    void app.send('markEverywhere', () => ({ ...app.seen(), chosen, element, ref }), mark.at);
  chooseEntry({
    title: `Who or what is meant in ${counted(chosen.length, 'place')}?`,
    ...{ words, kind, repaired: undefined, seen: app.seen(), unlinked: undefined },
    chosen: give,
    create: () =>
      newEntry(
        words,
        kind,
        (request) =>
          void app.send('splitEntry', () => ({ ...app.seen(), request, chosen }), mark.at),
      ),
    everywhere: give,
  });
}

/** A button for each kind that the entry could have instead, with all its mentions. */
function otherKinds(app: AppHost, { at, element, ref }: LinkedMark): PlaceAction[] {
  return Object.entries(RETAGGED)
    .filter(([kind]) => kind !== markKind(element))
    .map(([kind, label]) => ({
      label: `This is ${label}`,
      run: () => void app.send('retagEntry', () => ({ ...app.seen(), entry: ref, kind }), at),
    }));
}
const RETAGGED: Readonly<Record<string, string>> = {
  person: 'a person',
  org: 'an organization',
  place: 'a place',
};

function askMerge(app: AppHost, { at, element, words, ref }: LinkedMark): void {
  const merge = (into: string): void =>
    void app.send('mergeEntries', () => ({ ...app.seen(), from: ref, into }), at);
  chooseEntry({
    title: `Merge #${ref} into which ${labelOf(element)}?`,
    ...{ words, kind: markKind(element) ?? 'person', repaired: undefined },
    ...{ seen: app.seen(), unlinked: undefined, chosen: merge, everywhere: merge },
    create: () => app.say('an entry can only be merged into one that already exists', true),
  });
}
