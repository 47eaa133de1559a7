package dev.landwaiter.cli.command.score;

import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The one manifest of a kubesec run.
final class ManifestFile {
  private static final int SIZE_LIMIT = 32 << 20;

  private final String name;
  private final byte[] text;

  private ManifestFile(String name, byte[] text) {
    this.name = name;
    this.text = text;
  }

  /// The name that it is reported under.
  String name() {
    return name;
  }

  byte[] text() {
    return text;
  }

  /// Reads the file that an argument names; `-` and `/dev/stdin` are standard input.
  static ManifestFile read(World world, String argument, boolean absolute)
      throws Trouble, IOException {
    if (argument.equals("-") || argument.equals("/dev/stdin")) {
      return new ManifestFile("STDIN", bounded(world.stdin(), "standard input"));
    }
    Path path = world.folder().resolve(argument).normalize();
    if (Files.isDirectory(path)) {
      throw new Trouble("read " + path + ": is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new ManifestFile(absolute ? path.toString() : argument, bounded(in, argument));
    } catch (NoSuchFileException e) {
      throw new Trouble("open " + path + ": no such file or directory");
    } catch (AccessDeniedException e) {
      throw new Trouble("open " + path + ": permission denied");
    }
  }

  private static byte[] bounded(InputStream in, String name) throws IOException, Trouble {
    byte[] text = in.readNBytes(SIZE_LIMIT + 1);
    if (text.length > SIZE_LIMIT) {
      throw new Trouble(name + " is larger than the " + (SIZE_LIMIT >> 20) + " MiB that are read");
    }
    return text;
  }
}
