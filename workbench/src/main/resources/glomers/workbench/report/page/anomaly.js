// The chosen finding, drawn: the operations that it rests on and why they contradict each other.
R.anomaly = () => {
  const section = d3.select('#anomaly');
  const data = R.data;
  let shown = null;

  const svgOf = (height, label) => {
    const box = section.select('.drawing');
    box.selectAll('*').remove();
    const width = Math.max(300, box.node().clientWidth);
    const svg = box.append('svg').attr('viewBox', [0, 0, width, height]).attr('height', height)
      .attr('role', 'img').attr('aria-label', label);
    svg.append('defs').append('marker').attr('id', 'edge-head').attr('viewBox', '0 0 8 8').attr('refX', 8)
      .attr('refY', 4).attr('markerWidth', 8).attr('markerHeight', 8).attr('orient', 'auto')
      .attr('markerUnits', 'userSpaceOnUse')
      .append('path').attr('d', 'M0 0L8 4L0 8z').attr('fill', R.colour('mark'));
    return {svg, width};
  };

  const words = (op, key) => {
    if (op.f === 'txn' || op.f === 'send' || op.f === 'poll') return op.result || op.value;
    const value = op.type === 'ok' && op.f === 'read' ? op.result : op.value;
    const pair = '[' + key + ' ';
    return op.f + ' ' + (key && value.startsWith(pair) ? value.slice(pair.length, -1) : value);
  };
  const cut = (text, n) => text.length > n ? text.slice(0, n - 1) + '…' : text;

  // Times of the operations' ends and beginnings; drawn to scale unless most of it would be empty.
  const scale = (ops, width) => {
    const ends = op => op.to < 0 || op.type === 'info' ? [op.from] : [op.from, op.to];
    const times = [...new Set(ops.flatMap(ends))].sort((a, b) => a - b);
    const range = [88, width - 70];
    const shortest = d3.min(ops, op => op.to > op.from ? op.to - op.from : Infinity);
    const span = times[times.length - 1] - times[0] || 1;
    const real = shortest / span * (range[1] - range[0]) > 22;
    const x = real
      ? d3.scaleLinear().domain([times[0], times[times.length - 1]]).range(range)
      : d3.scalePoint().domain(times).range(range);
    return {x, times, real};
  };

  const bars = (ops, names, {edges = [], unexplained, key}) => {
    const lanes = [...new Set(ops.map(op => op.process))].sort((a, b) => a - b);
    const row = 58;
    const height = lanes.length * row + 46;
    const {svg, width} = svgOf(height, 'Operations of the finding');
    const {x, times, real} = scale(ops, width);
    const y = op => 20 + (lanes.indexOf(op.process) + 0.5) * row;
    lanes.forEach(lane => {
      const at = 20 + (lanes.indexOf(lane) + 0.5) * row;
      svg.append('path').attr('d', `M84 ${at}H${width - 8}`).attr('stroke', R.colour('line'));
      svg.append('text').attr('x', 2).attr('y', at + 4)
        .text('process ' + lane).style('fill', R.colour('ink'));
      svg.append('text').attr('x', 2).attr('y', at + 17).text('on ' + ops.find(o => o.process === lane).node);
    });
    let free = -100;
    times.forEach(t => {
      if (x(t) < free) return;
      free = x(t) + 72;
      svg.append('path').attr('d', `M${x(t)} 20V${height - 24}`).attr('stroke', R.colour('line'))
        .attr('stroke-dasharray', '2 4');
      svg.append('text').attr('x', x(t)).attr('y', height - 8).attr('text-anchor', 'middle')
        .text((t / 1e6).toFixed(real ? 4 : 6).replace(/(\.\d{3}\d*?)0+$/, '$1') + ' s');
    });
    const ended = op => op.to >= 0 && op.type !== 'info';
    const end = op => ended(op) ? Math.max(x(op.to), x(op.from) + 4) : width - 12;
    const room = new Map();
    [...ops].sort((a, b) => a.from - b.from).forEach(op => {
      const bad = op.index === unexplained;
      const bar = svg.append('g').style('cursor', 'pointer')
        .on('click', () => R.set({op: op.index, m: null}));
      bar.append('rect').attr('x', x(op.from)).attr('y', y(op) - 7).attr('height', 14).attr('rx', 2)
        .attr('width', end(op) - x(op.from))
        .attr('fill', R.colour(bad ? 'fail' : op.type)).attr('fill-opacity', ended(op) ? 1 : 0.35);
      const name = names.get(op.index);
      const text = (bad ? '✕ ' : '') + (name ? name + ': ' : '') + words(op, key);
      // Two lines above and one below: neighbours do not cover each other's texts.
      const at = x(op.from);
      const long = 6.2 * Math.min(text.length, 44);
      const left = Math.max(84, Math.min(at, width - long - 4));
      const line = [-11, 19, -23].find(d => left > (room.get(op.process + ' ' + d) ?? -1)) ?? -11;
      room.set(op.process + ' ' + line, left + long);
      bar.append('text').attr('x', left).attr('y', y(op) + line).text(cut(text, 44))
        .style('fill', R.colour(bad ? 'fail' : 'ink')).attr('class', 'halo');
      bar.append('title').text(op.f + ' ' + op.value + ' → ' + op.type + ' ' + op.result);
    });
    const labels = [];
    edges.forEach(([from, to, kind, label], i) => {
      const a = ops.find(op => op.index === from);
      const b = ops.find(op => op.index === to);
      if (!a || !b) return;
      const along = (op, part) => x(op.from) + part * (end(op) - x(op.from));
      const [x1, y1, x2, y2] = [along(a, 0.7), y(a), along(b, 0.3), y(b)];
      // Bent to the left of its direction, so that an edge and its opposite lie apart.
      const bend = Math.max(26, Math.hypot(x2 - x1, y2 - y1) * 0.18);
      const length = Math.hypot(x2 - x1, y2 - y1) || 1;
      const cx = (x1 + x2) / 2 + (y2 - y1) / length * bend;
      const cy = (y1 + y2) / 2 - (x2 - x1) / length * bend;
      const toY = y2 + (cy < y2 ? -7 : 7);
      svg.append('path').attr('d', `M${x1} ${y1 + (cy < y1 ? -7 : 7)}Q${cx} ${cy} ${x2} ${toY}`)
        .attr('fill', 'none').attr('stroke', R.colour('mark')).attr('stroke-width', 1.6)
        .attr('stroke-dasharray', kind === 'rw' ? '5 3' : null).attr('marker-end', 'url(#edge-head)');
      // Labels of neighbours stand at different parts of their arrows.
      const t = [0.5, 0.38, 0.62][i % 3];
      const on = (p, c, q) => (1 - t) * (1 - t) * p + 2 * t * (1 - t) * c + t * t * q;
      const text = cut(kind + (label ? ' ' + label : ''), 48);
      const half = 3 * text.length;
      labels.push([Math.max(84 + half, Math.min(width - half - 4, on(x1, cx, x2))),
        Math.max(12, on(y1, cy, toY) + 4), text]);
    });
    labels.forEach(([tx, ty, text]) => svg.append('text').attr('class', 'halo').attr('x', tx)
      .attr('y', ty).attr('text-anchor', 'middle').style('fill', R.colour('mark')).text(text));
    return real ? '' : 'Not to scale: each step is a beginning or an end. ';
  };

  const log = ({key, points}, finding) => {
    const height = 300;
    const {svg, width} = svgOf(height, 'Offsets of log ' + key + ' over time');
    const numbers = points.filter(p => Number.isFinite(+p[1]));
    if (!numbers.length) return 'No offsets of log ' + key + ' are known.';
    const pad = ([from, to], by) => from === to ? [from - by, to + by] : [from, to];
    const x = d3.scaleLinear().domain(pad(d3.extent(numbers, p => p[0]), 500)).range([60, width - 14]).nice();
    const y = d3.scaleLinear().domain(pad(d3.extent(numbers, p => +p[1]), 1)).range([height - 30, 14]).nice();
    svg.append('g').attr('transform', `translate(0,${height - 28})`)
      .call(d3.axisBottom(x).ticks(Math.max(2, width / 120)).tickFormat(t => t / 1e6 + ' s'));
    svg.append('g').attr('transform', 'translate(58,0)')
      .call(d3.axisLeft(y).tickValues(y.ticks(6).filter(Number.isInteger)));
    const bad = new Set(finding.values);
    const ops = new Set(finding.ops);
    // What lies at an offset besides something else, too.
    const at = d3.rollup(numbers, all => new Set(all.map(p => p[2])).size, p => p[1]);
    for (const p of numbers) {
      const marked = bad.has(p[2]) || ops.has(p[4]) || at.get(p[1]) > 1;
      svg.append('path')
        .attr('d', d3.symbol(p[3] ? d3.symbolTriangle : d3.symbolCircle, marked ? 70 : 26)())
        .attr('transform', `translate(${x(p[0])},${y(+p[1])})`)
        .attr('fill', p[3] ? R.colour('ok') : 'none')
        .attr('stroke', R.colour(marked ? 'fail' : p[3] ? 'ok' : 'client')).attr('stroke-width', marked ? 2 : 1)
        .style('cursor', 'pointer').on('click', () => {
          const op = data.ops.find(o => o.endIndex === p[4]);
          R.set({op: op ? op.index : p[4], m: null});
        })
        .append('title').text((p[3] ? 'send ' : 'poll ') + p[2] + ' at offset ' + p[1] +
          ' by process ' + p[5] + ', ' + R.seconds(p[0]));
    }
    return 'Log ' + key + ': offset over time. ▲ sent, ○ polled; in red what the finding is about, and' +
      ' offsets that hold different messages.';
  };

  const draw = () => {
    const number = R.state.finding;
    const finding = number !== null ? data.findings[number - 1] : null;
    const now = number + ' ' + section.node().clientWidth;
    if (shown === now) return;
    shown = now;
    const exhibit = (finding && finding.exhibit) || {};
    const indices = new Set(exhibit.ops && exhibit.ops.length ? exhibit.ops : finding ? finding.ops : []);
    const ops = data.ops.filter(op => indices.has(op.index) || indices.has(op.endIndex)).slice(0, 40);
    section.attr('hidden', finding && (ops.length || exhibit.points) ? null : '');
    if (!finding) return;
    section.select('h2').text('Finding ' + number + ': ' + finding.rule);
    section.select('.proof').text(
      document.querySelector(`#finding-${number} .sentence`).textContent);
    let caption = '';
    if (exhibit.points) {
      caption = log(exhibit, finding);
    } else if (ops.length) {
      const names = new Map(exhibit.names || []);
      caption = bars(ops, names, exhibit);
      if (exhibit.edges && exhibit.edges.length) caption += 'An arrow says which must come before which; dashed: rw.';
      if (exhibit.states) {
        caption += 'Key ' + exhibit.key + ' could only hold ' + exhibit.states.join(', or ') +
          ' before ✕, the first operation that no order explains. The operations before it on this key are shown.';
      }
    }
    section.select('.caption').text(caption);
    R.table(section.select('.scroll').node(), ['from', 'to', 'process', 'node', 'function', 'value', 'type', 'result'],
      ops.map(op => ({
        cells: [R.seconds(op.from), op.to < 0 ? '' : R.seconds(op.to), op.process, op.node, op.f,
          cut(op.value, 200), op.type, cut(op.result, 200)],
        pick: () => R.set({op: op.index, m: null})
      })));
  };
  R.onChange(draw);
  window.addEventListener('resize', R.redraw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { shown = null; });
};
