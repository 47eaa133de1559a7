package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Statements become a module.
final class ModuleAssembly {
  private final Source source;
  private final StatementParser parser;
  private final List<RegoError> errors = new ArrayList<>();
  private final List<Import> imports = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();

  /// All statements, those that were queries as the rules they are.
  private final List<Statement> ruled = new ArrayList<>();

  private final BareRules bare;
  private RegoVersion version;

  ModuleAssembly(Source source, ParserSettings settings, StatementParser parser) {
    this.source = source;
    this.bare = new BareRules(settings.capabilities().builtins().keySet());
    this.parser = parser;
    this.version = settings.version();
  }

  Module module(List<Statement> statements) throws RegoException {
    PackageClause clause = clause(statements.getFirst());
    ruled.add(statements.getFirst());
    for (Statement statement : statements.subList(1, statements.size())) {
      take(statement);
    }
    if (version != RegoVersion.V0) {
      drafts.forEach(draft -> errors.addAll(VersionOneChecks.of(draft)));
    }
    failOn(errors);
    var attachment = new Attachment(ruled, clause);
    List<Annotations> annotations = attachment.attached(parser.annotations());
    failOn(attachment.errors());
    List<Rule> rules = drafts.stream().map(ModuleAssembly::rule).toList();
    return new Module(
        source,
        version,
        parser.keywords(),
        clause,
        imports,
        Attachment.annotated(clause, rules, annotations),
        annotations,
        parser.comments());
  }

  private static void failOn(List<RegoError> errors) throws RegoException {
    if (!errors.isEmpty()) {
      throw new RegoException(errors);
    }
  }

  private PackageClause clause(Statement first) {
    if (first instanceof Statement.Package one) {
      return one.clause();
    }
    error("package expected", first.at());
    return new PackageClause(
        new Ref(List.of(new Variable("data", first.at())), first.at()), first.at());
  }

  private void error(String message, Location at) {
    errors.add(RegoError.of(ErrorCode.PARSE, message, at));
  }

  private void take(Statement statement) {
    switch (statement) {
      case Statement.Package second -> error("unexpected package", second.at());
      case Statement.Imported one -> {
        ruled.add(one);
        imports.add(one.one());
        if (version == RegoVersion.V0 && one.one().path().toString().equals("rego.v1")) {
          version = RegoVersion.V0_V1;
        }
      }
      case Statement.Ruled one -> {
        ruled.add(one);
        drafts.add(one.draft());
      }
      case Statement.Query query -> {
        try {
          take(new Statement.Ruled(bare.read(query.body())));
        } catch (BareRules.NoRule e) {
          error(String.valueOf(e.getMessage()), query.body().expressions().getFirst().at());
        }
      }
    }
  }

  private static Rule rule(Draft draft) {
    Rule rule = draft.rule();
    Optional<Rule> otherwise = draft.orElse().map(ModuleAssembly::rule);
    return otherwise.isEmpty()
        ? rule
        : new Rule(
            rule.isDefault(),
            rule.head(),
            rule.body(),
            rule.constant(),
            otherwise,
            rule.annotations(),
            rule.at());
  }
}
