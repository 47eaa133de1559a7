package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;

/// Reads Rego. Every method throws a [RegoException] with all errors that were found.
public final class Parser {
  private Parser() {}

  /// A whole file.
  public static Module parseModule(Source source, ParserSettings settings) throws RegoException {
    var parser = new StatementParser(source, settings);
    List<Statement> statements = parser.read();
    if (statements.isEmpty()) {
      throw new RegoException(
          RegoError.of(ErrorCode.PARSE, "empty module", new Location(source, 0, 0, 0, 0)));
    }
    return new ModuleAssembly(source, settings, parser).module(statements);
  }

  /// A query: expressions parted by semicolons or line breaks; none when the text holds no more
  /// than comments.
  public static Body parseQuery(Source source, ParserSettings settings) throws RegoException {
    var found = new ArrayList<Expr>();
    for (Statement statement : new StatementParser(source, settings).read(false)) {
      if (!(statement instanceof Statement.Query query)) {
        throw new RegoException(RegoError.of("", "expected body but got " + goKind(statement)));
      }
      query.body().expressions().forEach(expr -> found.add(expr.index(found.size())));
    }
    return found.isEmpty()
        ? new Body(List.of(), new Location(source, 1, 1, 0, 0))
        : LiteralParser.body(found);
  }

  /// One term.
  public static Term parseTerm(Source source, ParserSettings settings) throws RegoException {
    Body body = parseQuery(source, settings);
    if (body.expressions().size() == 1
        && body.expressions().getFirst().content() instanceof Term term) {
      return term;
    }
    throw wrong(source, "expected one term but got: " + body);
  }

  /// A path such as `data.a.b`.
  public static Ref parseRef(Source source, ParserSettings settings) throws RegoException {
    if (parseTerm(source, settings) instanceof Ref ref) {
      return ref;
    }
    throw wrong(source, "expected ref but got " + source.text());
  }

  /// Imports, one `import` statement after the other.
  public static List<Import> parseImports(Source source, ParserSettings settings)
      throws RegoException {
    var found = new ArrayList<Import>();
    for (Statement statement : new StatementParser(source, settings).read()) {
      if (!(statement instanceof Statement.Imported one)) {
        throw wrong(source, "expected import but got " + kind(statement));
      }
      found.add(one.one());
    }
    return found;
  }

  /// One `package` statement.
  public static PackageClause parsePackage(Source source, ParserSettings settings)
      throws RegoException {
    List<Statement> statements = new StatementParser(source, settings).read();
    if (statements.size() == 1 && statements.getFirst() instanceof Statement.Package one) {
      return one.clause();
    }
    throw wrong(source, "expected package");
  }

  /// The name the original prints.
  private static String goKind(Statement statement) {
    return switch (statement) {
      case Statement.Package _ -> "*ast.Package";
      case Statement.Imported _ -> "*ast.Import";
      case Statement.Ruled _ -> "*ast.Rule";
      case Statement.Query _ -> "ast.Body";
    };
  }

  private static String kind(Statement statement) {
    return switch (statement) {
      case Statement.Package _ -> "package";
      case Statement.Imported _ -> "import";
      case Statement.Ruled _ -> "rule";
      case Statement.Query _ -> "body";
    };
  }

  private static RegoException wrong(Source source, String message) {
    return new RegoException(
        RegoError.of(ErrorCode.PARSE, message, new Location(source, 1, 1, 0, 0)));
  }
}
