// Writes numbers and dates as the reader's language does. The page itself has them as 1,234.5 and 2026-02-28.
const written = new WeakMap();
let numbersRewritten = false;

/** A text as the page came with it. */
function plainText(element) {
  // of thousands of cells most are as they came
  if (!numbersRewritten && !element.querySelector('time')) {
    return element.textContent.trim();
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) {
    text += written.get(walker.currentNode) ?? walker.currentNode.data;
  }
  return text.trim();
}

const localised = (() => {
  const parts = new Intl.NumberFormat(navigator.language).formatToParts(12345.6);
  const part = type => parts.find(found => found.type === type)?.value ?? '';
  const decimal = part('decimal');
  const group = part('group');
  const digits = new Intl.NumberFormat(navigator.language, { useGrouping: false });
  const same = decimal === '.' && group === ',' && digits.format(10) === '10';
  // not what is part of a name, such as a version or doi:10.1136/bmj.a171
  const token = /(?<![\w.:/-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\w/]|\.\d)/g;
  return same
    ? text => text
    : text => text.replace(token, number => number.replace(/[.,]|\d/g, sign =>
        sign === ',' ? group : sign === '.' ? decimal : digits.format(sign)));
})();

function localise(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.parentElement.matches('code') ? node.data : localised(node.data);
    if (text !== node.data) {
      written.set(node, node.data);
      numbersRewritten = true;
      node.data = text;
    }
  }
}

/** A month such as 2026-02, a day, or an instant, in the reader's words and zone. */
function localiseTime(element) {
  // below a picture there is less room
  const { time } = element.dataset;
  const value = time ?? element.dateTime;
  const month = /^\d{4}-\d\d$/.test(value);
  const day = /^\d{4}-\d\d-\d\d$/.test(value);
  const format = new Intl.DateTimeFormat(navigator.language, month
    ? { year: time ? '2-digit' : 'numeric', month: 'short', timeZone: 'UTC' }
    : time ? { day: 'numeric', month: 'short' }
    : day ? { dateStyle: 'medium', timeZone: 'UTC' } : { dateStyle: 'medium', timeStyle: 'short' });
  const node = element.firstChild;
  written.set(node, node.data);
  node.data = format.format(new Date(month ? value + '-01T00:00:00Z' : value));
}

document.querySelectorAll('main p, dd, header p, .n, .note, .sentence, svg text').forEach(localise);
document.querySelectorAll('time, [data-time]').forEach(localiseTime);
document.querySelectorAll('.zone').forEach(note => { note.textContent = 'times are those of your clock'; });
