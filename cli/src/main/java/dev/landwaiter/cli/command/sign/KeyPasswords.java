package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.world.World;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.key.PasswordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Passwords of keys: `COSIGN_PASSWORD` where that variable is set, even if to nothing; else
/// whoever sits at the terminal; else the whole of standard input, with a line break at its end if
/// there is one.
final class KeyPasswords implements PasswordSource {
  private static final String VARIABLE = "COSIGN_PASSWORD";
  private static final int LIMIT = 64 << 10;

  private final World world;

  /// Standard input can be read once only.
  private byte @Nullable [] input;

  KeyPasswords(World world) {
    this.world = world;
  }

  @Override
  public byte[] existing(String what) throws IOException {
    Optional<byte[]> known = variable();
    if (known.isPresent()) {
      return known.get();
    }
    Optional<byte[]> typed = typed("Password of the private key " + what + ": ");
    return typed.isPresent() ? typed.get() : standardInput();
  }

  @Override
  public byte[] chosen(String what) throws IOException {
    Optional<byte[]> known = variable();
    if (known.isPresent()) {
      return known.get();
    }
    Optional<byte[]> typed = typed("New password of the private key " + what + ": ");
    if (typed.isEmpty()) {
      return standardInput();
    }
    byte[] again = typed("The same again: ").orElse(new byte[0]);
    boolean same = Arrays.equals(typed.get(), again);
    Arrays.fill(again, (byte) 0);
    if (!same) {
      Arrays.fill(typed.get(), (byte) 0);
      throw new RefusedException(FailureClass.USAGE, "the two passwords differ");
    }
    return typed.get();
  }

  private Optional<byte[]> variable() {
    return Optional.ofNullable(world.environment().get(VARIABLE))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<byte[]> typed(String question) {
    return world
        .terminal()
        .prompt()
        .ask(question, true)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] standardInput() throws IOException {
    // The launcher says which streams are terminals. What is typed there would be seen by all.
    if (world.environment().getOrDefault("LANDWAITER_TERMINAL", "").contains("0")) {
      throw new RefusedException(
          FailureClass.USAGE,
          "nobody can be asked for the password while standard output goes elsewhere: set "
              + VARIABLE
              + ", or let the result go to a file by a flag");
    }
    byte[] known = input;
    if (known == null) {
      known = world.stdin().readNBytes(LIMIT + 1);
      if (known.length > LIMIT) {
        throw new RefusedException(
            FailureClass.LIMIT, "the password on standard input is longer than 65536 bytes");
      }
      input = known;
    }
    return known.clone();
  }
}
