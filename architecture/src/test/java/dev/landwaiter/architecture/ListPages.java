package dev.landwaiter.architecture;

import dev.landwaiter.base.version.ConstraintLanguages;
import dev.landwaiter.base.version.Constraints;
import dev.landwaiter.base.version.VersionOrders;
import dev.landwaiter.cli.flags.ReportFlags;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.run.Analyzers;
import dev.landwaiter.inventory.run.Distributions;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.policy.input.FormatName;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.report.ReportFormat;
import dev.landwaiter.report.run.Formats;
import dev.landwaiter.vulnerability.match.os.Detectors;
import dev.landwaiter.vulnerability.source.Feeds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One page for each list of what the program knows.
final class ListPages {
  private ListPages() {}

  static String analyzers() {
    return new Page(
            "Analyzers",
            "What reads the files of an image or a folder. The version is raised with every change"
                + " of behaviour, so that results kept from earlier runs are not used again.")
        .table(
            List.of("Id", "Version", "What it reads"),
            Analyzers.ALL.stream()
                .map(each ->
                    List.of(
                        Page.word(each.id()),
                        Integer.toString(each.version()),
                        SourceDoc.of(each.getClass())))
                .toList())
        .text();
  }

  static String distributions() {
    return new Page(
            "Distributions",
            "The distributions that are recognised, and whether advisories judge their packages.")
        .table(
            List.of("Family", "`ID` in os-release", "Files of its own", "Judged"),
            Distributions.ALL.stream().map(ListPages::distribution).toList())
        .text();
  }

  private static List<String> distribution(Distribution each) {
    return List.of(
        Page.word(each.family()),
        Page.words(each.ids().stream().sorted().toList()),
        Page.words(each.files().stream().sorted().toList()),
        Detectors.of(each.family()).isPresent() ? "yes" : "no");
  }

  static String versions() {
    return new Page("Versions", "How versions are compared, and how ranges of them are written.")
        .heading(2, "Orders")
        .table(
            List.of("Id", "Order"),
            VersionOrders.all().stream()
                .map(each -> List.of(Page.word(each.id()), SourceDoc.of(each.getClass())))
                .toList())
        .heading(2, "Constraint languages")
        .table(
            List.of("Id", "Language"),
            ConstraintLanguages.all().stream()
                .collect(
                    Collectors.groupingBy(
                        each -> SourceDoc.of(each.getClass()),
                        LinkedHashMap::new,
                        Collectors.mapping(Constraints::id, Collectors.toList())))
                .entrySet()
                .stream()
                .map(each -> List.of(Page.words(each.getValue()), each.getKey()))
                .toList())
        .text();
  }

  static String formats() {
    List<String> built = Formats.all().stream().map(ReportFormat::id).toList();
    List<String> later =
        ReportFlags.FORMAT.allowed().stream().filter(each -> !built.contains(each)).toList();
    var page =
        new Page("Report formats", "How a report can be written, chosen by `--format`.")
            .table(
                List.of("Id", "Form"),
                Formats.all().stream()
                    .map(each -> List.of(Page.word(each.id()), SourceDoc.of(each.getClass())))
                    .toList());
    if (!later.isEmpty()) {
      page.paragraph("Known and not built yet: " + Page.words(later) + ".");
    }
    return page.text();
  }

  static String feeds() {
    return new Page(
            "Advisory feeds",
            "What `landwaiter db build --from ID:PLACE` reads: a folder, an archive, a single file"
                + " or an address of one.")
        .table(
            List.of("Id", "What it is", "How it is read"),
            Feeds.ALL.stream()
                .map(each ->
                    List.of(Page.word(each.id()), each.summary(), SourceDoc.of(each.getClass())))
                .toList())
        .text();
  }

  static String inputFormats() {
    return new Page(
            "Formats of configuration files",
            "What `landwaiter test` and `landwaiter parse` read, by the names of files or by"
                + " `--parser`. An array at the top of a file is evaluated element by element.")
        .table(
            List.of("Name", "Files", "What a policy sees"),
            InputFormats.ALL.stream()
                .map(each ->
                    List.of(
                        Page.word(each.name()),
                        Page.words(FormatName.files(each.name())),
                        SourceDoc.of(each.getClass())))
                .toList())
        .text();
  }

  static String limits() {
    return new Page(
            "Limits",
            "What is bounded while images are read. An image beyond a bound ends in an error that"
                + " names it; nothing is cut off silently.")
        .table(
            List.of("Name", "Bound", "What is counted"),
            Arrays.stream(Limit.values())
                .map(each ->
                    List.of(
                        Page.word(each.id()),
                        String.format(Locale.ROOT, "%,d", each.standard()),
                        each.meaning()))
                .toList())
        .text();
  }
}
