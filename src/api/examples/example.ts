/** A question to begin with, as the playground's menu shows it. */
export interface Example {
  /** Heading of the menu that it stands under; those of one heading follow each other. */
  readonly group: string;
  readonly groupZh: string;
  readonly title: string;
  readonly titleZh: string;
  /** One named operation; its comment says, in both languages, what is learnt and what to look at in the answer. */
  readonly query: string;
  /** What a reader would change. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Codes of the errors that the answer shows on purpose; absent: none. */
  readonly errorCodes?: readonly string[];
}

type Heading = Pick<Example, 'group' | 'groupZh'>;

/** Puts examples under one heading of the menu. */
export function groupExamples(heading: Heading, examples: readonly Omit<Example, keyof Heading>[]): readonly Example[] {
  return examples.map((example) => ({ ...heading, ...example }));
}
