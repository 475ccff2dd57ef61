// What is shown: the window of time, the filter, what is chosen. All of it stands in the address, so
// that a link brings the same view back.
(() => {
  const views = [];
  let scheduled = false;
  R.state = {t0: 0, t1: 1, v: '', m: null, op: null, finding: null, q: '', step: false};

  R.onChange = view => views.push(view);

  const redraw = () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      refresh();
      views.forEach(view => view());
    });
  };
  R.redraw = redraw;

  R.set = change => {
    Object.assign(R.state, change);
    const span = R.data.end * 1.01;
    const width = Math.min(span, Math.max(20, R.state.t1 - R.state.t0));
    R.state.t0 = Math.max(0, Math.min(R.state.t0, span - width));
    R.state.t1 = R.state.t0 + width;
    window.clearTimeout(R.addressTimer);
    R.addressTimer = window.setTimeout(writeAddress, 120);
    redraw();
  };

  R.whole = () => R.set({t0: 0, t1: R.data.end * 1.01});

  const seconds = micros => +(micros / 1e6).toFixed(6);

  const writeAddress = () => {
    const s = R.state;
    const parts = [];
    if (s.finding !== null) parts.push('finding=' + s.finding);
    if (s.t0 > 0 || s.t1 < R.data.end) parts.push('t=' + seconds(s.t0) + '-' + seconds(s.t1));
    if (s.v !== '') parts.push('v=' + encodeURIComponent(s.v));
    if (s.m !== null) parts.push('m=' + s.m);
    if (s.op !== null) parts.push('op=' + s.op);
    if (s.q !== '') parts.push('q=' + encodeURIComponent(s.q));
    if (s.step !== R.data.stepped) parts.push('step=' + (s.step ? 1 : 0));
    const hash = parts.length ? '#' + parts.join('&') : '';
    if (hash !== location.hash && !(hash === '' && !location.hash.includes('='))) {
      history.replaceState(null, '', hash || location.pathname + location.search);
    }
  };

  R.readAddress = address => {
    if (!address.includes('=')) return false;
    const found = {};
    for (const part of address.split('&')) {
      const at = part.indexOf('=');
      try {
        found[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1));
      } catch (e) {
        // not an address of ours: the rest may be
      }
    }
    const whole = value => /^\d+$/.test(value || '') ? +value : null;
    const change = {
      v: found.v || '', m: whole(found.m), op: whole(found.op), finding: whole(found.finding),
      q: found.q || '', step: found.step ? found.step === '1' : R.data.stepped, t0: 0, t1: R.data.end * 1.01
    };
    const finding = change.finding && R.data.findings[change.finding - 1];
    if (!finding) change.finding = null;
    const window = /^([\d.]+)-([\d.]+)$/.exec(found.t || '');
    if (window) {
      change.t0 = Math.round(window[1] * 1e6);
      change.t1 = Math.round(window[2] * 1e6);
    } else if (finding) {
      // The messages that explain it, else the operations that show it.
      const m = R.data.messages;
      const ids = new Set(finding.ids);
      const rows = d3.range(m.count).filter(row => ids.has(m.id[row]) && m.loss[row] > 0);
      const from = rows.length ? d3.min(rows, row => m.sent[row]) : finding.from;
      const to = rows.length ? d3.max(rows, row => m.end[row]) : finding.to;
      if (from !== undefined) {
        const margin = Math.max(20000, (to - from) * 0.3);
        change.t0 = from - margin;
        change.t1 = to + margin;
      }
    }
    if (finding && !found.v && finding.values.length) change.v = finding.values[0];
    R.set(change);
    return true;
  };

  // The filter: words that must all hold.
  const matcher = word => {
    const m = R.data.messages;
    const arrow = /^([^→>]*?)-?(?:→|>)(.*)$/.exec(word);
    if (word === 'lost') return row => m.loss[row] > 0;
    if (word.startsWith('type:')) return row => R.type(row) === word.slice(5);
    if (word.startsWith('value:')) {
      const rows = new Set(R.rowsWith(word.slice(6)));
      return row => rows.has(row);
    }
    if (arrow) {
      return row => (!arrow[1] || R.src(row) === arrow[1]) && (!arrow[2] || R.dest(row) === arrow[2]);
    }
    return row => R.src(row) === word || R.dest(row) === word || R.body(row).includes(word);
  };

  const refresh = () => {
    const s = R.state;
    const words = s.q.split(/\s+/).filter(word => word);
    if (R.words !== s.q) {
      R.words = s.q;
      const matchers = words.map(matcher);
      R.matches = matchers.length ? row => matchers.every(matches => matches(row)) : () => true;
    }
    const marks = new Set();
    const finding = s.finding !== null && R.data.findings[s.finding - 1];
    if (s.v !== '') R.rowsWith(s.v).forEach(row => marks.add(row));
    if (finding) {
      const ids = new Set(finding.ids);
      R.data.messages.id.forEach((id, row) => ids.has(id) && marks.add(row));
    }
    if (s.m !== null) {
      R.data.messages.id.forEach((id, row) => {
        if (id === s.m) {
          marks.add(row);
          const partner = R.partner(row);
          if (partner !== undefined) marks.add(partner);
        }
      });
    }
    R.marks = marks;
    R.markedOps = new Set(finding ? finding.ops : []);
  };
})();
