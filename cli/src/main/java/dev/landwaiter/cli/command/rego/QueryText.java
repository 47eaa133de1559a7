package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.TermText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The query of a command line, with the package and the imports it is read under.
record QueryText(Body body, Optional<Ref> packagePath, List<Import> imports) {

  /// Reads the argument, or standard input when that was asked for.
  ///
  /// @throws RegoException when query, package or an import is not valid
  static QueryText read(Invocation invocation, ParserSettings parser)
      throws UsageException, LoadException, RegoException, IOException {
    String text =
        invocation.arguments().isEmpty()
            ? new String(EvalInput.stdin(invocation), StandardCharsets.UTF_8)
            : invocation.arguments().getFirst();
    List<Import> imports = new ArrayList<>();
    Set<String> keywords = new LinkedHashSet<>(parser.extraKeywords());
    for (String path : invocation.values().repeated(RegoFlags.IMPORT)) {
      for (Import one : Parser.parseImports(new Source("", "import " + path), parser)) {
        String named = TermText.dotted(one.path());
        if (named.startsWith("future.keywords.")) {
          keywords.add(named.substring("future.keywords.".length()));
        } else {
          imports.add(one);
        }
      }
    }
    String packageName = invocation.values().text(RegoFlags.PACKAGE);
    Optional<Ref> packagePath =
        packageName.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Parser.parsePackage(new Source("", "package " + packageName), parser).path());
    if (text.isBlank()) {
      throw new RegoException(RegoError.of("", "cannot evaluate empty query"));
    }
    Body body = Parser.parseQuery(new Source("", text), parser.extraKeywords(keywords));
    return new QueryText(body, packagePath, imports);
  }

  /// Compiles the query so that each expression's value is known.
  CompiledQuery compile(CompiledPolicy policy, boolean values) throws RegoException {
    return QueryCompiler.compile(
        policy, body, new QuerySettings(packagePath, imports, false, true, Set.of(), values));
  }

  /// Compiles the query for partial evaluation.
  CompiledQuery compilePartial(CompiledPolicy policy) throws RegoException {
    return QueryCompiler.compilePartial(
        policy, body, new QuerySettings(packagePath, imports, false, true, Set.of(), false));
  }
}
