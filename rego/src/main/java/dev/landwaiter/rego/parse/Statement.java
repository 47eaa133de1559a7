package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.PackageClause;

/// One statement of a source.
sealed interface Statement {
  Location at();

  /// `package …`
  record Package(PackageClause clause) implements Statement {
    @Override
    public Location at() {
      return clause.at();
    }
  }

  /// `import …`
  record Imported(Import one) implements Statement {
    @Override
    public Location at() {
      return one.at();
    }
  }

  /// A rule with a body or a keyword.
  record Ruled(Draft draft) implements Statement {
    @Override
    public Location at() {
      return draft.rule().at();
    }
  }

  /// Expressions; in a module they are to be a rule.
  record Query(Body body) implements Statement {
    @Override
    public Location at() {
      return body.at();
    }
  }
}
