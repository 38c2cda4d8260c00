/** The JSON of a request, read by type: a value of another type is refused with a sentence. */
import { PatchRefusal } from '../patch/model.ts';

export class RequestBody {
  readonly #value: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new PatchRefusal('the request is not JSON object');
    this.#value = value as Readonly<Record<string, unknown>>;
  }

  text(name: string): string {
    const value = this.#value[name];
    if (typeof value !== 'string') throw new PatchRefusal(`the request has no “${name}”`);
    return value;
  }

  optional(name: string): string | undefined {
    const value = this.#value[name];
    return typeof value === 'string' ? value : undefined;
  }

  number(name: string): number {
    const value = this.#value[name];
    if (typeof value !== 'number') throw new PatchRefusal(`the request has no “${name}”`);
    return value;
  }

  flag(name: string): boolean {
    return this.#value[name] === true;
  }

  texts(name: string): string[] {
    const value = this.#value[name];
    if (!Array.isArray(value)) throw new PatchRefusal(`the request has no “${name}”`);
    return value.filter((one) => typeof one === 'string');
  }

  /**
   * An object or a list of the workbench's own page. Its parts are checked where they are used: an
   * invalid place or operation leads to a refusal.
   */
  value<Value extends object>(name: string): Value {
    const value = this.#value[name];
    if (typeof value !== 'object' || value === null)
      throw new PatchRefusal(`the request has no “${name}”`);
    return value as Value;
  }

  maybe<Value extends object>(name: string): Value | undefined {
    return this.#value[name] === undefined ? undefined : this.value<Value>(name);
  }
}
