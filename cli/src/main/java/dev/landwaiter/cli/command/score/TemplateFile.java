package dev.landwaiter.cli.command.score;

import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A template that is given as a file or as its text.
final class TemplateFile {
  private static final int SIZE_LIMIT = 4 << 20;
  private static final int LONGEST_NAME = 4096;

  private TemplateFile() {}

  /// The text of the file of that name, else what was given itself.
  static String text(World world, String given) throws IOException {
    Path file;
    try {
      file = world.folder().resolve(given);
    } catch (InvalidPathException e) {
      return given;
    }
    if (given.length() > LONGEST_NAME || !Files.isRegularFile(file)) {
      return given;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = in.readNBytes(SIZE_LIMIT + 1);
      if (text.length > SIZE_LIMIT) {
        throw new IOException("the template " + given + " is larger than " + SIZE_LIMIT + " bytes");
      }
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
