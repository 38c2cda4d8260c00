/**
 * Values listed under keys.
 *
 * Takes a map of lists, a key and a value. Returns the map, with the value at the end of the key's
 * list.
 */
export function listed<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
