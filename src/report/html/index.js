// Searches, filters and sorts the table in the page and shows the first rows. Without it there are plain pages.
const [ID, TEXT, STATE, CLASS, SIGN, STATUS, KIND, FACTS, PARTIES, VOICES, FIRST, LAST, ARTICLES, PLANNED, OVERDUE] =
  Array(15).keys();
const STEP = 50;
const form = document.getElementById('filter');
const list = document.getElementById('list');
const more = document.getElementById('more');
const none = document.getElementById('none');
const row = document.getElementById('row').content.firstElementChild;
const rows = JSON.parse(document.querySelector('script[type="application/json"]').textContent);
const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const hay = rows.map((r) => fold([r[TEXT], r[STATUS], r[ID], r[KIND], r[PARTIES], r[VOICES]].join(' ')));
const parties = rows.map((r) => fold(r[PARTIES]));
const voices = rows.map((r) => fold(r[VOICES]));

const text = (a, b) => (a[TEXT] < b[TEXT] ? -1 : a[TEXT] > b[TEXT] ? 1 : 0);
const down = (column) => (a, b) => (a[column] < b[column] ? 1 : a[column] > b[column] ? -1 : 0);
const planned = (a, b) => ((a[PLANNED] ?? '9') < (b[PLANNED] ?? '9') ? -1 : 1);
const orders = { last: down(LAST), first: down(FIRST), articles: down(ARTICLES), planned, text };

let found = [];
let shown = 0;

function item(r) {
  const li = row.cloneNode(true);
  li.classList.add(r[CLASS]);
  li.querySelector('.sign').textContent = r[SIGN];
  const link = li.querySelector('a');
  link.href = 'claim/' + encodeURIComponent(r[ID]) + '.html';
  link.textContent = r[TEXT];
  li.querySelector('.verb').textContent = r[STATUS];
  li.querySelector('span').textContent = r[FACTS];
  return li;
}

function grow() {
  list.append(...found.slice(shown, shown + STEP).map(item));
  shown = Math.min(found.length, shown + STEP);
  more.hidden = shown >= found.length;
}

function apply() {
  const get = (name) => form.elements[name].value;
  const words = fold(get('q')).split(/\s+/).filter(Boolean);
  const [state, kind, actor, voice] = [get('state'), get('kind'), fold(get('actor')), fold(get('voice'))];
  const late = form.elements.overdue.checked;
  const tests = words.map((word) => (r, at) => hay[at].includes(word));
  if (state !== '') tests.push((r) => r[STATE] === state);
  if (kind !== '') tests.push((r) => r[KIND] === kind);
  if (late) tests.push((r) => r[OVERDUE] === 1);
  if (actor !== '') tests.push((r, at) => parties[at].includes(actor));
  if (voice !== '') tests.push((r, at) => voices[at].includes(voice));
  found = tests.length === 0 ? rows.slice() : rows.filter((r, at) => tests.every((test) => test(r, at)));
  if (get('sort') !== 'last') found.sort(orders[get('sort')]);
  list.replaceChildren();
  shown = 0;
  grow();
  none.hidden = found.length > 0;
  form.querySelector('output').value = found.length + ' of ' + rows.length + ' claims';
}

function keep() {
  const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  if (state.get('sort') === 'last') state.delete('sort');
  history.replaceState(null, '', '#' + state);
}

function recall() {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements[name];
    if (field?.type === 'checkbox') field.checked = true;
    else if (field) field.value = value;
  }
}

form.addEventListener('input', () => { apply(); keep(); });
form.addEventListener('reset', () => setTimeout(() => { apply(); keep(); }));
form.addEventListener('submit', (event) => event.preventDefault());
more.addEventListener('click', () => {
  const at = shown;
  grow();
  list.children[at]?.querySelector('a').focus();
});
document.getElementById('pages')?.remove();
form.hidden = false;
recall();
apply();
