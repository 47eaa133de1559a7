package dev.landwaiter.cli.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A report of hadolint without what may differ: the words of messages, findings about shell text,
/// and the order of findings.
public final class BareReport {
  /// What holds words, or is made from them.
  private static final Set<String> WORDS =
      Set.of("message", "description", "fingerprint", "shortDescription");

  private static final Pattern SHELL = Pattern.compile("\\bSC[0-9]{4}\\b");

  /// The place where a file cannot be read, or a finding up to its level.
  private static final Pattern LINE =
      Pattern.compile("((?:hadolint:)?[^: ]+:[0-9]+:[0-9]+:?|[^ ]+ DL[0-9]{4} [^ ]+:) ");

  private static final Pattern XML_WORDS = Pattern.compile(" message=\"[^\"]*\"");

  private BareReport() {}

  /// What is left of a report, in pieces.
  ///
  /// @param formats as hadolint calls them, with plus signs between them
  public static List<String> of(String formats, String report) throws FormatException {
    if (formats.equals("json+gnu")) {
      int end = report.indexOf("]hadolint:") + 1;
      List<String> parts = new ArrayList<>(of("json", report.substring(0, end)));
      parts.addAll(of("gnu", report.substring(end)));
      return parts;
    }
    return switch (formats) {
      case "tty", "gnu" ->
          report.lines().filter(BareReport::ours).map(BareReport::line).sorted().toList();
      case "checkstyle" -> xml(report);
      case "codeclimate" -> json("[" + report.replace("\0", ",").replaceAll(",$", "") + "]");
      case "codacy" -> json("[" + report.replace("}{", "},{") + "]");
      default -> json(report);
    };
  }

  private static boolean ours(String part) {
    return !SHELL.matcher(part).find();
  }

  private static String line(String line) {
    var matcher = LINE.matcher(line);
    return matcher.lookingAt() ? matcher.group(1) : line;
  }

  private static List<String> xml(String report) {
    String bare = XML_WORDS.matcher(report).replaceAll("");
    return List.of(bare.split("(?=<)", -1)).stream().filter(BareReport::ours).sorted().toList();
  }

  private static List<String> json(String text) throws FormatException {
    return List.of(bare(Json.parse("report", text.getBytes(UTF_8))));
  }

  private static String bare(Value value) {
    return switch (value) {
      case ObjectValue object -> {
        List<String> members = new ArrayList<>();
        object
            .members()
            .forEach((name, member) -> {
              if (!WORDS.contains(name.asText())) {
                members.add(name + ": " + bare(member));
              }
            });
        yield "{" + String.join(", ", members) + "}";
      }
      case ArrayValue array ->
          array.elements().stream()
              .map(BareReport::bare)
              .filter(BareReport::ours)
              .sorted()
              .toList()
              .toString();
      default -> value.toString();
    };
  }
}
