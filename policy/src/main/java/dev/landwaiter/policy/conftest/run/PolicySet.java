package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.conftest.RuleAbout;
import dev.landwaiter.policy.evidence.Evidence;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.compile.QueryCompiler;
import dev.landwaiter.rego.compile.QuerySettings;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.load.ArchiveReader;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.LoadSettings;
import dev.landwaiter.rego.load.Loader;
import dev.landwaiter.rego.parse.AnnotationListing;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.run.Grounds;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.test.FoundTests;
import dev.landwaiter.rego.test.TestCase;
import dev.landwaiter.rego.test.TestFinder;
import dev.landwaiter.rego.type.Capabilities;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Policies, compiled, and the data beside them. Immutable; any number of threads may use it.
public final class PolicySet {
  private static final String ROOT = "data.";

  private final Language language;
  private final LoadedModules loaded;
  private final List<TestCase> tests;
  private final CompiledPolicy compiled;
  private final Program program;
  private final ObjectValue data;

  private PolicySet(
      Language language,
      LoadedModules loaded,
      List<TestCase> tests,
      CompiledPolicy compiled,
      ObjectValue data) {
    this.language = language;
    this.loaded = loaded;
    this.tests = tests;
    this.compiled = compiled;
    this.program = Program.compile(compiled, language.functions());
    this.data = data;
  }

  /// What is to be loaded.
  ///
  /// @param folder that relative paths start from
  /// @param policies files and folders
  /// @param data files and folders with documents; `pre.fix:PATH` puts them below
  /// @param tests whether the tests in them are wanted, rather than rules about documents
  /// @param variables whether traces of tests are to tell the values of variables
  public record Wanted(
      Path folder, List<String> policies, List<String> data, boolean tests, boolean variables) {
    public Wanted {
      policies = List.copyOf(policies);
      data = List.copyOf(data);
    }
  }

  /// Loads and compiles. Where the language leaves the version open, a module that is not valid in
  /// version 1 but in version 0 is taken as such; see [#old].
  ///
  /// @throws LoadException when files cannot be read or parsed
  /// @throws RegoException when modules do not compile
  public static PolicySet load(Wanted wanted, Language language)
      throws LoadException, RegoException {
    LoadedModules loaded = LoadedModules.load(wanted.folder(), wanted.policies(), language);
    PolicySet set;
    try {
      set = compile(loaded, wanted, language);
    } catch (RegoException e) {
      Optional<LoadedModules> older =
          language.version().isEmpty()
              ? loaded.older(LoadedModules.files(e), language)
              : Optional.empty();
      set = older.isPresent() ? retried(older.get(), wanted, language, e) : refused(e);
    }
    set.loaded.checkHeads();
    return set.with(data(wanted, language));
  }

  private static PolicySet refused(RegoException e) throws RegoException {
    throw e;
  }

  private static PolicySet retried(
      LoadedModules older, Wanted wanted, Language language, RegoException first)
      throws RegoException {
    try {
      return compile(older, wanted, language);
    } catch (RegoException _) {
      throw first;
    }
  }

  private static PolicySet compile(LoadedModules loaded, Wanted wanted, Language language)
      throws RegoException {
    Capabilities capabilities =
        language.capabilities(loaded.allOld() ? RegoVersion.V0 : RegoVersion.V1);
    var anchoring = new Anchoring(!wanted.tests(), capabilities.builtins().keySet());
    List<Module> modules = new ArrayList<>();
    loaded.byName().values().forEach(module -> modules.add(anchoring.module(module)));
    FoundTests found =
        wanted.tests() ? TestFinder.find(modules) : new FoundTests(modules, List.of());
    CompiledPolicy compiled =
        Compiler.compile(
            found.modules(),
            new CompilerSettings(
                capabilities,
                language.strict(),
                true,
                CompilerSettings.ERROR_LIMIT,
                wanted.variables(),
                Set.of(),
                path -> false,
                language.explained(),
                Optional.empty(),
                true));
    return new PolicySet(language, loaded, found.tests(), compiled, ObjectValue.EMPTY);
  }

  private static ObjectValue data(Wanted wanted, Language language) throws LoadException {
    if (wanted.data().isEmpty()) {
      return ObjectValue.EMPTY;
    }
    var settings =
        new LoadSettings(language.parser(RegoVersion.V1), List.of("*.rego", "*.tar.gz"), false);
    return new Loader(wanted.folder(), settings, ArchiveReader.NONE).load(wanted.data()).data();
  }

  private PolicySet with(ObjectValue documents) {
    return new PolicySet(language, loaded, tests, compiled, documents);
  }

  /// Names of the modules that are valid in version 0 only and were taken as such.
  public SortedSet<String> old() {
    return java.util.Collections.unmodifiableSortedSet(loaded.old());
  }

  /// Names of the files with policies.
  public Set<String> files() {
    return loaded.byName().keySet();
  }

  /// All packages, without `data.`, in order.
  public SortedSet<String> namespaces() {
    SortedSet<String> names = new TreeSet<>();
    loaded.byName().values().forEach(module -> names.add(namespace(module)));
    return names;
  }

  /// What metadata blocks say of rules, by the queries for them.
  public Map<String, RuleAbout> about() {
    Map<String, RuleAbout> about = new TreeMap<>();
    for (AnnotationListing.Entry entry :
        AnnotationListing.of(List.copyOf(loaded.byName().values()))) {
      ObjectValue fields = entry.annotations().fields();
      String help =
          fields.get("related_resources").map(Value::elements).orElse(List.of()).stream()
              .map(resource -> resource.text("ref"))
              .filter(address -> !address.isEmpty())
              .findFirst()
              .orElse("");
      about.putIfAbsent(
          TermText.of(entry.path()),
          new RuleAbout(fields.text("title"), fields.text("description"), help));
    }
    return about;
  }

  /// The packages with rules that can be asked.
  public SortedSet<String> asking() {
    SortedSet<String> names = new TreeSet<>();
    for (Module module : loaded.byName().values()) {
      boolean asks =
          module.rules().stream()
              .flatMap(rule -> RuleNames.of(rule.head()).stream())
              .anyMatch(name -> RuleNames.isFailure(name) || RuleNames.isWarning(name));
      if (asks) {
        names.add(namespace(module));
      }
    }
    return names;
  }

  static String namespace(Module module) {
    return withoutRoot(TermText.of(module.packageClause().path()));
  }

  static String withoutRoot(String path) {
    return path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
  }

  Collection<Module> modules() {
    return loaded.byName().values();
  }

  SortedMap<String, Module> modulesByName() {
    return loaded.byName();
  }

  List<TestCase> tests() {
    return tests;
  }

  CompiledPolicy compiled() {
    return compiled;
  }

  Map<String, Builtin> functions() {
    return language.functions();
  }

  ObjectValue data() {
    return data;
  }

  /// Something that tells what results stand on.
  Evidence evidence() {
    return Evidence.of(() -> new Grounds(search(), compiled.capabilities()));
  }

  /// Something that follows evaluations step by step.
  Search search() {
    return new Search(compiled, language.functions());
  }

  CompiledQuery query(String text) throws RegoException {
    return QueryCompiler.compile(
        compiled,
        Parser.parseQuery(new Source("", text), language.parser(RegoVersion.V1)),
        new QuerySettings(Optional.empty(), List.of(), false, true, Set.of(), true));
  }

  Prepared prepare(CompiledQuery query) {
    return program.prepare(query);
  }
}
