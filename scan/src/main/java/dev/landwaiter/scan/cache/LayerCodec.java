package dev.landwaiter.scan.cache;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.PackageDatabase;
import dev.landwaiter.inventory.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One layer's record in bytes.
final class LayerCodec {
  /// Raised with every change of the form below; part of the cache key.
  static final int FORM = 2;

  private LayerCodec() {}

  static void write(LayerRecord layer, Encoder out) throws IOException {
    out.number(layer.layer().size());
    out.text(layer.layer().digest());
    out.text(layer.layer().diffId());
    out.text(layer.layer().createdBy());
    out.texts(layer.opaqueDirs());
    out.texts(layer.whiteouts());
    LayerInventory inventory = layer.inventory();
    out.list(inventory.systems(), system -> write(system, out));
    out.list(
        inventory.repository().stream().toList(),
        repository -> {
          out.text(repository.family());
          out.text(repository.release());
        });
    out.list(
        inventory.databases(),
        database -> {
          out.text(database.path());
          out.list(database.packages(), pkg -> PackageCodec.write(pkg, out));
        });
    out.list(
        inventory.applications(),
        application -> {
          out.text(application.type().id());
          out.text(application.filePath());
          out.list(application.packages(), pkg -> PackageCodec.write(pkg, out));
        });
    out.texts(inventory.ownedPaths());
    out.list(
        inventory.packageLicenses().entrySet(),
        entry -> {
          out.text(entry.getKey());
          out.texts(entry.getValue());
        });
    PackageCodec.write(inventory.buildInfo(), out);
    out.list(inventory.problems(), problem -> write(problem, out));
  }

  static LayerRecord read(Decoder in) throws IOException {
    return new LayerRecord(
        new Layer(in.number(), in.text(), in.text(), in.text()),
        in.texts(),
        in.texts(),
        new LayerInventory(
            in.list(
                () -> new OperatingSystem(in.text(), in.text(), in.flag(), in.text(), in.flag())),
            in.list(() -> new Repository(in.text(), in.text())).stream().findFirst(),
            in.list(() -> new PackageDatabase(in.text(), in.list(() -> PackageCodec.read(in)))),
            in.list(() ->
                new Application(type(in.text()), in.text(), in.list(() -> PackageCodec.read(in)))),
            Set.copyOf(in.texts()),
            licenses(in),
            PackageCodec.buildInfo(in),
            in.list(() -> problem(in))));
  }

  private static LanguageType type(String id) throws IOException {
    return LanguageType.withId(id)
        .orElseThrow(() -> new IOException("cache entry holds an unknown type"));
  }

  private static Map<String, List<String>> licenses(Decoder in) throws IOException {
    Map<String, List<String>> licenses = new TreeMap<>();
    for (var entry : in.list(() -> Map.entry(in.text(), in.texts()))) {
      licenses.put(entry.getKey(), entry.getValue());
    }
    return licenses;
  }

  private static void write(OperatingSystem system, Encoder out) throws IOException {
    out.text(system.family());
    out.text(system.name());
    out.flag(system.endOfLife());
    out.text(system.supplier());
    out.flag(system.extended());
  }

  private static void write(Problem problem, Encoder out) throws IOException {
    out.text(problem.where());
    out.list(
        problem.position().stream().toList(),
        position -> {
          out.number(position.line());
          out.number(position.column());
        });
    out.text(problem.message());
    out.text(problem.hint());
  }

  private static Problem problem(Decoder in) throws IOException {
    String where = in.text();
    Optional<Position> position =
        in.list(() -> new Position(in.integer(), in.integer())).stream().findFirst();
    return new Problem(where, position, in.text(), in.text());
  }
}
