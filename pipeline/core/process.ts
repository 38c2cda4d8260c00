/**
 * Whether the process that left a file still runs.
 *
 * Takes the number of a process of this machine. Returns whether there is one, and when it began;
 * and this machine's mark in the names of files, since machines that share a folder cannot see each
 * other's processes.
 */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { sha256 } from './files/sha256.ts';

/** Six letters for this machine. */
export const THIS_MACHINE = sha256(hostname()).slice(0, 6);

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * True for a process that has ended. Also true for this process's own number: in a container every
 * run may have the same one.
 */
export function isOver(pid: number): boolean {
  return pid === process.pid || !isAlive(pid);
}

/**
 * The moment at which a process began, in the kernel's ticks (proc(5), `stat`, field 22); empty
 * where the system does not say.
 */
export function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
