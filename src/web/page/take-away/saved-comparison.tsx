import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { SavedComparisonDocument } from '../generated/graphql';
import { Answered, NotFound } from '../parts/states';
import { addressOfComparisonExport } from './export-address';
import { addressOfPlayground } from './playground-address';

/** A comparison by its id that the compare view has no words for: it is not shown as another one, but can be taken away. */
export function SavedComparison() {
  const { id } = useParams({ from: '/comparisons/$id' });
  const asked = useAnswer(SavedComparisonDocument, { id });
  return (
    <Answered asked={asked}>
      {({ data, release }) =>
        data.comparison ? <Unspelled id={id} question={data.comparison.question} release={release} /> : <NotFound />
      }
    </Answered>
  );
}

const QUESTION = `query Saved($id: ID!) {
  comparison(id: $id) {
    verdict
    warnings { code message messageZh }
    cells { metric district { name } department { name } year stage value unit missing }
  }
}`;

function Unspelled({ id, question, release }: { id: string; question: string; release: string }) {
  const { t } = useTranslation('takeAway');
  return (
    <section className="notice">
      <h1>{t('unspelled.title')}</h1>
      <p>{t('unspelled.text')}</p>
      <pre>
        <code>{question}</code>
      </pre>
      <p className="actions">
        <a className="button" href={addressOfPlayground({ text: QUESTION, variables: { id } })}>
          {t('playground')}
        </a>
        <a className="button is-quiet" href={addressOfComparisonExport(id, 'csv', release)} download>
          {t('whole', { format: 'CSV' })}
        </a>
      </p>
    </section>
  );
}
