// Operations: a lane per worker, grouped by node; a bar from the beginning to the end of each. An
// operation of unknown outcome has no end.
R.operations = () => {
  const canvas = document.getElementById('operations-canvas');
  const data = R.data;
  const order = new Map(data.nodes.map((node, i) => [node, i]));
  const workers = new Map();
  for (const op of data.ops) {
    const worker = op.process % data.workers;
    if (!workers.has(worker)) workers.set(worker, op.node);
  }
  const sorted = [...workers].sort((a, b) =>
    (order.get(a[1]) ?? 1e9) - (order.get(b[1]) ?? 1e9) || a[0] - b[0]);
  const laneOf = new Map(sorted.map(([worker], i) => [worker, i]));
  const lanes = sorted.map(([, node], i) => {
    const first = i === 0 || sorted[i - 1][1] !== node;
    return {label: first ? node : '', always: first && sorted.length < 40};
  });
  let drawn = [];

  const bar = (ctx, view, op, size) => {
    const a = view.time(op.from);
    const open = op.to < 0 || op.type === 'info';
    const b = open ? view.to : view.time(op.to);
    const y = view.lane(laneOf.get(op.process % data.workers)) - size / 2;
    const marked = R.markedOps.has(op.index) || R.markedOps.has(op.endIndex) || R.state.op === op.index;
    const dimmed = (R.markedOps.size > 0 || R.state.op !== null) && !marked;
    ctx.globalAlpha = dimmed ? 0.25 : 1;
    ctx.fillStyle = R.colour(op.type);
    if (open) {
      ctx.globalAlpha *= 0.35;
      ctx.fillRect(a, y + size / 3, b - a, size / 3);
      ctx.globalAlpha = dimmed ? 0.25 : 1;
      ctx.beginPath();
      ctx.moveTo(a, y); ctx.lineTo(a + size, y + size / 2); ctx.lineTo(a, y + size);
      ctx.fill();
    } else {
      ctx.fillRect(a, y, Math.max(1.5, b - a), size);
      if (op.type === 'fail') {
        ctx.strokeStyle = R.colour('paper');
        ctx.beginPath();
        ctx.moveTo(a, y); ctx.lineTo(Math.max(a + 1.5, b), y + size);
        ctx.stroke();
      }
    }
    if (marked) {
      ctx.strokeStyle = R.colour('mark');
      ctx.lineWidth = 2;
      ctx.strokeRect(a - 2, y - 2, Math.max(1.5, b - a) + 4, size + 4);
      ctx.lineWidth = 1;
    }
    if (b - a > 60 && size >= 10 && !open) {
      ctx.fillStyle = R.colour('paper');
      ctx.fillText(op.f + ' ' + (op.value === 'nil' ? op.result : op.value), a + 3, y + size - 2, b - a - 6);
    }
    ctx.globalAlpha = 1;
    drawn.push({op, a, b: Math.max(b, a + 4), y, size});
  };

  R.diagram(canvas, {
    lanes: () => lanes,
    height: n => Math.max(60, Math.min(460, n * 18)),
    draw: (ctx, view) => {
      drawn = [];
      const size = Math.max(2, Math.min(13, view.laneSize * 0.75));
      for (const op of data.ops) {
        const end = op.to < 0 || op.type === 'info' ? data.end : op.to;
        if (op.from <= R.state.t1 && end >= R.state.t0) bar(ctx, view, op, size);
      }
      table();
    },
    hit: (x, y) => {
      for (let i = drawn.length - 1; i >= 0; i--) {
        const d = drawn[i];
        if (x >= d.a - 2 && x <= d.b + 2 && y >= d.y - 2 && y <= d.y + d.size + 2) return d.op;
      }
      return undefined;
    },
    title: op => op.f + ' ' + op.value + ' → ' + op.type + ' ' + op.result,
    pick: op => R.set({op: op.index, m: null})
  });

  const details = document.getElementById('operations-table');
  const table = () => {
    if (!details.open) return;
    R.table(details.querySelector('.scroll'),
      ['from', 'took', 'process', 'node', 'function', 'value', 'type', 'result', 'error'],
      drawn.slice(0, 200).map(({op}) => ({
        cells: [R.seconds(op.from), op.to < 0 ? '' : R.ms(op.to - op.from), op.process, op.node, op.f,
          op.value, op.type, op.result, op.error],
        pick: () => R.set({op: op.index, m: null})
      })), drawn.length);
  };
  details.addEventListener('toggle', R.redraw);
};
