package dev.landwaiter.dockerfile.rule.all;

import dev.landwaiter.dockerfile.lint.Rule;
import java.util.List;

/// The rules whose ids begin with DL.
public final class ClassicRules {
  public static final List<Rule> ALL = List.of();

  private ClassicRules() {}
}
