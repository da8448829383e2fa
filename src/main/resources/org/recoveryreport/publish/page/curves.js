// Lays chosen curves over each other, and reads curves off at the pointer.
const percent = share => share > 0 && share < 0.005 ? '<1%' : share > 0.995 && share < 1 ? '>99%'
  : `${Math.round(100 * share)}%`;

/** A curve as the choices carry it: steps of day, at risk, share, lower, upper, the last two possibly missing. */
function readCurve(choice) {
  const steps = choice.dataset.steps.split(';').map(step =>
    step.split(',').map(value => value === '' ? null : Number(value)));
  const waits = 'waits' in choice.closest('.compare').dataset;
  return { name: choice.value, colour: choice.dataset.colour, episodes: choice.dataset.episodes, steps, waits };
}

/** What is known of a curve on a day; null = it was not followed so far. */
function standing({ steps, waits }, day) {
  const last = steps[steps.length - 1];
  if (day > last[0] && last[2] > 0) {
    return null;
  }
  const step = steps.filter(([at]) => at <= day).pop() ?? [0, null, 1, null, waits ? 1 : null];
  // a curve that steps only when enough have recovered may have fallen to its next step, and its band with it
  const next = waits && day > step[0] && steps.find(([at]) => at > day);
  const lower = next ? next[3] ?? 0 : step[3];
  const upper = step[4];
  const range = (least, most) => least === most ? most : `${least} to ${most}`;
  return {
    share: next ? range(percent(next[2]), percent(step[2])) : percent(step[2]),
    interval: lower !== null && upper !== null ? ` (${percent(lower)} to ${percent(upper)})` : '',
    atRisk: steps.find(([at]) => at >= day)?.[1]?.toLocaleString('en') ?? null
  };
}

/** The same in words. */
function readOff(curve, day) {
  const known = standing(curve, day);
  return known === null ? `${curve.name}: not followed so far`
    : `${curve.name}: ${known.share}${known.interval}` + (known.atRisk === null ? '' : `, ${known.atRisk} at risk`);
}

