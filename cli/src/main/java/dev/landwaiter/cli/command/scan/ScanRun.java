package dev.landwaiter.cli.command.scan;

import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.database.DatabasePulls;
import dev.landwaiter.cli.command.database.Databases;
import dev.landwaiter.cli.command.database.JavaIndexes;
import dev.landwaiter.cli.config.ConfigFile;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CacheFlags;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.ReportFlags;
import dev.landwaiter.cli.flags.ScanFlags;
import dev.landwaiter.cli.world.Uuid;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.inventory.lang.java.JarAnalyzer;
import dev.landwaiter.inventory.run.Analyzers;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.scan.Progress;
import dev.landwaiter.scan.ScanOutcome;
import dev.landwaiter.scan.cache.LayerCache;
import dev.landwaiter.scan.database.DatabaseChoice;
import dev.landwaiter.scan.filter.FindingFilter;
import dev.landwaiter.scan.filter.IgnoreFile;
import dev.landwaiter.scan.run.Scanner;
import dev.landwaiter.vulnerability.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What all scanning commands do around the artifact itself: databases, filters, report, exit code.
final class ScanRun {
  /// Opens the artifact and has it scanned.
  interface Target {
    ScanOutcome scan(Scanner scanner) throws IOException, UsageException;
  }

  private static final int PROBLEMS_SHOWN = 10;
  private static final long IGNORE_FILE_LIMIT = 8 << 20;

  private final Invocation invocation;
  private final DatabasePulls pulls;
  private final ScanSettings settings;
  private final ReportWriter writer;
  private final Instant now;

  /// @param host the registry of the image, where one is asked
  ScanRun(Invocation invocation, Optional<String> host) throws UsageException {
    this.invocation = invocation;
    this.pulls = new DatabasePulls(invocation, host);
    this.settings = ScanSettings.of(invocation.values(), invocation.dialect());
    this.writer = new ReportWriter(invocation, settings.severities());
    this.now = invocation.world().clock().instant();
  }

  /// Scans, reports, and says how to end.
  int run(Limits limits, Target target) throws IOException, UsageException {
    for (String scanner : ScanSettings.scanners(invocation.values(), invocation.dialect())) {
      if (!scanner.equals("vuln")) {
        sayNotBuilt(scanner);
      }
    }
    FindingFilter filter = filter();
    Path cache = CacheFolder.of(invocation);
    invocation.log().debug("databases and results of layers are kept in " + cache);
    Optional<DatabaseChoice> choice = database();
    try {
      Progress progress = progress();
      JavaIndexes.Opened java = JavaIndexes.open(pulls, now);
      var tools =
          new Scanner.Tools(
              Analyzers.with(new JarAnalyzer(java.index(), invocation.dialect().strict())),
              choice.map(DatabaseChoice::database),
              layerCache(cache, java),
              limits,
              progress,
              new Scanner.Tools.Run(parallel(), now, Uuid.v7(now, invocation.world().random())));
      ScanOutcome outcome;
      try {
        outcome = target.scan(new Scanner(settings.options(), tools));
      } finally {
        if (progress instanceof TerminalProgress shown) {
          shown.clear();
        }
      }
      return report(outcome, filter, choice);
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    } finally {
      choice.ifPresent(each -> each.database().close());
    }
  }

  private Optional<LayerCache> layerCache(Path cache, JavaIndexes.Opened java)
      throws UsageException {
    String backend = invocation.values().text(CacheFlags.BACKEND);
    return switch (backend) {
      case "fs" -> Optional.of(new LayerCache(cache.resolve("layers"), now, java.steady()));
      case "memory" -> Optional.empty();
      default ->
          throw new UsageException(
              "the cache backend \"%s\" is not built yet; built are fs, memory".formatted(backend));
    };
  }

  /// A scanner that the user named is spoken of even when told to be quiet.
  private void sayNotBuilt(String scanner) {
    String message = "the " + scanner + " scanner is not built yet; it did not run";
    if (invocation.values().isSet(ScanFlags.SCANNERS)) {
      invocation.log().error(message);
    } else {
      invocation.log().warn(message);
    }
  }

  private Optional<DatabaseChoice> database() throws UsageException, IOException {
    return settings.options().vulnerabilities()
        ? Optional.of(Databases.open(pulls, now))
        : Optional.empty();
  }

  private Progress progress() throws UsageException {
    World.Terminal terminal = invocation.world().terminal();
    boolean shown =
        terminal.stderr()
            && !invocation.log().quiet()
            && !invocation.values().flag(DatabaseFlags.NO_PROGRESS);
    return shown
        ? new TerminalProgress(invocation.world().stderr(), terminal.width())
        : Progress.SILENT;
  }

