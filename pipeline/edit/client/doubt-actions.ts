/** The actions of the answers to a doubt. */

import { ask } from './base/api.ts';
import { labelOf, markKind } from './base/marks.ts';
import type { DocumentAction, DoubtView } from './base/types.ts';
import { askWords, DATE_LABEL, dateAttributes } from './dialogs/ask.ts';
import { chooseEntry, newEntry } from './dialogs/entry.ts';
import { showMentions } from './dialogs/entry-mentions.ts';
import { askEverywhere } from './dialogs/everywhere.ts';
import type { AppHost } from './panes/app-host.ts';
import type { QueueHost } from './panes/queue.ts';

export function queueHost(app: AppHost): QueueHost {
  const create = ({ at, chosen, words, element }: DoubtView): void =>
    newEntry(
      words,
      markKind(element) ?? 'person',
      (answer) => void app.addEntry({ ...answer, ...(chosen ? { chosen } : { at }) }),
    );
  return {
    sentence: (doubt) => app.text.sentenceOf(doubt),
    seen: () => app.seen(),
    point: (doubt) => app.text.point(doubt),
    accept: async (doubt, ref) => {
      await app.act(acceptance(doubt, ref));
    },
    acceptProposal: async (proposal) => {
      await app.send('acceptProposal', () => ({ ...app.seen(), proposal }));
    },
    reject: async ({ at, chosen, words, element }, everywhere) => {
      const dismissed = () => ({ ...app.seen(), words, element, everywhere });
      if (chosen) await app.send('dismiss', dismissed);
      else await app.act({ type: 'reject', at, everywhere });
    },
    retag: async ({ at, chosen }, element) => {
      await app.act(
        chosen
          ? { type: 'mark', chosen, element }
          : { type: 'retag', at, element, attributes: { ref: null } },
      );
    },
    create,
    everywhere: ({ words, element }, ref) => void askEverywhere(app, [words], element, ref),
    mentions: (doubt) => void showMentions(app, doubt),
    choose: (doubt) => choose(app, doubt, () => create(doubt)),
    when: (doubt) => void askWhen(app, doubt),
  };
}

/** The doubt's words get this entry; words that are not marked are marked. */
function acceptance({ at, chosen, element }: DoubtView, ref: string | undefined): DocumentAction {
  const pointer = ref === undefined ? {} : { ref };
  return chosen
    ? { type: 'mark', chosen, element, ...pointer }
    : { type: 'accept', at, ...pointer };
}

function choose(app: AppHost, doubt: DoubtView, create: () => void): void {
  const { words, element } = doubt;
  chooseEntry({
    title: `Which ${labelOf(element)}?`,
    words,
    kind: markKind(element) ?? 'person',
    repaired: undefined,
    seen: app.seen(),
    unlinked: undefined,
    chosen: (ref) => void app.act(acceptance(doubt, ref)),
    create,
    everywhere: (ref) => void askEverywhere(app, [words], element, ref),
  });
}

async function askWhen(app: AppHost, { at, words }: DoubtView): Promise<void> {
  const { when } = await ask<{ when: string }>('date', { ...app.seen(), words });
  askWords(
    { title: `When is “${words}”?`, label: DATE_LABEL, value: when },
    (given) =>
      void app.act({ type: 'retag', at, element: 'date', attributes: dateAttributes(given) }),
  );
}
