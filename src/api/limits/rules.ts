import { GraphQLError } from 'graphql';
import type { ASTNode, ASTVisitor, ValidationContext } from 'graphql';
import { AppError } from '../../domain/app-error.js';
import { LIMITS, refuseMore } from './limits.js';
import { measureOperation } from './query-size.js';

/** Refuses operations that are too deep or too large. */
export function checkSizeRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const size = measureOperation(node, (name) => context.getFragment(name));
      for (const measure of ['depth', 'aliases', 'directives', 'selections'] as const)
        if (size[measure] > LIMITS[measure].most)
          context.reportError(placeAt(node, refuseMore(measure, size[measure])));
    },
  };
}

/** Refuses texts that are too long, as in variables. */
export function checkTextsRule(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      const { length } = node.value;
      if (length > LIMITS.text.most) context.reportError(placeAt(node, refuseMore('text', length)));
    },
  };
}

/** The API only reads. */
export function queriesOnlyRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (node.operation === 'query') return;
      const sentence = `expected a query, got a ${node.operation}: nothing can be changed through the API`;
      context.reportError(placeAt(node, new AppError('BAD_USER_INPUT', sentence)));
    },
  };
}

function placeAt(node: ASTNode, refusal: AppError): GraphQLError {
  return new GraphQLError(refusal.message, { nodes: node, originalError: refusal });
}
