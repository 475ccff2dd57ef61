// Puts the views together: tables, details of what is chosen, keys, the toolbar.
(() => {
  R.table = (box, heads, rows, all) => {
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    heads.forEach(text => {
      const cell = document.createElement('th');
      cell.textContent = text;
      head.append(cell);
    });
    const body = table.createTBody();
    for (const {cells, pick} of rows) {
      const row = body.insertRow();
      cells.forEach(text => {
        const cell = row.insertCell();
        cell.textContent = text;
        cell.className = String(text).length > 24 ? 'long' : 'short';
      });
      if (pick) {
        row.className = 'pick';
        row.addEventListener('click', pick);
      }
    }
    box.replaceChildren(table);
    if (all > rows.length) {
      const more = document.createElement('p');
      more.className = 'mute';
      more.textContent = rows.length + ' of ' + all + ' are listed: zoom in, or filter.';
      box.append(more);
    }
  };

  const link = (text, go) => {
    const a = document.createElement('a');
    a.href = '#';
    a.textContent = text;
    a.addEventListener('click', e => { e.preventDefault(); go(); });
    return a;
  };
  const line = (...parts) => {
    const p = document.createElement('p');
    p.append(...parts);
    return p;
  };

  const messageDetail = row => {
    const m = R.data.messages;
    const code = document.createElement('code');
    code.textContent = R.body(row);
    const lost = m.loss[row] > 0;
    const parts = [
      line(R.src(row) + ' → ' + R.dest(row) + ' · ' + R.type(row) + ' · sent at ' + R.seconds(m.sent[row]) +
        (lost ? ' · lost (' + R.LOSS[m.loss[row]] + ') at ' : ' · arrived at ') + R.seconds(m.end[row]) +
        ' · after ' + R.ms(m.took[row])),
      line(code)
    ];
    const partner = R.partner(row);
    if (partner !== undefined) {
      parts.push(line(link(/"in_reply_to":/.test(R.body(row)) ? 'its request' : 'its reply',
        () => R.set({m: m.id[partner]}))));
    }
    const values = [...new Set(R.body(row).replace(/"(msg_id|in_reply_to|type)":("[^"]*"|-?\d+)/g, '')
      .match(/(?<=[[:,])(-?\d+(\.\d+)?|"[^"]{1,30}")(?=[,\]}])/g) || [])].slice(0, 12);
    if (values.length) {
      const p = line('Where did it go: ');
      values.forEach(v => p.append(link(v, () => R.set({v})), ' '));
      parts.push(p);
    }
    return parts;
  };

  const operationDetail = op => {
    const code = document.createElement('code');
    code.textContent = op.result === '' ? '' : '→ ' + op.result;
    return [
      line('Process ' + op.process + ' on ' + op.node + ': ' + op.f + ' ' + op.value + ' · ' +
        R.seconds(op.from) + (op.to < 0 ? ', without an end' : ' to ' + R.seconds(op.to) + ' (' +
        R.ms(op.to - op.from) + ')') + ' · ' + op.type + (op.isFinal ? ' · final phase' : '')),
      line(code),
      line(op.error),
      line(link('zoom to it', () => {
        const end = op.to < 0 ? op.from + 1e6 : op.to;
        const margin = Math.max(2000, (end - op.from) * 0.3);
        R.set({t0: op.from - margin, t1: end + margin});
      }), ' ', /^-?\d+$|^"/.test(op.value) ? link('where did ' + op.value + ' go', () => R.set({v: op.value})) : '')
    ];
  };

  let shown = '';
  const detail = () => {
    const box = document.getElementById('detail');
    const {m, op} = R.state;
    const now = m + ' ' + op;
    if (now === shown) return;
    shown = now;
    let parts = null;
    if (m !== null) {
      const row = R.data.messages.id.indexOf(m);
      parts = row < 0 ? [line('Message ' + m + ' is not among those shown.')] : messageDetail(row);
    } else if (op !== null) {
      const found = R.data.ops.find(o => o.index === op);
      parts = found ? operationDetail(found) : [line('Operation ' + op + ' is not among those shown.')];
    }
    box.hidden = parts === null;
    const close = document.createElement('button');
    close.className = 'close';
    close.textContent = 'close';
    close.addEventListener('click', () => R.set({m: null, op: null}));
    box.replaceChildren(close, ...(parts || []));
  };

  const step = direction => {
    const rows = R.visible || [];
    if (!rows.length) return;
    const at = rows.findIndex(row => R.data.messages.id[row] === R.state.m);
    const next = at < 0 ? (direction > 0 ? 0 : rows.length - 1)
      : Math.max(0, Math.min(rows.length - 1, at + direction));
    R.set({m: R.data.messages.id[rows[next]], op: null});
  };

  const keys = e => {
    if (e.target.tagName === 'INPUT' && e.key !== 'Escape') return;
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === '/') {
      e.preventDefault();
      document.getElementById('filter').focus();
    } else if (e.key === 'j') step(1);
    else if (e.key === 'k') step(-1);
    else if (e.key === 'Escape') {
      e.target.blur();
      R.set({m: null, op: null, v: '', finding: null, q: ''});
    }
  };

  const types = () => {
    const count = new Map();
    const {body, type} = R.data.messages;
    for (const b of body) count.set(type[b], (count.get(type[b]) || 0) + 1);
    const box = document.getElementById('types');
    [...count].sort((a, b) => b[1] - a[1]).slice(0, 14).forEach(([type, n]) => {
      const chip = document.createElement('button');
      chip.className = 'chip';
      chip.textContent = type + ' ' + n.toLocaleString('en');
      const word = 'type:' + type;
      chip.addEventListener('click', () => {
        const words = R.state.q.split(/\s+/).filter(w => w && w !== word);
        const on = R.state.q.split(/\s+/).includes(word);
        R.set({q: words.filter(w => on || !w.startsWith('type:')).concat(on ? [] : [word]).join(' ')});
      });
      box.append(chip);
      R.onChange(() => chip.setAttribute('aria-pressed', R.state.q.split(/\s+/).includes(word)));
    });
  };

  const copy = (text, button) => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy'); // the clipboard's newer interface is not there on file:
    area.remove();
    const label = button.textContent;
    button.textContent = 'Copied';
    window.setTimeout(() => { button.textContent = label; }, 1200);
  };

  const toolbar = () => {
    const byId = id => document.getElementById(id);
    document.querySelectorAll('button.copy').forEach(button =>
      button.addEventListener('click', () => copy(byId(button.dataset.of).textContent, button)));
    byId('filter').addEventListener('input', e => R.set({q: e.target.value}));
    byId('value-input').addEventListener('change', e => R.set({v: e.target.value.trim()}));
    byId('step').addEventListener('change', e => R.set({step: e.target.checked}));
    byId('reset').addEventListener('click', () => R.whole());
    byId('copy-text').addEventListener('click', e => copy(R.asText(), e.target));
    byId('copy-mermaid').addEventListener('click', e => copy(R.asMermaid(), e.target));
    R.onChange(() => {
      const s = R.state;
      if (document.activeElement !== byId('filter')) byId('filter').value = s.q;
      if (document.activeElement !== byId('value-input')) byId('value-input').value = s.v;
      byId('step').checked = s.step;
      const end = Math.min(s.t1, R.data.end);
      byId('window').textContent = [s.t0, end].map(t => R.seconds(R.coarse(t, end - s.t0))).join(' to ');
    });
  };

  R.load().then(data => {
    R.data = data;
    R.state.t1 = data.end * 1.01;
    R.state.step = data.stepped;
    R.matches = () => true;
    R.marks = new Set();
    R.markedOps = new Set();
    toolbar();
    types();
    R.overview();
    R.value();
    R.anomaly();
    R.operations();
    R.messages();
    R.nodes();
    R.onChange(detail);
    window.addEventListener('keydown', keys);
    window.addEventListener('resize', R.redraw);
    window.addEventListener('hashchange', () => {
      if (R.readAddress(location.hash.slice(1)) && R.state.finding !== null) {
        const anomaly = document.getElementById('anomaly');
        (anomaly.hidden ? document.getElementById('toolbar') : anomaly).scrollIntoView();
      }
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', R.redraw);
    // Without a short run to look at, the page begins where the first finding is.
    const begin = document.getElementById('shortest') || !data.findings.length ? '' : 'finding=1';
    if (!R.readAddress(location.hash.slice(1) || begin)) R.redraw();
    requestAnimationFrame(() => requestAnimationFrame(() => {
      document.documentElement.dataset.ready = 'true';
      performance.mark('ready');
    }));
  }).catch(error => {
    const p = document.createElement('p');
    p.className = 'lost';
    p.textContent = 'The diagrams can not be drawn: ' + error +
      '. They need a browser of 2023 or newer.';
    document.querySelector('main').prepend(p);
    console.error(error);
  });
})();
