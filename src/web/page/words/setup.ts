import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chinese } from './chinese';
import type { Language } from './language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof chinese;
  }
}

/** English comes when it is asked for. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'shell')) {
    const { english } = await import('./english');
    for (const [part, words] of Object.entries(english)) i18next.addResourceBundle('en', part, words);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export async function setUpWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    defaultNS: 'shell',
    resources: { zh: chinese },
    // React escapes.
    interpolation: { escapeValue: false },
  });
  await speak(language);
}
