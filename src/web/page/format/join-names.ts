import type { Language } from '../words/language';

/** Names one after the other, as the language separates them. */
export function joinNames(names: readonly string[], language: Language): string {
  return names.join(language === 'zh' ? '、' : ', ');
}
