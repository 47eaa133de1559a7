package dev.landwaiter.policy.score;

import java.util.List;

/// What a rule looks at.
public interface RuleTest {
  /// How often it is met; a rule matches when that is more than never.
  int count(Subject subject);

  /// Where it looked and what it saw there, for every container and every other place.
  List<Spot> spots(Subject subject);
}
