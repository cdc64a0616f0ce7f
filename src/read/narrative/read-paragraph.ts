import type { ReportedFact } from '../../domain/report.js';
import type { Clause } from './clauses.js';
import { cutClauses } from './clauses.js';
import type { StageContext } from './fact-values.js';
import { baseOf, stageOf } from './fact-values.js';
import type { FigureRole } from './figure-roles.js';
import { readRole } from './figure-roles.js';
import type { FoundSubject, Subject, SubjectContext } from './find-subject.js';
import { findCounted, findSubject, namesOtherBody } from './find-subject.js';
import { printedBetween } from './flow-text.js';
import type { MarkedName, NamedAccounts } from './named-accounts.js';
import type { Paragraph } from './paragraphs.js';
import { FUND } from './subjects.js';
import { PLACEHOLDER } from './template-text.js';
import type { PrintedValue } from './values.js';
import { kindOfUnit } from './values.js';
import type { NamedBase, NamedStage } from './vocabulary.js';
import { AS_OF, findBase, NEUTRAL, PURPOSE, REASON, YEAR_PREFIX } from './vocabulary.js';

/** What the narrative's reader is told of the report. */
export interface NarrativeContext extends StageContext {
  readonly year: number;
  /** Without blanks and quotation marks. */
  readonly department: string;
  readonly accounts: NamedAccounts;
}

/** What the clauses so far have said. */
interface Reading {
  readonly subject: (Subject & { readonly label: string }) | null;
  readonly base: NamedBase | null;
  readonly stage: NamedStage | null;
  /** The budget that an amount of the sentence was said to be. */
  readonly budget: NamedBase | null;
  /** The budget that the last amount is, and where its clause began: a rate of completion may follow. */
  readonly completed: { readonly base: NamedBase; readonly from: number } | null;
  /** UNCLEAR: something unknown was said; REASON, PURPOSE: what is said ends with the sentence or a semicolon. */
  readonly mode: 'CLEAR' | 'UNCLEAR' | 'PURPOSE' | 'REASON';
  /** The year that the sentence names. */
  readonly year: number | null;
  /** Whether the sentence has said nothing but its subject. */
  readonly onlySubject: boolean;
}

const LONGEST_CLAUSE = 200;
const FRESH: Reading = {
  subject: null,
  base: null,
  stage: null,
  budget: null,
  completed: null,
  mode: 'CLEAR',
  year: null,
  onlySubject: false,
};

/** Reads the facts of one paragraph after another, in printed order; names with marks of levels carry over. */
export function readParagraphs(paragraphs: readonly Paragraph[], context: NarrativeContext): ReportedFact[] {
  let path: readonly MarkedName[] = [];
  return paragraphs.flatMap((paragraph) => {
    const reader = new ParagraphReader(paragraph, context, path);
    const facts = reader.read();
    path = reader.path;
    return facts;
  });
}

class ParagraphReader {
  path: readonly MarkedName[];
  private readonly facts: ReportedFact[] = [];
  private reading = FRESH;
  private readonly outside: Reading[] = [];
  /** First subjects of this sentence and of the one before. */
  private lead = '';
  private leadBefore = '';
  private baseBefore: NamedBase | null = null;
  private last: Reading['subject'] = null;
  /** The last subject, while nothing unknown has been said since. */
  private before: Reading['subject'] = null;
  private readonly subjects = new Set<string>();
  /** The year on whose day the assets are counted. */
  private asOf: number | null = null;
  /** Whether the paragraph has begun to speak of another body. */
  private isOther = false;

  constructor(
    private readonly paragraph: Paragraph,
    private readonly context: NarrativeContext,
    path: readonly MarkedName[],
  ) {
    this.path = path;
  }

  read(): ReportedFact[] {
    const pieces = cutClauses(this.paragraph.flow.text);
    pieces.forEach((piece, at) => {
      if (piece.kind === 'OPEN') this.outside.push(this.reading);
      else if (piece.kind === 'CLOSE') this.reading = this.outside.pop() ?? this.reading;
      else if (!this.isOther) {
        const next = pieces[at + 1];
        if (piece.mark === 'STOP' && this.outside.length === 0) this.beginSentence(piece);
        if (piece.text.length > LONGEST_CLAUSE) this.lose('');
        else if (piece.value) this.readFigure(piece, piece.value, next?.kind === 'CLAUSE' ? next : null);
        else this.readWords(piece);
      }
    });
    return this.facts;
  }

  private beginSentence({ text }: Clause): void {
    const { subject, onlySubject, base } = this.reading;
    const goesOn = /^其中/.test(text);
    this.leadBefore = goesOn ? this.lead || this.leadBefore : '';
    this.baseBefore = goesOn ? (base ?? this.baseBefore) : null;
    this.lead = '';
    this.reading = onlySubject ? { ...FRESH, subject, onlySubject } : { ...FRESH, base: this.baseBefore };
  }

