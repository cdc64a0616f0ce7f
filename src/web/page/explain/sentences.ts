import type { ExplainedCellFragment } from '../generated/graphql';
import type { Language } from '../words/language';

/** Sentences of the API, in the language of the page. */
type Explanation = ExplainedCellFragment['explanation'];
type Step = Explanation['steps'][number];

export function sayFormula({ formula, formulaZh }: Explanation, language: Language): string {
  return language === 'zh' ? formulaZh : formula;
}

export function sayLabel({ label, labelZh }: Step, language: Language): string {
  return language === 'zh' ? labelZh : label;
}

export function sayExpression({ expression, expressionZh }: Step, language: Language): string {
  return language === 'zh' ? expressionZh : expression;
}

export function sayDefinition(
  { definition, definitionZh }: { readonly definition: string; readonly definitionZh: string },
  language: Language,
): string {
  return language === 'zh' ? definitionZh : definition;
}
