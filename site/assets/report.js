/**
 * Adds the passage to the link "Report an error": its address and the selected words. Without this
 * file the link still leads to a prepared letter or issue.
 */
(() => {
  const link = document.querySelector('a[data-report]');
  if (!link) return;
  const prepared = link.href;
  const [fields] = prepared.split('?').slice(1);
  if (!fields) return;
  let selected = '';
  // A click on the link removes the selection.
  document.addEventListener('selectionchange', () => {
    const words = String(getSelection()).trim();
    if (words !== '') selected = words;
  });
  link.addEventListener('click', () => {
    const [start] = prepared.split('?');
    const added = `\n${location.href}${selected ? `\n“${selected.slice(0, 500)}”` : ''}\n`;
    const parts = fields.split('&');
    link.href = `${start}?${[...parts.slice(0, -1), parts.at(-1) + encodeURIComponent(added)].join('&')}`;
  });
})();
