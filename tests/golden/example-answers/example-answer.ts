/** What an example answers over the five published reports. */
export interface ExampleAnswer {
  /** SQL statements of the whole request, the release's included. */
  readonly statements: number;
  /** Values by their place in the reply; figures are read by hand, from the report and line beside them. */
  readonly shows: Readonly<Record<string, unknown>>;
}

/** By operation. Reports beside the figures: 000 从化 2019, 001 广州市 2020, 002 越秀 2019, 003 海珠 2017, 004 番禺 2023; 万元. */
export type ExampleAnswers = Readonly<Record<string, ExampleAnswer>>;
