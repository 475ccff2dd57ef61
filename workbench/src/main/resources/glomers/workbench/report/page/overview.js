// The whole run: latencies, their quantiles, the rate, faults and findings; its brush sets the
// window of all that is below.
R.overview = () => {
  const box = d3.select('#overview-chart');
  const data = R.data;
  const slices = Object.entries(data.slices);
  // Few operations have no rate: they are points, and nothing else.
  const instant = !data.points.some(p => p[1] > 1);
  const split = instant ? 64 : 170;
  const height = split + (slices.length ? 80 : 22);
  const shapes = {
    ok: 'm-1.7 0a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0', info: 'm0-4l3.5 6h-7z',
    fail: 'm-3-3l6 6m0-6l-6 6'
  };
  document.getElementById('lines').textContent = slices.length
    ? 'Lines: median and 99 % per function, each over ' + R.ms(R.coarse(data.slice, data.slice)) + '.' : '';

  const draw = () => {
    const width = box.node().clientWidth;
    box.selectAll('*').remove();
    const svg = box.append('svg').attr('viewBox', [0, 0, width, height]).attr('height', height);
    const x = d3.scaleLinear().domain([0, data.end * 1.01]).range([66, width - 12]);
    const latencies = data.points.map(p => Math.max(1, p[1]));
    const y = d3.scaleLog().clamp(true).range([split - 22, 8])
      .domain([Math.max(1, d3.min(latencies) || 1), Math.max(10, d3.max(latencies) || 10)]).nice();
    const perSecond = slice => slice[1] / (data.slice / 1e6);
    const rateMax = d3.max(slices, ([, all]) => d3.max(all, perSecond)) || 1;
    const rate = d3.scaleLinear().domain([0, 1.4 * rateMax]).range([height - 22, split + 6]);

    const bands = svg.append('g');
    // A label that the one before would cover is left out: the band has its name as a title, too.
    const free = [];
    for (const fault of data.faults) {
      bands.append('rect').attr('x', x(fault.from)).attr('width', Math.max(1, x(fault.to) - x(fault.from)))
        .attr('y', 4).attr('height', height - 26).attr('fill', R.colour('band'))
        .append('title').text(fault.name + ' ' + fault.detail);
      const from = x(fault.from) + 3;
      if (from < free[fault.row]) continue;
      const label = bands.append('text').attr('class', 'fault').attr('x', from)
        .attr('y', 14 + 12 * fault.row).text(fault.name);
      free[fault.row] = from + label.node().getComputedTextLength() + 4;
    }
    svg.append('g').attr('transform', `translate(0,${height - 22})`)
      .call(d3.axisBottom(x).ticks(Math.max(2, width / 110)).tickFormat(t => t / 1e6 + ' s'));
    const powers = y.ticks().filter(t => Number.isInteger(Math.log10(t)));
    if (instant) svg.append('text').attr('x', 70).attr('y', split - 30)
      .text(data.points.length ? 'No operation took any time.' : 'No operations.');
    else svg.append('g').attr('transform', 'translate(64,0)')
      .call(d3.axisLeft(y).tickValues(powers).tickFormat(t => (t / 1000).toLocaleString('en') + ' ms'));
    if (slices.length) {
      svg.append('g').attr('transform', 'translate(64,0)').call(d3.axisLeft(rate).ticks(3));
      svg.append('text').attr('x', 70).attr('y', split + 14).text('ok per second');
    }

    const names = [...new Set(data.points.map(p => p[2]))].sort();
    const colours = d3.scaleOrdinal(names, R.colour('functions').split(' '));
    const marks = svg.append('g');
    // A path for all points of a kind: thousands of elements would take a second.
    d3.groups(data.points, p => p[3], p => p[2]).forEach(([type, functions]) => {
      functions.forEach(([f, points]) => {
        const colour = type === 'ok' ? colours(f) : R.colour(type);
        const at = p => [x(p[0]).toFixed(1), y(Math.max(1, p[1])).toFixed(1)];
        const d = points.map(p => 'M' + at(p) + shapes[type]).join('');
        marks.append('path').attr('d', d).attr('stroke', colour).attr('stroke-opacity', 0.6)
          .attr('fill', type === 'fail' ? 'none' : colour).attr('fill-opacity', 0.45);
      });
    });
    slices.forEach(([f, all]) => {
      // A figure is that of a whole slice: a step, without a slope that nothing measured. A slice
      // without the figure interrupts the line.
      const whole = d3.range(1 + d3.max(all, slice => slice[0])).map(() => null);
      all.forEach(slice => { whole[slice[0]] = slice; });
      const steps = (value, dash) => {
        let open = false;
        const d = whole.map((slice, index) => {
          const top = value(slice);
          const from = (open ? 'L' : 'M') + x(index * data.slice).toFixed(1);
          open = top !== undefined;
          return open ? `${from} ${top.toFixed(1)}H${x((index + 1) * data.slice).toFixed(1)}` : '';
        });
        svg.append('path').attr('fill', 'none').attr('stroke', colours(f)).attr('stroke-width', 1.6)
          .attr('stroke-dasharray', dash).attr('d', d.join(''));
      };
      const quantile = i => slice => slice && slice.length > 3 ? y(Math.max(1, slice[i])) : undefined;
      steps(quantile(3), '');
      steps(quantile(5), '5 3');
      steps(slice => rate(slice ? perSecond(slice) : 0), '');
    });
    const legend = slices.length ? split + 10 : 12;
    names.forEach((f, i) => {
      // The name in the colour of text: not every colour of a line can be read as a letter.
      svg.append('text').attr('x', width - 24).attr('y', legend + 4 + 13 * i)
        .attr('text-anchor', 'end').attr('class', 'halo').text(f);
      svg.append('circle').attr('cx', width - 17).attr('cy', legend + 13 * i).attr('r', 3.5)
        .attr('fill', colours(f));
    });
    for (const finding of data.findings) {
      if (finding.from === undefined) continue;
      svg.append('path').attr('d', d3.symbol(d3.symbolTriangle, 50)())
        .attr('transform', `translate(${x(finding.to)},${split - 14})`).attr('fill', R.colour('fail'))
        .append('title').text(finding.rule);
    }
    const brush = d3.brushX().extent([[x.range()[0], 2], [x.range()[1], height - 22]])
      .on('brush end', e => {
        if (!e.sourceEvent) return;
        if (!e.selection) { R.whole(); return; }
        const [t0, t1] = e.selection.map(x.invert);
        if (t1 - t0 > 100) R.set({t0, t1});
      });
    const group = svg.append('g').call(brush);
    follow = () => {
      const whole = R.state.t0 <= 0 && R.state.t1 >= data.end;
      const ends = [x(R.state.t0), x(R.state.t1)];
      group.call(brush.move, whole ? null : [ends[0], Math.max(ends[0] + 1, ends[1])]);
    };
    follow();
  };
  let follow = () => {};
  draw();
  window.addEventListener('resize', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  R.onChange(() => follow());
};
