package dev.landwaiter.scan.run;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Report;
import dev.landwaiter.base.finding.Result;
import dev.landwaiter.base.finding.ResultClass;
import dev.landwaiter.base.finding.Vulnerability;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.inventory.Inventory;
import dev.landwaiter.inventory.Repository;
import dev.landwaiter.scan.PackageSelection;
import dev.landwaiter.vulnerability.match.Judgement;
import dev.landwaiter.vulnerability.match.OsJudgement;
import dev.landwaiter.vulnerability.match.Outcome;
import dev.landwaiter.vulnerability.run.Matcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns an inventory into results: one for the distribution, one for each application.
final class Judge {
  private final PackageSelection selection;
  private final Optional<Matcher> matcher;
  private final String artifactName;
  private final String artifactId;
  private final List<Result> results = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<LanguageType, Integer> unjudged = new EnumMap<>(LanguageType.class);
  private OperatingSystem os;
  private boolean judged;

  /// Prepares the judgement of one artifact.
  ///
  /// @param parallel parts judged at once
  /// @param matcher absent when vulnerabilities were not asked for
  Judge(
      Inventory inventory,
      PackageSelection selection,
      Optional<Matcher> matcher,
      Report.Artifact artifact,
      int parallel)
      throws IOException {
    this.selection = selection;
    this.matcher = matcher;
    this.artifactName = artifact.name();
    this.artifactId = artifact.id();
    this.os = inventory.os();
    problems.addAll(inventory.problems());
    boolean system = selection.system() && os.known();
    List<Workers.Task<Part>> tasks = new ArrayList<>();
    if (system) {
      tasks.add(() -> new SystemPart(judgeSystem(inventory)));
    }
    if (selection.languages()) {
      languages(inventory).forEach(application -> tasks.add(() -> judge(application)));
    }
    for (Part part : Workers.all(tasks, parallel)) {
      if (part instanceof Judged language) {
        addLanguage(language);
      } else if (part instanceof SystemPart found) {
        addSystem(inventory, found.judgement());
      }
    }
    tellUnjudged();
  }

  OperatingSystem os() {
    return os;
  }

  List<Result> results() {
    return results;
  }

  List<Problem> problems() {
    return problems;
  }

  /// Whether at least one kind of package was held against advisories, or none was asked to be.
  boolean judged() {
    return judged || matcher.isEmpty();
  }

  private List<Package> selected(List<Package> packages) {
    return packages.stream()
        .filter(pkg -> selection.relationships().contains(pkg.relations().relationship()))
        .toList();
  }

  /// What is said of one part of the artifact.
  private sealed interface Part permits SystemPart, Judged {}

  private record SystemPart(Optional<OsJudgement> judgement) implements Part {}

  private Optional<OsJudgement> judgeSystem(Inventory inventory) {
    List<Package> packages = selected(inventory.packages());
    Optional<String> release = inventory.repository().map(Repository::release);
    return matcher.map(each -> each.operatingSystem(os, release, packages));
  }

  private void addSystem(Inventory inventory, Optional<OsJudgement> judgement) {
    boolean known = false;
    List<Vulnerability> findings = List.of();
    if (judgement.isPresent()) {
      os = judgement.get().os();
      findings = take(judgement.get().judgement());
      known = judgement.get().judgement().outcome() == Outcome.JUDGED;
      judged |= known && !inventory.packages().isEmpty();
    }
    String target = artifactName + " (" + (os.family() + " " + os.name()).strip() + ")";
    results.add(
        named(
            new Result(
                target,
                ResultClass.OS_PACKAGES,
                os.family(),
                known,
                selected(inventory.packages()),
                findings,
                List.of())));
  }

  private record Judged(Result result, Application application, Optional<Judgement> judgement)
      implements Part {}

  private List<Application> languages(Inventory inventory) {
    return inventory.applications().stream()
        .map(application ->
            new Application(
                application.type(), application.filePath(), selected(application.packages())))
        .filter(application -> !application.packages().isEmpty())
        .sorted((one, other) -> target(one).compareTo(target(other)))
        .toList();
  }

  private Judged judge(Application application) {
    Optional<Judgement> judgement = matcher.map(each -> each.application(application));
    boolean known = judgement.map(each -> each.outcome() == Outcome.JUDGED).orElse(false);
    var result =
        new Result(
            target(application),
            ResultClass.LANGUAGE_PACKAGES,
            application.type().id(),
            known,
            application.packages(),
            known ? judgement.map(Judgement::vulnerabilities).orElse(List.of()) : List.of(),
            List.of());
    return new Judged(named(result), application, judgement);
  }

  private void addLanguage(Judged each) {
    results.add(each.result());
    if (each.result().judged()) {
      judged = true;
      each.judgement().ifPresent(this::take);
    } else if (each.judgement().isPresent()) {
      unjudged.merge(each.application().type(), each.application().packages().size(), Integer::sum);
    }
  }

  /// One problem for all kinds of packages that the database knows nothing of.
  private void tellUnjudged() {
    if (!unjudged.isEmpty()) {
      List<String> kinds = new ArrayList<>();
      unjudged.forEach((type, count) -> kinds.add(count + " " + type.id()));
      problems.add(
          Problem.in(
              artifactName,
              "packages not judged, since the database has no advisories for their kind: "
                  + String.join(", ", kinds)));
    }
  }

  private static String target(Application application) {
    if (!application.filePath().isEmpty()) {
      return application.filePath();
    }
    return application.type().aggregate().isEmpty()
        ? application.type().id()
        : application.type().aggregate();
  }

  private List<Vulnerability> take(Judgement judgement) {
    problems.addAll(judgement.problems());
    return judgement.vulnerabilities();
  }

  private Result named(Result result) {
    // One hash for all: asking the JDK for a new one takes longer than the hashing.
    MessageDigest hash = Digest.newSha256();
    return result.withVulnerabilities(
        result.vulnerabilities().stream()
            .map(finding -> finding.withFingerprint(fingerprint(hash, result.target(), finding)))
            .toList());
  }

  /// A digest that stays the same for the same finding in the same artifact.
  private String fingerprint(MessageDigest hash, String target, Vulnerability finding) {
    String text = String.join(":", artifactId, target, finding.pkgId(), finding.id());
    return Digest.ofSha256(hash.digest(text.getBytes(StandardCharsets.UTF_8))).toString();
  }
}
