import { AppError } from '../domain/app-error.js';
import { findQuestions, saveQuestion } from '../store/questions.js';
import type { Store } from '../store/store.js';
import type { Comparison } from './compare-figures.js';

/** Characters of the longest question that is kept: two thousand departments in twenty years. */
const LONGEST_QUESTION = 50_000;

/** Keeps the question of a comparison, so that its id leads to it; returns why that could not be, null where it could. */
export async function keepQuestion(
  store: Store,
  { id, question }: Pick<Comparison, 'id' | 'question'>,
): Promise<string | null> {
  if (question.length > LONGEST_QUESTION)
    return `comparison ${id} is not kept to be asked for by its id: its input has ${question.length} characters, more than ${LONGEST_QUESTION}`;
  try {
    await saveQuestion(store, { id, input: question });
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `comparison ${id} is not kept to be asked for by its id: ${error.message}`;
  }
}

/** The input of a comparison made earlier, as JSON; null where the id is not known. */
export async function recallQuestion(store: Store, id: string): Promise<string | null> {
  return (await findQuestions(store, [id])).get(id) ?? null;
}
