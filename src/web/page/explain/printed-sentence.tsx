import { useTranslation } from 'react-i18next';
import { markNumber } from './mark-number';
import type { Printed } from './printed-places';

/** A sentence of the document with its number marked, and what the number says. */
export function PrintedSentence({ fact }: { fact: Printed<'ReportedFact'> }) {
  const { t: term } = useTranslation('terms');
  const { factLabel, value, valueUnit, kind, base, source } = fact;
  const marked = markNumber(source.text, value, valueUnit);
  return (
    <>
      <blockquote>
        {marked ? (
          <>
            {marked[0]}
            <mark>{marked[1]}</mark>
            {marked[2]}
          </>
        ) : (
          source.text
        )}
      </blockquote>
      <p className="soft fact">
        {[
          factLabel,
          [term(`factKind.${kind}`), base && term(`factBase.${base}`)].filter(Boolean).join(' '),
          !marked && `${value} ${valueUnit}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
