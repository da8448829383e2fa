// Sorts and filters the rows of tables of the class "sortable", and turns their pages.
const wordless = Number.NEGATIVE_INFINITY;
const pageOfRows = 250;
const filterFrom = 13;

/** The first number of a cell; where there is none, its text. */
function sortKey(cell) {
  const text = plainText(cell);
  const number = /^[<>]?([+\u2212]?)(\d[\d,]*(?:\.\d+)?)/.exec(text);
  if (number) {
    return Number(number[2].replaceAll(',', '')) * (number[1] === '\u2212' ? -1 : 1);
  }
  return cell.classList.contains('n') ? wordless : text.toLowerCase();
}

/** The rows that are too many to stand in the table. */
async function unpack(template) {
  const bytes = Uint8Array.from(atob(template.content.textContent), sign => sign.charCodeAt(0));
  const html = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  const unpacked = document.createElement('template');
  unpacked.innerHTML = await new Response(html).text();
  unpacked.content.querySelectorAll('.n').forEach(localise);
  return [...unpacked.content.children];
}

const countText = count => localised(count.toLocaleString('en'));

let filters = 0;

function manage(table) {
  const body = table.tBodies[0];
  const region = table.parentElement;
  const packed = region.parentElement.querySelector(':scope > template.rest');
  let all = [...body.rows];
  let wanted = all;
  let page = 0;
  let words = [];
  let sorted = null;
  let whole = packed === null || typeof DecompressionStream === 'undefined' ? 'yes' : 'no';
  let unpacking = null;

  /** Does something once all rows are there; at once, where they are. */
  function withAll(act) {
    if (whole === 'yes') {
      act();
      return;
    }
    unpacking ??= unpack(packed).then(rows => {
      all.splice(pageOfRows, 0, ...rows);
      whole = 'yes';
    });
    unpacking.then(act);
  }

  // a row's keys, worked out once
  const names = new Map();
  const keys = new Map();
  function remembered(memory, row, work) {
    if (!memory.has(row)) {
      memory.set(row, work(row));
    }
    return memory.get(row);
  }

  function arrange() {
    const fits = row => {
      const name = remembered(names, row, () => plainText(row.cells[0]).toLowerCase());
      return words.every(word => word.startsWith('-') ? !name.includes(word.slice(1)) : name.includes(word));
    };
    wanted = words.length === 0 ? [...all] : all.filter(fits);
    if (sorted) {
      const { column, direction } = sorted;
      if (!keys.has(column)) {
        keys.set(column, new Map());
      }
      const key = row => remembered(keys.get(column), row, () => sortKey(row.cells[column]));
      // without a figure always last; equal ones as they came
      wanted.sort((a, b) => {
        const [one, other] = [key(a), key(b)];
        return one === other ? 0 : one === wordless ? 1 : other === wordless ? -1
          : one < other ? -direction : direction;
      });
    }
    page = 0;
    show();
  }

  function show() {
    body.replaceChildren(...wanted.slice(page * pageOfRows, (page + 1) * pageOfRows));
    pager?.tell();
    if (count) {
      count.textContent = words.length === 0 ? '' : `${countText(wanted.length)} of ${countText(all.length)}`;
    }
  }

  function addSorting() {
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      if (header.classList.contains('picture')) {
        return;
      }
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      const explained = header.querySelector('.what');
      explained?.remove();
      button.append(...header.childNodes);
      const head = document.createElement('span');
      head.className = 'head';
      head.append(...[button, explained].filter(Boolean));
      header.append(head);
      button.addEventListener('click', () => withAll(() => {
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
        sorted = next === null ? null : { column, direction: next === 'ascending' ? 1 : -1 };
        arrange();
      }));
    });
  }

  /** A field: only rows with all its words in their first cell stay; with a minus in front, without the word. */
  function addFilter() {
    const field = document.createElement('input');
    field.type = 'search';
    field.id = 'filter-' + (++filters);
    field.autocomplete = 'off';
    field.spellcheck = false;
    const label = document.createElement('label');
    label.htmlFor = field.id;
    label.textContent = 'Only rows with';
    const output = document.createElement('output');
    output.htmlFor = field.id;
    field.addEventListener('input', () => withAll(() => {
      words = field.value.toLowerCase().split(/[\s,+]+/).filter(word => word !== '' && word !== '-');
      arrange();
    }));
    const line = document.createElement('p');
    line.className = 'filter';
    line.append(label, ' ', field, ' ', output);
    region.before(line);
    return output;
  }

  /** Buttons that turn to the rows before and after those in the table. */
  function addPager() {
    const line = document.createElement('p');
    line.className = 'pager';
    const output = document.createElement('output');
    const turn = (label, by) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', () => withAll(() => {
        page += by;
        show();
        table.scrollIntoView();
      }));
      line.append(button);
      return button;
    };
    const back = turn('Previous', -1);
    line.append(output);
    const on = turn('Next', 1);
    region.parentElement.querySelector(':scope > .left-out').replaceWith(line);
    const tell = rows => {
      const from = page * pageOfRows;
      const to = Math.min(rows, from + pageOfRows);
      output.textContent = `${countText(Math.min(from + 1, to))} to ${countText(to)} of ${countText(rows)}`;
      back.disabled = page === 0;
      on.disabled = to === rows;
    };
    tell(all.length + Number(packed.dataset.rows.replaceAll(',', '')));
    return { tell: () => tell(wanted.length) };
  }

  addSorting();
  const count = all.length >= filterFrom ? addFilter() : null;
  const pager = whole === 'no' ? addPager() : null;
}

document.querySelectorAll('table.sortable').forEach(manage);
