package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.NamedFiles;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.SourceText;
import dev.landwaiter.rego.syntax.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The modules below the paths of policies.
///
/// @param byName in the order of their names
/// @param old names of those that are valid in version 0 only and are taken as such
record LoadedModules(SortedMap<String, Module> byName, SortedSet<String> old) {
  /// Reads all files that end with `.rego`.
  ///
  /// @throws LoadException with the errors of all files, and when there is no such file
  static LoadedModules load(Path folder, List<String> paths, Language language)
      throws LoadException {
    var files = new NamedFiles(folder, List.of());
    var modules = new TreeMap<String, Module>();
    var old = new TreeSet<String>();
    List<RegoError> errors = new ArrayList<>();
    for (String path : paths) {
      try {
        for (String name : files.below(path)) {
          if (name.endsWith(".rego")) {
            var source = new Source(name, SourceText.decode(files.bytes(name)));
            modules.put(name, parse(source, language, old));
          }
        }
      } catch (LoadException e) {
        errors.addAll(e.errors());
      } catch (RegoException e) {
        errors.addAll(e.errors());
      }
    }
    if (!errors.isEmpty()) {
      throw LoadException.of(errors);
    }
    if (modules.isEmpty()) {
      throw new LoadException("no policies found in [" + String.join(" ", paths) + "]");
    }
    return new LoadedModules(modules, old);
  }

  private static Module parse(Source source, Language language, Set<String> old)
      throws RegoException {
    RegoVersion wanted = language.version().orElse(RegoVersion.V1);
    try {
      return Parser.parseModule(source, language.parser(wanted));
    } catch (RegoException e) {
      Optional<Module> module =
          language.version().isEmpty() ? inVersion0(source, language) : Optional.empty();
      if (module.isEmpty()) {
        throw e;
      }
      old.add(source.file());
      return module.get();
    }
  }

  private static Optional<Module> inVersion0(Source source, Language language) {
    try {
      return Optional.of(Parser.parseModule(source, language.parser(RegoVersion.V0)));
    } catch (RegoException _) {
      return Optional.empty();
    }
  }

  /// The same modules with some taken as version 0; none when there are no such, and when one of
  /// them is not valid there or is one already.
  Optional<LoadedModules> older(Collection<String> names, Language language) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var modules = new TreeMap<String, Module>(byName);
    var more = new TreeSet<String>(old);
    for (String name : names) {
      Module module = byName.get(name);
      Optional<Module> other =
          module == null ? Optional.empty() : inVersion0(module.source(), language);
      if (other.isEmpty() || !more.add(name)) {
        return Optional.empty();
      }
      modules.put(name, other.get());
    }
    return Optional.of(new LoadedModules(modules, more));
  }

  /// Refuses a rule that was meant to gather messages and yields `true` instead.
  void checkHeads() throws RegoException {
    for (Module module : byName.values()) {
      for (var rule : module.rules()) {
        if (RuleNames.losesMessages(rule.head())) {
          throw new RegoException(
              RegoError.of(
                  "",
                  "rule is using 'if' keyword without 'contains' keyword: rule in %s at line %d"
                      .formatted(rule.at().file(), rule.at().row())));
        }
      }
    }
  }

  /// Whether all modules are of version 0.
  boolean allOld() {
    return byName.values().stream().allMatch(module -> module.version() == RegoVersion.V0);
  }

  /// The files that errors of the compiler stand in, where they all name one.
  static SortedSet<String> files(RegoException e) {
    var files = new TreeSet<String>();
    for (RegoError error : e.errors()) {
      error.location().filter(at -> !at.file().isEmpty()).ifPresent(at -> files.add(at.file()));
      if (error.location().isEmpty() && !error.code().equals(ErrorCode.COMPILE)) {
        return new TreeSet<>();
      }
    }
    return files;
  }
}
