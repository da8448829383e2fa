// Saves pictures as SVG or PNG, with their looks written into them and what they are about below them.
const looks = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight',
  'font-family', 'text-anchor', 'paint-order'];
const lineHeight = 15;

/** A text in lines that are about as long as a picture is wide. */
function lines(text, width) {
  const letters = width / 6;
  return text.split(' ').reduce((done, word) => {
    const longer = `${done.at(-1)} ${word}`.trim();
    return longer.length <= letters ? [...done.slice(0, -1), longer] : [...done, word];
  }, ['']);
}

function standAlone(svg, caption) {
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]);
    for (const look of looks) {
      element.setAttribute(look, style.getPropertyValue(look));
    }
    element.removeAttribute('class');
  });
  const about = [...lines(caption, width), 'Recovery Report. Association, not effect.'];
  const whole = height + 10 + lineHeight * about.length;
  const page = getComputedStyle(document.documentElement);
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', width);
  copy.setAttribute('height', whole);
  copy.setAttribute('viewBox', `0 0 ${width} ${whole}`);
  const paper = document.createElementNS(SVG, 'rect');
  paper.setAttribute('width', width);
  paper.setAttribute('height', whole);
  paper.setAttribute('fill', page.backgroundColor);
  copy.prepend(paper);
  about.forEach((text, line) =>
    draw(copy, 'text', { x: 4, y: height + 16 + lineHeight * line, fill: page.color, 'font-size': 11,
      'font-family': page.fontFamily }, text));
  return { text: new XMLSerializer().serializeToString(copy), width, height: whole };
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function savePng({ text, width, height }, name) {
  const picture = new Image();
  picture.addEventListener('load', () => {
    const canvas = document.createElement('canvas');
    canvas.width = 3 * width;
    canvas.height = 3 * height;
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => save(blob, name), 'image/png');
  });
  picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
}

/** The rows of a table that are seen, with their names, pictures and figures, as one picture. */
function tablePicture(table) {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('class', 'table-picture');
  let y = 0;
  const place = (row, estimate) => {
    const part = row.querySelector('td.picture svg');
    y += 22;
    if (part) {
      const copy = part.cloneNode(true);
      const [, , width, height] = part.getAttribute('viewBox').split(' ').map(Number);
      for (const [name, value] of Object.entries({ x: 300, y: y - 14, width, height })) {
        copy.setAttribute(name, value);
      }
      copy.removeAttribute('class');
      picture.append(copy);
    }
    draw(picture, 'text', { x: 4, y, class: 'label' }, estimate === '' ? '' : plainText(row.cells[0]));
    draw(picture, 'text', { x: 516, y }, localised(estimate));
  };
  for (const row of table.tBodies[0].rows) {
    place(row, plainText(row.querySelector('td.picture').previousElementSibling).replace(/\s+/g, ' '));
  }
  place(table.tFoot.rows[0], '');
  picture.setAttribute('viewBox', `0 0 660 ${y + 10}`);
  table.parentElement.append(picture);
  const saved = standAlone(picture, plainText(table.caption).split('. ')[0] + '.');
  picture.remove();
  return saved;
}

function addSaving(part, caption, picture) {
  const name = 'recovery-' + caption.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-|-$/g, '');
  const line = document.createElement('p');
  line.className = 'save';
  for (const [label, act] of [
    ['SVG', () => save(new Blob([picture().text], { type: 'image/svg+xml' }), name + '.svg')],
    ['PNG', () => savePng(picture(), name + '.png')]
  ]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Save as ' + label;
    button.setAttribute('aria-label', `Save as ${label}: ${caption}`);
    button.addEventListener('click', act);
    line.append(button);
  }
  part.append(line);
}

document.querySelectorAll('figure').forEach(figure => {
  const caption = plainText(figure.querySelector('figcaption')).replace(/\s+/g, ' ');
  // by itself it has to say what stands in the page above several
  const whole = [figure.dataset.about, caption].filter(Boolean).join(' ');
  addSaving(figure, caption, () => standAlone(figure.querySelector('svg'), whole));
});
document.querySelectorAll('table.comparison').forEach(table => {
  const caption = plainText(table.caption).split(/[.,;] /)[0];
  const line = document.createElement('div');
  table.parentElement.after(line);
  addSaving(line, caption, () => tablePicture(table));
});
