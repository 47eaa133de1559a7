package dev.landwaiter.cli.command.db;

import dev.landwaiter.base.finding.Cvss;
import dev.landwaiter.base.finding.Epss;
import dev.landwaiter.base.finding.Exploitation;
import dev.landwaiter.base.finding.Severity;
import dev.landwaiter.base.finding.Status;
import dev.landwaiter.base.finding.VulnerabilityDetail;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.db.Shown.Entry;
import dev.landwaiter.vulnerability.Advisory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// [Shown] for people.
final class ShownText {
  private static final int REFERENCES = 8;
  private static final int LABEL = 14;

  /// A longer name of a source stands on a line of its own.
  private static final int SOURCE = 40;

  private final int width;
  private final StringBuilder text = new StringBuilder();

  /// @param columns of the terminal, or 0 when unknown
  ShownText(int columns) {
    this.width = columns >= 40 ? Math.min(columns, 120) : 100;
  }

  String of(Shown shown) {
    String title = shown.detail().map(VulnerabilityDetail::title).orElse("");
    if (title.isEmpty()) {
      text.append(shown.name()).append('\n');
    } else {
      wrapped(shown.name() + "  ", title, 2);
    }
    shown.detail().ifPresent(this::detail);
    entries(shown);
    disagreements(shown);
    contradictions(shown);
    return Plain.lines(text.toString());
  }

  private void detail(VulnerabilityDetail detail) {
    if (!detail.description().isEmpty() && !detail.description().equals(detail.title())) {
      text.append('\n');
      for (String paragraph : detail.description().strip().split("\n\\s*\n", -1)) {
        wrapped("  ", paragraph.replaceAll("\\s+", " ").strip(), 2);
      }
      text.append('\n');
    }
    line("published", day(detail.published()));
    line("changed", day(detail.lastModified()));
    line("weaknesses", String.join(", ", detail.cweIds()));
    detail.exploitation().ifPresent(known -> line("exploited", exploited(known)));
    detail.epss().ifPresent(epss -> line("EPSS", likely(epss)));
    String label = "severity";
    boolean differ = detail.vendorSeverity().values().stream().distinct().count() > 1;
    for (var rated : detail.vendorSeverity().entrySet()) {
      line(label, "%-9s says %s".formatted(rated.getValue(), rated.getKey()));
      label = "";
    }
    if (differ) {
      line("", "(the sources differ; a scan takes that of the package's own source first)");
    }
    label = "CVSS";
    for (var rated : detail.cvss().entrySet()) {
      for (String rating : ratings(rated.getValue())) {
        line(label, rating + "  says " + rated.getKey());
        label = "";
      }
    }
    label = "references";
    for (String reference : detail.references().stream().limit(REFERENCES).toList()) {
      line(label, reference);
      label = "";
    }
    if (detail.references().size() > REFERENCES) {
      line("", "and %d more (-f json)".formatted(detail.references().size() - REFERENCES));
    }
  }

  private static String day(String moment) {
    return moment.length() > 10 && moment.charAt(10) == 'T' ? moment.substring(0, 10) : moment;
  }

  private static String exploited(Exploitation known) {
    String added = known.added().isEmpty() ? "yes" : "known since " + known.added();
    return added
        + (known.due().isEmpty() ? "" : ", to be dealt with until " + known.due())
        + (known.ransomware() ? ", used by ransomware" : "");
  }

  private static String likely(Epss epss) {
    return String.format(
            Locale.ROOT,
            "%.2f %% in the next 30 days, more than %.1f %% of all",
            epss.score() * 100,
            epss.percentile() * 100)
        + (epss.date().isEmpty() ? "" : ", of " + day(epss.date()));
  }

  private static List<String> ratings(Cvss cvss) {
    List<String> ratings = new ArrayList<>();
    rating(cvss.v40Score(), cvss.v40Vector()).ifPresent(ratings::add);
    rating(cvss.v3Score(), cvss.v3Vector()).ifPresent(ratings::add);
    rating(cvss.v2Score(), cvss.v2Vector()).ifPresent(ratings::add);
    return ratings;
  }

  private static Optional<String> rating(double score, String vector) {
    return score <= 0 && vector.isEmpty()
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%4.1f  %s", score, vector).stripTrailing());
  }

