/** A server for this machine only: its port, its names, and when it ends. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from './finding.ts';

const HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The value of `--port`. */
export function portOf(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65535 && given.trim() !== '') return port;
  throw new UsageError(
    `--port ${given} is not a port; give a number from 0 (any that is free) to 65535`,
  );
}

/**
 * Only under its own names: a website that gives its name this machine's address (DNS rebinding) is
 * refused. Whatever the port: a tunnel may have another one.
 */
export function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && HOSTS.has(host.toLowerCase().replace(/:\d*$/, ''));
}

export interface LocalServer {
  /** `http://localhost:8080/` */
  readonly address: string;
  close(): Promise<void>;
}

/** Throws a `UsageError` if the port is in use. */
export async function startLocalServer(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await listening(server, port);
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      failed(
        isTaken ? new UsageError(`port ${port} is taken; name another one with --port`) : error,
      );
    });
    server.listen(port, '127.0.0.1', done);
  });
}

/** Ends when the user stops the program. */
export function untilStopped(): Promise<void> {
  return new Promise((stopped) => {
    process.once('SIGINT', stopped);
    process.once('SIGTERM', stopped);
  });
}
