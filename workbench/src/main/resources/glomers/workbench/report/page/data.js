// The data of the run: unpacks the columns that Java has written. Times are in microseconds.
window.R = {};
(() => {
  const unpack = async text => {
    const letters = atob(text.trim());
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(stream).text());
  };
  const sums = differences => {
    let sum = 0;
    return differences.map(d => (sum += d));
  };
  R.LOSS = [null, 'partition', 'loss', 'absent'];

  R.load = async () => {
    const data = await unpack(document.getElementById('data').textContent);
    const m = data.messages;
    m.id = sums(m.id);
    m.sent = sums(m.sent);
    m.end = m.sent.map((sent, i) => sent + m.took[i]);
    m.count = m.id.length;
    m.tookMax = m.took.reduce((a, b) => Math.max(a, b), 0);
    m.type = m.bodies.map(body => (/"type":"((?:[^"\\]|\\.)*)"/.exec(body) || [, '(none)'])[1]);
    data.ops = data.ops.map(o => ({
      index: o[0], process: o[1], node: o[2], f: o[3], from: o[4], to: o[5], type: o[6],
      value: o[7], result: o[8], error: o[9], endIndex: o[10], isFinal: o[11] === 1
    }));
    let end = 0;
    for (let i = 0; i < m.count; i++) end = Math.max(end, m.end[i]);
    for (const op of data.ops) end = Math.max(end, op.from, op.to);
    // Without latency a short run takes next to no time: its axis needs some, and it is shown in
    // steps, as long as nobody asks for the true times.
    data.end = Math.max(end, 1000);
    data.stepped = m.tookMax === 0 && end < 100000;
    // The label of each kind of fault has its own row: two may begin at the same time.
    const kinds = [...new Set(data.faults.map(fault => fault.name))];
    for (const fault of data.faults) fault.row = kinds.indexOf(fault.name);
    data.isClient = m.names.map(name => /^c\d+$/.test(name));
    return data;
  };

  R.src = row => R.data.messages.names[R.data.messages.src[row]];
  R.dest = row => R.data.messages.names[R.data.messages.dest[row]];
  R.body = row => R.data.messages.bodies[R.data.messages.body[row]];
  R.type = row => R.data.messages.type[R.data.messages.body[row]];
  // A body in a few words: its type and its values, as the pictures of short runs have it.
  const LABEL_MAX = 28;
  const text = value => {
    if (Array.isArray(value)) return '[' + value.map(text).join(' ') + ']';
    if (value === null || typeof value !== 'object') return String(value);
    return '{' + Object.entries(value).map(([key, one]) => key + ':' + text(one)).join(' ') + '}';
  };
  R.label = row => {
    let label = R.type(row);
    try {
      for (const [key, value] of Object.entries(JSON.parse(R.body(row)))) {
        if (['type', 'msg_id', 'in_reply_to'].includes(key) || value === false) continue;
        label += ' ' + (value === true ? key : text(value));
      }
    } catch (e) {
      label += ' …'; // the middle of a long body was left out
    }
    return label.length <= LABEL_MAX ? label : label.slice(0, LABEL_MAX - 1) + '…';
  };
  R.ms = micros => (micros / 1000).toLocaleString('en', {maximumFractionDigits: 3}) + ' ms';
  // A time to a millisecond, where the span that it belongs to has many.
  R.coarse = (micros, span) => span < 100_000 ? micros : 1000 * Math.round(micros / 1000);
  R.seconds = micros => (micros / 1e6).toFixed(6).replace(/(\.\d{3})(\d*?)0*$/, '$1$2') + ' s';

  // Rows whose body has this value, at any depth; what only numbers a message does not count.
  const cache = new Map();
  R.rowsWith = value => {
    if (!cache.has(value)) {
      const m = R.data.messages;
      const token = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const text = new RegExp('(?<!"(?:msg_id|in_reply_to)":)(?<=[\\[:,])' + token + '(?=[,\\]}])');
      const has = m.bodies.map(body => text.test(body));
      const rows = [];
      for (let i = 0; i < m.count; i++) if (has[m.body[i]]) rows.push(i);
      cache.set(value, rows);
    }
    return cache.get(value);
  };

  // The request of a reply, and the reply of a request.
  let byNumber = null;
  const number = (row, field) => {
    const found = new RegExp('"' + field + '":(-?\\d+)').exec(R.body(row));
    return found && found[1];
  };
  R.partner = row => {
    if (!byNumber) {
      byNumber = new Map();
      for (let i = 0; i < R.data.messages.count; i++) {
        const request = number(i, 'msg_id');
        const reply = number(i, 'in_reply_to');
        if (request !== null) byNumber.set('q' + R.src(i) + ' ' + R.dest(i) + ' ' + request, i);
        if (reply !== null) byNumber.set('a' + R.dest(i) + ' ' + R.src(i) + ' ' + reply, i);
      }
    }
    const request = number(row, 'msg_id');
    const reply = number(row, 'in_reply_to');
    if (reply !== null) return byNumber.get('q' + R.dest(row) + ' ' + R.src(row) + ' ' + reply);
    if (request === null) return undefined;
    return byNumber.get('a' + R.src(row) + ' ' + R.dest(row) + ' ' + request);
  };
})();