document.querySelectorAll('.compare').forEach(compare => {
  const end = Number(compare.dataset.end);
  const ticks = compare.dataset.ticks.split(',').map(Number);
  const choices = [...compare.querySelectorAll('input[type=checkbox]')];
  const svg = compare.querySelector('svg');
  const left = 48;
  const right = 560;
  const top = 10;
  const bottom = 280;
  const x = day => left + (right - left) * Math.min(day, end) / end;
  const y = share => bottom - (bottom - top) * share;
  let curves = [];

  function line({ steps }) {
    let path = `M${x(0)} ${y(1)}`;
    for (const [day, , share] of steps) {
      path += `H${x(day).toFixed(1)}`;
      if (day > end) {
        break;
      }
      path += `V${y(share).toFixed(1)}`;
    }
    return path;
  }

  function band({ steps }) {
    let path = '';
    steps.forEach(([day, , , lower, upper], i) => {
      if (i + 1 < steps.length && lower !== null && upper !== null && day < end) {
        path += `M${x(day).toFixed(1)} ${y(upper).toFixed(1)}H${x(steps[i + 1][0]).toFixed(1)}`
          + `V${y(lower).toFixed(1)}H${x(day).toFixed(1)}Z`;
      }
    });
    return path;
  }

  /** Labels beside the ends of curves, moved apart where they would touch. */
  function labels() {
    const near = (placed, label) => placed.filter(other => Math.abs(other.x - label.x) < 160).map(other => other.y);
    const ends = curves.map(curve => {
      const last = curve.steps.filter(([day]) => day <= end).pop();
      const followed = curve.steps[curve.steps.length - 1][0] >= end;
      return { curve, x: x(followed || !last ? end : last[0]) + 8, y: y(last ? last[2] : 1) };
    }).sort((a, b) => a.y - b.y);
    ends.forEach((label, i) => {
      label.y = Math.max(label.y, ...near(ends.slice(0, i), label).map(above => above + 15));
    });
    ends.reverse().forEach((label, i) => {
      label.y = Math.min(label.y, bottom, ...near(ends.slice(0, i), label).map(below => below - 15));
    });
    return ends;
  }

  function countRows() {
    draw(svg, 'text', { x: left, y: bottom + 54 }, 'At risk');
    curves.forEach((curve, row) => {
      const at = bottom + 72 + 17 * row;
      draw(svg, 'rect', { class: `mark ${curve.colour}`, x: 0, y: at - 9, width: 9, height: 9 });
      for (const tick of ticks) {
        const known = curve.steps.find(([day]) => day >= tick)?.[1];
        const gone = curve.steps[curve.steps.length - 1][2] === 0;
        draw(svg, 'text', { x: x(tick), y: at, 'text-anchor': 'middle' },
          known == null ? gone ? '0' : '\u2013' : countText(known));
      }
      draw(svg, 'text', { x: right + 24, y: at }, curve.name);
    });
  }

  /** The same as a table: a row for each curve. */
  function figures() {
    const cell = (row, name, ...content) => {
      const made = document.createElement(name);
      made.append(...content);
      row.append(made);
      return made;
    };
    compare.querySelector('tbody').replaceChildren(...curves.map(curve => {
      const row = document.createElement('tr');
      const swatch = document.createElement('span');
      swatch.className = `swatch ${curve.colour}`;
      const name = document.createElement('span');
      name.className = 'name';
      name.append(swatch, curve.name);
      cell(row, 'th', name).scope = 'row';
      for (const tick of ticks) {
        const known = standing(curve, tick);
        const beside = known && document.createElement('span');
        if (beside) {
          beside.className = 'ci';
          beside.textContent = [known.interval.trim(), known.atRisk === null ? '' : `${known.atRisk} at risk`]
            .filter(Boolean).join(', ');
        }
        cell(row, 'td', ...(known ? [known.share, beside] : ['\u2013'])).className = 'n';
      }
      row.querySelectorAll('.n').forEach(localise);
      return row;
    }));
  }

  function redraw() {
    curves = choices.filter(choice => choice.checked).map(readCurve);
    svg.setAttribute('viewBox', `0 0 800 ${bottom + 80 + 17 * curves.length}`);
    const title = svg.querySelector('title');
    const description = svg.querySelector('desc');
    svg.replaceChildren(title, description);
    description.textContent = ticks.slice(1)
      .map(day => `Day ${day}: ${curves.map(curve => readOff(curve, day)).join('; ')}.`).join(' ');
    for (let share = 0; share <= 1; share += 0.25) {
      draw(svg, 'line', { class: share === 0 ? 'axis' : 'grid', x1: left, x2: right, y1: y(share), y2: y(share) });
      draw(svg, 'text', { x: left - 6, y: y(share) + 4, 'text-anchor': 'end' }, `${100 * share}%`);
    }
    for (const tick of ticks) {
      draw(svg, 'line', { class: 'axis', x1: x(tick), x2: x(tick), y1: bottom, y2: bottom + 4 });
      draw(svg, 'text', { x: x(tick), y: bottom + 17, 'text-anchor': 'middle' }, localised(String(tick)));
    }
    draw(svg, 'text', { x: (left + right) / 2, y: bottom + 34, 'text-anchor': 'middle' }, 'days from the landmark');
    for (const curve of curves) {
      draw(svg, 'path', { class: `band ${curve.colour}`, d: band(curve) });
    }
    for (const curve of curves) {
      draw(svg, 'path', { class: `line ${curve.colour}`, d: line(curve) });
    }
    for (const { curve, x: from, y: at } of labels()) {
      draw(svg, 'text', { class: 'label halo', x: from, y: at + 4 }, curve.name);
    }
    countRows();
    figures();
    // six at a time can still be told apart
    choices.forEach(choice => { choice.disabled = !choice.checked && curves.length >= 6; });
  }

  const find = compare.querySelector('input[type=search]');
  find.addEventListener('input', () => {
    const words = find.value.toLowerCase().split(/[\s,+]+/).filter(Boolean);
    choices.forEach(choice => {
      choice.closest('li').hidden = !choice.checked
        && !words.every(word => choice.value.toLowerCase().includes(word));
    });
  });
  choices.forEach(choice => choice.addEventListener('change', redraw));

  const rule = () => svg.querySelector('.rule')
    ?? draw(svg, 'line', { class: 'zero rule', y1: top, y2: bottom });
  function follow(day, clientX, clientY) {
    const line = rule();
    line.setAttribute('x1', x(day));
    line.setAttribute('x2', x(day));
    showTip([`Day ${day}, still ill`].concat(curves.map(curve => readOff(curve, day))), clientX, clientY);
  }
  svg.addEventListener('pointermove', event => {
    const box = svg.getBoundingClientRect();
    const at = (event.clientX - box.left) * 800 / box.width;
    follow(Math.max(0, Math.min(end, Math.round((at - left) / (right - left) * end))), event.clientX, event.clientY);
  });
  svg.addEventListener('pointerleave', () => {
    hideTip();
    svg.querySelector('.rule')?.remove();
  });
  compare.hidden = false;
  redraw();
});

// the small pictures, read off likewise
document.querySelectorAll('.panels figure').forEach(figure => {
  const choice = [...document.querySelectorAll('.compare input[type=checkbox]')]
    .find(({ value }) => value === figure.dataset.combination);
  if (!choice) {
    return;
  }
  const end = Number(choice.closest('.compare').dataset.end);
  const curve = readCurve(choice);
  const svg = figure.querySelector('svg');
  svg.dataset.follow = '';
  svg.addEventListener('pointermove', event => {
    const box = svg.getBoundingClientRect();
    const at = (event.clientX - box.left) * 368 / box.width;
    const day = Math.max(0, Math.min(end, Math.round((at - 74) / (352 - 74) * end)));
    showTip([`Day ${day}, still ill`, readOff(curve, day)], event.clientX, event.clientY);
  });
  svg.addEventListener('pointerleave', hideTip);
});
