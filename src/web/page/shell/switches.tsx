import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseTheme, chosenTheme, THEMES } from '../theme';
import type { Theme } from '../theme';
import { speak } from '../words/setup';
import { useLanguage } from '../words/use-language';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const other = language === 'zh' ? 'en' : 'zh';
  const change = async () => {
    await speak(other);
    await navigate({ to: '.', search: (search) => ({ ...search, lang: other }), replace: true });
  };
  return (
    <button
      type="button"
      className="switch"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={t('languageLabel')}
      onClick={() => void change()}
    >
      {t('language')}
    </button>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(chosenTheme);
  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <select
      className="switch"
      aria-label={t('theme.label')}
      value={theme}
      onChange={({ target }) => choose(target.value as Theme)}
    >
      {THEMES.map((own) => (
        <option key={own} value={own}>
          {t(`theme.${own}`)}
        </option>
      ))}
    </select>
  );
}
