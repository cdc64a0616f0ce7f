import type {
  AccountLevel,
  Classification,
  EvaluationScope,
  FactBase,
  FactKind,
  FindingOutcome,
  Flow,
  Fund,
  MetricKey,
  Part,
  ReportKind,
  RuleKind,
  Stage,
  Statement,
} from './closed-lists.js';

/**
 * The contract's filters. All operators of one field hold together, fields combine by AND; null and absent are no filter,
 * an empty list matches nothing.
 */
export interface StringFilter {
  readonly eq?: string | null;
  readonly in?: readonly string[] | null;
  readonly startsWith?: string | null;
  readonly endsWith?: string | null;
  readonly contains?: string | null;
}
export interface IntFilter {
  readonly eq?: number | null;
  readonly in?: readonly number[] | null;
  readonly gte?: number | null;
  readonly lte?: number | null;
}
/** Amounts as exact decimal text in 万元. */
export interface DecimalFilter {
  readonly eq?: string | null;
  readonly gte?: string | null;
  readonly lte?: string | null;
}

type Field<T> = T | null | undefined;

export interface DistrictFilter {
  readonly code?: Field<StringFilter>;
  readonly name?: Field<StringFilter>;
}
export interface DepartmentFilter {
  readonly district?: Field<StringFilter>;
  readonly name?: Field<StringFilter>;
  readonly body?: Field<StringFilter>;
}
export interface ReportFilter {
  readonly district?: Field<StringFilter>;
  readonly department?: Field<StringFilter>;
  readonly year?: Field<IntFilter>;
  readonly kind?: Field<readonly ReportKind[]>;
  /** False (the default): current reports only; true: superseded ones only; null: both. */
  readonly superseded?: Field<boolean>;
}
export interface AccountFilter {
  readonly classification?: Field<readonly Classification[]>;
  readonly code?: Field<StringFilter>;
  readonly name?: Field<StringFilter>;
  readonly level?: Field<readonly AccountLevel[]>;
  /** Accounts that are valid in such a year. */
  readonly year?: Field<IntFilter>;
}
/** What lies in reports. Superseded ones are left out unless `report` names them by id (`eq`, `in`). */
export interface WithinReportsFilter {
  readonly district?: Field<StringFilter>;
  readonly department?: Field<StringFilter>;
  readonly report?: Field<StringFilter>;
  readonly year?: Field<IntFilter>;
}
export interface LineItemFilter extends WithinReportsFilter {
  readonly kind?: Field<readonly ReportKind[]>;
  readonly statement?: Field<readonly Statement[]>;
  readonly flow?: Field<readonly Flow[]>;
  readonly stage?: Field<readonly Stage[]>;
  readonly fund?: Field<readonly Fund[]>;
  readonly part?: Field<readonly Part[]>;
  readonly column?: Field<IntFilter>;
  readonly unitName?: Field<StringFilter>;
  readonly classification?: Field<readonly Classification[]>;
  readonly accountCode?: Field<StringFilter>;
  readonly level?: Field<readonly AccountLevel[]>;
  readonly label?: Field<StringFilter>;
  readonly amount?: Field<DecimalFilter>;
  readonly leaf?: Field<boolean>;
}
export interface EvaluationFilter extends WithinReportsFilter {
  readonly scope?: Field<readonly EvaluationScope[]>;
  readonly name?: Field<StringFilter>;
}
export interface IndicatorFilter extends WithinReportsFilter {
  readonly evaluation?: Field<EvaluationFilter>;
  readonly name?: Field<StringFilter>;
  readonly met?: Field<boolean>;
}

export interface ReportedFactFilter extends WithinReportsFilter {
  readonly metric?: Field<readonly MetricKey[]>;
  readonly accountCode?: Field<StringFilter>;
  readonly label?: Field<StringFilter>;
  readonly kind?: Field<readonly FactKind[]>;
  readonly base?: Field<readonly FactBase[]>;
  readonly stage?: Field<readonly Stage[]>;
}
export interface FindingFilter extends WithinReportsFilter {
  readonly rule?: Field<StringFilter>;
  readonly kind?: Field<readonly RuleKind[]>;
  /** Any that the rule joins. */
  readonly statement?: Field<readonly Statement[]>;
  readonly accountCode?: Field<StringFilter>;
  readonly outcome?: Field<readonly FindingOutcome[]>;
}

export const LINE_ITEM_ORDERS = ['PRINTED', 'AMOUNT_ASC', 'AMOUNT_DESC'] as const;
export type LineItemOrder = (typeof LINE_ITEM_ORDERS)[number];

/** Forward paging by keyset cursors. `first` is checked by the API (0–500). */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
}
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}
