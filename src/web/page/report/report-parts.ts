import type { ReportQuery, Statement } from '../generated/graphql';

type Report = NonNullable<ReportQuery['report']>;

export const OTHER_PARTS = ['checks', 'facts', 'indicators', 'issues'] as const;
export type OtherPart = (typeof OTHER_PARTS)[number];
export type Part = Statement | OtherPart;

/** The statements of a report, as printed, then what else was read of it. */
export function partsOf({ statementReadings }: Pick<Report, 'statementReadings'>): readonly Part[] {
  return [...statementReadings.map(({ statement }) => statement), ...OTHER_PARTS];
}

export function isStatement(part: Part): part is Statement {
  return !OTHER_PARTS.some((other) => other === part);
}

/** The part that an address names; where it names none of the report's, the first. */
export function choosePart(named: string | undefined, parts: readonly Part[]): Part {
  return parts.find((part) => part === named) ?? parts[0] ?? 'issues';
}
