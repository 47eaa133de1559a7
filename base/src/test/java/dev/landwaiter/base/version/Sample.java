package dev.landwaiter.base.version;

import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// One line of a conformance file: two versions and the sign between them.
record Sample(int line, String left, String sign, String right) {
  static List<Sample> read(String file) throws IOException {
    List<Sample> samples = new ArrayList<>();
    List<String> lines = Files.readAllLines(Shared.path("conformance/versions/" + file));
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).strip();
      if (text.isEmpty() || text.startsWith("#") || text.startsWith("//")) {
        continue;
      }
      String[] words = text.split(" ", -1);
      if (words.length != 3) {
        throw new IOException(file + ":" + (i + 1) + ": " + text);
      }
      samples.add(new Sample(i + 1, words[0], words[1], words[2]));
    }
    return samples;
  }

  static String sign(int comparison) {
    return comparison < 0 ? "<" : comparison > 0 ? ">" : "=";
  }

  String text() {
    return left + " " + sign + " " + right;
  }
}
