package dev.landwaiter.report.github;

import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Relationship;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.ResultClass;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A snapshot for GitHub's dependency submission (REST API, dependency-graph/snapshots). Packages
/// are listed always: a snapshot without them would say that nothing is used.
public final class GithubSnapshot implements ReportFormat {
  private static final String DETECTOR = "https://github.com/aquasecurity/trivy";

  @Override
  public String id() {
    return "github";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) throws IOException {
    var json = new JsonWriter(out, JsonStyle.INDENTED);
    ReportOptions.Submission submission = options.submission();
    json.beginObject();
    json.name("version").value(0);
    json.name("detector").beginObject();
    json.name("name").value("trivy");
    json.name("version").value(options.version());
    json.name("url").value(DETECTOR).endObject();
    metadata(json, report.artifact());
    json.field("ref", submission.ref());
    json.field("sha", submission.sha());
    json.name("job").beginObject();
    json.field("correlator", submission.workflow() + "_" + submission.job());
    json.field("id", submission.runId()).endObject();
    json.name("scanned").value(report.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
    manifests(json, report, submission.everyVersion());
    json.endObject().flush();
  }

  private static void metadata(JsonWriter json, Report.Artifact artifact) throws IOException {
    String digests = joined(artifact.image().map(Report.ImageFacts::repoDigests));
    String tags = joined(artifact.image().map(Report.ImageFacts::repoTags));
    if (!digests.isEmpty() || !tags.isEmpty()) {
      json.name("metadata").beginObject();
      json.field("aquasecurity:trivy:RepoDigest", digests);
      json.field("aquasecurity:trivy:RepoTag", tags).endObject();
    }
  }

  private static String joined(Optional<List<String>> names) {
    return String.join(", ", names.orElse(List.of()));
  }

  private static void manifests(JsonWriter json, Report report, boolean everyVersion)
      throws IOException {
    Map<String, Result> results = new TreeMap<>();
    for (Result result : report.results()) {
      if (!result.packages().isEmpty()) {
        results.put(result.target(), result);
      }
    }
    if (results.isEmpty()) {
      return;
    }
    json.name("manifests").beginObject();
    for (Result result : results.values()) {
      json.name(result.target()).beginObject();
      json.name("name").value(result.type());
      if (result.resultClass() == ResultClass.LANGUAGE_PACKAGES) {
        json.name("file").beginObject();
        json.field("source_location", location(report.artifact(), result)).endObject();
      }
      json.name("resolved").beginObject();
      Map<String, String> purls = everyVersion ? purls(result) : Map.of();
      for (Map.Entry<String, Package> entry : byName(result, everyVersion).entrySet()) {
        json.name(entry.getKey());
        resolved(json, entry.getValue(), purls);
      }
      json.endObject().endObject();
    }
    json.endObject();
  }

  /// The file of a manifest, or the image it lies in: its tags and the digest after them.
  private static String location(Report.Artifact artifact, Result result) {
    if (artifact.image().isEmpty()) {
      return result.target();
    }
    String digests = joined(Optional.of(artifact.image().get().repoDigests()));
    int at = digests.indexOf('@');
    return joined(Optional.of(artifact.image().get().repoTags()))
        + (at < 0 ? "" : digests.substring(at));
  }

  /// Of packages with one name the last is kept, unless every version is to be told.
  private static Map<String, Package> byName(Result result, boolean everyVersion) {
    Map<String, Package> packages = new TreeMap<>();
    for (Package pkg : result.packages()) {
      packages.put(everyVersion ? pkg.name() + "@" + pkg.version() : pkg.name(), pkg);
    }
    return packages;
  }

  /// The package URLs by package id: what the specification wants dependencies to be named by.
  private static Map<String, String> purls(Result result) {
    Map<String, String> purls = new HashMap<>();
    for (Package pkg : result.packages()) {
      pkg.identifier().purl().ifPresent(purl -> purls.put(pkg.id(), purl.toString()));
    }
    return purls;
  }

  private static void resolved(JsonWriter json, Package pkg, Map<String, String> purls)
      throws IOException {
    boolean indirect = pkg.relations().relationship() == Relationship.INDIRECT;
    json.beginObject();
    json.field("package_url", pkg.identifier().purl().map(Object::toString).orElse(""));
    json.name("relationship").value(indirect ? "indirect" : "direct");
    json.field(
        "dependencies",
        pkg.relations().dependsOn().stream().map(id -> purls.getOrDefault(id, id)).toList());
    json.name("scope").value("runtime");
    if (!pkg.filePath().isEmpty()) {
      json.name("metadata").beginObject();
      json.name("source_location").value(pkg.filePath()).endObject();
    }
    json.endObject();
  }
}
