package dev.landwaiter.rego.load;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.parse.SourceText;
import dev.landwaiter.rego.syntax.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads policies and documents from files and folders.
///
/// In a folder `.rego`, `.json`, `.yaml`, `.yml` and `.tar.gz` count, and a document stands at the
/// path of its folder; a file that is named itself may be called anything. `a.b:PATH` puts the
/// documents of a path below `a.b`.
public final class Loader {
  private final NamedFiles folders;
  private final LoadSettings settings;
  private final ArchiveReader archives;

  /// @param folder that relative paths start from
  /// @throws LoadException for a pattern to ignore that is none
  public Loader(Path folder, LoadSettings settings, ArchiveReader archives) throws LoadException {
    this.folders = new NamedFiles(folder, settings.ignore());
    this.settings = settings;
    this.archives = archives;
  }

  /// Reads all that the paths name; one broken file does not keep others from being looked at.
  ///
  /// @throws LoadException with the errors of all files
  public Loaded load(List<String> paths) throws LoadException {
    var reading = new Reading();
    for (String path : paths) {
      reading.path(path);
    }
    if (!reading.errors.isEmpty()) {
      throw LoadException.of(reading.errors);
    }
    return new Loaded(reading.modules, reading.data.documents(), reading.bundles);
  }

  /// Reads a bundle from a folder or an archive.
  ///
  /// @throws LoadException whose message names the bundle
  public Bundle bundle(String path) throws LoadException {
    return new BundleReader(folders, settings, archives).read(path);
  }

  /// Reads one module.
  ///
  /// @throws RegoException when it is none
  static Module module(String name, byte[] content, ParserSettings parser) throws RegoException {
    return Parser.parseModule(new Source(name, SourceText.decode(content)), parser);
  }

  private final class Reading {
    private final SortedMap<String, Module> modules = new TreeMap<>();
    private final DataTree data = new DataTree();
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<RegoError> errors = new ArrayList<>();

    void path(String given) {
      int colon = given.indexOf(':');
      List<String> prefix =
          colon <= 0 || given.startsWith("file://")
              ? List.of()
              : List.of(given.substring(0, colon).split("\\.", -1));
      String path =
          NamedFiles.clean(
              given.startsWith("file://")
                  ? given.substring("file://".length())
                  : given.substring(prefix.isEmpty() ? 0 : colon + 1));
      try {
        boolean folder = folders.isFolder(path);
        for (String file : folders.below(path)) {
          try {
            List<String> place = new ArrayList<>(prefix);
            if (folder) {
              place.addAll(between(path, file));
            }
            file(file, place, !folder);
          } catch (LoadException e) {
            errors.addAll(e.errors());
          }
        }
      } catch (LoadException e) {
        errors.addAll(e.errors());
      }
    }

    /// The folders between a path and a file below it.
    private static List<String> between(String path, String file) {
      String inside = path.equals(".") ? file : file.substring(path.length());
      List<String> parts = new ArrayList<>();
      for (String part : inside.split("/", -1)) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
      return parts.isEmpty() ? parts : parts.subList(0, parts.size() - 1);
    }

    private void file(String name, List<String> place, boolean named) throws LoadException {
      if (name.endsWith(".rego")) {
        read(name);
      } else if (settings.modulesOnly()) {
        return;
      } else if (name.endsWith(".json")) {
        put(name, place, DataFile.json(name, folders.bytes(name)));
      } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        put(name, place, DataFile.yaml(name, folders.bytes(name)));
      } else if (name.endsWith(".tar.gz")) {
        bundle(name);
      } else if (named) {
        put(name, place, DataFile.yaml(name, folders.bytes(name)));
      }
    }

    private void read(String name) throws LoadException {
      try {
        modules.put(name, module(name, folders.bytes(name), settings.parser()));
      } catch (RegoException e) {
        throw LoadException.of(e.errors());
      }
    }

    private void bundle(String name) throws LoadException {
      Bundle bundle = Loader.this.bundle(name);
      bundles.add(bundle);
      for (Module module : bundle.modules().values()) {
        modules.put(module.source().file(), module);
      }
      put(name, List.of(), bundle.data());
    }

    private void put(String name, List<String> place, Value document) throws LoadException {
      if (place.isEmpty() && !(document instanceof ObjectValue)) {
        throw new LoadException(name + ": document must be of type object");
      }
      if (!data.put(place, document)) {
        throw new LoadException(name + ": merge error");
      }
    }
  }
}
