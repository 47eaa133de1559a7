package dev.landwaiter.scan.run;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.finding.Layer;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Report.ArtifactType;
import dev.landwaiter.base.finding.Report.ImageFacts;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.DirectoryWalk;
import dev.landwaiter.base.tree.WalkRules;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Inventory;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.LayerRecord;
import dev.landwaiter.inventory.run.AnalysisPass;
import dev.landwaiter.inventory.run.Merge;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.scan.Progress;
import dev.landwaiter.scan.ScanException;
import dev.landwaiter.scan.ScanOptions;
import dev.landwaiter.scan.ScanOutcome;
import dev.landwaiter.scan.cache.LayerCache;
import dev.landwaiter.vulnerability.AdvisoryDatabase;
import dev.landwaiter.vulnerability.match.enrich.SeverityChoice;
import dev.landwaiter.vulnerability.run.Matcher;
import dev.landwaiter.vulnerability.store.RememberingDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One scan: artifact → inventory → judgement → report.
public final class Scanner {
  /// What a scan works with besides what it is asked for.
  ///
  /// @param database absent when vulnerabilities are not asked for
  public record Tools(
      List<Analyzer> analyzers,
      Optional<AdvisoryDatabase> database,
      Optional<LayerCache> cache,
      Limits limits,
      Progress progress,
      Run run) {

    /// When and as what this run happens.
    ///
    /// @param parallel layers examined at once
    /// @param now the moment of the scan
    /// @param reportId a UUID of version 7
    public record Run(int parallel, Instant now, String reportId) {}
  }

  private final ScanOptions options;
  private final Tools tools;

  public Scanner(ScanOptions options, Tools tools) {
    this.options = options;
    this.tools = tools;
  }

  /// Scans an opened image; the caller closes it.
  ///
  /// @param name what the report calls it
  public ScanOutcome image(Image image, String name) throws IOException {
    var layers =
        new Layers(
            tools.analyzers(), options.files(), tools.cache(), tools.limits(), tools.progress());
    List<LayerRecord> records = layers.examine(image, tools.run().parallel());
    List<Layer> identities = records.stream().map(LayerRecord::layer).toList();
    var facts =
        new ImageFacts(
            identities.stream().mapToLong(Layer::size).sum(),
            image.id().toString(),
            image.repoTags(),
            image.repoDigests(),
            image.reference(),
            image.config(),
            identities);
    var artifact =
        new Report.Artifact(
            artifactId(image), name, ArtifactType.CONTAINER_IMAGE, Optional.of(facts));
    return judge(artifact, records, image.problems());
  }

  /// The image's id alone, or with the repository it was asked for by.
  private static String artifactId(Image image) {
    if (image.canonicalName().isEmpty()) {
      return image.id().toString();
    }
    String text = image.id() + ":" + image.canonicalName();
    return Digest.sha256(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// Scans an unpacked root file system.
  ///
  /// @param target as the user gave it
  public ScanOutcome directory(Path root, String target) throws IOException {
    var pass = new AnalysisPass(tools.analyzers());
    var host = new HostName(pass);
    List<Problem> problems = new ArrayList<>();
    try {
      WalkRules rules =
          WalkRules.of(
              root,
              options.files().skipDirs(),
              options.files().skipFiles(),
              (int) tools.limits().of(Limit.KEPT_FILE));
      DirectoryWalk.lead(root, rules, host, problems::add);
    } catch (InvalidGlobException e) {
      throw new ScanException(String.valueOf(e.getMessage()), e);
    }
    LayerInventory inventory = pass.finish(List.of());
    var record = new LayerRecord(Layer.NONE, List.of(), List.of(), inventory);
    var artifact =
        new Report.Artifact(
            "", host.name().orElse(target), ArtifactType.FILESYSTEM, Optional.empty());
    return judge(artifact, List.of(record), problems);
  }

  private ScanOutcome judge(
      Report.Artifact artifact, List<LayerRecord> records, List<Problem> before)
      throws IOException {
    Inventory inventory = Merge.of(records, new Merge.Options(options.precise(), options.distro()));
    Optional<Matcher> matcher =
        options.vulnerabilities()
            ? tools
                .database()
                .map(database ->
                    new Matcher(
                        new RememberingDatabase(database),
                        new SeverityChoice(options.severitySources()),
                        tools.run().now()))
            : Optional.empty();
    var judge = new Judge(inventory, options.packages(), matcher, artifact, tools.run().parallel());
    List<Problem> problems = new ArrayList<>(before);
    problems.addAll(judge.problems());
    var report =
        new Report(
            tools.run().reportId(),
            tools.run().now(),
            artifact,
            judge.os(),
            judge.results(),
            problems);
    return new ScanOutcome(report, judge.judged());
  }
}
