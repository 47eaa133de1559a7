package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;

/// Constraints on strict semantic versions: comparisons, `~`, `^` and wildcards.
public final class SemverConstraints implements Constraints {
  private static final List<String> PLAIN =
      List.of(">=", "=>", "<=", "=<", "==", "=", ">", "<", "~", "^");
  private static final String OTHERS = ".-+*";

  private final String id;
  private final List<String> operators;
  private final boolean hyphenRanges;

  private SemverConstraints(String id, List<String> operators, boolean hyphenRanges) {
    this.id = id;
    this.operators = operators;
    this.hyphenRanges = hyphenRanges;
  }

  /// As npm writes them, with its hyphen ranges `1.2.3 - 2.3`.
  public static SemverConstraints npm() {
    return new SemverConstraints("npm", PLAIN, true);
  }

  /// The flavour that knows `!=` as well.
  public static SemverConstraints semver() {
    return new SemverConstraints("semver", withUnequal(), false);
  }

  static List<String> withUnequal() {
    List<String> operators = new ArrayList<>(PLAIN);
    operators.add("!=");
    return List.copyOf(operators);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean matches(String constraint, String version) throws InvalidVersionException {
    DottedVersion candidate = SemverOrder.parse(version);
    return ClauseConstraints.matches(constraint, this::read, clause -> holds(clause, candidate));
  }

  private List<Clause> read(String alternative) throws InvalidVersionException {
    int hyphen = hyphenRanges ? hyphen(alternative) : -1;
    if (hyphen < 0) {
      return Clause.read(alternative, operators, OTHERS);
    }
    List<Clause> low = Clause.read(alternative.substring(0, hyphen), operators, OTHERS);
    List<Clause> high = Clause.read(alternative.substring(hyphen + 1), operators, OTHERS);
    if (!bare(low) || !bare(high)) {
      throw InvalidVersionException.about("hyphen range", alternative);
    }
    return List.of(
        new Clause(">=", low.getFirst().operand()), new Clause("<=", high.getFirst().operand()));
  }

  private static boolean bare(List<Clause> clauses) {
    return clauses.size() == 1 && clauses.getFirst().operator().isEmpty();
  }

  private static int hyphen(String text) {
    for (int i = text.indexOf('-'); i >= 0; i = text.indexOf('-', i + 1)) {
      if (i > 0
          && i + 1 < text.length()
          && Character.isWhitespace(text.charAt(i - 1))
          && Character.isWhitespace(text.charAt(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean holds(Clause clause, DottedVersion candidate)
      throws InvalidVersionException {
    PartialVersion operand = PartialVersion.parse(clause.operand());
    int sign = operand.against(candidate);
    return switch (clause.operator()) {
      case "~" -> sign >= 0 && before(candidate, operand.tildeEnd());
      case "^" -> sign >= 0 && before(candidate, operand.caretEnd());
      default -> clause.holds(sign);
    };
  }

  private static boolean before(DottedVersion candidate, List<String> bound) {
    return Bounds.before(candidate.numbers(), candidate.preRelease(), bound);
  }
}
