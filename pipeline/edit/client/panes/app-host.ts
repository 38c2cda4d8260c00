/** What commands and dialogs may do with the workbench's window. */
import type { DocumentAction, NewEntryRequest } from '../base/types.ts';
import type { TextPane } from './text.ts';

export interface AppHost {
  readonly text: TextPane;
  /** The document on screen and the state in which it was sent. */
  seen(): { readonly doc: string; readonly seen: string };
  /** Runs an action on the document and shows the result; false if it was refused. */
  act(action: DocumentAction): Promise<boolean>;
  addEntry(request: NewEntryRequest): Promise<boolean>;
  /** Sends a request that changes files, after those before it. */
  send(
    route: string,
    body: () => object,
    caret?: { readonly block: string; readonly offset: number },
  ): Promise<boolean>;
  say(words: string, bad?: boolean): void;
  /** Reports a refusal; throws any other error. */
  failed(error: unknown): void;
}
