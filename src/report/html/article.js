// Hides notes and marks by what they do and by kind. Without it everything is shown.
const form = document.getElementById('filter');
const cards = [...document.querySelectorAll('.card')];
const marks = [...document.querySelectorAll('mark')];
const count = form.querySelector('output');

function apply() {
  const types = new Set([...form.querySelectorAll('[name=t]:checked')].map((box) => box.value));
  const kind = form.elements.kind.value;
  const shown = new Set();
  for (const card of cards) {
    const show = types.has(card.dataset.t) && (kind === '' || kind === card.dataset.k);
    card.hidden = !show;
    if (show) shown.add(card.dataset.n);
    document.getElementById('m' + card.dataset.n)?.toggleAttribute('hidden', !show);
  }
  for (const mark of marks) {
    mark.classList.toggle('off', !mark.dataset.m.split(' ').some((number) => shown.has(number)));
  }
  count.value = shown.size + ' of ' + cards.length + ' claims shown';
}

form.addEventListener('change', apply);
form.addEventListener('reset', () => setTimeout(apply));
document.getElementById('unfold').addEventListener('click', (event) => {
  const open = event.target.getAttribute('aria-pressed') !== 'true';
  event.target.setAttribute('aria-pressed', open);
  for (const card of cards) card.open = open;
});
form.hidden = false;
apply();
