/** Requests to the server. Types are those of the server's answers. */
import type { DocumentView } from '../../actions/model.ts';

/** The server's sentence that says why it refused. */
export class RefusedRequest extends Error {
  readonly mine: string | undefined;
  readonly now: string | undefined;

  constructor(message: string, mine?: string, now?: string) {
    super(message);
    this.mine = mine;
    this.now = now;
  }
}

export async function ask<Answer>(route: string, body: object = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`api/${route}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new RefusedRequest(
      'the workbench does not answer; is “siglum edit” still running in the terminal?',
    );
  }
  const answer = await response.json().catch(() => ({ refused: 'the answer cannot be read' }));
  if (!response.ok) throw new RefusedRequest(answer.refused ?? 'refused', answer.mine, answer.now);
  return answer as Answer;
}

export interface Done {
  readonly why: string;
  readonly view?: DocumentView;
}
