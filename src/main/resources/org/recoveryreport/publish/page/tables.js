// Sorts and filters the rows of tables of the class "sortable", and turns their pages.
const wordless = Number.NEGATIVE_INFINITY;
const filterFrom = 13;
const entities = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** A row of a table; where there are thousands, one that becomes an element only once it is seen. */
class Row {
  #html;
  #element;
  #texts = [];
  #keys = [];

  /** From an element, or from the HTML of one that is yet to be made. */
  constructor(source) {
    [this.#element, this.#html] = typeof source === 'string' ? [null, source] : [source, null];
  }

  get element() {
    if (!this.#element) {
      const template = document.createElement('template');
      template.innerHTML = this.#html;
      this.#element = template.content.firstElementChild;
      this.#element.querySelectorAll('.n').forEach(localise);
    }
    return this.#element;
  }

  /** What a cell says, as the page came with it. */
  text(column) {
    return this.#texts[column] ??= this.#html ? this.#packedText(column) : plainText(this.#element.cells[column]);
  }

  #packedText(column) {
    const start = /<t[hd][^>]*>/g;
    for (let i = 0; i <= column; i++) {
      start.exec(this.#html);
    }
    const cell = this.#html.slice(start.lastIndex);
    return cell.slice(0, cell.search(/<\/t[hd]>/))
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:#(x?)(\w+)|(\w+));/g, (entity, hexadecimal, code, name) =>
        name ? entities[name] ?? entity : String.fromCodePoint(parseInt(code, hexadecimal ? 16 : 10)))
      .trim();
  }

  /** What a column is sorted by: its text; in a column of figures the first number, or that there is none. */
  key(column, ofFigures) {
    return this.#keys[column] ??= Row.#keyOf(this.text(column), ofFigures);
  }

  static #keyOf(text, ofFigures) {
    if (!ofFigures) {
      return text.toLowerCase();
    }
    const number = /^[<>]?([+\u2212]?)(\d[\d,]*(?:\.\d+)?)/.exec(text);
    return number ? Number(number[2].replaceAll(',', '')) * (number[1] === '\u2212' ? -1 : 1) : wordless;
  }
}

/** The rows that are too many to stand in the table. */
async function unpack(template) {
  const bytes = Uint8Array.from(atob(template.content.textContent), sign => sign.charCodeAt(0));
  const html = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return (await new Response(html).text()).split(/(?=<tr)/).map(row => new Row(row));
}

const countText = count => localised(count.toLocaleString('en'));
const whenIdle = window.requestIdleCallback ?? (act => setTimeout(act, 100));

let filters = 0;

function manage(table) {
  const body = table.tBodies[0];
  const headers = [...table.tHead.rows[0].cells];
  const region = table.parentElement;
  const packed = region.parentElement.querySelector(':scope > template.rest');
  let whole = packed === null || typeof DecompressionStream === 'undefined';
  const pageOfRows = whole ? Infinity : Number(packed.dataset.onPage);
  const all = [...body.rows].map(row => new Row(row));
  let wanted = all;
  let page = 0;
  let words = [];
  let sorted = null;
  let unpacking = null;

  /** Does something once all rows are there; at once, where they are. */
  function withAll(act) {
    if (whole) {
      act();
      return;
    }
    unpacking ??= unpack(packed).then(rows => {
      all.splice(pageOfRows, 0, ...rows);
      whole = true;
    });
    unpacking.then(act);
  }

  function arrange() {
    const fits = row => {
      const name = row.text(0).toLowerCase();
      return words.every(word => word.startsWith('-') ? !name.includes(word.slice(1)) : name.includes(word));
    };
    wanted = words.length === 0 ? [...all] : all.filter(fits);
    if (sorted) {
      const { column, direction } = sorted;
      const ofFigures = headers[column].classList.contains('n');
      // without a figure always last; equal ones as they came
      wanted.sort((a, b) => {
        const [one, other] = [a.key(column, ofFigures), b.key(column, ofFigures)];
        return one === other ? 0 : one === wordless ? 1 : other === wordless ? -1
          : one < other ? -direction : direction;
      });
    }
    page = 0;
    show();
  }

  function show() {
    const seen = wanted.slice(page && page * pageOfRows, (page + 1) * pageOfRows);
    body.replaceChildren(...seen.map(row => row.element));
    pager?.tell();
    if (count) {
      count.textContent = words.length === 0 ? '' : `${countText(wanted.length)} of ${countText(all.length)}`;
    }
  }

  function addSorting() {
    headers.forEach((header, column) => {
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
        for (const other of headers) {
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
    const leftOut = region.parentElement.querySelector(':scope > .left-out');
    leftOut.before(line);
    if (leftOut.dataset.unpacked) {
      leftOut.firstElementChild.textContent = localised(leftOut.dataset.unpacked);
    } else {
      leftOut.remove();
    }
    const tell = rows => {
      const from = page * pageOfRows;
      const to = Math.min(rows, from + pageOfRows);
      output.textContent = `${countText(Math.min(from + 1, to))} to ${countText(to)} of ${countText(rows)}`;
      back.disabled = page === 0;
      on.disabled = to === rows;
    };
    tell(all.length + Number(packed.dataset.rows));
    return { tell: () => tell(wanted.length) };
  }

  addSorting();
  const count = all.length >= filterFrom ? addFilter() : null;
  const pager = whole ? null : addPager();
  // so that the first who sorts or filters does not wait for it
  whenIdle(() => withAll(() => {}));
}

document.querySelectorAll('table.sortable').forEach(manage);
