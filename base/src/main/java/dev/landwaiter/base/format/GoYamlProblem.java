package dev.landwaiter.base.format;

import java.util.List;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What the parser says about a wrong text, in the words of libyaml that Go's readers use.
final class GoYamlProblem {
  private static final String NO_NAME = "did not find expected alphabetic or numeric character";
  private static final String NO_TOKEN = "found character that cannot start any token";

  private static final List<Words> WORDS =
      List.of(
          new Words("expected ',' or ']'", "did not find expected ',' or ']'"),
          new Words("expected ',' or '}'", "did not find expected ',' or '}'"),
          new Words("expected '<document start>'", "did not find expected <document start>"),
          new Words("expected '<document end>'", "did not find expected <document start>"),
          new Words("expected the node content", "did not find expected node content"),
          new Words(
              "mapping values are not allowed", "mapping values are not allowed in this context"),
          new Words("mapping keys are not allowed", "mapping keys are not allowed in this context"),
          new Words(
              "sequence entries are not allowed",
              "block sequence entries are not allowed in this context"),
          new Words("could not find expected ':'", "could not find expected ':'"),
          new Words("found character", NO_TOKEN),
          new Words("found a key after", NO_TOKEN),
          new Words("found unexpected end of stream", "found unexpected end of stream"),
          new Words("found unexpected document separator", "found unexpected document indicator"),
          new Words("found unknown escape character", "found unknown escape character"),
          new Words("found undefined tag handle", "found undefined tag handle"),
          new Words("found duplicate YAML directive", "found duplicate %YAML directive"),
          new Words("expected escape sequence", "did not find expected hexdecimal number"),
          new Words("expected URI", "did not find expected tag URI"),
          new Words("expected chomping", "did not find expected comment or line break"),
          new Words("expected a comment", "did not find expected comment or line break"),
          new Words("expected indentation indicator", "found an indentation indicator equal to 0"),
          new Words("expected a digit", "did not find expected digit or '.' character"),
          new Words("expected alphabetic", NO_NAME),
          new Words("unexpected character found", NO_NAME));

  private GoYamlProblem() {}

  /// A beginning of the parser's text and what stands for it.
  private record Words(String parser, String go) {}

  /// @param text what was read
  static String text(MarkedYamlEngineException e, String text) {
    String problem = String.valueOf(e.getProblem());
    if (problem.startsWith("found character") && continues(e, text)) {
      return "found a tab character that violates indentation";
    }
    if (problem.startsWith("expected <block end>")) {
      return String.valueOf(e.getContext()).contains("mapping")
          ? "did not find expected key"
          : "did not find expected '-' indicator";
    }
    for (Words words : WORDS) {
      if (problem.startsWith(words.parser)) {
        return words.go;
      }
    }
    return problem;
  }

  /// Whether the problem is a tab that begins a line after a plain scalar, which would go on there.
  private static boolean continues(MarkedYamlEngineException e, String text) {
    if (e.getProblemMark().isEmpty()) {
      return false;
    }
    int at = text.offsetByCodePoints(0, e.getProblemMark().get().getIndex());
    int line = text.lastIndexOf('\n', at - 1);
    if (at >= text.length() || text.charAt(at) != '\t' || line < 0) {
      return false;
    }
    if (!text.substring(line, at).isBlank()) {
      return false;
    }
    String above = text.substring(text.lastIndexOf('\n', line - 1) + 1, line).strip();
    return !above.isEmpty()
        && !above.contains(" #")
        && !above.startsWith("#")
        && ":\"'[]{},|>-".indexOf(above.charAt(above.length() - 1)) < 0;
  }
}
