import { Menu } from '@base-ui/react/menu';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text';
import { addressOfComparisonExport } from './export-address';
import { linkOfComparison, linkOfView } from './links';
import { addressOfPlayground, tidyQuestion } from './playground-address';
import type { Taken } from './taken';
import { useFiles } from './use-files';
import './take-away-menu.css';

/** What is shown, to be taken away: as a link, a table, a picture, or the question that the page asked. */
export function TakeAwayMenu({ taken, what }: { taken: Taken; what?: string }) {
  const { t } = useTranslation('takeAway');
  const [told, setTold] = useState('');
  const label = t('menu');
  const tell = (text: string) => {
    setTold(text);
    setTimeout(() => setTold(''), 4_000);
  };
  return (
    <div className="take-away-menu no-print">
      <span role="status" className="soft">
        {told}
      </span>
      <Menu.Root>
        <Menu.Trigger className="button is-quiet is-small" aria-label={what ? `${label} · ${what}` : label}>
          {label} <span aria-hidden="true">▾</span>
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="menu-positioner" sideOffset={4} align="end" collisionPadding={8}>
            <Menu.Popup className="menu-popup" tabIndex={0}>
              <Links taken={taken} tell={tell} />
              <Files taken={taken} tell={tell} />
              <Question taken={taken} tell={tell} />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}

interface Part {
  readonly taken: Taken;
  readonly tell: (text: string) => void;
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu.Group className="menu-group">
      <Menu.GroupLabel className="menu-label">{label}</Menu.GroupLabel>
      {children}
    </Menu.Group>
  );
}

function Copy({ text, label, note, tell }: { text: string; label: string; note?: string; tell: Part['tell'] }) {
  const { t } = useTranslation('takeAway');
  const copy = async () => tell((await copyText(text)) ? t('copied') : t('notCopied', { text }));
  return (
    <Menu.Item className="menu-item" onClick={() => void copy()}>
      {label}
      {note && <small>{note}</small>}
    </Menu.Item>
  );
}

function Links({ taken: { comparison, release }, tell }: Part) {
  const { t } = useTranslation('takeAway');
  const router = useRouter();
  if (!comparison) return null;
  return (
    <Group label={t('links')}>
      <Copy
        text={linkOfView(router, comparison.address, release)}
        label={t('pinnedLink')}
        note={t('pinnedNote')}
        tell={tell}
      />
      <Copy
        text={linkOfView(router, comparison.address, undefined)}
        label={t('freeLink')}
        note={t('freeNote')}
        tell={tell}
      />
      <Copy
        text={linkOfComparison(comparison.id)}
        label={t('idLink')}
        note={`/comparisons/${comparison.id}`}
        tell={tell}
      />
      <Copy text={comparison.id} label={t('id')} note={comparison.id} tell={tell} />
    </Group>
  );
}

function Files({ taken, tell }: Part) {
  const { t } = useTranslation('takeAway');
  const files = useFiles(taken);
  const save = (make: () => Promise<string>) => () =>
    void make().then(
      (name) => tell(t('saved', { name })),
      (error: unknown) => tell(t('notSaved', { reason: String(error) })),
    );
  return (
    <>
      <Group label={t('table')}>
        <Menu.Item className="menu-item" onClick={save(files.saveCsv)}>
          CSV <small>{t('csvNote')}</small>
        </Menu.Item>
        <Menu.Item className="menu-item" onClick={save(files.saveWorkbook)}>
          XLSX <small>{t('xlsxNote')}</small>
        </Menu.Item>
      </Group>
      {taken.drawing && (
        <Group label={t('picture')}>
          <Menu.Item className="menu-item" onClick={save(files.savePng)}>
            PNG <small>{t('pngNote')}</small>
          </Menu.Item>
          <Menu.Item className="menu-item" onClick={save(files.saveSvg)}>
            SVG <small>{t('svgNote')}</small>
          </Menu.Item>
        </Group>
      )}
    </>
  );
}

function Question({ taken: { asked, comparison, release }, tell }: Part) {
  const { t } = useTranslation('takeAway');
  return (
    <Group label={t('interface')}>
      {comparison &&
        (['csv', 'ndjson'] as const).map((ending) => (
          <Menu.LinkItem
            key={ending}
            className="menu-item"
            href={addressOfComparisonExport(comparison.id, ending, release)}
            closeOnClick
          >
            {t('whole', { format: ending.toUpperCase() })}
            <small>{t('wholeNote')}</small>
          </Menu.LinkItem>
        ))}
      <Menu.LinkItem
        className="menu-item"
        href={addressOfPlayground(asked)}
        target="_blank"
        rel="noopener"
        closeOnClick
      >
        {t('playground')}
        <small>{t('playgroundNote')}</small>
      </Menu.LinkItem>
      <Copy
        text={`${tidyQuestion(asked.text)}\n\n# ${t('variables')}\n${commentOut(asked.variables)}\n`}
        label={t('copyQuestion')}
        tell={tell}
      />
    </Group>
  );
}

/** Variables beside a question that is copied, so that the whole stays a question. */
function commentOut(variables: object): string {
  return JSON.stringify(variables, null, 2).replace(/^/gm, '# ');
}
