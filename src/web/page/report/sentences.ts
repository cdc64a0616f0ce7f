import type { Language } from '../words/language';

interface Said {
  readonly message: string;
  readonly messageZh: string;
  readonly rule: { readonly titleZh: string };
}

/** What came of a check, in the language of the page; without the rule, which stands above it. */
export function sayFinding({ message, messageZh, rule }: Said, language: Language): string {
  if (language === 'en') return message;
  const opening = `核对规则：${rule.titleZh}。`;
  return messageZh.startsWith(opening) ? messageZh.slice(opening.length) : messageZh;
}

/** An identity, in the language of the page. */
export function sayRule(rule: { readonly title: string; readonly titleZh: string }, language: Language): string {
  return language === 'zh' ? rule.titleZh : rule.title;
}

/** What could not be read; the API says it in English alone. */
export function sayIssue({ message }: { readonly message: string }): string {
  return message;
}
