package dev.landwaiter.rego.bundle;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.all.Builtins;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.format.GeneratedFormat;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.search.PartialAnswer;
import dev.landwaiter.rego.search.PartialSettings;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Comment;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Works out beforehand what needs no input, one entrypoint after the other: what is left of rules
/// takes their place in modules below `/optimized` (reference 15.6).
final class Optimization {
  private static final Ref EQ = new Ref(List.of(new Variable("eq", Location.NONE)), Location.NONE);
  private static final Variable RESULT = new Variable("__result__", Location.NONE);

  private final Merged merged;
  private final BuildSettings settings;
  private final List<BundlePart> parts;
  private final Map<String, Integer> names = new HashMap<>();

  Optimization(Merged merged, BuildSettings settings, List<BundlePart> parts) {
    this.merged = merged;
    this.settings = settings;
    this.parts = new ArrayList<>(parts);
  }

  List<BundlePart> parts() {
    return parts;
  }

  void run(List<Ref> entrypoints) throws RegoException, LoadException {
    Optional<List<Ref>> unknowns = Optional.empty();
    for (Ref entrypoint : entrypoints) {
      CompiledPolicy policy =
          Compiler.compile(
              parts.stream().map(BundlePart::module).toList(),
              CompilerSettings.of(settings.capabilities()));
      if (unknowns.isEmpty()) {
        unknowns = Optional.of(Outside.unknowns(policy, merged.manifest()));
      }
      PartialAnswer left = left(policy, entrypoint, unknowns.get());
      if (left.queries().isEmpty()) {
        throw new LoadException("undefined entrypoint " + entrypoint);
      }
      List<Module> modules = new ArrayList<>(left.support());
      of(left.queries(), entrypoint).ifPresent(modules::add);
      merge(modules);
    }
  }

  private PartialAnswer left(CompiledPolicy policy, Ref entrypoint, List<Ref> unknowns)
      throws RegoException {
    var query =
        new Body(
            List.of(Expr.of(new Call(EQ, List.of(RESULT, entrypoint), Location.NONE))),
            Location.NONE);
    return new Search(policy, Builtins.all())
        .partial(
            QueryCompiler.compilePartial(policy, query, QuerySettings.PLAIN),
            new Documents(merged.data(), Optional.empty()),
            settings.evaluation(),
            new PartialSettings(
                unknowns,
                Outside.mocked(policy, entrypoint),
                settings.optimization() == 1,
                false,
                settings.namespace(),
                true),
            Optional.empty());
  }

  /// A module whose rule is the entrypoint; none when what is left asks for the entrypoint itself.
  private static Optional<Module> of(List<Body> queries, Ref entrypoint) {
    if (queries.stream().anyMatch(query -> Outside.asks(query, entrypoint))) {
      return Optional.empty();
    }
    int last = entrypoint.parts().size() - 1;
    String name = ((Scalar) entrypoint.parts().get(last)).value().asText();
    var head =
        new Head(
            new Ref(List.of(new Variable(name, Location.NONE)), Location.NONE),
            List.of(),
            Optional.empty(),
            Optional.of(RESULT),
            false,
            Optional.empty(),
            Location.NONE);
    return Optional.of(
        new Module(
            new Source("", ""),
            RegoVersion.V1,
            Set.of(),
            new PackageClause(
                new Ref(entrypoint.parts().subList(0, last), Location.NONE), Location.NONE),
            List.of(),
            queries.stream()
                .map(query ->
                    new Rule(false, head, query, false, Optional.empty(), List.of(), Location.NONE))
                .toList(),
            List.of(),
            List.of()));
  }

  /// Puts modules in the place of the rules they define.
  private void merge(List<Module> modules) throws RegoException {
    List<BundlePart> added = new ArrayList<>();
    Set<List<Term>> replaced = new HashSet<>();
    RegoVersion version = settings.version();
    var parser = ParserSettings.of(version).capabilities(settings.capabilities());
    for (Module module : modules) {
      String path = path(module);
      Module read =
          Parser.parseModule(
              new Source(path.substring(1), GeneratedFormat.inPlace(module, version)), parser);
      added.add(new BundlePart(path, read, true));
      read.rules().forEach(rule -> replaced.add(path(read, rule)));
    }
    List<BundlePart> before = List.copyOf(parts);
    parts.clear();
    for (BundlePart part : before) {
      List<Rule> kept =
          part.module().rules().stream()
              .filter(rule -> !covers(replaced, path(part.module(), rule)))
              .toList();
      if (kept.size() == part.module().rules().size()) {
        parts.add(part);
      } else if (!kept.isEmpty()) {
        parts.add(new BundlePart(part.path(), without(part.module(), kept), false));
      }
    }
    parts.addAll(added);
  }

  private static boolean covers(Set<List<Term>> replaced, List<Term> path) {
    for (int size = 1; size <= path.size(); size++) {
      if (replaced.contains(path.subList(0, size))) {
        return true;
      }
    }
    return false;
  }

  /// The ground front of a rule's whole path.
  private static List<Term> path(Module module, Rule rule) {
    List<Term> path = new ArrayList<>(module.packageClause().path().parts());
    List<Term> head = rule.head().ref().parts();
    path.add(
        head.getFirst() instanceof Variable name
            ? new Scalar(Value.of(name.name()), Location.NONE)
            : head.getFirst());
    for (Term part : head.subList(1, head.size())) {
      if (!(part instanceof Scalar)) {
        break;
      }
      path.add(part);
    }
    return path;
  }

  /// The rest of a module; comments on and in the rules that go, go too.
  private static Module without(Module module, List<Rule> kept) {
    Set<Rule> keeping = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    keeping.addAll(kept);
    List<Location> gone = new ArrayList<>();
    for (Rule rule : module.rules()) {
      if (!keeping.contains(rule)) {
        gone.add(rule.at());
        rule.annotations().forEach(block -> gone.add(block.at()));
      }
    }
    List<Comment> comments =
        module.comments().stream()
            .filter(comment ->
                gone.stream()
                    .noneMatch(place ->
                        place.start() <= comment.at().start()
                            && comment.at().start() <= place.end()))
            .toList();
    return new Module(
        module.source(),
        module.version(),
        module.keywords(),
        module.packageClause(),
        module.imports(),
        kept,
        module.annotations(),
        comments);
  }

  /// The name of a module by its package; the second of one package gets a number.
  private String path(Module module) {
    String path =
        module.packageClause().path().parts().stream()
            .skip(1)
            .map(part -> ((Scalar) part).value().asText())
            .collect(Collectors.joining("/"));
    if (!path.chars().allMatch(c -> c == '/' || c == '-' || c == '_' || isWord(c))) {
      path = settings.namespace();
    }
    int used = names.merge(path, 1, Integer::sum) - 1;
    return "/optimized/" + path + (used == 0 ? "" : "." + used) + ".rego";
  }

  private static boolean isWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
