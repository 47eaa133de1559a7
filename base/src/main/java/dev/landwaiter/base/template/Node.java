package dev.landwaiter.base.template;

import java.util.List;

/// A part of a template: text, an action, or what a pipeline is made of.
sealed interface Node {
  /// Literal text.
  record Text(String text) implements Node {}

  /// A pipeline whose value is printed unless it declares variables.
  record Action(Pipeline pipeline) implements Node {}

  /// `if`, `with`, `range`: by a pipeline one of two lists.
  record Branch(Kind kind, Pipeline pipeline, List<Node> then, List<Node> otherwise)
      implements Node {}

  /// `template NAME PIPELINE`; the pipeline may be empty.
  record Include(String name, Pipeline pipeline, Source source) implements Node {}

  /// `break` or `continue`.
  record Jump(boolean ends) implements Node {}

  /// What a branch does.
  enum Kind {
    IF,
    WITH,
    RANGE
  }

  /// Where a node stands in the template's text.
  record Source(int start, int end) {}

  /// Commands, each given the value of the one before; the value may go to variables.
  record Pipeline(List<String> variables, boolean assigns, List<Command> commands) {}

  /// An operand alone, or a function or field with arguments.
  record Command(List<Operand> operands, Source source) {}

  /// A part of a command.
  sealed interface Operand {
    Source source();
  }

  /// `.a.b` of the dot, of a variable or of a pipeline in brackets; no fields for these themselves.
  ///
  /// @param place where errors say it stands: at the second of several parts
  record Chain(Base base, List<String> fields, Source source, int place) implements Operand {}

  /// What a chain begins with.
  sealed interface Base {}

  /// The dot.
  record Dot() implements Base {}

  /// A variable; `$` is the value the template began with.
  record Name(String variable) implements Base {}

  /// A pipeline in brackets.
  record Brackets(Pipeline pipeline) implements Base {}

  /// The name of a function.
  record Function(String name, Source source) implements Operand {}

  /// A string, number or boolean; see [Values].
  record Constant(Object value, Source source) implements Operand {}

  /// `nil`.
  record Nothing(Source source) implements Operand {}
}
