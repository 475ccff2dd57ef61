// A canvas with time on one axis and lanes on the other: zoom, ticks, faults, keys. A diagram gives
// its lanes and draws on them.
(() => {
  const MARGIN = {left: 76, right: 14, top: 22, bottom: 8};

  R.colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  R.diagram = (canvas, options) => {
    const ctx = canvas.getContext('2d');
    const view = {};

    const measure = () => {
      const width = canvas.clientWidth;
      view.vertical = options.vertical && width < 600;
      const lanes = options.lanes();
      view.lanes = lanes;
      const height = view.vertical ? 620 : options.height(lanes.length) + MARGIN.top + MARGIN.bottom;
      canvas.style.height = height + 'px';
      const ratio = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      view.width = width;
      view.height = height;
      view.from = view.vertical ? MARGIN.top + 12 : MARGIN.left;
      view.to = view.vertical ? height - MARGIN.bottom : width - MARGIN.right;
      const a = view.vertical ? 30 : MARGIN.top;
      const b = view.vertical ? width - MARGIN.right : height - MARGIN.bottom;
      view.laneSize = (b - a) / Math.max(1, lanes.length);
      view.lane = i => a + (i + 0.5) * view.laneSize;
      view.full = d3.scaleLinear().domain([0, R.data.end * 1.01]).range([view.from, view.to]);
      view.time = d3.scaleLinear().domain([R.state.t0, R.state.t1]).range([view.from, view.to]);
      view.point = (p, lane) =>
        view.vertical ? [view.lane(lane), p] : [p, view.lane(lane)];
      view.zoomExtent = [[view.from, view.from], [view.to, view.to]];
    };

    const zoom = d3.zoom()
      .scaleExtent([0.99, 1e6])
      .filter(e => e.type === 'wheel' ? e.ctrlKey || e.metaKey : !e.button)
      .on('zoom', e => {
        if (!e.sourceEvent) return;
        const scale = view.vertical
          ? e.transform.rescaleY(view.full) : e.transform.rescaleX(view.full);
        const [t0, t1] = scale.domain();
        R.set({t0, t1});
      });
    d3.select(canvas).call(zoom).on('dblclick.zoom', null);

    const ticks = () => {
      ctx.font = '11px system-ui, sans-serif';
      ctx.strokeStyle = R.colour('line');
      ctx.fillStyle = R.colour('mute');
      ctx.lineWidth = 1;
      const step = (R.state.t1 - R.state.t0) / 1e6;
      const digits = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step)) + 1));
      let labelled = 0;
      for (const t of view.time.ticks(view.vertical ? 8 : Math.max(3, view.width / 120))) {
        const p = Math.round(view.time(t)) + 0.5;
        ctx.beginPath();
        if (view.vertical) {
          ctx.moveTo(22, p); ctx.lineTo(view.width, p);
          ctx.fillText((t / 1e6).toFixed(digits), 2, p - 2);
        } else {
          ctx.moveTo(p, MARGIN.top - 4); ctx.lineTo(p, view.height);
          const label = (t / 1e6).toFixed(digits) + ' s';
          const size = ctx.measureText(label).width;
          // The last one stands before its line where the canvas ends behind it.
          const start = p + 3 + size <= view.width ? p + 3 : p - 3 - size;
          if (start > labelled) ctx.fillText(label, start, 11);
          labelled = Math.max(labelled, start + size);
        }
        ctx.stroke();
      }
    };

    const faults = () => {
      for (const fault of R.data.faults) {
        const a = Math.max(view.from, view.time(fault.from));
        const b = Math.min(view.to, view.time(fault.to));
        if (b <= view.from || a >= view.to) continue;
        ctx.fillStyle = R.colour('band');
        ctx.strokeStyle = R.colour('band-line');
        ctx.setLineDash([4, 3]);
        ctx.beginPath();
        if (view.vertical) {
          ctx.fillRect(22, a, view.width, b - a);
          ctx.moveTo(22, a); ctx.lineTo(view.width, a);
          ctx.moveTo(22, b); ctx.lineTo(view.width, b);
        } else {
          ctx.fillRect(a, MARGIN.top - 6, b - a, view.height);
          ctx.moveTo(a, MARGIN.top - 6); ctx.lineTo(a, view.height);
          ctx.moveTo(b, MARGIN.top - 6); ctx.lineTo(b, view.height);
        }
        ctx.stroke();
        ctx.setLineDash([]);
        ctx.fillStyle = R.colour('band-line');
        const row = 12 * fault.row;
        if (view.vertical) ctx.fillText(fault.name, 26, a + 10 + row);
        else if (b - a > 30) ctx.fillText(fault.name, a + 3, MARGIN.top + 3 + row);
      }
    };

    const lanes = () => {
      ctx.strokeStyle = R.colour('line');
      const every = Math.max(1, Math.ceil((view.vertical ? 26 : 12) / view.laneSize));
      view.lanes.forEach((lane, i) => {
        const p = Math.round(view.lane(i)) + 0.5;
        ctx.fillStyle = R.colour('ink');
        if (i % every === 0 || lane.always) {
          if (view.vertical) ctx.fillText(lane.label, p - 8, 11);
          else ctx.fillText(lane.label, 4, p + 4, MARGIN.left - 8);
        }
        if (options.laneLines) {
          ctx.beginPath();
          if (view.vertical) { ctx.moveTo(p, MARGIN.top); ctx.lineTo(p, view.height); }
          else { ctx.moveTo(MARGIN.left, p); ctx.lineTo(view.width, p); }
          ctx.stroke();
        }
      });
    };

    const draw = () => {
      measure();
      const k = (view.to - view.from) / Math.max(1e-9, view.full(R.state.t1) - view.full(R.state.t0));
      const shift = view.from - k * view.full(R.state.t0);
      const transform = view.vertical
        ? d3.zoomIdentity.translate(0, shift).scale(k) : d3.zoomIdentity.translate(shift, 0).scale(k);
      zoom.extent(view.zoomExtent);
      canvas.__zoom = transform;
      ctx.clearRect(0, 0, view.width, view.height);
      if (options.warp) options.warp(view);
      faults();
      if (!view.warped) ticks();
      lanes();
      ctx.save();
      ctx.beginPath();
      if (view.vertical) ctx.rect(22, view.from, view.width, view.to - view.from);
      else ctx.rect(view.from, 0, view.to - view.from, view.height);
      ctx.clip();
      options.draw(ctx, view);
      ctx.restore();
    };

    canvas.addEventListener('click', e => {
      const item = options.hit(e.offsetX, e.offsetY);
      if (item !== undefined) options.pick(item);
    });
    canvas.addEventListener('mousemove', e => {
      const item = options.hit(e.offsetX, e.offsetY);
      canvas.style.cursor = item === undefined ? 'default' : 'pointer';
      canvas.title = item === undefined ? '' : options.title(item);
    });
    canvas.addEventListener('keydown', e => {
      const width = R.state.t1 - R.state.t0;
      const moves = {
        ArrowLeft: [-0.2, -0.2], ArrowRight: [0.2, 0.2], ArrowUp: [0.2, -0.2], ArrowDown: [-0.25, 0.25]
      };
      const move = moves[e.key];
      if (!move) return;
      e.preventDefault();
      R.set({t0: R.state.t0 + move[0] * width, t1: R.state.t1 + move[1] * width});
    });
    R.onChange(draw);
    return view;
  };
})();