  /** A clause without a number: it may name the subject, what to compare with, a day, or begin a reason. */
  private readWords({ text, mark, from }: Clause): void {
    const { reading } = this;
    const asOf = AS_OF.exec(text);
    const words = asOf ? text.slice(asOf[0].length) : text;
    if (asOf) this.asOf = Number(asOf[1]);
    else if (YEAR_PREFIX.test(text) && text.replace(YEAR_PREFIX, '') === '')
      this.reading = { ...reading, year: Number(text.slice(0, 4)) };
    if (words === '' || NEUTRAL.test(words) || /持平$|无增减变化$|^不可比$/.test(words)) return;
    const compared = findBase(words);
    if (compared && compared.from === 0 && compared.to === words.length) {
      const resumed = reading.mode !== 'UNCLEAR' && this.mayName(mark) ? 'CLEAR' : reading.mode;
      this.reading = { ...this.reading, base: compared.base, mode: resumed };
      return;
    }
    const found = this.mayName(mark) ? findSubject(words, this.subjectContext()) : null;
    if (found?.subject) {
      this.take(found.subject, from + text.length - words.length);
      this.reading = { ...this.reading, onlySubject: mark === 'STOP' || reading.onlySubject };
    } else if (found && reading.subject) this.reading = { ...reading, stage: found.stage };
    else this.lose(words);
  }

  private lose(words: string): void {
    const { mode: before } = this.reading;
    this.isOther = this.mayName('NONE') && namesOtherBody(words, this.context.department);
    const reason = before === 'REASON' || REASON.test(words) || PLACEHOLDER.test(words);
    const purpose = before === 'PURPOSE' || (before !== 'REASON' && PURPOSE.test(words));
    const mode = purpose ? 'PURPOSE' : reason ? 'REASON' : 'UNCLEAR';
    this.lead ||= words;
    this.before = null;
    this.reading = { ...this.reading, mode, subject: null, base: null, completed: null, onlySubject: false };
  } // prettier-ignore

  /** Within reasons only a semicolon or a new sentence lets a subject return. */
  private mayName(mark: Clause['mark']): boolean {
    const { mode } = this.reading;
    return (mode !== 'REASON' && mode !== 'PURPOSE') || mark === 'STOP' || mark === 'PAUSE';
  }

  private readFigure(clause: Clause, value: PrintedValue, next: Clause | null): void {
    const role = PLACEHOLDER.test(clause.text) ? null : readRole(clause, next, this.reading.completed?.base ?? null);
    const open = this.mayName(clause.mark) || (role?.kind === 'COUNT' && this.reading.mode === 'PURPOSE');
    const found = role && open ? this.findFigure(clause, role, value) : null;
    if (!role || !found) {
      this.subjects.add('');
      this.lose(clause.text);
      return;
    }
    const carried = found.subject === null;
    if (found.subject) this.take(found.subject, clause.from + found.offset);
    else if (!this.reading.subject && this.last) this.reading = { ...this.reading, subject: this.last };
    else if (found.year !== null && this.reading.subject)
      this.reading = { ...this.reading, subject: { ...this.reading.subject, year: found.year } };
    const { subject } = this.reading;
    const fits = subject && (role.kind === 'COUNT' || kindOfUnit(value.unit) === 'RATE' || subject.unit === kindOfUnit(value.unit));
    if (!subject || !fits || this.reading.mode !== 'CLEAR') this.lose(clause.text);
    else this.state(clause, value, role, subject, carried ? (found.stage ?? this.reading.stage) : found.stage);
  } // prettier-ignore

  /** The subject that the clause names, or null inside where it goes on with the one before; null where it can't be told. */
  private findFigure(
    { text }: Clause,
    role: FigureRole,
    value: PrintedValue,
  ): (FoundSubject & { offset: number }) | null {
    const words = text.slice(role.from, role.to);
    if (role.kind === 'COUNT') {
      const doubtful = /原因|由于|新增|购买|增加|减少|上年|去年/.test(words);
      const counted = doubtful ? null : findCounted(words, value, this.subjectContext());
      return counted && { subject: counted, stage: null, year: null, offset: 0 };
    }
    const goesOn = this.reading.subject !== null || this.mayGoOn(role);
    if (words.replace(/^(?:各|均|共|,|、)+$/, '') === '')
      return goesOn && (role.kind !== 'AMOUNT' || role.completed !== null) ? { subject: null, stage: null, year: null, offset: 0 } : null;
    const found = findSubject(words, this.subjectContext());
    if (!found || (found.subject === null && !goesOn)) return null;
    return { ...found, offset: role.from };
  } // prettier-ignore

