// Where a value went: who had it first, from whom, how long after, and how often it came again.
R.value = () => {
  const box = document.getElementById('value-view');
  const m = R.data.messages;
  let shown = null;

  const hops = rows => {
    const first = new Map();
    const again = new Map();
    const lost = new Map();
    const redundant = new Set();
    let start = null;
    for (const row of rows) {
      const dest = R.dest(row);
      if (R.data.isClient[m.dest[row]]) continue;
      if (m.loss[row] > 0) {
        lost.set(dest, (lost.get(dest) || []).concat(R.LOSS[m.loss[row]] + ' (from ' + R.src(row) + ')'));
      } else if (first.has(dest)) {
        again.set(dest, (again.get(dest) || 0) + 1);
        redundant.add(row);
      } else {
        // What a node has sent itself before, it had before it heard of it.
        const own = rows.find(r => R.src(r) === dest && m.sent[r] < m.end[row] && !R.data.isClient[m.dest[r]]);
        first.set(dest, own === undefined || R.data.isClient[m.src[row]] ? row : row);
        if (start === null || m.end[row] < start) start = m.end[row];
      }
    }
    return {first, again, lost, redundant, start};
  };

  const tree = (parent, {first, start}, from, seen) => {
    const children = [...first].filter(([node, row]) =>
      (from === null ? R.data.isClient[m.src[row]] : R.src(row) === from) && !seen.has(node));
    if (!children.length) return;
    const list = parent.append('ul');
    for (const [node, row] of children) {
      seen.add(node);
      const item = list.append('li');
      item.append('a').attr('href', '#').text(node).on('click', e => {
        e.preventDefault();
        R.set({m: m.id[row]});
      });
      item.append('span').attr('class', 'mute')
        .text(' after ' + R.ms(m.end[row] - start) + (from === null ? ', from ' + R.src(row) : ''));
      tree(item, {first, start}, node, seen);
    }
  };

  const draw = () => {
    const v = R.state.v;
    if (shown === v) return;
    shown = v;
    R.redundant = null;
    const view = d3.select(box);
    view.selectAll('*').remove();
    if (v === '') return;
    const rows = R.rowsWith(v);
    const found = hops(rows);
    R.redundant = found.redundant;
    const nodes = R.data.nodes.filter(node => found.first.has(node) || found.lost.has(node));
    const lostCount = d3.sum(found.lost.values(), list => list.length);
    const count = (n, one, many) => n.toLocaleString('en') + ' ' + (n === 1 ? one : many);
    view.append('p').text(count(rows.length, 'message', 'messages') + ' carried ' + v +
      '. It reached ' + count(found.first.size, 'node or service', 'nodes or services') + '; ' +
      count(found.redundant.size, 'delivery', 'deliveries') + ' brought what was there already; ' +
      count(lostCount, 'message was lost.', 'messages were lost.'));
    const operations = R.data.ops.filter(op => op.value === v || op.result === v);
    if (operations.length) {
      const line = view.append('p').text('Operations: ');
      operations.slice(0, 8).forEach(op => {
        line.append('a').attr('href', '#').text(op.f + ' on ' + op.node + ' at ' + R.seconds(op.from))
          .on('click', e => { e.preventDefault(); R.set({op: op.index}); });
        line.append('span').text(' ');
      });
    }
    if (found.first.size) {
      view.append('h3').text('How it spread');
      const seen = new Set();
      tree(view, found, null, seen);
      const others = [...found.first].filter(([node]) => !seen.has(node));
      if (others.length) {
        const list = view.append('ul');
        others.forEach(([node, row]) => list.append('li').text(
          node + ' after ' + R.ms(m.end[row] - found.start) + ', from ' + R.src(row)));
      }
    }
    if (!nodes.length) return;
    const table = view.append('div').attr('class', 'scroll').append('div');
    R.table(table.node(), ['node', 'first arrival', 'after', 'from', 'came again', 'lost on the way'],
      R.data.nodes.map(node => {
        const row = found.first.get(node);
        return {
          cells: row === undefined
            ? [node, 'never', '', '', '', (found.lost.get(node) || []).join(', ')]
            : [node, R.seconds(m.end[row]), R.ms(m.end[row] - found.start), R.src(row),
              found.again.get(node) || 0, (found.lost.get(node) || []).join(', ')],
          pick: row === undefined ? null : () => R.set({m: m.id[row]})
        };
      }));
  };
  R.onChange(draw);
};
