import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedCellFragment } from '../generated/graphql';

const FORMS = ['gbt', 'plain', 'bibtex', 'csl'] as const;

/** The documents behind the figure, to be taken into a text of one's own. */
export function Citation({ explanation }: { explanation: ExplainedCellFragment['explanation'] }) {
  const { t } = useTranslation('explain');
  const [form, setForm] = useState<(typeof FORMS)[number]>('gbt');
  const [said, setSaid] = useState<'copied' | 'selected' | null>(null);
  const place = useRef<HTMLPreElement>(null);
  const text = explanation[form];
  if (text === '') return <NoCitation />;
  const copy = async () => setSaid((await copyText(text, place.current)) ? 'copied' : 'selected');
  const choose = (next: (typeof FORMS)[number]) => {
    setForm(next);
    setSaid(null);
  };
  return (
    <section className="citation">
      <h4>{t('citation')}</h4>
      <div className="citation-bar no-print">
        <div className="segments" role="group" aria-label={t('citationForm')}>
          {FORMS.map((own) => (
            <button key={own} type="button" aria-pressed={own === form} onClick={() => choose(own)}>
              {t(`forms.${own}`)}
            </button>
          ))}
        </div>
        <button type="button" className="button is-small" onClick={() => void copy()}>
          {t('copy')}
        </button>
        <span role="status">{said && t(said)}</span>
      </div>
      <pre ref={place} className="raw" aria-label={t('citation')} tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}

function NoCitation() {
  const { t } = useTranslation('explain');
  return (
    <section className="citation">
      <h4>{t('citation')}</h4>
      <p className="soft">{t('noCitation')}</p>
    </section>
  );
}

/** false: the browser does not allow it, and the text is selected instead. */
async function copyText(text: string, place: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (place) getSelection()?.selectAllChildren(place);
    return false;
  }
}
