package dev.landwaiter.rego.format;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Writes modules and queries that no source holds, such as what partial evaluation leaves. They
/// are first spelt out, a rule after the other, and then formatted as any source.
public final class GeneratedFormat {
  private static final String HEAD = "package generated\n\nquery if {\n";

  /// Names made by partial evaluation begin with a sign that no source has.
  private static final Rewriting NAMING =
      new Rewriting() {
        @Override
        public Term term(Term term) {
          return term instanceof Variable variable && variable.name().startsWith("$_")
              ? new Variable(variable.name().substring(1), variable.at())
              : super.term(term);
        }
      };

  private GeneratedFormat() {}

  /// The expressions of a query, each on its line; empty for a query without any.
  ///
  /// @throws RegoException when what was generated cannot be read, which is a mistake
  public static String of(Body query) throws RegoException {
    if (query.expressions().isEmpty()) {
      return "";
    }
    Body named = NAMING.body(query);
    String formatted = format(HEAD + lines(named) + "\n\ttrue\n}\n");
    return formatted
        .lines()
        .skip(3)
        .limit(formatted.lines().count() - 5)
        .map(line -> line.startsWith("\t") ? line.substring(1) : line)
        .collect(Collectors.joining("\n"));
  }

  private static String lines(Body body) {
    return body.expressions().stream().map(GeneratedFormat::text).collect(Collectors.joining("\n"));
  }

  private static String text(Expr expr) {
    return "\t" + TermText.of(expr);
  }

  /// A module, its rules parted by blank lines.
  ///
  /// @throws RegoException when what was generated cannot be read, which is a mistake
  public static String of(Module module) throws RegoException {
    String rules =
        module.rules().stream()
            .sorted(Comparator.comparing(rule -> !rule.isDefault()))
            .map(rule -> rule(NAMING.rule(rule), true))
            .collect(Collectors.joining("\n\n"));
    return format(
        "package " + TermText.packagePath(module.packageClause()) + "\n\n" + rules + "\n");
  }

  /// As [#of(Module)], but for a module that takes the place of sources: its rules stand in the
  /// order of those they were made of, and each expression on a line of its own.
  ///
  /// @param version that is written
  /// @throws RegoException when what was generated cannot be read or written in that version
  public static String inPlace(Module module, RegoVersion version) throws RegoException {
    String rules =
        module.rules().stream()
            .sorted(Comparator.comparingInt(rule -> rule.at().row()))
            .map(rule -> rule(NAMING.rule(rule), false))
            .collect(Collectors.joining("\n\n"));
    String text = "package " + TermText.packagePath(module.packageClause()) + "\n\n" + rules + "\n";
    return version == RegoVersion.V0
        ? ModuleFormat.format(new Source("generated", text), FormatSettings.v1ToV0())
        : format(text);
  }

  private static String rule(Rule rule, boolean brief) {
    String head = (rule.isDefault() ? "default " : "") + TermText.of(rule.head());
    if (rule.isDefault() || rule.constant()) {
      return head;
    }
    return head
        + " if "
        + body(rule.body(), brief)
        + rule.orElse().map(other -> branch(other, brief)).orElse("");
  }

  private static String branch(Rule rule, boolean brief) {
    return " else"
        + rule.head().value().map(value -> " := " + TermText.of(value)).orElse("")
        + " if "
        + body(rule.body(), brief)
        + rule.orElse().map(other -> branch(other, brief)).orElse("");
  }

  private static String body(Body body, boolean brief) {
    return brief && body.expressions().size() == 1
        ? "{ " + TermText.of(body.expressions().getFirst()) + " }"
        : "{\n" + lines(body) + "\n}";
  }

  private static String format(String text) throws RegoException {
    return ModuleFormat.format(new Source("generated", text), FormatSettings.v1());
  }
}
