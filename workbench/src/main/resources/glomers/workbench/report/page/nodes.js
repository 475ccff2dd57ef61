// The number of messages between each two nodes, and the output of the nodes.
R.nodes = () => {
  const m = R.data.messages;
  const matrix = document.getElementById('matrix');
  let timer = null;

  const draw = () => {
    const group = name => /^c\d+$/.test(name) ? 'clients' : name;
    const ends = ['clients', ...new Set(m.names.map(group).filter(name => name !== 'clients'))]
      .sort((a, b) => d3.ascending(R.data.nodes.indexOf(a), R.data.nodes.indexOf(b)));
    const count = new Map();
    for (const row of R.visible || []) {
      const key = group(R.src(row)) + ' ' + group(R.dest(row));
      const cell = count.get(key) || [0, 0];
      cell[0]++;
      if (m.loss[row] > 0) cell[1]++;
      count.set(key, cell);
    }
    matrix.replaceChildren();
    const head = matrix.insertRow();
    ['from \\ to', ...ends].forEach(text => {
      const cell = document.createElement('th');
      cell.textContent = text;
      head.append(cell);
    });
    for (const src of ends) {
      const row = matrix.insertRow();
      row.insertCell().textContent = src;
      for (const dest of ends) {
        const cell = row.insertCell();
        cell.className = 'number';
        const [sent, lost] = count.get(src + ' ' + dest) || [0, 0];
        cell.textContent = sent || '';
        if (lost) {
          const part = document.createElement('span');
          part.className = 'lost';
          part.textContent = ' −' + lost;
          cell.append(part);
        }
      }
    }
  };
  R.onChange(() => {
    window.clearTimeout(timer);
    timer = window.setTimeout(draw, 150);
  });

  const logs = document.getElementById('logs');
  for (const [node, lines] of Object.entries(R.data.logs)) {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = node + ': ' + lines.length + ' lines on standard error';
    const text = document.createElement('pre');
    text.textContent = lines.join('\n');
    details.append(summary, text);
    logs.append(details);
  }
};
