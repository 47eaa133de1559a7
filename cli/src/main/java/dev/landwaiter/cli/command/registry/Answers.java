package dev.landwaiter.cli.command.registry;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.TransferFlags;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the commands for registries have in common: arguments and answers.
final class Answers {
  private Answers() {}

  static void text(Invocation invocation, String text) throws IOException {
    bytes(invocation, Plain.lines(text).getBytes(StandardCharsets.UTF_8));
  }

  static void bytes(Invocation invocation, byte[] bytes) throws IOException {
    invocation.world().stdout().write(bytes);
    invocation.world().stdout().flush();
  }

  static Optional<Platform> platform(Invocation invocation) throws UsageException {
    String text = invocation.values().text(TransferFlags.PLATFORM);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Platform.parse(text));
    } catch (ImageException e) {
      throw new UsageException("--platform: " + e.getMessage());
    }
  }

  /// @throws IOException when no connection may be opened
  static void requireOnline(Invocation invocation) throws UsageException, IOException {
    if (invocation.values().flag(GlobalFlags.OFFLINE)) {
      throw new IOException("offline, no registry is asked");
    }
  }

  static void requireArguments(Invocation invocation, int count, String wanted)
      throws UsageException {
    if (invocation.arguments().size() != count) {
      throw UsageException.withUsage(wanted);
    }
  }

  /// A number of bytes as people read it.
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    String units = "kMGTPE";
    double value = bytes;
    int unit = -1;
    while (value >= 999.95 && unit < units.length() - 1) {
      value /= 1000;
      unit++;
    }
    return "%.1f %cB".formatted(value, units.charAt(unit));
  }
}
