/** What the reader has to be told about the world: code lists by year, and where a body sits. */
export interface ReaderReference {
  /** First fiscal year in which the code has the meaning that it has in `year`. */
  editionOf(classification: 'FUNCTIONAL' | 'ECONOMIC', code: string, year: number): number;
  /** The functional 类 of a printed name, in any year's spelling; undefined where none or several fit. */
  categoryByName(name: string, year: number): string | undefined;
  /** The economic 类 of a printed name. */
  economicCategoryByName(name: string, year: number): string | undefined;
  /** Six-digit division code of a body's place; 000000 where it can't be told. */
  districtOf(body: string): string;
}
