package dev.landwaiter.rego.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.compile.Compiler;
import dev.landwaiter.rego.compile.CompilerSettings;
import dev.landwaiter.rego.load.BundleManifest;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.syntax.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a bundle of modules and documents (reference 15.6).
public final class BundleBuild {
  private BundleBuild() {}

  /// The files of the bundle in the order in which they are written; their names begin with a
  /// slash.
  ///
  /// @throws RegoException when the modules cannot be compiled or worked out
  /// @throws LoadException when an entrypoint or a key does not fit
  public static Map<String, byte[]> files(Merged merged, BuildSettings settings)
      throws RegoException, LoadException {
    List<Ref> entrypoints = entrypoints(merged, settings);
    if (settings.optimization() > 0 && entrypoints.isEmpty()) {
      throw new LoadException("bundle optimizations require at least one entrypoint");
    }
    List<BundlePart> parts = new ArrayList<>();
    merged
        .modules()
        .forEach(module ->
            parts.add(new BundlePart(BundlePart.rooted(module.source().file()), module, true)));
    BundleManifest manifest = merged.manifest();
    if (settings.optimization() > 0) {
      var optimization = new Optimization(merged, settings, parts);
      optimization.run(entrypoints);
      parts.clear();
      parts.addAll(optimization.parts());
      manifest = optimized(manifest, settings.namespace());
    } else {
      Compiler.compile(merged.modules(), CompilerSettings.of(settings.capabilities()));
    }
    parts.sort(Comparator.comparing(BundlePart::path));
    return files(parts, merged.data(), revised(manifest, settings), settings);
  }

  /// The rules the bundle is asked for: those given, then those that metadata marks.
  ///
  /// @throws LoadException when a path names none
  public static List<Ref> entrypoints(Merged merged, BuildSettings settings) throws LoadException {
    Set<Ref> entrypoints = Entrypoints.given(settings.entrypoints());
    entrypoints.addAll(Entrypoints.marked(merged.modules()));
    return List.copyOf(entrypoints);
  }

  /// What is worked out is no longer the revision it was made from, and owns the namespace too.
  private static BundleManifest optimized(BundleManifest manifest, String namespace) {
    List<String> roots = new ArrayList<>(manifest.roots());
    if (!manifest.owns(namespace)) {
      roots.add(namespace);
    }
    return new BundleManifest(
        "", roots, manifest.version(), manifest.fileVersions(), manifest.metadata());
  }

  private static BundleManifest revised(BundleManifest manifest, BuildSettings settings) {
    return new BundleManifest(
        settings.revision().orElse(manifest.revision()),
        manifest.roots(),
        manifest.version(),
        manifest.fileVersions(),
        manifest.metadata());
  }

  private static Map<String, byte[]> files(
      List<BundlePart> parts, ObjectValue data, BundleManifest manifest, BuildSettings settings)
      throws RegoException, LoadException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<FileHash> hashes = new ArrayList<>();
    files.put("/data.json", line(JsonWriter.toText(data, JsonStyle.COMPACT.sorted())));
    for (BundlePart part : parts) {
      byte[] text = part.text().getBytes(UTF_8);
      files.put(part.path(), text);
      hashes.add(FileHash.of(part.path().substring(1), text, FileHash.STANDARD));
    }
    ObjectValue described = json(manifest);
    if (settings.signer().isPresent()) {
      hashes.add(FileHash.of("data.json", data, FileHash.STANDARD));
      hashes.add(FileHash.of(".manifest", described, FileHash.STANDARD));
      files.put(
          "/.signatures.json",
          settings.signer().get().signatures(hashes, settings.keyId()).getBytes(UTF_8));
    }
    files.put("/.manifest", line(JsonWriter.toText(described, JsonStyle.COMPACT)));
    return files;
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(UTF_8);
  }

  /// A manifest as it is written.
  static ObjectValue json(BundleManifest manifest) {
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("revision"), Value.of(manifest.revision()));
    draft.put(Value.of("roots"), new ArrayValue(manifest.roots().stream().map(Value::of).toList()));
    manifest.version().ifPresent(one -> draft.put(Value.of("rego_version"), number(one)));
    if (!manifest.fileVersions().isEmpty()) {
      var files = new ObjectValue.Draft();
      manifest.fileVersions().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(one -> files.put(Value.of(one.getKey()), number(one.getValue())));
      draft.put(Value.of("file_rego_versions"), files.finish());
    }
    manifest.metadata().ifPresent(metadata -> draft.put(Value.of("metadata"), sorted(metadata)));
    return draft.finish();
  }

  private static Value number(RegoVersion version) {
    return NumberValue.of(version == RegoVersion.V0 ? 0 : 1);
  }

  private static Value sorted(Value value) {
    return switch (value) {
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        for (int i = 0; i < object.size(); i++) {
          draft.put(object.sortedKey(i), sorted(object.sortedValue(i)));
        }
        yield draft.finish();
      }
      case ArrayValue array ->
          new ArrayValue(array.elements().stream().map(BundleBuild::sorted).toList());
      default -> value;
    };
  }
}
