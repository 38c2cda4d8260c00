/**
 * Digests by number.
 *
 * In: digests of 128 bits, as `digestOf` writes them. Out: the same. As bytes a million of them
 * take 16 MB, as texts three times as much.
 */

const BYTES = 16;

export class Digests {
  #bytes = Buffer.alloc(1024 * BYTES);

  set(number: number, digest: string): void {
    const end = (number + 1) * BYTES;
    if (end > this.#bytes.length) {
      const more = Buffer.alloc(2 * Math.max(end, this.#bytes.length));
      this.#bytes.copy(more);
      this.#bytes = more;
    }
    this.#bytes.write(digest, number * BYTES, BYTES, 'hex');
  }

  at(number: number): string {
    return this.#bytes.toString('hex', number * BYTES, (number + 1) * BYTES);
  }
}