  private int parallel() throws UsageException {
    int asked = invocation.values().number(ScanFlags.PARALLEL);
    int processors = Runtime.getRuntime().availableProcessors();
    return asked <= 0 ? processors : Math.min(asked, processors);
  }

  private FindingFilter filter() throws UsageException {
    List<Waiver> waivers = new ArrayList<>();
    IgnoreFile own = ownWaivers();
    IgnoreFile ignored = ignoreFile();
    waivers.addAll(own.waivers());
    waivers.addAll(ignored.waivers());
    own.problems().forEach(problem -> invocation.log().warn(problem.toString()));
    ignored.problems().forEach(problem -> invocation.log().warn(problem.toString()));
    for (Waiver waiver : own.waivers()) {
      if (waiver.expires().isPresent() && waiver.expires().get().isBefore(now)) {
        invocation
            .log()
            .warn(
                "%s: the waiver for %s ended on %s and hides nothing any more"
                    .formatted(waiver.source(), waiver.id(), waiver.expires().get()));
      }
    }
    try {
      return new FindingFilter(settings.severities(), settings.ignoredStatuses(), waivers, now);
    } catch (InvalidGlobException e) {
      throw new UsageException("the place of a waiver is wrong: " + e.getMessage());
    }
  }

  /// The waivers of landwaiter.yaml, also behind a persona.
  private IgnoreFile ownWaivers() throws UsageException {
    Values values = invocation.values();
    boolean own = invocation.dialect().strict() && values.isSet(GlobalFlags.CONFIG);
    String path = own ? values.text(GlobalFlags.CONFIG) : "landwaiter.yaml";
    ConfigFile file = ConfigFile.read(invocation.world().folder().resolve(path), false);
    return IgnoreFile.waivers(path, file.tree());
  }

  private IgnoreFile ignoreFile() throws UsageException {
    Values values = invocation.values();
    String path = values.text(ReportFlags.IGNOREFILE);
    Path file = invocation.world().folder().resolve(path);
    if (!Files.exists(file)) {
      if (values.isSet(ReportFlags.IGNOREFILE)) {
        throw new UsageException("the ignore file " + path + " does not exist");
      }
      return IgnoreFile.EMPTY;
    }
    try {
      if (Files.size(file) > IGNORE_FILE_LIMIT) {
        throw new UsageException(
            "the ignore file %s is larger than %d bytes".formatted(path, IGNORE_FILE_LIMIT));
      }
      return IgnoreFile.read(Path.of(path).normalize().toString(), Files.readAllBytes(file));
    } catch (FormatException | IOException e) {
      throw new UsageException("the ignore file cannot be read: " + String.valueOf(e.getMessage()));
    }
  }

  private int report(ScanOutcome outcome, FindingFilter filter, Optional<DatabaseChoice> choice)
      throws IOException {
    if (choice.isPresent()) {
      invocation.log().info(choice.get().sentence());
      for (String gap : choice.get().gaps(outcome.report().os())) {
        invocation
            .log()
            .warn("the database has gaps: " + gap + " (landwaiter db status names them)");
      }
    }
    tell(outcome.report().problems());
    boolean unrated = Unrated.tell(outcome.report(), settings, invocation.log());
    Report report = filter.apply(outcome.report());
    writer.write(report);
    int code = exitCode(report, outcome.judged());
    // A threshold that nothing can be held against is no threshold passed.
    return code == 0 && unrated && invocation.dialect().strict()
        ? invocation.dialect().errorCode()
        : code;
  }

  private void tell(List<Problem> problems) {
    problems.stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(problem -> invocation.log().warn(problem.toString()));
    problems.stream()
        .skip(PROBLEMS_SHOWN)
        .forEach(problem -> invocation.log().debug(problem.toString()));
    if (problems.size() > PROBLEMS_SHOWN) {
      invocation
          .log()
          .warn(
              "%d more like these; --debug tells them all"
                  .formatted(problems.size() - PROBLEMS_SHOWN));
    }
  }

  private int exitCode(Report report, boolean judged) {
    if (!judged) {
      invocation
          .log()
          .error(
              "nothing in "
                  + report.artifact().name()
                  + " could be judged: that no vulnerability is listed means nothing");
      if (invocation.dialect().strict()) {
        return invocation.dialect().errorCode();
      }
    }
    var codes = settings.exitCodes();
    if (codes.onEndOfLife() != 0 && report.os().endOfLife()) {
      return codes.onEndOfLife();
    }
    List<Vulnerability> findings =
        report.results().stream().flatMap(result -> result.vulnerabilities().stream()).toList();
    if (codes.onFindings() != 0 && !findings.isEmpty()) {
      return codes.onFindings();
    }
    boolean failed =
        settings
            .failOn()
            .map(least -> findings.stream().anyMatch(f -> f.severity().compareTo(least) >= 0))
            .orElse(false);
    return failed ? 1 : 0;
  }
}
