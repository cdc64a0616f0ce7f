import type { ReportKind, Statement } from '../domain/closed-lists.js';
import type { CellSelector, IndicatorTotals } from '../domain/figure.js';
import type { Scope } from '../domain/ready-figure.js';

/** The first of these cells that is printed. `twins` are further funds that the value stands for where the amount is the same. */
export interface PrintedRecipe {
  readonly cells: readonly [CellSelector, ...CellSelector[]];
  readonly twins?: readonly CellSelector[];
  /** How that kind of report defines it, where final accounts define it otherwise. */
  readonly definition?: string;
}

/**
 * The sum of what is printed of these cells (DERIVED), where all of their statements were read. `all`: every cell is needed;
 * otherwise one is enough, as the statement prints only what is not zero.
 */
export interface SumRecipe {
  readonly sumOf: readonly [CellSelector, ...CellSelector[]];
  readonly all: boolean;
  readonly scope: Scope;
}

/** The accounts that together are one of another year, added (DERIVED): of those that are not printed nothing was spent. */
export interface GroupRecipe {
  readonly group: readonly [Recipe, ...Recipe[]];
}

/** What the evaluations of a report add up to (DERIVED), of the indicators that can be judged. */
export interface IndicatorRecipe {
  readonly indicators: keyof Pick<IndicatorTotals, 'count' | 'met' | 'weight' | 'score'>;
}

/** What only the text states. */
export interface NarrativeRecipe {
  readonly narrative: true;
}

/** Where a measure stands in reports of one kind; `fromYear`: the first fiscal year whose template has the place. */
export type Recipe = (PrintedRecipe | SumRecipe | GroupRecipe | IndicatorRecipe | NarrativeRecipe) & {
  readonly fromYear?: number;
};

/** Null: the template of that kind of report has no place for it. */
export type Recipes = Readonly<Record<ReportKind, Recipe | null>>;

/** All cells that a recipe looks at. */
export function cellsOf(recipe: Recipe): readonly CellSelector[] {
  if ('indicators' in recipe || 'narrative' in recipe) return [];
  if ('group' in recipe) return recipe.group.flatMap(cellsOf);
  return 'sumOf' in recipe ? recipe.sumOf : [...recipe.cells, ...(recipe.twins ?? [])];
}

const statements = new WeakMap<Recipe, readonly Statement[]>();

/** The statements that a recipe looks at, each once. */
export function statementsOf(recipe: Recipe): readonly Statement[] {
  const known = statements.get(recipe) ?? [...new Set(cellsOf(recipe).map(({ statement }) => statement))];
  statements.set(recipe, known);
  return known;
}

/** Whose money and which part a measure is about by its places in final accounts, else in budgets. */
export function scopeOf({ FINAL_ACCOUNTS, BUDGET }: Recipes): Scope {
  const recipe = FINAL_ACCOUNTS ?? BUDGET;
  if (recipe && 'sumOf' in recipe) return recipe.scope;
  const [cell] = recipe ? cellsOf(recipe) : [];
  return { funds: cell?.fund ? [cell.fund] : [], part: cell?.part ?? null };
}
