import type { CellFragment, CompareInput, MetricInput } from '../generated/graphql';

/** The question of one figure alone: in it the figure is the same, and says where it comes from. null: it is none of its metrics. */
export function narrowQuestion(
  question: CompareInput,
  cell: CellFragment,
  cells: readonly CellFragment[],
): CompareInput | null {
  const metric = findMetric(question, cell.metric);
  if (!metric) return null;
  const { departments: _departments, districts: _districts, of: _of, ...kept } = question;
  // Without a year of its own a code is read as of the latest year asked for: the years have to stay.
  const years = readsAsOfLatest(metric) ? cells.map(({ year }) => year) : [cell.year];
  // An average is one of all places that are compared.
  const places = question.baseline?.average ? cells : [cell];
  return {
    ...kept,
    metrics: [metric],
    ...namePlaces(places),
    years: [...new Set(years)].sort(),
    ...(cell.stage && question.stages?.length && { stages: [cell.stage] }),
  };
}

/** The metric that a cell's `metric` names. */
export function findMetric({ metrics }: CompareInput, name: string): MetricInput | undefined {
  return metrics.find((metric) => nameOf(metric) === name);
}

function nameOf({ name, key, account }: MetricInput): string {
  return name ?? key ?? (account ? `${account.classification}:${account.code}` : '');
}

function readsAsOfLatest({ account, over }: MetricInput): boolean {
  return (account ? !account.edition : false) || (over ? readsAsOfLatest(over) : false);
}

function namePlaces(cells: readonly CellFragment[]): Pick<CompareInput, 'departments' | 'districts'> {
  const departments = cells.flatMap(({ department }) => department?.id ?? []);
  if (departments.length > 0) return { departments: [...new Set(departments)] };
  return { districts: [...new Set(cells.map(({ district }) => district.code))] };
}
