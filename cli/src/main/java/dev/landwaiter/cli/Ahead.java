package dev.landwaiter.cli;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.cli.world.Version;
import java.util.Set;

/// Sets up what nearly every command needs, and what the JDK is slow to set up, while the command
/// line is still being read: files in its jars, big decimals (the JSON parser wants them), digests.
///
/// Whoever needs one of them before it is done waits for this thread as for any class that is being
/// set up; nothing else depends on it.
final class Ahead implements Runnable {
  private static final Set<String> POLICIES =
      Set.of("rego", "opa", "test", "conftest", "gate", "gator", "score", "kubesec");

  private final boolean policies;
  private final boolean lints;

  private Ahead(boolean policies, boolean lints) {
    this.policies = policies;
    this.lints = lints;
  }

  /// @param first of the words; commands for policies need neither jars nor digests, those that
  ///   lint read no JSON
  static void start(String first) {
    boolean policies = POLICIES.contains(first);
    boolean lints = first.equals("lint") || first.equals("hadolint");
    var thread = new Thread(new Ahead(policies, lints), "ahead");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    if (!policies) {
      Version.own();
    }
    if (lints) {
      return;
    }
    try {
      Json.parse("ahead", "[1.5]");
    } catch (FormatException e) {
      throw new IllegalStateException("this is valid JSON", e);
    }
    if (!policies) {
      Digest.newSha256();
    }
  }
}
