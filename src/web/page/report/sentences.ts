import type { Language } from '../words/language';

interface Said {
  readonly message: string;
}

/** What came of a check, or what could not be read, in the language of the page. */
export function sayMessage({ message }: Said, _language: Language): string {
  return message;
}

/** An identity, in the language of the page. */
export function sayRule({ title }: { readonly title: string }, _language: Language): string {
  return title;
}
