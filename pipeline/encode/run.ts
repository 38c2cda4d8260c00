/**
 * Encoding files into a folder.
 *
 * In: source files and the ground they are encoded on. Out: TEI files, and for each what became of it. One file that can't be
 * encoded stops no other. A document that an editor has touched is never replaced (DESIGN, law 2).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files.ts';
import { type Finding, InputFault, shownPath } from '../finding.ts';
import { type EncodedDocument, type EncodingGround, encodeDocument } from './encode.ts';
import { intake } from './intake/intake.ts';
import { digest, isUntouched, sourceDigest } from './provenance.ts';
import type { SourceFile } from './source-files.ts';

/** `written`: new or replaced; `unchanged`: the file held the same; `kept`: an editor's work stands; `failed`: see findings. */
export type Outcome = 'written' | 'unchanged' | 'kept' | 'failed';

export interface Encoded {
  readonly source: SourceFile;
  readonly outcome: Outcome;
  readonly document?: EncodedDocument;
  readonly findings: readonly Finding[];
}

/** Encodes one file into `folder`. */
export async function encodeFile(source: SourceFile, folder: string, ground: EncodingGround): Promise<Encoded> {
  try {
    const { text, anchors, findings } = await intake(source.path);
    const given = { text, digest: digest(readFileSync(source.path)), ...(anchors ? { anchors } : {}) };
    const document = encodeDocument(given, source.id, shownPath(source.path), ground);
    const target = join(folder, `${source.id}.xml`);
    const present = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
    if (present === document.tei) return { source, outcome: 'unchanged', document, findings };
    if (present !== undefined && !isUntouched(present)) {
      return { source, outcome: 'kept', document, findings: [...findings, keptFinding(target)] };
    }
    writeWhole(target, document.tei);
    return { source, outcome: 'written', document, findings };
  } catch (fault) {
    if (fault instanceof InputFault) return { source, outcome: 'failed', findings: fault.findings };
    throw fault;
  }
}

/** The sources that have no document yet, or whose document is as the encoder left it while the source has changed. */
export function sourcesToEncode(sources: readonly SourceFile[], folder: string): SourceFile[] {
  return sources.filter(({ path, id }) => {
    const target = join(folder, `${id}.xml`);
    if (!existsSync(target)) return true;
    const present = readFileSync(target, 'utf8');
    return isUntouched(present) && sourceDigest(present) !== digest(readFileSync(path));
  });
}

function keptFinding(target: string): Finding {
  return {
    path: shownPath(target),
    severity: 'warning',
    rule: 'encode/kept',
    message:
      'the document was edited since it was encoded and is kept as it is; to see what would be encoded now, ' +
      'encode its source with --out into another folder and compare the two',
  };
}
