import type { OriginFragment } from '../generated/graphql';

export type Printed<Name extends OriginFragment['__typename']> = Extract<OriginFragment, { readonly __typename: Name }>;

/** One printed row or sentence, under the number that steps refer to it by. */
export interface Reference<Origin extends OriginFragment = OriginFragment> {
  readonly number: number;
  readonly origin: Origin;
}

/** Rows of one table, or sentences of one section, of one document. */
export type PrintedPlace =
  | { readonly kind: 'TABLE'; readonly key: string; readonly references: readonly Reference<Printed<'LineItem'>>[] }
  | { readonly kind: 'TEXT'; readonly key: string; readonly references: readonly Reference<Printed<'ReportedFact'>>[] }
  | { readonly kind: 'ROWS'; readonly key: string; readonly references: readonly Reference[] };

interface Explained {
  readonly sources: readonly OriginFragment[];
  readonly explanation: { readonly steps: readonly { readonly sources: readonly OriginFragment[] }[] };
}

/** All printed rows behind a figure, in the order in which its steps take them, each once. */
export function numberOrigins({ sources, explanation }: Explained): Reference[] {
  const all = [...explanation.steps.flatMap((step) => step.sources), ...sources];
  const distinct = new Map(all.map((origin) => [origin.id, origin]));
  return [...distinct.values()].map((origin, index) => ({ number: index + 1, origin }));
}

/** References of one table, or of one section, together. */
export function gatherPlaces(references: readonly Reference[]): PrintedPlace[] {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const key = placeOf(reference.origin);
    groups.set(key, [...(groups.get(key) ?? []), reference]);
  }
  return [...groups].map(([key, own]): PrintedPlace => {
    const rows = own.filter(isOf('LineItem'));
    if (rows.length > 0) return { kind: 'TABLE', key, references: rows };
    const sentences = own.filter(isOf('ReportedFact'));
    if (sentences.length > 0) return { kind: 'TEXT', key, references: sentences };
    return { kind: 'ROWS', key, references: own };
  });
}

function isOf<Name extends OriginFragment['__typename']>(name: Name) {
  return (reference: Reference): reference is Reference<Printed<Name>> => reference.origin.__typename === name;
}

function placeOf(origin: OriginFragment): string {
  const { __typename: kind, report, source } = origin;
  const where = kind === 'LineItem' ? [origin.statement, origin.unitName] : [source.section ?? source.table];
  return JSON.stringify([kind, report.id, ...where]);
}
