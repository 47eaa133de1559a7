package dev.landwaiter.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a class says of itself in its source.
final class SourceDoc {
  private static final Pattern REFERENCE = Pattern.compile("\\[#?([\\w.#]+)](?!\\()");
  private static final Pattern SPECIFICATION =
      Pattern.compile(
          " \\((?:project reference|[a-z]+\\.md)[^)]*\\)|; project reference[^)]*(?=\\))");
  private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)(.*?[.:])(?: +[A-Z`].*)?");

  private SourceDoc() {}

  /// The first sentence of the comment on a class, without a final stop and without where in the
  /// project's reference its facts stand.
  static String of(Class<?> type) {
    Path file =
        House.ROOT
            .resolve(House.module(type.getName()))
            .resolve("src/main/java")
            .resolve(type.getName().replace('.', '/') + ".java");
    try {
      return sentence(Files.readAllLines(file), type.getSimpleName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sentence(List<String> lines, String simpleName) {
    List<String> doc = new ArrayList<>();
    Pattern declaration = Pattern.compile(".*\\b(?:class|record|enum) " + simpleName + "\\b.*");
    for (String line : lines) {
      if (line.startsWith("/// @")) {
        // What a record is made of is no part of what it is.
        continue;
      }
      if (line.startsWith("///")) {
        doc.add(line.substring(3).strip());
      } else if (declaration.matcher(line).matches()) {
        return first(String.join(" ", doc).strip());
      } else if (!line.startsWith("@")) {
        doc.clear();
      }
    }
    throw new IllegalStateException(simpleName + " is not declared in its source");
  }

  private static String first(String doc) {
    String plain = REFERENCE.matcher(SPECIFICATION.matcher(doc).replaceAll("")).replaceAll("`$1`");
    var sentence = FIRST_SENTENCE.matcher(plain);
    if (!sentence.matches()) {
      throw new IllegalStateException("no sentence: " + doc);
    }
    String text = sentence.group(1);
    return text.substring(0, text.length() - 1);
  }
}
