/**
 * Language tags (BCP 47, RFC 5646, 2.1). Only the form is judged ("de", "en-GB", "zh-Hant-TW",
 * "x-own"), not whether the subtags are registered.
 */
const WELL_FORMED = /^(?:[a-z]{2,8}|[ix](?=-))(?:-[a-z0-9]{1,8})*$/i;

export function isLanguageTag(tag: string): boolean {
  return WELL_FORMED.test(tag);
}
