package dev.landwaiter.inventory.run;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.LineRange;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Relationship;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The structural hash that reports call UID: 64-bit FNV-1 over the fields of a package and the
/// path it was found at, printed as lower-case hex without leading zeros.
///
/// Trivy computes it before layer, package URL and licence files are filled in, so it is taken from
/// the package as its analyzer made it.
final class PackageUid {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private PackageUid() {}

  static String of(String filePath, Package pkg) {
    long map = ordered(text("filePath"), text(filePath)) ^ ordered(text("pkg"), hash(pkg));
    return Long.toHexString(finish(map));
  }

  private static long hash(Package pkg) {
    return new Struct("Package")
        .text("ID", pkg.id())
        .text("Name", pkg.name())
        .field("Identifier", hash(pkg.identifier()), !pkg.identifier().isEmpty())
        .text("Version", pkg.evr().version())
        .text("Release", pkg.evr().release())
        .number("Epoch", pkg.evr().epoch())
        .text("Arch", pkg.arch())
        .flag("Dev", pkg.relations().dev())
        .text("SrcName", pkg.source().name())
        .text("SrcVersion", pkg.source().evr().version())
        .text("SrcRelease", pkg.source().evr().release())
        .number("SrcEpoch", pkg.source().evr().epoch())
        .texts("Licenses", pkg.licenses())
        .text("Maintainer", pkg.provenance().maintainer())
        .text("Modularitylabel", pkg.provenance().modularityLabel())
        .field(
            "BuildInfo",
            hash(pkg.provenance().buildInfo()),
            !pkg.provenance().buildInfo().isEmpty())
        .field(
            "Repository",
            new Struct("PackageRepository")
                .text("Class", pkg.provenance().repositoryClass())
                .value(),
            !pkg.provenance().repositoryClass().isEmpty())
        .flag("Indirect", pkg.relations().relationship() == Relationship.INDIRECT)
        .number("Relationship", number(pkg.relations().relationship()))
        .texts("DependsOn", pkg.relations().dependsOn())
        .field("Layer", hash(pkg.layer()), !pkg.layer().isEmpty())
        .text("FilePath", pkg.filePath())
        .text("Digest", pkg.provenance().digest())
        .field("Locations", hash(pkg.place().locations()), !pkg.place().locations().isEmpty())
        .texts("InstalledFiles", pkg.place().installedFiles())
        .text("AnalyzedBy", pkg.provenance().analyzedBy())
        .value();
  }

  private static int number(Relationship relationship) {
    return switch (relationship) {
      case UNKNOWN -> 0;
      case ROOT -> 1;
      case WORKSPACE -> 2;
      case DIRECT -> 3;
      case INDIRECT -> 4;
    };
  }

  private static long hash(Identifier identifier) {
    return new Struct("PkgIdentifier")
        .text("UID", identifier.uid())
        .text("BOMRef", identifier.bomRef())
        .value();
  }

  private static long hash(BuildInfo info) {
    return new Struct("BuildInfo")
        .texts("ContentSets", info.contentSets())
        .text("Nvr", info.nvr())
        .text("Arch", info.arch())
        .value();
  }

  private static long hash(Layer layer) {
    return new Struct("Layer")
        .number("Size", layer.size())
        .text("Digest", layer.digest())
        .text("DiffID", layer.diffId())
        .text("CreatedBy", layer.createdBy())
        .value();
  }

  private static long hash(List<LineRange> locations) {
    long hash = 0;
    for (LineRange range : locations) {
      hash =
          ordered(
              hash,
              new Struct("Location")
                  .number("StartLine", range.start())
                  .number("EndLine", range.end())
                  .value());
    }
    return hash;
  }

  private static long texts(List<String> texts) {
    long hash = 0;
    for (String text : texts) {
      hash = ordered(hash, text(text));
    }
    return hash;
  }

  private static long text(String text) {
    long hash = OFFSET;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = step(hash, b & 0xff);
    }
    return hash;
  }

  private static long ordered(long first, long second) {
    return add(add(OFFSET, first), second);
  }

  private static long finish(long hash) {
    return add(OFFSET, hash);
  }

  private static long add(long hash, long littleEndian) {
    long result = hash;
    for (int shift = 0; shift < 64; shift += 8) {
      result = step(result, (int) (littleEndian >>> shift) & 0xff);
    }
    return result;
  }

  private static long step(long hash, int octet) {
    return (hash * PRIME) ^ octet;
  }

  /// The hash of a record, field by field; fields without a value do not count.
  private static final class Struct {
    private long hash;

    Struct(String type) {
      hash = PackageUid.text(type);
    }

    Struct field(String name, long value, boolean present) {
      if (present) {
        hash = finish(hash ^ ordered(PackageUid.text(name), value));
      }
      return this;
    }

    Struct text(String name, String value) {
      return field(name, PackageUid.text(value), !value.isEmpty());
    }

    Struct texts(String name, List<String> values) {
      return field(name, PackageUid.texts(values), !values.isEmpty());
    }

    Struct number(String name, long value) {
      return field(name, finish(value), value != 0);
    }

    Struct flag(String name, boolean value) {
      return field(name, step(OFFSET, 1), value);
    }

    long value() {
      return hash;
    }
  }
}
