import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text';

/** Something to be typed or called, with a button that copies it. */
export function CodeSample({ label, shown, copied }: { label: string; shown: string; copied?: string }) {
  const { t } = useTranslation('takeAway');
  const { t: common } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    setCopied(await copyText(copied ?? shown));
    setTimeout(() => setCopied(false), 2_500);
  };
  return (
    <div className="code-sample">
      <div className="code-sample-head">
        <h3>{label}</h3>
        <button
          type="button"
          className="button is-quiet is-small"
          aria-label={t('copyThis', { what: label })}
          onClick={() => void copy()}
        >
          <span role="status">{isCopied ? common('copied') : common('copy')}</span>
        </button>
      </div>
      <pre tabIndex={0} aria-label={label} role="region">
        <code>{shown}</code>
      </pre>
    </div>
  );
}
