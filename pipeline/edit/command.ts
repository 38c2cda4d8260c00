/** `siglum edit`: the workbench in the browser, on this machine only, until it is stopped. */
import { UsageError } from '../core/finding.ts';
import { portOf, untilStopped } from '../core/local-server.ts';
import { openEdition } from '../edition/edition.ts';
import { startServer } from './server/server.ts';
import { editorName } from './store/responsible.ts';
import { Workbench } from './workbench.ts';

interface EditOptions {
  readonly edition: string;
  readonly port: string;
}

/**
 * `document`: the one that is shown first. Throws a `UsageError` if there is no such document, or
 * the port is in use.
 */
export async function editCommand(
  document: string | undefined,
  options: EditOptions,
): Promise<number> {
  const port = portOf(options.port);
  const edition = openEdition(options.edition);
  const workbench = new Workbench(edition, editorName(edition.root));
  if (document !== undefined && !workbench.documents.paths().has(document))
    throw new UsageError(
      `there is no document “${document}” in this edition; "siglum status" lists them`,
    );
  for (const message of await workbench.session.recover()) console.log(`siglum: ${message}`);
  const server = await startServer(workbench, port, workbench.title());
  console.log(`Workbench: ${server.address}${document === undefined ? '' : `#${document}`}`);
  console.log('Changes are saved as you make them. Ctrl-C ends it.');
  await untilStopped();
  await server.close();
  return 0;
}
