package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.JsonTexts;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.RuleSet;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.policy.score.ScoreReport;
import dev.landwaiter.policy.score.rule.Rules;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One manifest scored as kubesec does, on the command line and over HTTP. Nothing is lost: what
/// the original reads only the beginning of, because it takes no separator for one, is judged
/// document by document.
public final class KubesecScan {
  private static final int SIZE_LIMIT = 32 << 20;

  private final Scorer scorer;

  private KubesecScan(Scorer scorer) {
    this.scorer = scorer;
  }

  /// What came of a scan: reports, or why there are none.
  public sealed interface Outcome {
    /// One report for each document, in their order.
    record Scored(List<ScoreReport> reports) implements Outcome {}

    /// Nothing was scored.
    ///
    /// @param message as the original says it over HTTP; on its command line the first letter is a
    ///   capital
    record Refused(String message) implements Outcome {}
  }

  /// Scores a manifest.
  ///
  /// @param fileName as it is reported
  /// @param manifest YAML or JSON in UTF-8, at most 32 MiB
  /// @param profile whose rules are asked
  /// @param ids of the rules that are asked; none means all
  public static Outcome scan(
      String fileName, byte[] manifest, Profile profile, List<String> ids, Schemas schemas) {
    List<String> unknown = RuleSet.unknown(Rules.of(profile), ids);
    if (!unknown.isEmpty()) {
      return new Outcome.Refused("invalid rule IDs requested: " + String.join(", ", unknown));
    }
    if (manifest.length > SIZE_LIMIT) {
      return new Outcome.Refused("the manifest is larger than " + SIZE_LIMIT + " bytes");
    }
    var scorer = new Scorer(RuleSet.of(Rules.of(profile), ids), schemas);
    try {
      return new KubesecScan(scorer).scan(fileName, manifest);
    } catch (FormatException e) {
      return new Outcome.Refused(e.problem().message());
    }
  }

  private Outcome scan(String fileName, byte[] manifest) throws FormatException {
    List<ScoreReport> reports = new ArrayList<>();
    if (!json(fileName, manifest, reports)) {
      for (Value document : KubesecDocuments.read(text(manifest))) {
        reports.add(scorer.score(fileName, document));
      }
    }
    return reports.isEmpty()
        ? new Outcome.Refused("Invalid input")
        : new Outcome.Scored(List.copyOf(reports));
  }

  /// Reads JSON, be it several texts after each other; false when it is none.
  private boolean json(String fileName, byte[] manifest, List<ScoreReport> reports) {
    if (!beginsAsJson(manifest)) {
      return false;
    }
    JsonTexts.Texts texts;
    try {
      texts = JsonTexts.read("", manifest);
    } catch (FormatException e) {
      return false;
    }
    for (JsonTexts.Text text : texts.texts()) {
      ScoreReport report = scorer.score(fileName, text.value());
      // Keys that stand twice are wrong before anything else is.
      reports.add(
          texts.repeated().isEmpty() || texts.texts().size() > 1
              ? report
              : ScoreReport.invalid(report.object(), fileName, repeated(texts.repeated())));
    }
    return true;
  }

  private static boolean beginsAsJson(byte[] manifest) {
    for (byte each : manifest) {
      if (each > ' ') {
        return each == '{' || each == '[' || each == '"';
      }
    }
    return false;
  }

  private static String repeated(List<JsonTexts.Repeated> keys) {
    var text =
        new StringBuilder(
            "error unmarshalling resource: error converting YAML to JSON: yaml: unmarshal errors:");
    for (JsonTexts.Repeated key : keys) {
      text.append("\n  line ")
          .append(key.position().line())
          .append(": key \"")
          .append(key.key())
          .append("\" already set in map");
    }
    return text.toString();
  }

  /// The text without a byte order mark.
  private static String text(byte[] manifest) throws FormatException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(manifest)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new FormatException(Problem.in("", "yaml: the manifest is not valid UTF-8"));
    }
  }
}
