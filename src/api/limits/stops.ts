import { GraphQLError, Lexer, TokenKind } from 'graphql';
import type { ParseOptions, Source } from 'graphql';
import { AppError } from '../../domain/app-error.js';
import { LIMITS, refuseMore } from './limits.js';

/** Where the parser is told to stop. */
export const PARSE_OPTIONS: ParseOptions = {
  maxLexicalTokens: LIMITS.tokens.most,
  maxSourceLength: LIMITS.characters.most,
};

/** Our refusal in place of what graphql-js says when it gives up parsing or validating because there is too much; else null. */
export function findStop({ message, source, extensions: { code } }: GraphQLError): AppError | null {
  if (code === 'GRAPHQL_PARSE_FAILED') {
    if (source && message.endsWith('Parsing aborted.')) return refuseSource(source);
    if (message === 'Maximum call stack size exceeded') return refuseNesting();
  }
  return code === 'GRAPHQL_VALIDATION_FAILED' && message === 'Validation aborted.' ? refuseRepetition() : null;
}

function refuseSource(source: Source): AppError {
  const { length } = source.body;
  return length > LIMITS.characters.most ? refuseMore('characters', length) : refuseMore('tokens', countTokens(source));
}

/** Up to where the text is no GraphQL. */
function countTokens(source: Source): number {
  const lexer = new Lexer(source);
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return count;
}

/** The parser ran out of stack: it can't say how deep it goes. */
function refuseNesting(): AppError {
  const { most: limit, of } = LIMITS.depth;
  const sentence = `expected at most ${limit} ${of}, got more than can be read`;
  return new AppError('TOO_COSTLY', sentence, { measure: 'depth', limit });
}

function refuseRepetition(): AppError {
  const sentence = 'expected each field once, got so many repetitions that comparing them takes too long';
  return new AppError('TOO_COSTLY', sentence, { measure: 'repetitions' });
}
