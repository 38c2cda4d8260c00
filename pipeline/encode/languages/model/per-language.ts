/** Values that are computed once for each language. */
import type { Language } from './language.ts';

/**
 * A function that computes its value once for each language: long patterns are made from a
 * language's words, and many are tried at every line or word of a text.
 */
export function perLanguage<Value extends object>(
  compute: (language: Language) => Value,
): (language: Language) => Value {
  const values = new WeakMap<Language, Value>();
  return (language) => {
    const known = values.get(language);
    if (known) return known;
    const value = compute(language);
    values.set(language, value);
    return value;
  };
}
