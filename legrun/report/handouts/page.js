// Every word and number below was worked out by legrun beforehand; this only puts them in their places.
(async () => {
  const $ = id => document.getElementById(id);
  const unpacked = async id => {
    const packed = Uint8Array.from(atob($(id).textContent), c => c.charCodeAt(0));
    const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(plain).text());
  };
  const {answers, soreness, start, said, sliders: stops, curves, dots, events, steps, names, still} = await unpacked('data');
  const {spec, script, locales} = await unpacked('runtime');
  // The page's rule allows this text by its hash.
  const vega = document.createElement('script');
  vega.textContent = script;
  document.head.append(vega);

  const make = (tag, ...content) => {
    const made = document.createElement(tag);
    made.append(...content);
    return made;
  };
  const level = verdict => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'level');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', `#level-${verdict}`);
    svg.append(use);
    return svg;
  };
  // What says the same as before stays as it is: a page of new words is laid out and painted anew, of which a slow
  // telephone takes longer than of all else.
  const shown = {};
  const isNew = (id, said) => shown[id] !== (shown[id] = JSON.stringify(said));
  const fill = (id, lines, made) => isNew(id, lines) && $(id).replaceChildren(...lines.map(made));
  const lines = tag => line => make(tag, line);

  const most = each => ['past', 'open'].includes(each) ? [names[each]] : [level(each), ` ${names[each]}`];
  const columns = {name: text => [text], morning: most, evening: most, recovery: text => [text], soreness: text => [text]};
  const fillDays = days => days.forEach((day, at) => Object.entries(columns).forEach(([column, made], place) => {
    if (isNew(column + at, day[column])) $('days').rows[at].cells[place].replaceChildren(...made(day[column]));
  }));
  const tip = ({claim, grade, why}) => make('li', make('strong', claim), ' ', make('em', grade), ' ', make('span', why));
  const tell = words => {
    document.querySelector('main').classList.toggle('guessed', words.guess.length > 0);
    const [lead = '', rest = ''] = words.guess;
    if (isNew('guess', words.guess)) $('guess').replaceChildren(make('strong', lead), ' ', rest);
    if (isNew('card', words.verdict)) {
      $('card').dataset.verdict = words.verdict;
      $('level').setAttribute('href', `#level-${words.verdict}`);
    }
    if (isNew('headline', words.headline)) $('headline').textContent = words.headline;
    fill('what', words.what, lines('p'));
    fill('why', words.why, lines('li'));
    fill('later', words.later, lines('li'));
    fillDays(words.days);
    fill('tips', words.tips, tip);
    if (isNew('chart-says', words.chart)) $('chart-says').textContent = words.chart;
  };

  // A curve is kept as whole steps from hour to hour.
  const curve = (name, differences) => {
    let sum = 0;
    return differences.map(difference => (sum += difference) * steps[name.split('_')[0]]);
  };
  const decoded = answer => Object.fromEntries(Object.entries(curves[answer]).map(([name, kept]) => [name, curve(name, kept)]));
  const handed = answers[start[0]][start[1]];
  // The values of an answer, put into rows of the chart; those that are pointed at stand further apart.
  const filled = (rows, answer) => {
    const apart = Math.ceil(still.week.length / rows.length);
    for (const [name, row] of Object.entries(decoded(answer))) rows.forEach((hour, at) => { hour[name] = row[at * apart]; });
    return rows;
  };

  const chart = $('chart');
  const heights = spec.signals.filter(({name}) => /^concat_\d+_height$/.test(name));
  const paper = {width: 378, height: 0.8};
  const sized = (view, width, share) =>
    heights.reduce((sized, {name, value}) => sized.signal(name, Math.round(share * value)), view).width(width);
  const wide = () => Math.floor(chart.clientWidth) - 8;
  spec.width = wide();
  const given = {points: dots[handed], events};
  for (const name in still) given[name] = filled(still[name], handed);
  for (const data of spec.data) if (data.name in given) data.values = given[data.name];
  // The hours are the same for every answer; a scale worked out from the data would have all marks drawn anew.
  spec.scales.find(({name}) => name === 'x').domain = [still.week[0].time, still.week.at(-1).time];
  const {view} = await vegaEmbed(chart, spec, {mode: 'vega', ast: true, renderer: 'svg', actions: false, defaultStyle: false, logLevel: 1, ...locales});
  // The rows stay and change in place: new ones would be drawn as new marks.
  const told = {week: handed, pointed: handed};
  let drawn = handed;
  const broughtUpToDate = name => {
    if (told[name] === drawn) return view;
    told[name] = drawn;
    filled(view.data(name), drawn);
    return view.change(name, view.changeset().reflow());
  };
  // Vega would ask of every hour of every curve, at every step, what its mark is to look like. A step moves the curves
  // alone, so it writes their paths; Vega is told before it draws them itself.
  const from = spec.data.filter(({name, source}) => [name, source].includes('week')).map(({name}) => name);
  const drawnFrom = mark => mark.marks ? mark.marks.flatMap(drawnFrom) : from.includes(mark.from?.data) ? [mark] : [];
  const moving = spec.marks.flatMap(drawnFrom).map(({name, encode: {update: {y, y2}}}) =>
    ({path: chart.querySelector(`.${name} path`), edges: y2 ? [y, y2] : [y]}));
  const place = px => Math.round(10 * px) / 10;
  const move = answer => {
    const values = decoded(answer), x = view.scale('x'), across = still.week.map(({time}) => place(x(time)));
    for (const {path, edges} of moving) {
      const [there, back = []] = edges.map(({scale, field}) => {
        const height = view.scale(scale);
        return values[field].map((value, at) => `${across[at]},${place(height(value))}`);
      });
      path.setAttribute('d', `M${[...there, ...back.reverse()].join('L')}${back.length ? 'Z' : ''}`);
    }
  };
  const draw = answer => {
    drawn = answer;
    move(answer);
    return view.data('points', dots[answer]).runAsync();
  };
  chart.addEventListener('pointerenter', () => broughtUpToDate('pointed').runAsync());
  addEventListener('resize', () => broughtUpToDate('week').width(wide()).runAsync());
  addEventListener('beforeprint', () => sized(broughtUpToDate('week'), paper.width, paper.height).run());
  addEventListener('afterprint', () => sized(view, wide(), 1).run());

  const sliders = {soreness: $('soreness'), sleep: $('sleep')};
  const set = (at, night) => {
    $('rated').checked = at > 0;
    if (at > 0) sliders.soreness.value = at;
    sliders.sleep.value = night;
  };
  const show = () => {
    const at = $('rated').checked ? Number(sliders.soreness.value) : 0, night = Number(sliders.sleep.value);
    const sore = stops.soreness[at], slept = stops.sleep[night];
    $('soreness-is').textContent = sore;
    $('sleep-is').textContent = slept;
    sliders.soreness.setAttribute('aria-valuetext', sore);
    sliders.sleep.setAttribute('aria-valuetext', slept);
    const answer = answers[at][night];
    $('ghost').hidden = $('back').disabled = answer === handed;
    tell(said[answer]);
    return draw(answer);
  };
  sliders.soreness.addEventListener('input', () => { $('rated').checked = true; });
  for (const input of [sliders.soreness, sliders.sleep, $('rated')]) input.addEventListener('input', show);
  $('back').addEventListener('click', () => { set(...start); show(); });
  sliders.soreness.value = soreness.indexOf(4);
  set(...start);
  await show();
  $('try').hidden = $('how').hidden = false;
})();
