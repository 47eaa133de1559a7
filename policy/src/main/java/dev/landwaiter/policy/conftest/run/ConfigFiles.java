package dev.landwaiter.policy.conftest.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Document;
import dev.landwaiter.policy.conftest.UnreadException;
import dev.landwaiter.policy.input.Documents;
import dev.landwaiter.policy.input.FormatName;
import dev.landwaiter.policy.input.InputFormat;
import dev.landwaiter.policy.input.all.InputFormats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads configuration files, each by the format that its name calls for or by one for all.
public final class ConfigFiles {
  /// What `-` is called.
  public static final String STDIN = "-";

  /// Bytes of one file that are read.
  static final int SIZE_LIMIT = 64 << 20;

  private final Path folder;
  private final String parser;
  private final byte[] stdin;
  private final List<InputFormat> formats;

  /// @param folder that relative paths start from
  /// @param parser the name of the format of all files; empty for each by its name
  /// @param stdin what `-` stands for
  /// @param formats those that there are
  public ConfigFiles(Path folder, String parser, byte[] stdin, List<InputFormat> formats) {
    this.folder = folder;
    this.parser = parser;
    this.stdin = stdin.clone();
    this.formats = formats;
  }

  /// Reads a file. Its content is what all of the file gives: an array where it holds several
  /// documents.
  ///
  /// @param name as the user named it
  public Document read(String name) throws UnreadException {
    InputFormat format = format(name);
    byte[] text = bytes(name);
    try {
      return new Document(name, 0, format.read(name, text), Documents.locator(name, text, format));
    } catch (FormatException e) {
      throw new UnreadException(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new UnreadException(name + ": nested too deep");
    }
  }

  /// Reads text.
  ///
  /// @param by the name of a format, such as `toml`
  Value parse(String by, String text) throws UnreadException {
    Optional<InputFormat> format = named(by);
    if (format.isEmpty()) {
      throw new UnreadException("unknown parser: " + by);
    }
    try {
      return format.get().read("text", text.getBytes(UTF_8));
    } catch (FormatException e) {
      throw new UnreadException(String.valueOf(e.getMessage()));
    }
  }

  /// Whether files of a folder are taken, by their names.
  public static boolean knows(String format) {
    return InputFormats.named(format).isPresent();
  }

  private Optional<InputFormat> named(String name) {
    return InputFormats.named(formats, name);
  }

  private InputFormat format(String name) throws UnreadException {
    String wanted = parser.isEmpty() ? FormatName.of(name) : parser;
    return named(wanted)
        .orElseThrow(() ->
            new UnreadException(
                parser.isEmpty()
                    ? name + ": its name does not tell its format; --parser names one"
                    : name + ": there is no parser called " + wanted));
  }

  private byte[] bytes(String name) throws UnreadException {
    if (name.equals(STDIN)) {
      return stdin;
    }
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      byte[] text = in.readNBytes(SIZE_LIMIT + 1);
      if (text.length > SIZE_LIMIT) {
        throw new UnreadException(
            name + ": larger than the " + (SIZE_LIMIT >> 20) + " MiB that are read");
      }
      return text;
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new UnreadException("open " + name + ": no such file or directory");
    } catch (IOException e) {
      throw new UnreadException(
          Files.isDirectory(folder.resolve(name))
              ? name + ": this is a folder"
              : name + ": " + Reason.of(e));
    }
  }
}