  /** Whether a sentence that begins with a change may be about the one subject of the paragraph. */
  private mayGoOn({ kind }: FigureRole): boolean {
    const change = kind === 'CHANGE' || kind === 'CHANGE_RATE';
    return change && this.last !== null && this.subjects.size === 1 && this.reading.mode === 'CLEAR';
  }

  private take(subject: Subject, offset: number): void {
    const { flow } = this.paragraph;
    const printed = printedBetween(flow, offset + subject.from, offset + subject.to);
    const fund = subject.narrowed ? this.fundAround() : '';
    const { label: whole = '', name: wholeName = '' } = (subject.follows && this.before) || {};
    const label = whole.endsWith(printed) && whole !== '' ? whole : `${whole}${fund}${printed}`;
    const name = `${wholeName}${subject.name}`;
    this.lead ||= subject.name;
    this.subjects.add(subject.name);
    if (subject.path.length > 0) this.path = subject.path;
    this.last = { ...subject, name, label };
    this.before = this.last;
    this.reading = { ...this.reading, subject: this.last, mode: 'CLEAR', stage: null, completed: null };
  }

  private state(
    clause: Clause,
    value: PrintedValue,
    role: FigureRole,
    subject: NonNullable<Reading['subject']>,
    named: NamedStage | null,
  ): void {
    const from = /^的/.test(clause.text) ? (this.reading.completed?.from ?? clause.from) : clause.from;
    const year = subject.year ?? this.reading.year ?? (subject.asset ? this.asOf : null) ?? this.context.year;
    const isAmount = role.kind === 'AMOUNT' || role.kind === 'COUNT';
    const said = budgetOf(this.reading.base) ?? this.reading.budget;
    const held = role.base === 'BUDGET' ? (said ?? role.base) : (role.base ?? this.reading.base);
    const base = isAmount ? null : baseOf(held, subject, year, this.context);
    const stage = role.completed !== null ? completedStage(role.completed, said) : named;
    this.reading = {
      ...this.reading,
      base: isAmount && role.completed === null ? null : (held ?? this.reading.base),
      completed: role.completed === null ? null : { base: role.completed, from: clause.from },
      stage: role.kind === 'AMOUNT' && role.completed === null ? named : this.reading.stage,
      budget: role.kind === 'AMOUNT' ? (budgetOf(named) ?? this.reading.budget) : this.reading.budget,
      onlySubject: false,
    };
    const signed = signedValue(value.decimal, role.sign);
    if (base === undefined || signed === null) return;
    const { flow, headings } = this.paragraph;
    const line = flow.lines[value.from];
    if (!line) return;
    const source = {
      ...{ table: null, section: headings.at(-1) ?? null, line: line.number, page: line.page },
      text: printedBetween(flow, from, value.to).replace(/^[、，,;；：:]+/, ''),
    };
    const outturn = this.context.kind === 'FINAL_ACCOUNTS' && role.kind === 'COMPLETION' ? 'OUTTURN' : stage;
    for (const metric of subject.metrics)
      this.facts.push({
        ...{ metric, account: subject.account, label: subject.label, kind: role.kind, base },
        ...{ stage: stageOf(outturn, subject, this.context), year, value: signed, valueUnit: value.unit, source },
      });
  }

  /** The fund that the leading subject or else the nearest heading names. */
  private fundAround(): string {
    const said = [this.lead, this.leadBefore, this.before?.name ?? '', ...this.paragraph.headings.toReversed()];
    return said.map((text) => FUND.exec(text)?.[0]).find((fund) => fund !== undefined) ?? '';
  }

  private subjectContext(): SubjectContext {
    const { kind, department, accounts } = this.context;
    const around = [...this.paragraph.headings, this.leadBefore, this.lead].join(' ');
    return { kind, department, accounts, around, before: this.before, path: this.path };
  }
}

/** The budget that a base or stage names; null where it is none or 预算 alone. */
function budgetOf(named: NamedBase | NamedStage | null): 'ORIGINAL_BUDGET' | 'REVISED_BUDGET' | null {
  return named === 'ORIGINAL_BUDGET' || named === 'REVISED_BUDGET' ? named : null;
}

function completedStage(base: NamedBase, said: NamedBase | null): NamedStage {
  return budgetOf(base) ?? budgetOf(said) ?? 'BUDGET';
}

/** The number with its direction; null where two directions are printed, or a minus sign under a word that means one. */
function signedValue(decimal: string, sign: 1 | -1 | 0): string | null {
  if (!/[1-9]/.test(decimal)) return decimal.replace('-', '');
  if (sign === 0 || (sign === -1 && decimal.startsWith('-'))) return null;
  return sign === 1 ? decimal : `-${decimal}`;
}
