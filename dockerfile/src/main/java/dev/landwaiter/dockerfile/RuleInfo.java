package dev.landwaiter.dockerfile;

import java.util.List;

/// What is known of a rule before it judges anything.
///
/// @param id `DL3008`, `StageNameCasing` or `LD1001`
/// @param aliases ids of the same defect in the other family
/// @param level unless configuration gives another one
/// @param what one sentence: what is wrong
/// @param why one sentence: what harm it does
/// @param how one sentence: what to do instead
/// @param triggers whether it judges instructions inside ONBUILD as well, with a state of its own
/// @param fixable the best that can be done about any of its findings
public record RuleInfo(
    String id,
    List<String> aliases,
    Level level,
    String what,
    String why,
    String how,
    boolean triggers,
    Fixable fixable) {
  public RuleInfo {
    aliases = List.copyOf(aliases);
  }

  public static RuleInfo of(String id, Level level, String what, String why, String how) {
    return new RuleInfo(id, List.of(), level, what, why, how, false, Fixable.NO);
  }

  public RuleInfo alias(String... ids) {
    return new RuleInfo(id, List.of(ids), level, what, why, how, triggers, fixable);
  }

  /// Also judges what stands inside ONBUILD.
  public RuleInfo withTriggers() {
    return new RuleInfo(id, aliases, level, what, why, how, true, fixable);
  }

  /// Some findings come with a change that is written into the file.
  public RuleInfo fixes() {
    return fixable(Fixable.WRITTEN);
  }

  /// Some findings come with a change that people have to judge.
  public RuleInfo showsFixes() {
    return fixable(Fixable.SHOWN);
  }

  private RuleInfo fixable(Fixable other) {
    return new RuleInfo(id, aliases, level, what, why, how, triggers, other);
  }
}
