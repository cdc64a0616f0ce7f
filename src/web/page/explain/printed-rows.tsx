import { useTranslation } from 'react-i18next';
import { Facsimile } from './facsimile';
import type { PrintedPlace, Reference } from './printed-places';
import { PrintedSentence } from './printed-sentence';
import { DocumentName, RowLink, sayLine, sayPlace } from './where-printed';
import './printed.css';

interface Rows {
  readonly places: readonly PrintedPlace[];
  readonly shown: number;
  readonly onMore: () => void;
}

/** The rows and sentences that the figure is taken from, each where it is printed. */
export function PrintedRows({ places, shown, onMore }: Rows) {
  const { t } = useTranslation('explain');
  const hidden = places.length - shown;
  return (
    <section>
      <h4>{t('printed')}</h4>
      {places.length === 0 && <p className="soft">{t('noPrinted')}</p>}
      {places.some(({ kind }) => kind === 'TABLE') && <p className="soft">{t('printedNote')}</p>}
      {places.slice(0, shown).map((place) => (
        <Place key={place.key} place={place} />
      ))}
      {hidden > 0 && (
        <button type="button" className="link-button" onClick={onMore}>
          {t('more', { count: hidden })}
        </button>
      )}
    </section>
  );
}

function Place({ place }: { place: PrintedPlace }) {
  const { t } = useTranslation('explain');
  const [first] = place.references;
  if (!first) return null;
  const { report, source } = first.origin;
  return (
    <article className="printed-place">
      <header>
        <h5>{sayPlace(source, t)}</h5>
        <DocumentName report={report} />
      </header>
      {place.kind === 'TABLE' && <Facsimile origins={place.references.map(({ origin }) => origin)} />}
      <ul>
        {joinLines(place.references).map((references) => (
          <PrintedLine key={references[0].number} references={references} />
        ))}
      </ul>
    </article>
  );
}

type Line = readonly [Reference, ...Reference[]];

/** References to one printed line stand before it together. */
function joinLines(references: readonly Reference[]): Line[] {
  const lines = new Map<string, [Reference, ...Reference[]]>();
  for (const reference of references) {
    const { line, page, text } = reference.origin.source;
    const key = JSON.stringify([page, line, text]);
    const known = lines.get(key);
    // Two numbers of one sentence are marked each by itself.
    if (known && reference.origin.__typename !== 'ReportedFact') known.push(reference);
    else lines.set(known ? `${key} ${reference.number}` : key, [reference]);
  }
  return [...lines.values()];
}

function PrintedLine({ references }: { references: Line }) {
  const { t } = useTranslation('explain');
  const [{ origin }] = references;
  return (
    <li>
      <p className="printed-where">
        {references.map(({ number }) => (
          <b key={number} id={`printed-${number}`} className="reference" tabIndex={-1}>
            {number}
          </b>
        ))}
        <span>{sayLine(origin.source, t)}</span>
        <RowLink origin={origin} />
      </p>
      {origin.__typename === 'ReportedFact' ? (
        <PrintedSentence fact={origin} />
      ) : (
        <pre className="raw" aria-label={t('asPrinted')} tabIndex={0}>
          {origin.source.text}
        </pre>
      )}
    </li>
  );
}
