package dev.landwaiter.scan.run;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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
  /// @param matcher absent when vulnerabilities were not asked for
  Judge(
      Inventory inventory,
      PackageSelection selection,
      Optional<Matcher> matcher,
      String artifactName,
      String artifactId) {
    this.selection = selection;
    this.matcher = matcher;
    this.artifactName = artifactName;
    this.artifactId = artifactId;
    this.os = inventory.os();
    problems.addAll(inventory.problems());
    if (selection.system() && os.known()) {
      system(inventory);
    }
    if (selection.languages()) {
      languages(inventory.applications());
      tellUnjudged();
    }
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

  private void system(Inventory inventory) {
    List<Package> packages = selected(inventory.packages());
    List<Vulnerability> findings = List.of();
    boolean known = false;
    if (matcher.isPresent()) {
      Optional<String> release = inventory.repository().map(Repository::release);
      OsJudgement judgement = matcher.get().operatingSystem(os, release, packages);
      os = judgement.os();
      findings = take(judgement.judgement());
      known = judgement.judgement().outcome() == Outcome.JUDGED;
      judged |= known && !inventory.packages().isEmpty();
    }
    String target = artifactName + " (" + (os.family() + " " + os.name()).strip() + ")";
    add(
        new Result(
            target, ResultClass.OS_PACKAGES, os.family(), known, packages, findings, List.of()));
  }

  private void languages(List<Application> applications) {
    List<Application> sorted = new ArrayList<>(applications);
    sorted.sort(Comparator.comparing(Judge::target));
    for (Application application : sorted) {
      List<Package> packages = selected(application.packages());
      if (packages.isEmpty()) {
        continue;
      }
      var part = new Application(application.type(), application.filePath(), packages);
      List<Vulnerability> findings = List.of();
      boolean known = false;
      if (matcher.isPresent()) {
        Judgement judgement = matcher.get().application(part);
        known = judgement.outcome() == Outcome.JUDGED;
        judged |= known;
        if (known) {
          findings = take(judgement);
        } else {
          unjudged.merge(part.type(), packages.size(), Integer::sum);
        }
      }
      add(
          new Result(
              target(part),
              ResultClass.LANGUAGE_PACKAGES,
              part.type().id(),
              known,
              packages,
              findings,
              List.of()));
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

  private void add(Result result) {
    List<Vulnerability> named =
        result.vulnerabilities().stream()
            .map(finding -> finding.withFingerprint(fingerprint(result.target(), finding)))
            .toList();
    results.add(result.withVulnerabilities(named));
  }

  /// A digest that stays the same for the same finding in the same artifact.
  private String fingerprint(String target, Vulnerability finding) {
    String text = String.join(":", artifactId, target, finding.pkgId(), finding.id());
    return Digest.sha256(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
