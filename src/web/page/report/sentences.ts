import type { FindingOutcome } from '../generated/graphql';
import type { Language } from '../words/language';

interface Said {
  readonly outcome: FindingOutcome;
  readonly message: string;
  readonly messageZh: string;
  readonly rule: { readonly titleZh: string };
}

/** What came of a check, in the language of the page; without the rule, which stands above it. */
export function sayFinding({ outcome, message, messageZh, rule }: Said, language: Language): string {
  if (language === 'en') return message;
  // An identity that holds is written in printed names and figures, which need no translation.
  const identity = message.replace(/\+ (\d+) more\b/, '+ 另 $1 项').replace(/(\d+) terms of\b/, '$1 项');
  if (outcome === 'EXACT' && !/[A-Za-z]{3,}/.test(identity)) return identity;
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
