package dev.landwaiter.scan.cache;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.LineRange;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Provenance;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.finding.Source;
import java.io.IOException;
import java.util.Optional;

/// A package as its analyzer made it, in bytes. Layer and package URL are filled in by the merge
/// and are not kept.
final class PackageCodec {
  private static final Relationship[] RELATIONSHIPS = Relationship.values();

  private PackageCodec() {}

  static void write(Package pkg, Encoder out) throws IOException {
    out.text(pkg.id());
    out.text(pkg.name());
    write(pkg.evr(), out);
    out.text(pkg.arch());
    out.text(pkg.source().name());
    write(pkg.source().evr(), out);
    out.texts(pkg.licenses());
    var provenance = pkg.provenance();
    out.text(provenance.maintainer());
    out.text(provenance.repositoryClass());
    out.text(provenance.modularityLabel());
    write(provenance.buildInfo(), out);
    out.text(provenance.digest());
    out.text(provenance.analyzedBy());
    out.text(pkg.relations().relationship().word());
    out.flag(pkg.relations().dev());
    out.texts(pkg.relations().dependsOn());
    out.text(pkg.place().filePath());
    out.list(
        pkg.place().locations(),
        range -> {
          out.number(range.start());
          out.number(range.end());
        });
    out.texts(pkg.place().installedFiles());
    out.text(pkg.identifier().uid());
    out.text(pkg.identifier().bomRef());
  }

  static Package read(Decoder in) throws IOException {
    return new Package(
        in.text(),
        in.text(),
        evr(in),
        in.text(),
        new Source(in.text(), evr(in)),
        in.texts(),
        new Provenance(in.text(), in.text(), in.text(), buildInfo(in), in.text(), in.text()),
        new Relations(relationship(in.text()), in.flag(), in.texts()),
        new Place(
            Layer.NONE,
            in.text(),
            in.list(() -> new LineRange(in.integer(), in.integer())),
            in.texts()),
        new Identifier(Optional.empty(), in.text(), in.text()));
  }

  private static Relationship relationship(String word) throws IOException {
    for (Relationship relationship : RELATIONSHIPS) {
      if (relationship.word().equals(word)) {
        return relationship;
      }
    }
    throw new IOException("cache entry holds an unknown relationship");
  }

  private static void write(Evr evr, Encoder out) throws IOException {
    out.number(evr.epoch());
    out.text(evr.version());
    out.text(evr.release());
  }

  private static Evr evr(Decoder in) throws IOException {
    return new Evr(in.integer(), in.text(), in.text());
  }

  static void write(BuildInfo info, Encoder out) throws IOException {
    out.texts(info.contentSets());
    out.text(info.nvr());
    out.text(info.arch());
  }

  static BuildInfo buildInfo(Decoder in) throws IOException {
    return new BuildInfo(in.texts(), in.text(), in.text());
  }
}
