/** Pointers that the site cannot follow, whatever they lead to. */

import type { Severity } from '../../core/finding.ts';
import type { PointerReference } from '../../edition/pointers/file-pointers.ts';

export interface PointerProblem {
  readonly rule: string;
  readonly message: string;
  readonly severity?: Severity;
}

/** A file of the machine on which the document was written. */
export function machineProblem({ attribute, target }: PointerReference): PointerProblem {
  const message =
    `@${attribute} leads to a file of one machine, “${target}”, which readers do not have; write ` +
    'the path from this file, or a web address';
  return { rule: 'machine', message };
}

/** `@cRef`: the site follows none, whether it has a pattern or not. */
export function canonicalProblem({ target, pattern }: PointerReference): PointerProblem {
  if (pattern !== undefined) {
    const message =
      `@cRef “${target}” matches no matchPattern of a cRefPattern in the header: ${pattern}; ` +
      `correct the reference or the pattern`;
    return { rule: 'canonical-pattern', message };
  }
  const message =
    `@cRef “${target}” is shown as words without a link, like every @cRef of this file; for a ` +
    `link write @target`;
  return { rule: 'canonical', message, severity: 'remark' };
}
