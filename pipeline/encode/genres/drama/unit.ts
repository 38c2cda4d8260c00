/** A unit of a play: what a heading, a list, a direction or a speech is made from. */
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { OutlineLine } from '../../engine/outline/lines.ts';
import type { SpeakerStart } from './cast/speaker-candidates.ts';
import type { DramaHeading, PlayFrontKind } from './front/front-reader.ts';
import type { SpeechForm } from './speech/speech-form.ts';

export type DramaUnit =
  | { readonly kind: 'pages'; readonly block: MarkedBlock }
  | { readonly kind: 'heading'; readonly block: MarkedBlock; readonly heading: DramaHeading }
  | { readonly kind: 'cast'; readonly head: OutlineLine; readonly lines: readonly OutlineLine[] }
  | { readonly kind: 'castLists'; readonly blocks: readonly MarkedBlock[] }
  | { readonly kind: 'trailer'; readonly block: MarkedBlock }
  | { readonly kind: 'front'; readonly block: MarkedBlock; readonly as: PlayFrontKind }
  | { readonly kind: 'direction'; readonly block: MarkedBlock; readonly bare: boolean }
  | Spoken;

/** A speech, or a further block of one. */
export interface Spoken {
  readonly kind: 'spoken';
  readonly speaker?: { readonly start: SpeakerStart; readonly line: OutlineLine };
  /** The text after the speaker. */
  readonly lines: readonly OutlineLine[];
  /**
   * Its lines are verses, a paragraph broken into lines, paragraphs of a line each; undefined if
   * unknown.
   */
  readonly form?: SpeechForm;
  /** The place of its first words: characters from the margin, and spaces after the speaker. */
  readonly column?: number;
  readonly gap?: number;
}
