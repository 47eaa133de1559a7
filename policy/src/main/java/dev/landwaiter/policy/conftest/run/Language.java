package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.Declaration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The language that policies are written in.
public final class Language {
  private final Wanted wanted;
  private final Map<String, Builtin> functions;
  private final ParserSettings newest;

  /// What of the language is wanted.
  ///
  /// @param version empty for version 1 with modules of version 0 accepted
  /// @param restricted what policies may use; empty for all there is
  /// @param hosts that policies may reach; empty for whatever the world lets them
  /// @param strict whether what is not used is an error
  /// @param explained whether well known mistakes are explained
  public record Wanted(
      Optional<RegoVersion> version,
      Optional<Capabilities> restricted,
      Optional<List<String>> hosts,
      boolean strict,
      boolean explained) {}

  public Language(Wanted wanted, ConfigFunctions reading) {
    this.wanted = wanted;
    Map<String, Builtin> all = new TreeMap<>(Builtins.all());
    reading.all().forEach(each -> all.put(each.name(), each));
    this.functions = Map.copyOf(all);
    this.newest = settings(RegoVersion.V1);
  }

  Optional<RegoVersion> version() {
    return wanted.version();
  }

  boolean strict() {
    return wanted.strict();
  }

  boolean explained() {
    return wanted.explained();
  }

  /// All built-in functions by name.
  Map<String, Builtin> functions() {
    return functions;
  }

  Capabilities capabilities(RegoVersion of) {
    return of == RegoVersion.V1 ? newest.capabilities() : offered(of);
  }

  ParserSettings parser(RegoVersion of) {
    return of == RegoVersion.V1 ? newest : settings(of);
  }

  private ParserSettings settings(RegoVersion of) {
    return ParserSettings.of(of).capabilities(offered(of)).annotations(true);
  }

  private Capabilities offered(RegoVersion of) {
    Capabilities all =
        wanted
            .restricted()
            .map(this::withAnchored)
            .orElseGet(() -> Capabilities.current(of, declarations()));
    return wanted.hosts().isEmpty()
        ? all
        : new Capabilities(all.builtins(), all.futureKeywords(), all.features(), wanted.hosts());
  }

  /// A policy that may read configuration may do so by the functions that stand in for it, and one
  /// that may print by what the compiler makes of that.
  private Capabilities withAnchored(Capabilities given) {
    Map<String, Declaration> more = new TreeMap<>(given.builtins());
    for (String plain : ConfigFunctions.ANCHORABLE) {
      if (given.builtins().containsKey(plain)) {
        add(more, ConfigFunctions.ANCHORED + plain);
      }
    }
    if (more.containsKey("print")) {
      add(more, "internal.print");
    }
    return new Capabilities(more, given.futureKeywords(), given.features(), given.allowNet());
  }

  private void add(Map<String, Declaration> more, String name) {
    Builtin function = functions.get(name);
    if (function != null) {
      more.putIfAbsent(name, function.declaration());
    }
  }

  private Collection<Declaration> declarations() {
    return functions.values().stream().map(Builtin::declaration).toList();
  }
}
