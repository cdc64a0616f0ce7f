import type { ExplainedCellFragment, ExplainedFindingFragment } from '../generated/graphql';

/** Sentences of the API, as they are to be read. */
type Explanation = ExplainedCellFragment['explanation'];
type Step = Explanation['steps'][number];

export function sayFormula({ formula }: Explanation): string {
  return formula;
}

export function sayLabel({ label }: Step): string {
  return label;
}

export function sayExpression({ expression }: Step): string {
  return expression;
}

export function sayRule({ title }: ExplainedFindingFragment['rule']): string {
  return title;
}

export function sayFinding({ message }: ExplainedFindingFragment): string {
  return message;
}

export function sayDefinition({ definition }: { readonly definition: string }): string {
  return definition;
}
