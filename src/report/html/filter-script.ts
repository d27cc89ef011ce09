/**
 * The script of the HTML report: shows the filters, which are useless without it, and keeps them and the address
 * (`#severity=error&rule=…`) the same, so that a filtered list can be linked. No network, no storage.
 */
export const filterScript = `
(() => {
  const form = document.getElementById('filter');
  const count = document.getElementById('shown');
  const nothing = document.getElementById('nothing');
  const entries = [...document.querySelectorAll('.finding')].map((element) => ({
    element,
    severity: element.dataset.severity,
    rule: element.dataset.rule,
    charts: JSON.parse(element.dataset.charts),
    count: Number(element.dataset.count),
    text: element.textContent.toLowerCase(),
  }));
  const all = entries.reduce((sum, entry) => sum + entry.count, 0);
  const files = [...document.querySelectorAll('.file')];
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];
  const { rule, chart, text } = form.elements;

  function apply() {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of entries) {
      const matches =
        severities.has(entry.severity) &&
        (rule.value === '' || rule.value === entry.rule) &&
        (chart.value === '' || entry.charts.includes(chart.value)) &&
        words.every((word) => entry.text.includes(word));
      entry.element.hidden = !matches;
      if (matches) shown += entry.count;
    }
    for (const file of files) file.hidden = file.querySelector('.finding:not([hidden])') === null;
    count.textContent = shown === all ? 'all ' + shown + ' shown' : shown + ' of ' + all + ' shown';
    nothing.hidden = shown > 0;
  }

  function readAddress() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const severities = wanted.get('severity');
    for (const box of boxes) box.checked = severities === null || severities.split(',').includes(box.value);
    rule.value = wanted.get('rule') ?? '';
    chart.value = wanted.get('chart') ?? '';
    // A rule or chart that this report does not have.
    if (rule.selectedIndex < 0) rule.value = '';
    if (chart.selectedIndex < 0) chart.value = '';
    text.value = wanted.get('text') ?? '';
    apply();
  }

  function writeAddress() {
    const wanted = new URLSearchParams();
    if (boxes.some((box) => !box.checked)) {
      wanted.set('severity', boxes.filter((box) => box.checked).map((box) => box.value).join(','));
    }
    for (const field of [rule, chart, text]) if (field.value !== '') wanted.set(field.name, field.value);
    history.replaceState(null, '', '#' + wanted);
    apply();
  }

  form.addEventListener('input', writeAddress);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(writeAddress));
  addEventListener('hashchange', () => {
    readAddress();
    document.getElementById('findings').scrollIntoView();
  });
  form.hidden = false;
  readAddress();
})();
`;

/** SHA-256 of the script in base64, for the page's content security policy: no other script runs on it. */
export const filterScriptHash = 'YyclZxTxDYmvUDPbhCFd0aCn/zvm0VJ8ZUpCeVcC8nE=';
