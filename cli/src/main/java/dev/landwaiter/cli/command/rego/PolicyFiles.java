package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.load.Bundle;
import dev.landwaiter.rego.load.BundleCheck;
import dev.landwaiter.rego.load.DataTree;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.LoadSettings;
import dev.landwaiter.rego.load.Loaded;
import dev.landwaiter.rego.load.Loader;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Modules and documents from the paths and bundles of a command line.
final class PolicyFiles {
  private PolicyFiles() {}

  /// Reads files and folders.
  static Loaded files(Invocation invocation, List<String> paths, ParserSettings parser)
      throws UsageException, LoadException {
    return loader(invocation, parser, false).load(paths);
  }

  /// Reads modules alone.
  static Loaded modules(Invocation invocation, List<String> paths, ParserSettings parser)
      throws UsageException, LoadException {
    return loader(invocation, parser, true).load(paths);
  }

  /// Reads bundles, which must not own the same documents.
  static Loaded bundles(Invocation invocation, List<String> paths, ParserSettings parser)
      throws UsageException, LoadException {
    Loader loader = loader(invocation, parser, false);
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    for (String path : paths) {
      Bundle bundle = loader.bundle(path);
      bundles.put(bundle.name(), bundle);
    }
    Bundle.checkOverlaps(bundles);
    var modules = new TreeMap<String, Module>();
    var data = new DataTree();
    for (Bundle bundle : bundles.values()) {
      bundle.modules().values().forEach(module -> modules.put(module.source().file(), module));
      if (!data.put(List.of(), bundle.data())) {
        throw LoadException.ofBundle(bundle.name(), "merge error");
      }
    }
    return new Loaded(modules, data.documents(), new ArrayList<>(bundles.values()));
  }

  /// Both together.
  static Loaded joined(Loaded files, Loaded bundles) throws LoadException {
    var modules = new TreeMap<String, Module>(files.modules());
    modules.putAll(bundles.modules());
    var data = new DataTree();
    data.put(List.of(), files.data());
    if (!data.put(List.of(), bundles.data())) {
      throw new LoadException("merge error");
    }
    return new Loaded(modules, data.documents(), bundles.bundles());
  }

  static Loaded nothing() {
    return new Loaded(new TreeMap<>(), ObjectValue.EMPTY, List.of());
  }

  private static Loader loader(Invocation invocation, ParserSettings parser, boolean modulesOnly)
      throws UsageException, LoadException {
    return loader(invocation, parser, modulesOnly, BundleCheck.NONE);
  }

  /// Reads as the flags of a command line say.
  static Loader loader(
      Invocation invocation, ParserSettings parser, boolean modulesOnly, BundleCheck check)
      throws UsageException, LoadException {
    return new Loader(
        invocation.world().folder(),
        new LoadSettings(parser, invocation.values().texts(RegoFlags.IGNORE), modulesOnly, check),
        new BundleArchives());
  }
}
