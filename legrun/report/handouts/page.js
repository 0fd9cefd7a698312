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
  const fill = (id, tag, lines) => $(id).replaceChildren(...lines.map(line => make(tag, ...[line].flat())));

  const day = ({name, morning, evening, recovery, soreness}) => {
    const head = make('th', name);
    head.scope = 'row';
    const most = verdict => verdict ? make('td', level(verdict), ` ${names[verdict]}`) : make('td', names.past);
    return make('tr', head, most(morning), most(evening), make('td', recovery), make('td', soreness));
  };
  const tip = ({claim, grade, why}) => make('li', make('strong', claim), ' ', make('em', grade), ' ', make('span', why));
  const tell = words => {
    document.querySelector('main').classList.toggle('guessed', words.guess.length > 0);
    const [lead = '', rest = ''] = words.guess;
    $('guess').replaceChildren(make('strong', lead), ' ', rest);
    $('card').dataset.verdict = words.verdict;
    $('level').setAttribute('href', `#level-${words.verdict}`);
    $('headline').textContent = words.headline;
    fill('what', 'p', words.what);
    fill('why', 'li', words.why);
    fill('later', 'li', words.later);
    $('days').replaceChildren(...words.days.map(day));
    $('tips').replaceChildren(...words.tips.map(tip));
    $('chart-says').textContent = words.chart;
  };

  // A curve is kept as whole steps from hour to hour.
  const curve = (name, differences) => {
    let sum = 0;
    return differences.map(difference => (sum += difference) * steps[name.split('_')[0]]);
  };
  const decoded = answer => Object.entries(curves[answer]).map(([name, kept]) => [name, curve(name, kept)]);
  const handed = answers[start[0]][start[1]];
  // The values of an answer, put into rows of the chart; those that are pointed at stand further apart.
  const filled = (rows, answer) => {
    const apart = Math.ceil(still.week.length / rows.length);
    for (const [name, row] of decoded(answer)) rows.forEach((hour, at) => { hour[name] = row[at * apart]; });
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
  // The rows stay and change in place: new ones would be drawn as new marks, which takes far longer. What is said at the
  // pointer is brought up to date when there is one.
  let drawn = handed, pointed = handed;
  const moved = (name, answer) => {
    filled(view.data(name), answer);
    return view.change(name, view.changeset().reflow());
  };
  const draw = answer => {
    drawn = answer;
    return moved('week', answer).data('points', dots[answer]).runAsync();
  };
  chart.addEventListener('pointerenter', () => {
    if (pointed === drawn) return;
    pointed = drawn;
    moved('pointed', drawn).runAsync();
  });
  addEventListener('resize', () => view.width(wide()).runAsync());
  addEventListener('beforeprint', () => sized(view, paper.width, paper.height).run());
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
