package dev.landwaiter.rego.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The command that formats files, folders or standard input (reference 15.5). Below the command
/// line there are no streams of the process: they come in as parameters.
public final class FormatRun {
  private static final int SIZE_LIMIT = 64 << 20;
  private static final int DEPTH_LIMIT = 256;

  private final Options options;
  private final Path folder;
  private final OutputStream out;
  private final OutputStream err;

  /// What is done with the formatted text.
  ///
  /// @param write whether files are overwritten
  /// @param list whether the names of files that change are written instead of their texts
  /// @param diff whether the changes are written instead of the texts
  /// @param fail whether a file that changes is an error
  /// @param checkResult whether the result is parsed again
  public record Options(
      FormatSettings settings,
      boolean write,
      boolean list,
      boolean diff,
      boolean fail,
      boolean checkResult) {}

  /// @param folder what relative paths start from
  public FormatRun(Options options, Path folder, OutputStream out, OutputStream err) {
    this.options = options;
    this.folder = folder;
    this.out = out;
    this.err = err;
  }

  /// Why the run ends.
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    Stop(int code, String message) {
      super(message, null, false, false);
      this.code = code;
    }
  }

  /// Formats files and the `.rego` files of folders.
  ///
  /// @return the exit code: 0, 1 for a path that cannot be read, else 2
  /// @throws IOException when what is to be written cannot be
  public int files(List<String> paths) throws IOException {
    try {
      for (String path : paths) {
        walk(path, folder.resolve(path), 0);
      }
      return 0;
    } catch (Stop stop) {
      write(err, stop.getMessage() + "\n");
      return stop.code;
    }
  }

  /// Formats what is read from a stream; the options of files do not count.
  ///
  /// @return the exit code: 0 or 1
  /// @throws IOException when the stream cannot be read or the output not be written
  public int stream(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
    if (bytes.length > SIZE_LIMIT) {
      write(err, "stdin: more than the " + SIZE_LIMIT + " bytes that are read\n");
      return 1;
    }
    try {
      write(
          out,
          ModuleFormat.format(new Source("stdin", new String(bytes, UTF_8)), options.settings));
      return 0;
    } catch (RegoException e) {
      write(err, text(e) + "\n");
      return 1;
    }
  }

  private void walk(String name, Path path, int depth) throws Stop, IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new Stop(1, "lstat " + name + ": no such file or directory");
    }
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      if (name.endsWith(".rego")) {
        format(name, path);
      }
      return;
    }
    if (depth > DEPTH_LIMIT) {
      throw new Stop(1, name + ": folders nested deeper than " + DEPTH_LIMIT);
    }
    List<String> names;
    try (Stream<Path> entries = Files.list(path)) {
      names = entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
    for (String each : names) {
      walk(name.endsWith("/") ? name + each : joined(name, each), path.resolve(each), depth + 1);
    }
  }

  private static String joined(String name, String each) {
    return name.equals(".") ? each : name + "/" + each;
  }

  private void format(String name, Path path) throws Stop, IOException {
    String before = read(name, path);
    String after;
    try {
      after = ModuleFormat.format(new Source(name, before), options.settings);
    } catch (RegoException e) {
      throw new Stop(2, "failed to format Rego source file: " + text(e));
    }
    if (options.checkResult) {
      check(name, after);
    }
    boolean changed = !before.equals(after);
    if (changed && options.fail && !options.list && !options.diff) {
      throw new Stop(2, "unexpected diff");
    }
    if (!options.list && !options.diff) {
      put(path, after);
      return;
    }
    if (changed) {
      write(out, (options.list ? name : TextDiff.coloured(before, after)) + "\n");
      if (options.fail) {
        throw new Stop(2, "unexpected diff");
      }
    }
  }

  private static String read(String name, Path path) throws Stop {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(SIZE_LIMIT + 1);
    } catch (IOException e) {
      throw new Stop(2, "failed to open file: open " + name + ": " + e.getMessage());
    }
    if (bytes.length > SIZE_LIMIT) {
      throw new Stop(2, "failed to open file: " + name + ": more than " + SIZE_LIMIT + " bytes");
    }
    var text = CharBuffer.allocate(bytes.length);
    var source = ByteBuffer.wrap(bytes);
    if (UTF_8.newDecoder().decode(source, text, true).isError()) {
      long row = text.flip().chars().filter(c -> c == '\n').count() + 1;
      throw new Stop(
          2,
          "failed to format Rego source file: 1 error occurred: "
              + name
              + ":"
              + row
              + ": rego_parse_error: illegal utf-8 character");
    }
    return text.flip().toString();
  }

  private void put(Path path, String text) throws IOException {
    if (options.write) {
      Files.writeString(path, text, UTF_8);
    } else {
      write(out, text);
    }
  }

  private void check(String name, String text) throws Stop {
    try {
      Parser.parseModule(new Source("formatted", text), options.settings.result());
    } catch (RegoException e) {
      throw new Stop(
          2,
          name
              + " was successfully formatted, but the result is invalid: "
              + text(e)
              + "\n\nTo inspect the formatted Rego, you can turn off this check with"
              + " --check-result=false.");
    }
  }

  /// A file without a statement is a single error, not a list of one.
  private static String text(RegoException e) {
    var first = e.errors().getFirst();
    return first.message().equals("empty module") && e.errors().size() == 1
        ? first.text()
        : RegoException.text(e.errors());
  }

  private static void write(OutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(UTF_8));
    stream.flush();
  }
}
