package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.sign.SigningServices;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// Makes sure that somebody wants what can never be taken back: an entry in a public log.
final class LogConsent {
  private static final int LONGEST_ANSWER = 1_000;

  private LogConsent() {}

  /// Asks, unless `--yes` answers already or no log is public. A log that a signing config names
  /// was chosen with it, if it is not that of the public instance.
  ///
  /// @throws RefusedException with USAGE when nobody agrees
  static void require(Invocation invocation, ServiceChoice choice)
      throws UsageException, IOException {
    boolean asked = false;
    for (SigningServices.Log log : choice.services().logs()) {
      asked |= choice.config().isEmpty() || log.address().getHost().endsWith(".sigstore.dev");
    }
    if (!asked) {
      return;
    }
    World world = invocation.world();
    world
        .stderr()
        .println(
            "NOTE: the signature goes into a transparency log with the name and the identity of"
                + " its signer. Everybody can read that, and nobody can remove it.");
    if (invocation.values().flag(CosignFlags.YES)) {
      return;
    }
    String question = "Go on? [y/N] ";
    Optional<String> typed = world.terminal().prompt().ask(question, false);
    String answer = typed.isPresent() ? typed.get() : line(world);
    String word = answer.strip().toLowerCase(Locale.ROOT);
    if (!word.equals("y") && !word.equals("yes")) {
      throw new RefusedException(
          FailureClass.USAGE,
          "nobody agreed to the entry in the transparency log: answer y, or add --yes");
    }
  }

  private static String line(World world) throws IOException {
    var line = new StringBuilder();
    for (int c = world.stdin().read(); c >= 0 && c != '\n'; c = world.stdin().read()) {
      if (line.length() < LONGEST_ANSWER) {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
