package dev.landwaiter.report.json;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.PackageUrl;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.format.JsonWriter;
import java.io.IOException;

/// A package of a report.
final class PackageJson {
  private PackageJson() {}

  static void write(JsonWriter json, Package pkg) throws IOException {
    json.beginObject();
    json.field("ID", pkg.id());
    json.field("Name", pkg.name());
    identifier(json, "Identifier", pkg.identifier());
    json.field("Version", pkg.evr().version());
    json.field("Release", pkg.evr().release());
    json.field("Epoch", pkg.evr().epoch());
    json.field("Arch", pkg.arch());
    json.field("Dev", pkg.relations().dev());
    json.field("SrcName", pkg.source().name());
    json.field("SrcVersion", pkg.source().evr().version());
    json.field("SrcRelease", pkg.source().evr().release());
    json.field("SrcEpoch", pkg.source().evr().epoch());
    json.field("Licenses", pkg.licenses());
    json.field("Maintainer", pkg.provenance().maintainer());
    json.field("Modularitylabel", pkg.provenance().modularityLabel());
    buildInfo(json, pkg.provenance().buildInfo());
    if (!pkg.provenance().repositoryClass().isEmpty()) {
      json.name("Repository").beginObject();
      json.field("Class", pkg.provenance().repositoryClass()).endObject();
    }
    Relationship relationship = pkg.relations().relationship();
    json.field("Indirect", relationship == Relationship.INDIRECT);
    json.field("Relationship", relationship == Relationship.UNKNOWN ? "" : relationship.word());
    json.field("DependsOn", pkg.relations().dependsOn());
    if (!pkg.layer().isEmpty()) {
      json.name("Layer");
      layer(json, pkg.layer());
    }
    json.field("FilePath", pkg.filePath());
    json.field("Digest", pkg.provenance().digest());
    json.field(
        "Locations",
        pkg.place().locations(),
        (_, range) -> {
          json.beginObject();
          json.field("StartLine", range.start()).field("EndLine", range.end());
          json.endObject();
        });
    json.field("InstalledFiles", pkg.place().installedFiles());
    json.field("AnalyzedBy", pkg.provenance().analyzedBy());
    json.endObject();
  }

  static void identifier(JsonWriter json, String name, Identifier identifier) throws IOException {
    if (identifier.isEmpty()) {
      return;
    }
    json.name(name).beginObject();
    json.field("PURL", identifier.purl().map(PackageUrl::toString).orElse(""));
    json.field("UID", identifier.uid());
    json.field("BOMRef", identifier.bomRef());
    json.endObject();
  }

  static void layer(JsonWriter json, Layer layer) throws IOException {
    json.beginObject();
    json.field("Size", layer.size());
    json.field("Digest", layer.digest());
    json.field("DiffID", layer.diffId());
    json.field("CreatedBy", layer.createdBy());
    json.endObject();
  }

  private static void buildInfo(JsonWriter json, BuildInfo info) throws IOException {
    if (!info.isEmpty()) {
      json.name("BuildInfo").beginObject();
      json.field("ContentSets", info.contentSets());
      json.field("Nvr", info.nvr());
      json.field("Arch", info.arch());
      json.endObject();
    }
  }
}
