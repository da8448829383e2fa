// Sorts and filters the rows of tables of the class "sortable".
const wordless = Number.NEGATIVE_INFINITY;

/** The first number of a cell; where there is none, its text. */
function sortKey(cell) {
  const text = plainText(cell);
  const number = /^[<>]?([+\u2212]?)(\d[\d,]*(?:\.\d+)?)/.exec(text);
  if (number) {
    return Number(number[2].replaceAll(',', '')) * (number[1] === '\u2212' ? -1 : 1);
  }
  return cell.classList.contains('n') ? wordless : text.toLowerCase();
}

function sortBy(table, column, direction) {
  const body = table.tBodies[0];
  const keyed = [...body.rows].map(row =>
    [direction === 0 ? Number(row.dataset.place) : sortKey(row.cells[column]), row]);
  const order = direction === -1 ? -1 : 1;
  keyed.sort(([a, rowA], [b, rowB]) => {
    if (a === wordless || b === wordless) {
      return (a === wordless) - (b === wordless) || rowA.dataset.place - rowB.dataset.place;
    }
    return (a < b ? -order : a > b ? order : rowA.dataset.place - rowB.dataset.place);
  });
  body.append(...keyed.map(([, row]) => row));
}

function makeSortable(table) {
  [...table.tBodies[0].rows].forEach((row, place) => { row.dataset.place = place; });
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    if (header.classList.contains('picture')) {
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      // numbers first from the largest, words from A; then the other way; then as it was
      const first = header.classList.contains('n') ? 'descending' : 'ascending';
      const second = first === 'descending' ? 'ascending' : 'descending';
      const now = header.getAttribute('aria-sort');
      const next = now === null ? first : now === first ? second : null;
      for (const other of table.tHead.rows[0].cells) {
        other.removeAttribute('aria-sort');
      }
      if (next) {
        header.setAttribute('aria-sort', next);
      }
      sortBy(table, column, next === null ? 0 : next === 'ascending' ? 1 : -1);
    });
  });
}

let filters = 0;

/** Adds a field: only rows with all its words in their first cell stay; with a minus in front, without the word. */
function makeFilter(table) {
  const rows = [...table.tBodies[0].rows];
  const field = document.createElement('input');
  field.type = 'search';
  field.id = 'filter-' + (++filters);
  field.autocomplete = 'off';
  field.spellcheck = false;
  const label = document.createElement('label');
  label.htmlFor = field.id;
  label.textContent = 'Only rows with';
  const count = document.createElement('output');
  count.htmlFor = field.id;
  const names = rows.map(row => plainText(row.cells[0]).toLowerCase());
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/[\s,+]+/).filter(word => word !== '' && word !== '-');
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = words.every(word =>
        word.startsWith('-') ? !names[i].includes(word.slice(1)) : names[i].includes(word));
      row.hidden = !fits;
      shown += fits;
    });
    count.textContent = words.length === 0 ? '' : localised(`${shown} of ${rows.length}`);
  });
  const line = document.createElement('p');
  line.className = 'filter';
  line.append(label, ' ', field, ' ', count);
  table.parentElement.before(line);
}

document.querySelectorAll('table.sortable').forEach(table => {
  makeSortable(table);
  if (table.tBodies[0].rows.length > 8) {
    makeFilter(table);
  }
});
