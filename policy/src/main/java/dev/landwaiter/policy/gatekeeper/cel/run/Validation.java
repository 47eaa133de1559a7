package dev.landwaiter.policy.gatekeeper.cel.run;

import java.util.List;

/// What must hold, and what to say when it does not.
///
/// @param message without blanks at its ends, or empty
/// @param messageExpression one, or none
record Validation(Expression expression, String message, List<Expression> messageExpression) {
  Validation {
    messageExpression = List.copyOf(messageExpression);
  }
}
