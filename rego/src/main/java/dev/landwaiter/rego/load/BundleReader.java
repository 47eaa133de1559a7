package dev.landwaiter.rego.load;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads bundles: of a folder or an archive only `.manifest`, `data.json`, `data.yaml` and modules
/// count.
final class BundleReader {
  private static final String MANIFEST = ".manifest";

  private final NamedFiles folders;
  private final ParserSettings parser;
  private final BundleCheck check;
  private final ArchiveReader archives;

  BundleReader(NamedFiles folders, LoadSettings settings, ArchiveReader archives) {
    this.folders = folders;
    this.parser = settings.parser();
    this.check = settings.check();
    this.archives = archives;
  }

  Bundle read(String path) throws LoadException {
    String name = NamedFiles.clean(path);
    SortedMap<String, byte[]> files;
    boolean folder = folders.isFolder(name);
    try {
      files = folder ? folder(name) : archive(name);
    } catch (LoadException e) {
      throw LoadException.ofBundle(name, e.errors().getFirst().message());
    }
    try {
      check.check(folder ? name + "/" : "", files);
      return bundle(name, folder ? name + "/" : "/", files);
    } catch (LoadException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith("bundle " + name + ": ") ? e : LoadException.ofBundle(name, message);
    }
  }

  private SortedMap<String, byte[]> folder(String name) throws LoadException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String file : folders.below(name)) {
      String inside = name.equals(".") ? file : file.substring(name.length() + 1);
      if (counts(inside)) {
        files.put(inside, folders.bytes(file));
      }
    }
    return files;
  }

  private SortedMap<String, byte[]> archive(String name) throws LoadException {
    folders.below(name);
    try {
      SortedMap<String, byte[]> files = new TreeMap<>();
      archives
          .read(folders.at(name))
          .forEach((path, content) -> files.put(BundleManifest.trim(path), content));
      return files;
    } catch (IOException e) {
      throw new LoadException("bundle read failed: " + e.getMessage());
    }
  }

  private static boolean counts(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return path.equals(MANIFEST)
        || path.equals(".signatures.json")
        || path.endsWith(".rego")
        || isData(file);
  }

  private static boolean isData(String file) {
    return file.equals("data.json") || file.equals("data.yaml") || file.equals("data.yml");
  }

  private Bundle bundle(String name, String prefix, SortedMap<String, byte[]> files)
      throws LoadException {
    byte[] described = files.get(MANIFEST);
    BundleManifest manifest =
        described == null ? BundleManifest.NONE : BundleManifest.read(described);
    var data = new DataTree();
    SortedMap<String, Module> modules = new TreeMap<>();
    List<RegoError> errors = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String path = file.getKey();
      if (path.endsWith(".rego")) {
        RegoVersion version = manifest.versionOf("/" + path, parser.version());
        try {
          modules.put(path, Loader.module(prefix + path, file.getValue(), parser.version(version)));
        } catch (RegoException e) {
          errors.addAll(e.errors());
        }
      } else if (isData(path.substring(path.lastIndexOf('/') + 1))) {
        put(data, path, file.getValue());
      }
    }
    if (!errors.isEmpty()) {
      throw new LoadException(RegoException.text(errors));
    }
    var bundle = new Bundle(name, manifest, data.documents(), modules, files);
    bundle.checkRoots();
    return bundle;
  }

  private static void put(DataTree data, String path, byte[] content) throws LoadException {
    Value document =
        path.endsWith(".json") ? DataFile.json(path, content) : DataFile.yaml(path, content);
    int slash = path.lastIndexOf('/');
    List<String> place = slash < 0 ? List.of() : List.of(path.substring(0, slash).split("/", -1));
    if (place.isEmpty() && !(document instanceof ObjectValue)) {
      throw new LoadException("bundle load failed: root value must be object");
    }
    if (!data.put(place, document)) {
      throw new LoadException(path + ": merge error");
    }
  }
}
