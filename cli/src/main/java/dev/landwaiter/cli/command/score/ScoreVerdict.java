package dev.landwaiter.cli.command.score;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ScoreFlags;
import dev.landwaiter.policy.score.ObjectScore;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.RuleScore;
import java.util.List;
import java.util.OptionalInt;

/// Which objects fail a run.
///
/// @param least the score that is asked for, where one is
/// @param strict whether that is held against the strict score
/// @param words `critical`, `advise`, `invalid`, or ids of rules
record ScoreVerdict(OptionalInt least, boolean strict, List<String> words) {
  private static final String CRITICAL = "critical";
  private static final String ADVISE = "advise";
  private static final String INVALID = "invalid";

  static ScoreVerdict of(Values values, List<Rule> rules) throws UsageException {
    List<String> words = values.texts(ScoreFlags.FAIL_ON);
    for (String word : words) {
      if (!List.of(CRITICAL, ADVISE, INVALID).contains(word)
          && rules.stream().noneMatch(rule -> rule.id().equals(word))) {
        throw new UsageException(
            "--fail-on takes critical, advise, invalid or ids of rules, not " + word);
      }
    }
    OptionalInt least =
        values.isSet(ScoreFlags.MIN_SCORE)
            ? OptionalInt.of(values.number(ScoreFlags.MIN_SCORE))
            : OptionalInt.empty();
    return new ScoreVerdict(least, values.flag(ScoreFlags.STRICT), words);
  }

  boolean fails(ObjectScore object) {
    int score = strict ? object.strict() : object.score();
    boolean invalid = !object.problems().isEmpty();
    // What holds no pod can lose points but never gain any.
    int wanted = object.pod().isEmpty() ? Math.min(0, least.orElse(0)) : least.orElse(0);
    if (least.isPresent() && (score < wanted || invalid)) {
      return true;
    }
    if (words.contains(INVALID) && invalid) {
      return true;
    }
    return object.rules().stream().anyMatch(this::fails);
  }

  private boolean fails(RuleScore rule) {
    if (rule.waiver().isPresent()) {
      return false;
    }
    return switch (rule.result()) {
      case LOST -> words.contains(CRITICAL) || words.contains(rule.rule().id());
      case OPEN -> words.contains(ADVISE) || words.contains(rule.rule().id());
      case GAINED, SPARED -> false;
    };
  }
}
