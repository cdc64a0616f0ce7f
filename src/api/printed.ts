import { Ctx, Field, FieldResolver, ID, Int, InterfaceType, ObjectType, Resolver, Root } from 'type-graphql';
import type * as records from '../domain/records.js';
import type { Context } from './context.js';
import { found } from './loaders/found.js';
import { Report } from './report.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'Where something stands in a document. In the narrative `table` is null, and `section` names the heading.',
})
export class Source implements Omit<records.StoredSource, 'reportId'> {
  @Field(() => String, {
    nullable: true,
    description:
      "The table's title as printed, and its number, as printed there or in the list of contents; null in the narrative.",
  })
  table!: string | null;
  @Field(() => String, { nullable: true, description: 'Heading of the narrative section; null in tables.' })
  section!: string | null;
  @Field(() => Int, {
    description:
      "Where the row's figures stand, from 1: the line of the text, a sheet's row, the running row in HTML and DOCX, the line of the page in PDF.",
  })
  line!: number;
  @Field(() => Int, { nullable: true, description: 'From 1; null where the document has no pages.' })
  page!: number | null;
  @Field(() => String, { description: 'All printed lines of the row, joined by a line feed.' })
  text!: string;
}

@Resolver(() => Source)
export class SourceResolver {
  @FieldResolver(() => Report, { description: 'The document.' })
  report(@Root() { reportId }: records.StoredSource, @Ctx() { loaders }: Context): Promise<records.StoredReport> {
    return found(loaders.reports.byId.load(reportId), `report ${reportId}`);
  }
}

/** Rows are told apart by what only they have. */
export function typeOfPrinted(row: object): string {
  if ('base' in row) return 'ReportedFact';
  if ('accountId' in row) return 'LineItem';
  return 'evaluationId' in row ? 'PerformanceIndicator' : 'Evaluation';
}

@InterfaceType({ description: 'What stands in a document.', resolveType: typeOfPrinted })
export abstract class Printed {
  @Field(() => ID, { description: 'Opaque; the same on every store.' })
  id!: string;
  @Field(() => Source, { description: 'Where it stands.' })
  source!: Source;
}

@Resolver(() => Printed)
export class PrintedResolver {
  @FieldResolver(() => Report, { description: 'The report that it stands in.' })
  report(@Root() { reportId }: { reportId: string }, @Ctx() { loaders }: Context): Promise<records.StoredReport> {
    return found(loaders.reports.byId.load(reportId), `report ${reportId}`);
  }
}
