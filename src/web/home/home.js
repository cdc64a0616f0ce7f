/* global document, fetch */
const QUESTION = `query Holdings {
  release { reports lineItems }
  reports(first: 50) {
    nodes { title fiscalYear { year } department { district { name } } lineItems(first: 0) { totalCount } }
  }
}`;

/** What the store holds; without an answer the page stays as it is. */
async function showHoldings() {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION, operationName: 'Holdings' }),
  });
  const { data } = await answer.json();
  if (!data) return;
  const rows = data.reports.nodes.map(({ title, fiscalYear, department, lineItems }) =>
    makeRow([fiscalYear.year, department.district.name, title, lineItems.totalCount]),
  );
  const table = document.querySelector('#holdings');
  table.querySelector('tbody').replaceChildren(...rows);
  table.hidden = rows.length === 0;
  document.querySelector('#told').replaceChildren(...tell(data.release, rows.length));
}

function makeRow(texts) {
  const row = document.createElement('tr');
  for (const text of texts) row.insertCell().textContent = text;
  row.lastElementChild.className = 'number';
  return row;
}

function tell({ reports, lineItems }, shown) {
  const english = document.createElement('span');
  english.lang = 'en';
  if (reports === 0) {
    english.textContent = 'Nothing is here yet: npm run --silent cli -- import FILE reads reports into the store.';
    return ['还没有报告：用 npm run --silent cli -- import FILE 导入。 ', english];
  }
  const more = shown < reports;
  english.textContent = `${reports} reports, ${lineItems} figures${more ? `; the newest ${shown} are shown` : ''}.`;
  return [`共 ${reports} 份报告，${lineItems} 个数字${more ? `，这里列出最近的 ${shown} 份` : ''}。 `, english];
}

void showHoldings().catch(() => undefined);