  /// One row for each advisory, in columns.
  private void entries(Shown shown) {
    if (shown.entries().isEmpty()) {
      text.append("\nNo package is known to have it.\n");
      return;
    }
    int names = 0;
    for (Entry entry : shown.entries()) {
      names = Math.max(names, second(shown, entry).length());
    }
    int column = Math.min(names, 40);
    String before = "";
    for (Entry entry : shown.entries()) {
      String bucket = entry.place().bucket();
      if (!bucket.equals(before)) {
        String source = entry.advisory().dataSource().id();
        text.append("\n  ").append(bucket);
        text.append(source.isEmpty() ? "" : ", says " + source).append('\n');
        before = bucket;
      }
      wrapped(
          "    " + padded(second(shown, entry), column) + "  ",
          facts(entry.advisory()),
          column + 6);
    }
  }

  private static String second(Shown shown, Entry entry) {
    return shown.isPackage() ? entry.id() : entry.place().packageName();
  }

  private static String padded(String content, int size) {
    return content + " ".repeat(Math.max(0, size - content.length()));
  }

  private void disagreements(Shown shown) {
    for (List<Entry> group : shown.disagreements()) {
      Entry last = group.getLast();
      text.append(
          "\n%s in %s of %s: the sources name different versions; the last one judges\n"
              .formatted(last.id(), last.place().packageName(), last.ecosystem()));
      int column =
          group.stream().mapToInt(entry -> entry.place().bucket().length()).max().orElse(0);
      for (Entry entry : group) {
        wrapped(
            "  " + padded(entry.place().bucket(), column) + "  ",
            facts(entry.advisory()),
            column + 4);
      }
    }
  }

  private void contradictions(Shown shown) {
    for (Entry entry : shown.contradicted()) {
      text.append(
          "\n%s in %s of %s: the sources contradict each other; the last one judges\n"
              .formatted(entry.id(), entry.place().packageName(), entry.place().bucket()));
      int size =
          entry.opinions().stream().mapToInt(opinion -> opinion.source().length()).max().orElse(0);
      for (var opinion : entry.opinions()) {
        if (size <= SOURCE) {
          String start = "  " + padded(opinion.source(), size) + "  ";
          wrapped(start, facts(opinion.advisory()), size + 4);
        } else {
          text.append("  ").append(opinion.source()).append('\n');
          wrapped("    ", facts(opinion.advisory()), 4);
        }
      }
    }
  }

  static String facts(Advisory advisory) {
    List<String> facts = new ArrayList<>();
    if (!advisory.affectedVersion().isEmpty()) {
      facts.add("affected from " + advisory.affectedVersion());
    }
    if (!advisory.fixedVersion().isEmpty()) {
      facts.add("fixed in " + advisory.fixedVersion());
    }
    if (!advisory.vulnerableVersions().isEmpty()) {
      facts.add("vulnerable " + versions(advisory.vulnerableVersions()));
    }
    if (!advisory.patchedVersions().isEmpty()) {
      facts.add("patched " + versions(advisory.patchedVersions()));
    }
    if (!advisory.unaffectedVersions().isEmpty()) {
      facts.add("unaffected " + versions(advisory.unaffectedVersions()));
    }
    if (facts.isEmpty()) {
      facts.add("no fix known");
    }
    if (advisory.status() != Status.UNKNOWN) {
      facts.add(advisory.status().word());
    }
    if (advisory.severity() != Severity.UNKNOWN) {
      facts.add(advisory.severity().name());
    }
    if (!advisory.arches().isEmpty()) {
      facts.add("on " + String.join(", ", advisory.arches()));
    }
    String vendor =
        advisory.vendorIds().isEmpty() ? "" : " (" + String.join(", ", advisory.vendorIds()) + ")";
    return String.join("; ", facts) + vendor;
  }

  private static String versions(List<String> constraints) {
    return constraints.contains("") ? "in every version" : String.join(" || ", constraints);
  }

  private void line(String label, String content) {
    if (!content.isEmpty()) {
      wrapped("  " + padded(label, LABEL - 2), content, LABEL);
    }
  }

  /// Appends words behind a start, on as many lines as they need; a word longer than a line stays
  /// whole.
  private void wrapped(String start, String content, int indent) {
    int room = Math.max(width - indent, 30);
    text.append(start);
    int used = 0;
    for (String word : content.split(" ", -1)) {
      if (used > 0 && used + 1 + word.length() > room) {
        text.append('\n').repeat(" ", indent);
        used = 0;
      } else if (used > 0) {
        text.append(' ');
        used++;
      }
      text.append(word);
      used += word.length();
    }
    text.append('\n');
  }
}
