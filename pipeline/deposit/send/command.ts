/** `siglum deposit --send`: the options, and what is printed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printFindings } from '../../core/finding.ts';
import { dryTransport, transportTo } from './http/requests.ts';
import { send } from './send.ts';
import { serviceAddress, serviceNamed, tokenOf } from './services.ts';

interface SendCommandOptions {
  readonly edition: string;
  readonly out: string;
  readonly send: string;
  readonly site: string;
  readonly base?: string;
  readonly collection?: string;
  readonly publish?: boolean;
  readonly dryRun?: boolean;
}

/** The exit code: 0 if the draft is complete, or published. Throws as `send` does. */
export async function sendCommand(options: SendCommandOptions): Promise<number> {
  const service = serviceNamed(options.send);
  const base = serviceAddress(service, options.base);
  const dryRun = options.dryRun === true;
  const { authorization } = service;
  const log = (line: string): void => console.log(line);
  const transport = dryRun
    ? dryTransport(base, log)
    : transportTo({ base, token: tokenOf(service), authorization, log: console.error });
  // A dry run does not change the packages of the edition.
  const scratch = dryRun ? mkdtempSync(join(tmpdir(), 'siglum-send-')) : undefined;
  try {
    const { version, findings } = await send({
      edition: options.edition,
      out: scratch ? join(scratch, 'packages') : options.out,
      site: options.site,
      ...{ service, base, dryRun },
      publish: options.publish === true,
      open: (refuse) => service.open({ base, transport, refuse, collection: options.collection }),
      log: dryRun ? () => {} : log,
    });
    printFindings(findings);
    if (dryRun) console.log('dry run: nothing was sent, and nothing in the edition was changed');
    else if (version.status === 'published') console.log(`Published: ${version.page}`);
    else
      console.log(
        `The draft is complete: look at ${version.page}, then run the same command with ` +
          `--publish, or publish it there.`,
      );
    return 0;
  } finally {
    if (scratch) rmSync(scratch, { recursive: true, force: true });
  }
}
