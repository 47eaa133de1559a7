package dev.landwaiter.rego.format;

import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Term;
import java.util.Set;
import java.util.TreeSet;

/// Which keywords a module of version 0 must import because they are used.
final class NeededKeywords extends Rewriting {
  private final Set<String> needed = new TreeSet<>();

  private NeededKeywords() {}

  static Set<String> of(Module module) {
    var visit = new NeededKeywords();
    module.rules().forEach(visit::rule);
    return visit.needed;
  }

  @Override
  public Content content(Content content) {
    if (content instanceof Every) {
      needed.add("every");
    }
    return super.content(content);
  }

  @Override
  public Term term(Term term) {
    if (term instanceof Call call && Operators.isMember(call)) {
      needed.add("in");
    }
    return super.term(term);
  }
}
