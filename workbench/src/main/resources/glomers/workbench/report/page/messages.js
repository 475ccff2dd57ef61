// Messages: a lane per node, an arrow per message on the same axis of time. Lost ones are dashed and
// end in a cross. Too many for arrows are drawn as a density, with what is lost or marked on top.
R.messages = () => {
  const ARROWS_MAX = 5000;
  const LABELS_MAX = 150;
  const canvas = document.getElementById('messages-canvas');
  const note = document.getElementById('messages-note');
  const m = R.data.messages;
  const services = m.names.filter((name, i) => !R.data.isClient[i] && !R.data.nodes.includes(name));
  const lanes = ['clients', ...R.data.nodes, ...services].map(label => ({label}));
  const laneOf = m.names.map((name, i) =>
    R.data.isClient[i] ? 0 : lanes.findIndex((lane, j) => j > 0 && lane.label === name));
  let arrows = [];
  let visible = [];
  let sentAt;
  let endAt;

  const look = () => {
    visible = [];
    const {t0, t1} = R.state;
    for (let i = d3.bisectLeft(m.end, t0); i < m.count && m.end[i] <= t1 + m.tookMax; i++) {
      if (m.sent[i] <= t1 && R.matches(i)) visible.push(i);
    }
    R.visible = visible;
  };

  // One step per event: what is in view is spread evenly, in the order in which it happened. What
  // happened in the same moment is in the order of the messages' numbers, so that an effect comes
  // after its cause; but what a node sends in one moment, and arrives later, leaves in one step.
  const warp = view => {
    look();
    view.warped = R.state.step && visible.length <= ARROWS_MAX;
    sentAt = row => view.time(m.sent[row]);
    endAt = row => view.time(m.end[row]);
    if (!view.warped) return;
    const events = visible.flatMap(row => m.took[row] === 0
      ? [{t: m.end[row], row, isEnd: true}]
      : [{t: m.sent[row], row, isEnd: false}, {t: m.end[row], row, isEnd: true}]);
    events.sort((a, b) => a.t - b.t || m.id[a.row] - m.id[b.row] || a.isEnd - b.isEnd);
    const sent = new Map();
    const end = new Map();
    let steps = 0;
    events.forEach((event, i) => {
      const last = events[i - 1];
      const together = last && !last.isEnd && !event.isEnd && last.t === event.t &&
        m.src[last.row] === m.src[event.row];
      if (!together) steps++;
      if (event.isEnd) end.set(event.row, steps);
      if (!event.isEnd || m.took[event.row] === 0) sent.set(event.row, steps);
    });
    const place = step => view.from + (view.to - view.from) * (step - 0.5) / steps;
    sentAt = row => place(sent.get(row));
    endAt = row => place(end.get(row));
  };

  const head = (ctx, x, y, angle) => {
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x - 7 * Math.cos(angle - 0.4), y - 7 * Math.sin(angle - 0.4));
    ctx.lineTo(x - 7 * Math.cos(angle + 0.4), y - 7 * Math.sin(angle + 0.4));
    ctx.fill();
  };

  const arrow = (ctx, view, row, copies) => {
    const from = view.point(sentAt(row), laneOf[m.src[row]]);
    const to = view.point(endAt(row), laneOf[m.dest[row]]);
    const lost = m.loss[row] > 0;
    const client = R.data.isClient[m.src[row]] || R.data.isClient[m.dest[row]];
    const marked = R.marks.has(row);
    const redundant = marked && R.redundant && R.redundant.has(row);
    const colour = R.colour(lost ? 'fail' : redundant ? 'client' : marked ? 'mark' : client ? 'client' : 'server');
    ctx.globalAlpha = R.marks.size > 0 && !marked ? 0.15 : client && !marked ? 0.5 : 1;
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineWidth = marked ? 2 : 1;
    // A loss is drawn short of the lane that it did not reach.
    const end = lost ? [from[0] + (to[0] - from[0]) * 0.85, from[1] + (to[1] - from[1]) * 0.85] : to;
    ctx.setLineDash(lost ? [5, 4] : copies.has(m.id[row]) ? [1, 3] : []);
    ctx.beginPath();
    ctx.moveTo(from[0], from[1]);
    ctx.lineTo(end[0], end[1]);
    ctx.stroke();
    ctx.setLineDash([]);
    if (lost) {
      ctx.beginPath();
      ctx.moveTo(end[0] - 4, end[1] - 4); ctx.lineTo(end[0] + 4, end[1] + 4);
      ctx.moveTo(end[0] - 4, end[1] + 4); ctx.lineTo(end[0] + 4, end[1] - 4);
      ctx.stroke();
    } else {
      head(ctx, end[0], end[1], Math.atan2(end[1] - from[1], end[0] - from[0]));
    }
    ctx.globalAlpha = 1;
    ctx.lineWidth = 1;
    copies.add(m.id[row]);
    arrows.push({row, from, to: end});
  };

  const density = (ctx, view) => {
    const bins = lanes.map(() => new Map());
    for (const row of visible) {
      for (const [t, name] of [[m.sent[row], m.src[row]], [m.end[row], m.dest[row]]]) {
        const p = Math.round(view.time(t));
        const bin = bins[laneOf[name]];
        if (bin) bin.set(p, (bin.get(p) || 0) + 1);
      }
    }
    const most = Math.max(1, ...bins.flatMap(bin => [...bin.values()]));
    ctx.fillStyle = R.colour('server');
    bins.forEach((bin, lane) => {
      for (const [p, count] of bin) {
        const size = Math.max(1.5, view.laneSize * 0.8 * Math.sqrt(count / most));
        if (view.vertical) ctx.fillRect(view.lane(lane) - size / 2, p, size, 1);
        else ctx.fillRect(p, view.lane(lane) - size / 2, 1, size);
      }
    });
  };

  const labels = (ctx, view) => {
    if (arrows.length > LABELS_MAX || view.vertical) return;
    ctx.fillStyle = R.colour('ink');
    const taken = [];
    for (const {row, from, to} of arrows) {
      if (Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]) < 40) continue;
      if (R.marks.size > 0 && !R.marks.has(row)) continue;
      const x = (from[0] + to[0]) / 2 + 4;
      const y = (from[1] + to[1]) / 2 - 2;
      const label = R.label(row);
      const end = x + ctx.measureText(label).width + 4;
      // One label over another can't be read: the first stays.
      if (taken.some(t => x < t[1] && end > t[0] && Math.abs(y - t[2]) < 12)) continue;
      taken.push([x, end, y]);
      ctx.fillText(label, x, y);
    }
  };

  R.diagram(canvas, {
    lanes: () => lanes,
    laneLines: true,
    vertical: true,
    height: n => Math.max(160, Math.min(620, n * 46)),
    warp,
    draw: (ctx, view) => {
      arrows = [];
      const copies = new Set();
      let shown = visible;
      if (visible.length > ARROWS_MAX) {
        density(ctx, view);
        shown = visible.filter(row => m.loss[row] > 0 || R.marks.has(row)).slice(0, ARROWS_MAX);
      }
      for (const row of shown) if (!R.marks.has(row)) arrow(ctx, view, row, copies);
      for (const row of shown) if (R.marks.has(row)) arrow(ctx, view, row, copies);
      labels(ctx, view);
      const lost = visible.reduce((sum, row) => sum + (m.loss[row] > 0 ? 1 : 0), 0);
      note.textContent = visible.length.toLocaleString('en') + ' messages in view, ' +
        lost.toLocaleString('en') + ' of them lost' +
        (visible.length > ARROWS_MAX ? '; too many for arrows: zoom in, or filter' : '');
      table();
    },
    hit: (x, y) => {
      let best;
      let bestDistance = 6;
      for (const {row, from, to} of arrows) {
        const dx = to[0] - from[0];
        const dy = to[1] - from[1];
        const along = Math.max(0, Math.min(1,
          ((x - from[0]) * dx + (y - from[1]) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
        const distance = Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
        if (distance < bestDistance) { best = row; bestDistance = distance; }
      }
      return best;
    },
    title: row => R.src(row) + ' → ' + R.dest(row) + '  ' + R.body(row).slice(0, 300),
    pick: row => R.set({m: m.id[row], op: null})
  });

  const details = document.getElementById('messages-table');
  const table = () => {
    if (!details.open) return;
    R.table(details.querySelector('.scroll'), ['sent', 'took', 'from', 'to', 'lost', 'body'],
      visible.slice(0, 200).map(row => ({
        cells: [R.seconds(m.sent[row]), R.ms(m.took[row]), R.src(row), R.dest(row),
          R.LOSS[m.loss[row]] || '', R.body(row)],
        pick: () => R.set({m: m.id[row], op: null})
      })), visible.length);
  };
  details.addEventListener('toggle', R.redraw);

  // Excerpts for documents.
  const excerpt = line => visible.slice(0, 200).map(line).join('\n');
  R.asText = () => excerpt(row => R.seconds(m.end[row]) + '  ' + R.src(row) +
    (m.loss[row] ? ' -x ' : ' -> ') + R.dest(row) + '  ' + R.body(row));
  R.asMermaid = () => 'sequenceDiagram\n' + excerpt(row => '  ' + R.src(row) +
    (m.loss[row] ? '-x' : '->>') + R.dest(row) + ': ' +
    R.body(row).slice(0, 80).replace(/[;#\n]/g, ' '));
};
