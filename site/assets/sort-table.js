/**
 * Tables with sortable columns: the heading of a column becomes a button. A column with the
 * words on the left of a place is sorted from its end.
 */
(() => {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const reversed = (text) =>
    text
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter(Boolean)
      .reverse()
      .join(' ');

  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const body = table.tBodies[0];
    for (const heading of table.querySelectorAll('th[data-sort]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => {
        const descending = heading.getAttribute('aria-sort') === 'ascending';
        for (const other of table.querySelectorAll('th')) other.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        const column = heading.cellIndex;
        const isLeft = heading.dataset.sort === 'left';
        const rows = [...body.rows].map((row) => {
          const text = row.cells[column].textContent.trim();
          return { row, key: isLeft ? reversed(text) : text.replace(/^[^\p{L}\p{N}]+/u, '') };
        });
        rows.sort((one, other) => collator.compare(one.key, other.key));
        if (descending) rows.reverse();
        body.append(...rows.map(({ row }) => row));
      });
    }
  }
})();
