package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.GoText;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.RuleSet;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.policy.score.ScoreReport;
import dev.landwaiter.policy.score.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Scores one object as kubesec does (kubernetes.md 5.2 to 5.5). Keeps no state and may be used by
/// many threads.
public final class Scorer {
  private static final StringValue KIND = new StringValue("kind");
  private static final StringValue API_VERSION = new StringValue("apiVersion");
  private static final StringValue METADATA = new StringValue("metadata");
  private static final StringValue NAME = new StringValue("name");
  private static final StringValue NAMESPACE = new StringValue("namespace");
  private static final String UNKNOWN = "Unknown";

  private final RuleSet rules;
  private final Schemas schemas;

  public Scorer(RuleSet rules, Schemas schemas) {
    this.rules = rules;
    this.schemas = schemas;
  }

  /// The report of one document; whatever it is, there is one.
  public ScoreReport score(String fileName, Value document) {
    if (document instanceof NullValue) {
      return nothing(fileName);
    }
    String object = name(document);
    String wrong = wrong(document);
    if (!wrong.isEmpty()) {
      return ScoreReport.invalid(object, fileName, wrong);
    }
    String kind = member(document, KIND) instanceof StringValue text ? text.text() : "";
    return scored(object, fileName, Subjects.of(kind, document), kind);
  }

  /// What is wrong with the structure of a document, in the words that scripts look for; empty when
  /// nothing is.
  private String wrong(Value document) {
    Optional<String> other = type(document);
    if (other.isPresent()) {
      return "error unmarshalling resource: error unmarshaling JSON: while decoding JSON: json:"
          + " cannot unmarshal "
          + other.get()
          + " into Go value of type map[string]interface {}";
    }
    String missing = missing(document, KIND);
    missing = missing.isEmpty() ? missing(document, API_VERSION) : missing;
    if (!missing.isEmpty()) {
      return "error while parsing: missing '" + missing + "' key";
    }
    Value kind = member(document, KIND);
    String kindText = kind == null ? "" : GoText.of(kind);
    Value version = member(document, API_VERSION);
    Schemas.Answer answer =
        kind instanceof StringValue
            ? schemas.check(version == null ? "" : GoText.of(version), kindText, document)
            : Schemas.Answer.UNKNOWN;
    return answer.known() ? SchemaText.of(answer) : "could not find schema for " + kindText;
  }

  /// Go's word for the type of a document that is no object.
  private static Optional<String> type(Value document) {
    return switch (document.rank()) {
      case 1 -> Optional.of("bool");
      case 2 -> Optional.of("number");
      case 3 -> Optional.of("string");
      case 4 -> Optional.of("array");
      default -> Optional.empty();
    };
  }

  private static String missing(Value document, StringValue key) {
    Value found = member(document, key);
    boolean there =
        found != null
            && !(found instanceof NullValue)
            && !(found instanceof StringValue text && text.text().isEmpty());
    return there ? "" : key.text();
  }

  private static @Nullable Value member(@Nullable Value of, StringValue key) {
    return of instanceof ObjectValue object ? object.find(key) : null;
  }

  private ScoreReport scored(String object, String fileName, Subject subject, String kind) {
    List<Rule> critical = new ArrayList<>();
    List<Rule> passed = new ArrayList<>();
    List<Rule> advise = new ArrayList<>();
    List<Rule> asked = new ArrayList<>();
    int score = 0;
    for (Rule rule : rules.rules()) {
      if (!rule.kinds().contains(kind)) {
        continue;
      }
      asked.add(rule);
      boolean matches = rule.test().count(subject) > 0;
      score += matches ? rule.points() : 0;
      if (matches) {
        (rule.penalty() ? critical : passed).add(rule);
      } else if (!rule.penalty()) {
        advise.add(rule);
      }
    }
    String message =
        asked.isEmpty() ? "This resource kind is not supported by kubesec" : message(score);
    return new ScoreReport(object, true, fileName, message, score, critical, passed, advise, asked);
  }

  /// A document without content has no kind that could exempt it: every rule is asked, none is met.
  private ScoreReport nothing(String fileName) {
    List<Rule> advise = rules.rules().stream().filter(rule -> !rule.penalty()).toList();
    return new ScoreReport(
        UNKNOWN, true, fileName, message(0), 0, List.of(), List.of(), advise, rules.rules());
  }

  private static String message(int score) {
    return (score >= 0 ? "Passed" : "Failed") + " with a score of " + score + " points";
  }

  /// What an object is called: its kind, name and namespace.
  static String name(Value document) {
    Value kind = member(document, KIND);
    if (kind == null || kind instanceof NullValue) {
      return UNKNOWN;
    }
    Value metadata = member(document, METADATA);
    return GoText.of(kind)
        + "/"
        + textOr(member(metadata, NAME), "undefined")
        + "."
        + textOr(member(metadata, NAMESPACE), "default");
  }

  private static String textOr(@Nullable Value value, String otherwise) {
    return value == null || value instanceof NullValue ? otherwise : GoText.of(value);
  }
}
