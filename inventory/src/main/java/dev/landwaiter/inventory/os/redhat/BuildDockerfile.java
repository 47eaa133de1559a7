package dev.landwaiter.inventory.os.redhat;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Dockerfile that Red Hat's build leaves in its images: its labels and its own name give the
/// build's name, version, release and architecture.
public final class BuildDockerfile implements Analyzer {
  private static final String PREFIX = "Dockerfile-";

  @Override
  public String id() {
    return "redhat-dockerfile";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file) {
    return file.folder().equals("root/buildinfo") && file.name().startsWith(PREFIX);
  }

  @Override
  public void analyze(FileTree files, Observations found) {
    for (TreeFile file : files.files()) {
      String text = file.text();
      Optional<String> component =
          label(text, "com.redhat.component").or(() -> label(text, "BZComponent"));
      Optional<String> arch = label(text, "architecture");
      Optional<String> versionRelease = versionRelease(file.entry().name());
      if (component.isPresent() && arch.isPresent() && versionRelease.isPresent()) {
        String nvr = component.orElseThrow() + "-" + versionRelease.orElseThrow();
        found.add(new BuildInfo(List.of(), nvr, arch.orElseThrow()));
      }
    }
  }

  private static Optional<String> versionRelease(String fileName) {
    int last = fileName.lastIndexOf('-');
    int before = last < 0 ? -1 : fileName.lastIndexOf('-', last - 1);
    return before < PREFIX.length() - 1
        ? Optional.empty()
        : Optional.of(fileName.substring(before + 1));
  }

  /// The value of a label in any `LABEL` instruction, continued lines included.
  private static Optional<String> label(String text, String name) {
    boolean inLabel = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String stripped = line.strip();
      boolean starts = stripped.regionMatches(true, 0, "LABEL ", 0, 6);
      if (starts || inLabel) {
        List<String> words = words(starts ? stripped.substring(6) : stripped);
        for (int i = 0; i < words.size(); i++) {
          String word = words.get(i);
          if (word.startsWith(name + "=")) {
            return Optional.of(word.substring(name.length() + 1));
          }
          if (starts && i == 0 && word.equals(name) && words.size() > 1) {
            return Optional.of(words.get(1));
          }
        }
      }
      inLabel = (starts || inLabel) && stripped.endsWith("\\");
    }
    return Optional.empty();
  }

  /// Words between white space; quotes hold a word together and vanish.
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        addWord(words, word);
      } else {
        word.append(c);
      }
    }
    addWord(words, word);
    return words;
  }

  private static void addWord(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
