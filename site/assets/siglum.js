// Notes in the margin: says whether the browser can tie a note to its line, and gives the names where its style sheets cannot read
// them from attributes. Without this script, or in other browsers, the notes stand after the text.
if (CSS.supports('anchor-name: --a')) {
  const readsNames = CSS.supports('anchor-name: attr(data-name type(<custom-ident>))');
  for (const note of readsNames ? [] : document.querySelectorAll('.notes.beside .note')) {
    const { line, name, after } = note.dataset;
    document.getElementById(line.slice(2)).style.setProperty('anchor-name', line);
    note.style.setProperty('anchor-name', name);
    note.style.setProperty('top', `max(anchor(${line} top), anchor(${after} bottom, 0px) + 0.9rem)`);
  }
}
