package dev.landwaiter.cli.command.scan;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.ImageFlags;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.archive.Archives;
import java.io.IOException;
import java.util.Optional;

/// Opens the image that the flags name.
final class ImageSource {
  private final Invocation invocation;

  ImageSource(Invocation invocation) {
    this.invocation = invocation;
  }

  Limits limits() {
    return Limits.STANDARD;
  }

  Image open(String input, String name) throws UsageException, IOException {
    String platform = invocation.values().text(ImageFlags.PLATFORM);
    Optional<Platform> wanted =
        platform.isEmpty() ? Optional.empty() : Optional.of(Platform.parse(platform));
    if (!input.isEmpty()) {
      return Archives.open(invocation.world().folder().resolve(input).toString(), wanted, limits());
    }
    throw new IOException("cannot open " + name);
  }
}
