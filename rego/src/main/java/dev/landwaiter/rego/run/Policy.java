package dev.landwaiter.rego.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Compiled modules and the base documents beside them. Immutable; any number of threads may use
/// it.
///
/// ```java
/// var policy = Policy.compile(
///     Map.of("app.rego", "package app\n\nallow if input.user == \"ann\"\n"), ObjectValue.EMPTY);
/// var query = policy.prepare("data.app.allow");
/// var results = query.evaluate(Json.parse("input", "{\"user\": \"ann\"}"), world).results();
/// ```
public final class Policy {
  private final CompiledPolicy compiled;
  private final Program program;
  private final ParserSettings parser;
  private final ObjectValue data;

  private Policy(
      CompiledPolicy compiled, Program program, ParserSettings parser, ObjectValue data) {
    this.compiled = compiled;
    this.program = program;
    this.parser = parser;
    this.data = data;
  }

  /// Compiles modules of version 1.
  ///
  /// @param sources the text of each module by its name, which positions show
  /// @param data the base documents; kept, not copied
  /// @throws RegoException with all errors that were found, each with its position
  public static Policy compile(Map<String, String> sources, ObjectValue data) throws RegoException {
    return compile(sources, data, RegoVersion.V1);
  }

  /// As [#compile(Map, ObjectValue)], for modules of one version.
  public static Policy compile(Map<String, String> sources, ObjectValue data, RegoVersion version)
      throws RegoException {
    Map<String, Builtin> functions = Builtins.all();
    var capabilities =
        Capabilities.current(
            version, functions.values().stream().map(Builtin::declaration).toList());
    var parser = ParserSettings.of(version).capabilities(capabilities).annotations(true);
    List<Module> modules = new ArrayList<>();
    for (Map.Entry<String, String> source : new TreeMap<>(sources).entrySet()) {
      modules.add(Parser.parseModule(new Source(source.getKey(), source.getValue()), parser));
    }
    CompiledPolicy compiled = Compiler.compile(modules, CompilerSettings.of(capabilities));
    return new Policy(compiled, Program.compile(compiled, functions), parser, data);
  }

  /// Makes a query ready to be evaluated any number of times.
  ///
  /// @param query such as `data.app.deny[msg]`
  /// @throws RegoException when it cannot be read or compiled
  public PreparedQuery prepare(String query) throws RegoException {
    CompiledQuery ready =
        QueryCompiler.compile(
            compiled,
            Parser.parseQuery(new Source("", query), parser),
            new QuerySettings(Optional.empty(), List.of(), false, true, Set.of(), true));
    return new PreparedQuery(
        program.prepare(ready), ready.text().expressions(), data, compiled.capabilities());
  }

  /// Makes the modules ready for telling what results stand on.
  public Grounds grounds() {
    return new Grounds(new Search(compiled, Builtins.all()), compiled.capabilities());
  }

  /// The same modules beside other base documents; nothing is compiled again.
  public Policy with(ObjectValue other) {
    return new Policy(compiled, program, parser, other);
  }
}
