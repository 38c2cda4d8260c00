/** The document that the address of the page names; empty if it names none. */
export function docInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
