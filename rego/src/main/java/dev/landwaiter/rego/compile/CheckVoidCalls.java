package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Term;

/// Stage 11: a function without a result cannot be used as a value.
final class CheckVoidCalls implements Stage {
  @Override
  public String id() {
    return "CheckVoidCalls";
  }

  @Override
  public void run(Compilation compilation) {
    var check = new Check(compilation.functions, compilation.problems);
    compilation.eachModule(check::module);
  }

  static void query(Body body, Functions functions, Problems problems) {
    new Check(functions, problems).body(body);
  }

  private static final class Check extends Visit {
    private final Functions functions;
    private final Problems problems;

    Check(Functions functions, Problems problems) {
      this.functions = functions;
      this.problems = problems;
    }

    @Override
    void content(Content content) {
      if (content instanceof Call call) {
        call.arguments().forEach(this::term);
      } else {
        super.content(content);
      }
    }

    @Override
    void term(Term term) {
      if (term instanceof Call call
          && functions
              .builtin(call.operator())
              .filter(builtin -> builtin.type().result().isEmpty())
              .isPresent()) {
        problems.type(call.at(), call + " used as value");
      }
      super.term(term);
    }
  }
}
