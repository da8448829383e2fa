// Shows n and interval beside the pointer: of anything with data-tip, and of the pictures in a row of a table.
const tip = document.createElement('div');
tip.className = 'tip';
tip.hidden = true;
document.body.append(tip);

function showTip(lines, x, y) {
  tip.replaceChildren(...lines.map(line => {
    const part = document.createElement('div');
    part.textContent = localised(line);
    return part;
  }));
  tip.hidden = false;
  const right = x + 14 + tip.offsetWidth > document.documentElement.clientWidth;
  tip.style.left = Math.max(4, right ? x - 14 - tip.offsetWidth : x + 14) + 'px';
  tip.style.top = Math.max(4, Math.min(y + 14, window.innerHeight - tip.offsetHeight - 4)) + 'px';
}

function hideTip() {
  tip.hidden = true;
}

/** What a row says in the columns that its picture draws. */
function rowTip(row) {
  const heads = row.closest('table').tHead.rows[0].cells;
  return [plainText(row.cells[0])].concat([...row.cells]
    .filter(cell => cell.matches('.tips'))
    .map(cell => `${plainText(heads[cell.cellIndex])}: ${plainText(cell).replace(/\s+/g, ' ')}`));
}

document.addEventListener('pointermove', event => {
  const marked = event.target.closest?.('[data-tip]');
  if (marked) {
    showTip(marked.dataset.tip.split('\n'), event.clientX, event.clientY);
    return;
  }
  const picture = event.target.closest?.('tbody td.picture');
  if (picture?.firstElementChild) {
    showTip(rowTip(picture.parentElement), event.clientX, event.clientY);
    return;
  }
  if (event.target.closest?.('.covered')) {
    showTip([plainText(document.querySelector('.meaning-of-covered'))], event.clientX, event.clientY);
    return;
  }
  if (!event.target.closest?.('[data-follow]')) {
    hideTip();
  }
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    hideTip();
  }
});
document.addEventListener('scroll', hideTip, { passive: true, capture: true });
